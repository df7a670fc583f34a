"""Figures as British English words, for a voice that reads them as Americans do.

Years are said as years: four figures from 1100 to 2099 without a comma, but for 2000 to 2009.
"""

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_YEARS = (range(1100, 2000), range(2010, 2100))
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<suffix>st|nd|rd|th|s)?(?![\w]|[.,]\d)"
)
_ONE_BY_ONE = re.compile(r"\b\d(?: \d){2,}\b")
_GROUPS = re.compile(r"(?<=\d \d), (?=\d \d\b)")
_LETTER_A = re.compile(r"(?<=\b[A-Z\d] )A\b|\bA(?= (?:to Z|[B-HJ-Z])\b)")
_MOST_FIGURES = 15


def in_words(text: str) -> str:
    """Return `text` with its numbers in words: "305" is "three hundred and five".

    Figures said one by one, as those of a telephone number, are set apart, to be written down:
    recognisers of speech lost some of "0 0 0" said in one breath. Its groups are parted by ";".
    Letters said one by one are British too: "A" is never the article, and "Z" is "zed".
    """
    text = _LETTER_A.sub("[A](/ˈA/)", text)
    text = re.sub(r"\bZ\b", "[Z](/zˈɛd/)", text)
    text = _GROUPS.sub("; ", text)
    text = _ONE_BY_ONE.sub(lambda match: match[0].replace(" ", ", "), text)
    return _NUMBER.sub(_number, text)


def _number(match: re.Match[str]) -> str:
    written, suffix = match["whole"], match["suffix"] or ""
    figures = written.replace(",", "")
    if len(figures) > _MOST_FIGURES or (figures.startswith("0") and len(figures) > 1):
        return " ".join(_ONES[int(each)] for each in figures)
    value = int(figures)
    is_year = written == figures and any(value in years for years in _YEARS)
    words = _year(value) if is_year and suffix in ("", "s") else cardinal(value)
    if suffix == "s":
        return re.sub(r"y$", "ies", words) if words.endswith("y") else f"{words}s"
    return _ordinal(words) if suffix else words


def cardinal(value: int) -> str:
    """Return a whole number in words, with the British "and"."""
    if value < len(_ONES):
        return _ONES[value]
    if value < 100:  # noqa: PLR2004
        tens, one = divmod(value, 10)
        return f"{_TENS[tens]}-{_ONES[one]}" if one else _TENS[tens]
    if value < 1000:  # noqa: PLR2004
        hundreds, rest = divmod(value, 100)
        return f"{_ONES[hundreds]} hundred" + (f" and {cardinal(rest)}" if rest else "")
    unit, name = next(each for each in _LARGE if value >= each[0])
    count, rest = divmod(value, unit)
    joint = " and " if 0 < rest < 100 else " "  # noqa: PLR2004
    return f"{cardinal(count)} {name}" + (f"{joint}{cardinal(rest)}" if rest else "")


def _year(value: int) -> str:
    century, rest = divmod(value, 100)
    if not rest:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"  # noqa: PLR2004


def _ordinal(words: str) -> str:
    before, last = re.fullmatch(r"(.*?)(\w+)", words).groups()  # type: ignore[union-attr]
    if last in _ORDINALS:
        return before + _ORDINALS[last]
    return before + (re.sub("y$", "ie", last) if last.endswith("y") else last) + "th"
