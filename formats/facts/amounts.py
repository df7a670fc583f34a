"""Sums of money, percentages, durations, paragraph numbers, and whatever else is a number."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from formats.facts.fact import Fact, FactKind
from formats.facts.lexicon import Lexicon, any_of

_FIGURES: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SYMBOLS: Final = {"£": "GBP", "€": "EUR", "$": "USD"}
_MANY: Final = {"k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9,
                "thousand": 1_000, "miliwn": 1_000_000}  # fmt: skip
_SYMBOL: Final = re.compile(
    rf"([£€$]) ?({_FIGURES})(?: ?({any_of(_MANY)})\b)?(?!\d)", re.IGNORECASE
)
# Letters may touch it: "KS2", "Year 7a", "6.17", "3–5" are one, one, one and two.
_NUMBER: Final = re.compile(
    r"(?<!\w)[A-Za-z]{0,4}\d+(?:,\d{3})*(?:[.:/]\d+)*[A-Za-z]{0,4}(?!\w)|\d+"
)
_PLACE: Final = r"[A-Z]{0,2}\d+(?:\.\d+)*[a-z]?(?:\(\w{1,4}\))*"
_CENT = Decimal("0.01")
_HUNDRED: Final = 100


@dataclass(frozen=True)
class _Patterns:
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    locators: Mapping[str, str]
    currencies: Mapping[str, str]
    spelt: re.Pattern[str]
    sum: re.Pattern[str]
    percentage: re.Pattern[str]
    duration: re.Pattern[str]
    frequency: re.Pattern[str]
    how_often: Mapping[str, int]
    frequencies: Mapping[str, str]
    locator: re.Pattern[str]
    signs: re.Pattern[str]


def _each(table: Mapping[str, str]) -> dict[str, str]:
    return {word: value for words, value in table.items() for word in words.split("|")}


@cache
def _patterns(words: Lexicon) -> _Patterns:
    numbers = words.numbered("numbers")
    units, locators = _each(words.table("units")), _each(words.table("locators"))
    currencies = _each(words.table("currencies"))
    frequencies = _each(words.table("frequencies"))
    single = words.numbered("units-only")
    scales = words.numbered("scales")
    one = any_of((*numbers, *single))
    spelt = rf"(?:(?:{one}|an?)[ -])?(?:{any_of(scales)})(?: (?:and )?(?:{one})(?:[ -](?:{one}))?)?"
    plain = rf"(?:{any_of(numbers)})(?:[ -](?:{any_of((*numbers, *single))}))?"
    any_number = rf"({_FIGURES}|{spelt}|{plain}|{any_of(single)})"
    counted = rf"(?<![\w.,]){any_number}[ -]?"
    flags = re.IGNORECASE
    how_often = words.numbered("how-often")
    often = (*frequencies, *how_often)
    signs = any_of((*numbers, *scales, *_month_and_day_words(words), *single, *often))
    return _Patterns(
        {**numbers, **single, **scales}, units, locators, currencies,
        re.compile(rf"(?<![\w-])(?:{spelt}|{plain})(?![\w-])", flags),
        re.compile(rf"{counted}({any_of(currencies)})\b|(?<![\w.,])({_FIGURES})(p)\b", flags),
        re.compile(rf"{counted}(?:%|(?:{words.alternatives('percent')})\b)", flags),
        re.compile(rf"{counted}({any_of(units)})(?!\w)", flags),
        re.compile(
            rf"(?<!\w)(?:({any_of(how_often)}) ({any_of(units)})|({any_of(frequencies)}))(?!\w)",
            flags,
        ),
        how_often, frequencies,
        re.compile(rf"\b({any_of(locators)}) ({_PLACE})(?!\w)", flags),
        re.compile(rf"\b(?:{signs})\b", flags),
    )  # fmt: skip


def _month_and_day_words(words: Lexicon) -> list[str]:
    hours = [*words.words.get("noon", ()), *words.words.get("midnight", ())]
    return [*words.numbered("months"), *words.numbered("weekdays"), *hours]


def signs(words: Lexicon) -> re.Pattern[str]:
    """Return what finds any word that a fact without figures could be written with."""
    return _patterns(words).signs


def sums(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield sums of money, in the main unit of their currency."""
    for match in _SYMBOL.finditer(text):
        value = Decimal(match[2].replace(",", "")) * _MANY.get((match[3] or "").lower(), 1)
        yield _sum(match, _SYMBOLS[match[1]], value)
    has = _patterns(words)
    for match in has.sum.finditer(_SYMBOL.sub(lambda m: "\x00" * len(m[0]), text)):
        currency = "GBX" if match[4] else has.currencies[match[2].lower()]
        value = _value(match[1] or match[3], has.numbers)
        pence = currency == "GBX"
        yield _sum(match, "GBP" if pence else currency, value / _HUNDRED if pence else value)


def _sum(match: re.Match[str], currency: str, value: Decimal) -> Fact:
    return Fact("sum", f"{currency} {value.quantize(_CENT)}", match.start(), match.end())


def percentages(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield percentages."""
    has = _patterns(words)
    for match in has.percentage.finditer(text):
        value = _value(match[1], has.numbers).normalize()
        yield Fact("percentage", f"{value:f}", match.start(), match.end())


def durations(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield numbers of minutes, days, years and such, and how often: "a week" of "once a week"."""
    has = _patterns(words)
    for match in has.frequency.finditer(text):
        yield from _frequency(match, has)
    for match in has.duration.finditer(text):
        value = _value(match[1], has.numbers).normalize()
        unit = has.units[match[2].lower()]
        yield Fact("duration", f"{value:f} {unit}", match.start(), match.end())


def _frequency(match: re.Match[str], has: _Patterns) -> Iterator[Fact]:
    """Yield how often, and before it how many times if the same words say so ("twice a")."""
    start = match.start()
    times = has.how_often[match[1].lower()] if match[1] else 0
    if times:
        end = start + match[1].index(" ")
        yield Fact("number", str(times), start, end)
        start = end + 1
    unit = has.units[match[2].lower()] if match[1] else has.frequencies[match[3].lower()]
    yield Fact("duration", f"each {unit}", start, match.end())


def locators(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield places in a work or a building: "paragraph 6.17", of which 6.1 and 6.10 are two."""
    has = _patterns(words)
    for match in has.locator.finditer(text):
        value = f"{has.locators[match[1].lower()]} {match[2].casefold()}"
        yield Fact("paragraph", value, match.start(), match.end())


def numbers(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield all other numbers, in figures and in words."""
    kind: FactKind = "number"
    has = _patterns(words)
    for match in _NUMBER.finditer(text):
        value = match[0].replace(",", "").casefold()
        yield Fact(kind, value.lstrip("0") or "0", match.start(), match.end())
    for match in has.spelt.finditer(text):
        value = f"{_value(match[0], has.numbers).normalize():f}"
        yield Fact(kind, value, match.start(), match.end())


def _value(written: str, numbers: Mapping[str, int]) -> Decimal:
    """Return the number that figures or words stand for."""
    if written[:1].isdigit():
        return Decimal(written.replace(",", ""))
    if written.lower() in numbers:
        return Decimal(numbers[written.lower()])
    total, group = 0, 0
    for word in re.split(r"[ -]", written.lower()):
        number = numbers.get(word, 0)
        if number >= _HUNDRED:
            group = max(group, 1) * number
            total, group = total + group, 0
        else:
            group += number
    return Decimal(total + group)
