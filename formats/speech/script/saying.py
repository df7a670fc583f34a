"""How English words are written so that a voice says them as a reader would.

Ordered rules: each finds what the ones before it left. A telephone number is said in its
groups, digit by digit, and twice where it is to be written down (UKAAF MS01:2012); figures in
the text stay the same figures.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from formats import wording
from formats.model import Term
from formats.speech.script import respelling
from formats.text.language import same

VERSION = "6"
"""Raised whenever a rule changes: utterances are cached by it."""


def digits(group: str) -> str:
    """Return figures one by one: "41" is "4 1"."""
    return " ".join(group)


def phone(number: str) -> str:
    """Return a telephone number in its groups, digit by digit."""
    return ", ".join(digits(group) for group in re.findall(r"\+?\d+", number.replace("(0)", "")))


def address(url: str, initialisms: Collection[str] = ()) -> str:
    """Return a web or email address in full, each sign by its name.

    What is one of `initialisms`, in small letters, is said letter by letter: "I, A, S, K,".
    """
    words = re.sub(r"^(https?://|mailto:|tel:)", "", url).rstrip("/")
    for sign, name in _SIGNS:
        words = words.replace(sign, f" {name} ")
    words = re.sub(r"\d+", lambda figures: digits(figures[0]), " ".join(words.split()))
    words = re.sub(r"\bwww\b", "w w w", words)
    for each in initialisms:
        letters = f"{', '.join(each.upper())},"
        words = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", letters, words)
    return words.replace(" ,", ",").rstrip(",")


_SIGNS = [
    (".", "dot"), ("/", ", slash"), ("-", "dash"), ("_", "underscore"), ("@", "at"),
    ("?", "question mark"), ("=", "equals"), ("&", "and"), ("#", "hash"), ("%", "percent sign"),
    (":", "colon"), ("+", "plus"), ("~", "tilde"),
]  # fmt: skip


def _short_address(match: re.Match[str]) -> str:
    """Return the name of a web site alone. The whole address is said in the last chapter."""
    whole = match[0].rstrip(".,;:!?)”’\"'")
    host = re.sub(r"^https?://", "", whole).split("/")[0]
    return address(host) + match[0][len(whole) :]


def _date(match: re.Match[str]) -> str:
    day, month, year = match["day"], int(match["month"]), match["year"]
    if not (1 <= month <= _MONTHS and 1 <= int(day) <= _LONGEST_MONTH):
        return match[0]
    words = wording.of(wording.ENGLISH)
    return words("date-day", day=int(day), month=words.month(month), year=year).text


_MONTHS, _LONGEST_MONTH = 12, 31


def _money(match: re.Match[str]) -> str:
    pounds, part, large = match["pounds"], match["part"], match["large"]
    if large:
        return f"{pounds}{'.' + part if part else ''} {_LARGE.get(large, large)} pounds"
    if pounds == "0":
        pence = "1 penny" if part == "01" else f"{int(part or 0)} pence"
        return pence if int(part or 0) else "no pounds"
    if not int(part or 0):
        part = ""
    unit = "pound" if pounds == "1" else "pounds"
    return f"{pounds} {unit}" + (f" {part}" if part else "")


_LARGE = {"m": "million", "bn": "billion"}


def _time(match: re.Match[str]) -> str:
    """Return "9.30am" as "9 30 a m", and "9.00am" as "9 a m"."""
    minutes = "" if match["minutes"] in (None, "00") else f" {match['minutes']}"
    return f"{int(match['hour'])}{minutes} {digits(match['half'].replace('.', '').lower())}"


def _clock(match: re.Match[str]) -> str:
    minutes = "o'clock" if match[2] == "00" else match[2]
    return f"{int(match[1])} {minutes}"


def _decimal(match: re.Match[str]) -> str:
    """Return "6.17" as "6 point 1 7": a paragraph, or a decimal fraction."""
    whole, *parts = match[0].split(".")
    return " point ".join([whole, *map(digits, parts)])


def _spaced(match: re.Match[str]) -> str:
    return ", ".join(digits(group) for group in match.groups())


def _days(match: re.Match[str]) -> str:
    return f"{_DAYS[match[1]]} to {_DAYS[match[2]]}"


_DAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday",
    "Thur": "Thursday", "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday",
}  # fmt: skip
_ANY_DAY = "|".join(_DAYS)
_GROUP = r"[ -]?\d{2,4}"

_Replacement = str | Callable[[re.Match[str]], str]
_Rules = list[tuple[re.Pattern[str], _Replacement]]


def _compiled(rules: Iterable[tuple[str, _Replacement]]) -> _Rules:
    return [(re.compile(pattern), replacement) for pattern, replacement in rules]


_PHONE = (
    rf"(?<![\d.,£])(?:\+44 ?(?:\(0\) ?)?\d{{2,4}}|\(0\d{{2,4}}\)|0\d{{2,4}}(?![.]\d))"
    rf"(?:{_GROUP}){{1,3}}(?![\d])"
)
# A voice reads these out by their names, or stumbles over them.
_SILENT = (r"[*_“”\"«»<>|~^`{}\\#•·…■□▪●○◦►→←↑↓✓✔✗✘★☆☎✉†‡©®™¶\[\]()]", " ")
_APOSTROPHES = (r"(?<!\w)[‘'](?=\w)|(?<=\w|[.,;:!?])[’'](?!\w)", " ")
_ENGLISH = _compiled([
    (r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", lambda m: address(m[0])),
    (r"(?:https?://|www\.)\S+", _short_address),
    (_PHONE, lambda m: phone(m[0])),
    # Straight after figures these are heard as two more of them: "0 0 0 for" as "0 0 0 4".
    (r"(?<=\d \d) for:\s*$", ", for the following:"),
    (r"(?<=\d \d) (?=(?:for|to|too)\b)", ", "),
    (r"\b([Cc]all|[Rr]ing|[Dd]ial|[Tt]ext|[Pp]hone) (\d{3,6})(?![\d,.]\d|\d)",
     lambda m: f"{m[1]} {digits(m[2])}"),
    (r"\b([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]{2})\b", _spaced),
    (r"(?<![\d./])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d\d)(?![./]?\d)",
     _date),
    (r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", _date),
    (r"(?<![\d/])(\d{4})/(\d\d)(?![\d/])", r"\1 to \2"),
    (r"(?<=\d)\s?[–-]\s?(?=£)", " to "),
    (r"£(?P<pounds>\d+(?:,\d{3})*)(?:\.(?P<part>\d+))?(?:\s?(?P<large>million|billion|m|bn)\b)?",
     _money),
    (r"\b(\d+)p\b", r"\1 pence"),
    (r"(?<=\d)\s?%", " percent"),
    (r"\b(?P<hour>\d{1,2})(?:[.:](?P<minutes>\d\d))?\s?(?P<half>[ap]\.m\.|[ap]m\b|[AP]M\b)", _time),
    (r"(?<![\d:.])([01]\d|2[0-3]):([0-5]\d)(?![\d:])", _clock),
    (rf"\b({_ANY_DAY})\s?[–-]\s?({_ANY_DAY})\b", _days),
    (r"\bpp?\.\s?(?=\d)", "page "),
    (r"\bparas?\.?\s(?=\d)", "paragraph "),
    (r"§\s?", "section "),
    (r"\b[Nn]os?\.\s?(?=\d)", "number "),
    (r"(?<![\d.])\d+(?:\.\d+)+(?!\.?\d)", _decimal),
    (r"(?<=\d)\s?[–-]\s?(?=\d)|(?<=\b[ap] m)\s?[–-]\s?(?=\d)", " to "),
    (r"\be\.g\.,?", "for example,"),
    (r"\bi\.e\.,?", "that is,"),
    (r"\betc\b\.?", "and so on"),
    (r"\bTel\b\.?", "telephone"),
    (r"\band/or\b", "and or"),
    (r"(?<=\d)/(?=\d)", " slash "),
    (r"(?<=\w)\s?/\s?(?=\w)", " or "),
    (r"\s[–-]\s|\s?—\s?", ", "),
    (r"\s?[()\[\]]+", ", "),
    (r"&+", " and "),
    (r"\+", " plus "),
    (r"=", " equals "),
    (r"(?<=\s)<(?=\s)", "is less than"),
    (r"(?<=\s)>(?=\s)", "is more than"),
    (r"×", " times "),
    (r"°\s?C\b", " degrees"),
    (r"@", " at "),
    (r"#(?=\d)", "number "),
    (r"…|\.{3,}", ". "),
    _SILENT,
    _APOSTROPHES,
])  # fmt: skip
_OTHER = _compiled([(_PHONE, lambda m: phone(m[0])), _SILENT, _APOSTROPHES])
_TIDY = _compiled([
    (r"\s+", " "),
    (r" (?=[,.;:!?])", ""),
    # Of several marks with nothing to say between them one is enough of a pause.
    (r"(?<![,.;:!?])[,;:]+(?=[.!?])", ""),
    (r"([,.;:!?])[,;:]+", r"\1"),
    (r"([,.;:!?]) (?:[,;:.] ?)+", r"\1 "),
])  # fmt: skip


def saying(words: str, language: str = wording.ENGLISH, *, twice: bool = False) -> str:
    """Return `words` as they are given to a voice of `language`.

    The rules are English ones; words in other languages are given as they stand, without
    the signs that a voice would read out, and with telephone numbers digit by digit. `twice`
    says such a number once more, for who writes it down.
    """
    english = same(language, wording.ENGLISH)
    if twice:
        again = "Again: " if english else ""
        words = re.sub(_PHONE, lambda match: f"{match[0]}. {again}{match[0]}", words)
    for pattern, replacement in (*(_ENGLISH if english else _OTHER), *_TIDY):
        words = pattern.sub(replacement, words)
    return words.strip(" ,")


@cache
def known_names() -> dict[str, str]:
    """Return the British names that voices get wrong, with their respellings."""
    return tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a word is said: in letters ("senko", or a respelling, "TUN-bridge"), and as sounds."""

    written: str
    sounds: str = ""

    @property
    def letters(self) -> str:
        """What an engine gets that takes no sounds: a respelling in small letters."""
        return self.written.lower() if respelling.sounds(self.written) else self.written

    @property
    def ipa(self) -> str:
        """The sounds for an engine that takes them, or nothing."""
        return self.sounds or respelling.sounds(self.written)


class Sayer:
    """Says words with the glossary of one leaflet: "SENCO" is given as its `say`.

    `places` are names with their respellings: they come before the list that comes with us.
    """

    def __init__(
        self, glossary: Iterable[Term] = (), places: Mapping[str, str] | None = None
    ) -> None:
        said = [term for term in glossary if term.say or term.sounds]
        own = {
            name: Pronunciation(term.say or term.key, term.sounds)
            for term in said
            for name in (term.key, *term.variants)
        }
        others = {**known_names(), **(places or {})}
        respelt = {name: Pronunciation(written) for name, written in others.items()}
        self._says = {**respelt, **own}
        self.initialisms = [term.key.lower() for term in glossary if term.key.isupper()]
        """Those of the glossary, in small letters, as they stand in addresses."""
        names = "|".join(sorted(map(re.escape, self._says), key=len, reverse=True))
        self._names = re.compile(rf"(?<!\w)(?P<name>{names})(?=s?(?!\w))")

    def say(self, words: str, language: str = wording.ENGLISH, *, twice: bool = False) -> str:
        """Return `words` as they are given to a voice of `language`, as `saying` does."""
        if same(language, wording.ENGLISH):
            words = self._names.sub(lambda match: self._says[match["name"]].letters, words)
        return saying(words, language, twice=twice)

    def sounds(self, words: str) -> tuple[tuple[str, str], ...]:
        """Return the sounds of the names in `words`, each with the letters it is given as."""
        found = (self._says[match["name"]] for match in self._names.finditer(words))
        return tuple(dict.fromkeys((each.letters, each.ipa) for each in found if each.ipa))
