"""What stays on one line: telephone numbers, dates, places in a work, sums of money.

UKAAF G003:2019 and MS03 ask for it: a number that breaks over lines is read as two.
"""

import re
from collections.abc import Iterator

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_LOCATED = (
    r"\b(?i:paragraph|para|page|section|chapter|part|step|note|clause|regulation|article|schedule|"
    r"volume|year|age|aged|figure|table|number|no)s?\.?"
)
_PATTERNS = (
    r"(?<!\d)\(?\+?\d[\d()]*(?: \d{2,})+",  # 03000 41 3000
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: \d{{4}})?",
    rf"{_MONTH} \d{{4}}",
    rf"{_LOCATED} \d[\d.,–-]*\w*",
    r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",  # ME16 8AE
    r"\b[A-Z]{2,}s? \d[\w.]*",  # KS 2
    r"(?<![\d.,])£?\d[\d.,]* (?:%|per cent|million|billion|pm|am|o’clock|years?|weeks?|days?)\b",
    r"— \S+",  # the dash before a source
)
# None begins inside a number: in a row of 200,000 figures that would take hours.
# One by one: they may overlap ("paragraph 6.17 of 2014").
_UNBROKEN = [re.compile(pattern) for pattern in _PATTERNS]
_NO_BREAK = "\u00a0"
_HAS_MARK = re.compile(r"\d|—")
_DIVIDERS, _STRONG = "/.?&=_-@", "/?&"
_FEWEST = 2  # letters of an address on a line


def spaces(text: str) -> set[int]:
    """Return the indexes of the spaces in `text` at which no line may end."""
    if not _HAS_MARK.search(text):
        return set()
    return {
        at
        for pattern in _UNBROKEN
        for match in pattern.finditer(text)
        for at in range(match.start(), match.end())
        if text[at] == " "
    }


def joined(text: str) -> str:
    """Return `text` with no-break spaces where no line may end, for a program that breaks lines."""
    kept = spaces(text)
    return "".join(_NO_BREAK if at in kept else letter for at, letter in enumerate(text))


def soft_ends(word: str) -> Iterator[int]:
    """Yield where a web or email address too long for a line may end one.

    After a mark that divides it, so that it stays on the line it ends, and never so that one
    letter or "www." stands alone. Words of an address are not divided, nor figures at a point.
    """
    if not is_address(word):
        return
    last = 0
    for at in range(_FEWEST + 1, len(word) - _FEWEST + 1):
        divides = word[at - 1] in _DIVIDERS and word[at] not in _DIVIDERS and at - last > _FEWEST
        if divides and not word.endswith("www.", 0, at) and not _is_figure(word, at):
            yield at
            last = at


def strong_ends(word: str) -> Iterator[int]:
    """Yield those of the soft ends that divide an address most: where a path or a query does."""
    return (at for at in soft_ends(word) if word[at - 1] in _STRONG)


def _is_figure(word: str, at: int) -> bool:
    """Whether what would be divided is a figure such as "6.17" or "29.07.14"."""
    return word[at - 1] == "." and word[at - 2].isdecimal() and word[at].isdecimal()


def is_address(word: str) -> bool:
    """Whether a word is a web or an email address, as near as a word can tell."""
    email = "@" in word and "." in word
    return email or "://" in word or "www." in word or word.count("/") > 1
