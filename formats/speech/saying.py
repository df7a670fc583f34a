"""How English words are written so that a voice says them as a reader would.

Ordered rules: each finds what the ones before it left. A telephone number is said in its
groups, digit by digit, twice (UKAAF MS01:2012); figures in the text stay the same figures.
"""

import re
from collections.abc import Callable, Iterable

from formats.model import Term

VERSION = "2"
"""Raised whenever a rule changes: utterances are cached by it."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def digits(group: str) -> str:
    """Return figures one by one: "41" is "4 1"."""
    return " ".join(group)


def phone(number: str) -> str:
    """Return a telephone number in its groups, twice."""
    once = ", ".join(digits(group) for group in number.split())
    return f"{once}. Again: {once}."


def address(url: str) -> str:
    """Return a web or email address in full, each sign by its name."""
    words = re.sub(r"^(https?://|mailto:|tel:)", "", url)
    for sign, name in _SIGNS:
        words = words.replace(sign, f" {name} ")
    return re.sub(r"\bw w w\b|\bwww\b", "w w w", " ".join(words.split()))


_SIGNS = [
    (".", "dot"), ("/", "slash"), ("-", "dash"), ("_", "underscore"), ("@", "at"),
    ("?", "question mark"), ("=", "equals"), ("&", "and"), ("#", "hash"), ("%", "percent sign"),
    (":", "colon"), ("+", "plus"), ("~", "tilde"),
]  # fmt: skip


def short_address(match: re.Match[str]) -> str:
    """Return the name of a web site alone. The whole address is said in the last chapter."""
    host = re.sub(r"^https?://", "", match[0]).split("/")[0].rstrip(".,;:!?)")
    tail = match[0][len(match[0].rstrip(".,;:!?)")) :]
    return address(host) + tail


def _date(match: re.Match[str]) -> str:
    day, month, year = match.groups()
    if not 1 <= int(month) <= len(_MONTHS):
        return match[0]
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def _money(match: re.Match[str]) -> str:
    pounds, pence = match[1], match[2]
    unit = "pound" if pounds == "1" else "pounds"
    return f"{pounds} {unit}" + (f" {pence}" if pence else "")


def _postcode(match: re.Match[str]) -> str:
    return ", ".join(digits(group) for group in match.groups())


def _paragraph(match: re.Match[str]) -> str:
    whole, part = match.groups()
    return f"{whole} point {digits(part)}"


_Replacement = str | Callable[[re.Match[str]], str]
_RULES: list[tuple[str, _Replacement]] = [
    (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", lambda m: address(m[0])),
    (r"(?:https?://|www\.)\S+", short_address),
    (r"(?<![\d.])(?:\+44\s?|0)\d{2,4}(?:\s\d{2,4}){1,3}(?!\d)", lambda m: phone(m[0]).rstrip(".")),
    (r"(?<!\d)0\d{9,10}(?!\d)", lambda m: phone(m[0]).rstrip(".")),
    (r"\b([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]{2})\b", _postcode),
    (r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{2,4})(?![\d.])", _date),
    (r"£(\d[\d,]*)(?:\.(\d\d))?", _money),
    (r"(\d)\s?%", r"\1 percent"),
    (r"\b(\d{1,2})[.:](\d\d)\s?(am|pm)\b", r"\1 \2 \3"),
    (r"\b(\d{1,2})\s?(am|pm)\b", r"\1 \2"),
    (r"\b(am|pm)\b", lambda m: digits(m[0])),
    (r"(?<![\d.])(\d+)\.(\d+)(?![\d.]\d)", _paragraph),
    (r"(?<=\d)\s?[–-]\s?(?=\d)", " to "),
    (r"\be\.g\.,?", "for example,"),
    (r"\bi\.e\.,?", "that is,"),
    (r"\betc\.", "and so on."),
    (r"\bTel\b", "telephone"),
    (r"\band/or\b", "and or"),
    (r"(?<=\w)/(?=\w)", " or "),
    (r"\s[–—-]\s", ", "),
    (r"[()\[\]]", ", "),
    (r"&", " and "),
    (r"\+", " plus "),
    (r"=", " equals "),
    (r"#(?=\d)", "number "),
    (r"[*_“”\"«»<>|~^`#{}\\•]", " "),
    (r"(?<!\w)[‘'](?=\w)|(?<=\w)[’'](?!\w)", " "),
]
_COMPILED = [(re.compile(pattern), replacement) for pattern, replacement in _RULES]


def saying(words: str, language: str = "en-GB") -> str:
    """Return `words` as they are given to a voice of `language`.

    The rules are English ones; words in other languages are given as they stand, without
    the signs that a voice would read out.
    """
    rules = _COMPILED if language.split("-", maxsplit=1)[0] == "en" else _COMPILED[-2:]
    for pattern, replacement in rules:
        words = pattern.sub(replacement, words)
    words = re.sub(r"\s+([,.;:!?])", r"\1", words)
    words = re.sub(r",[\s,]*([,.;:!?])", r"\1", words)
    return " ".join(words.split()).strip(" ,")


class Sayer:
    """Says words with the glossary of one leaflet: "SENCO" is given as its `say`."""

    def __init__(self, glossary: Iterable[Term] = ()) -> None:
        said = [term for term in glossary if term.say]
        self._says = {name: term.say for term in said for name in (term.key, *term.variants)}
        names = "|".join(sorted(map(re.escape, self._says), key=len, reverse=True))
        self._names = re.compile(rf"(?<!\w)(?P<name>{names})(?=s?(?!\w))") if names else None

    def say(self, words: str, language: str = "en-GB") -> str:
        """Return `words` as they are given to a voice of `language`."""
        if self._names:
            words = self._names.sub(lambda match: self._says[match["name"]], words)
        return saying(words, language)
