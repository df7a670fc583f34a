"""Dates, months and days of the week, and times of day."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from formats.facts.fact import Fact
from formats.facts.lexicon import Lexicon, any_of

_ISO = re.compile(r"(?<![\w/-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])")
# As in the United Kingdom: the day first.
_SLASHED = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)")
_YEAR = re.compile(r"(?<![\w.,£€$/-])((?:19|20)\d{2})(?:([/–-])(\d{2}|\d{4}))?(?![\w%]|[.,:]\d)")
_CLOCK = re.compile(r"(?<![\w.:])([01]?\d|2[0-3]):([0-5]\d)(?![\w:])")
_HALF_DAY, _CENTURY, _TWO_FIGURES = 12, 2000, 100


@dataclass(frozen=True)
class _Patterns:
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month_year: re.Pattern[str]
    month_alone: re.Pattern[str]
    weekday: re.Pattern[str]
    half: re.Pattern[str]
    whole: re.Pattern[str]
    morning: frozenset[str]


@cache
def _patterns(words: Lexicon) -> _Patterns:
    months, weekdays = words.numbered("months"), words.numbered("weekdays")
    unsure = set(words.words.get("month-ambiguous", ()))
    month, sure = any_of(months), any_of(set(months) - unsure)
    th = f"(?:{words.alternatives('ordinals')})?"
    year = r"(?:,? (\d{4}))?(?!\w)"
    after = words.alternatives("month-after")
    am, pm = words.words.get("am", ()), words.words.get("pm", ())
    hour = r"(?<![\w.:])(0?\d|1[0-2])(?:[.:]([0-5]\d))?"
    flags = re.IGNORECASE
    return _Patterns(
        months, weekdays,
        re.compile(rf"(?<![\w.,])(\d{{1,2}}){th}(?: of| o)? (?:({month})\b\.?){year}", flags),
        re.compile(rf"\b({month})\b\.? (\d{{1,2}}){th}(?![\w.:]){year}", flags),
        re.compile(rf"\b({month})\b\.? (\d{{4}})(?!\w)", flags),
        re.compile(rf"\b(?:({sure})|(?:{after}) ({month}))\b", flags),
        re.compile(rf"\b({any_of(weekdays)})\b", flags),
        re.compile(rf"{hour} ?({any_of((*am, *pm))})(?!\w)", flags),
        re.compile(rf"{hour} ?(?:{words.alternatives('o-clock')})(?!\w)", flags),
        frozenset(am),
    )  # fmt: skip


def dates(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield dates, each as much of it as is said, and days of the week."""
    taken = bytearray(len(text))
    for fact in _dates(text, _patterns(words)):
        if not any(taken[fact.start : fact.end]):
            taken[fact.start : fact.end] = b"1" * (fact.end - fact.start)
            yield fact


def _dates(text: str, has: _Patterns) -> Iterator[Fact]:
    for match in _ISO.finditer(text):
        yield _date(match, match[1], match[2], match[3])
    for match in _SLASHED.finditer(text):
        year = int(match[4]) + (_CENTURY if int(match[4]) < _TWO_FIGURES else 0)
        yield _date(match, year, match[3], match[1])
    for match in has.day_first.finditer(text):
        yield _date(match, match[3], has.months[match[2].lower()], match[1])
    for match in has.month_first.finditer(text):
        yield _date(match, match[3], has.months[match[1].lower()], match[2])
    for match in has.month_year.finditer(text):
        yield _date(match, match[2], has.months[match[1].lower()])
    for match in has.month_alone.finditer(text):
        group = 1 if match[1] else 2
        if match[group][0].isupper():  # "in May", but not "in march"
            yield _date(match, "", has.months[match[group].lower()], start=match.start(group))
    for match in _YEAR.finditer(text):
        value = match[1] + (f"/{match[3][-2:]}" if match[3] else "")
        yield Fact("date", value, match.start(), match.end())
    for match in has.weekday.finditer(text):
        if match[1].split()[-1][0].isupper() or has.weekdays[match[1].lower()] >= 8:  # noqa: PLR2004
            value = f"weekday-{has.weekdays[match[1].lower()]}"
            yield Fact("date", value, match.start(), match.end())


def _date(
    match: re.Match[str], year: str | int | None, month: str | int, day: str = "", start: int = -1
) -> Fact:
    parts = [f"{int(month):02}"] + ([f"{int(day):02}"] if day else [])
    value = "-".join([str(year) if year else "-", *parts])
    return Fact("date", value, match.start() if start < 0 else start, match.end())


def times(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield times of day."""
    has = _patterns(words)
    for match in has.half.finditer(text):
        hour = int(match[1]) % _HALF_DAY
        hour += 0 if match[3].lower() in has.morning else _HALF_DAY
        yield _time(match, hour, match[2])
    rest = has.half.sub(lambda match: "\x00" * len(match[0]), text)
    for match in has.whole.finditer(rest):
        yield _time(match, int(match[1]), match[2])
    for match in _CLOCK.finditer(rest):
        yield _time(match, int(match[1]), match[2])
    for name, hour in (("noon", _HALF_DAY), ("midnight", 0)):
        for match in re.finditer(rf"\b(?:{words.alternatives(name)})\b", rest, re.IGNORECASE):
            yield _time(match, hour, "")


def _time(match: re.Match[str], hour: int, minute: str | None) -> Fact:
    return Fact("time", f"{hour:02}:{int(minute or 0):02}", match.start(), match.end())
