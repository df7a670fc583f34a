"""Telephone numbers. phonenumbers, Google's library, has its home here.

Loading it takes 50 ms, which a text without a row of figures need not pay.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from formats.facts.fact import Fact
from formats.facts.lexicon import Lexicon

_REGION: Final = "GB"
_ROW: Final = re.compile(r"(?<![\w.,])[+(]?\d[\d() .–/-]{4,24}\d(?!\w)")
# A number that cannot be, as one with a figure too few, is one that readers will try to call.
_DIALLED: Final = re.compile(r"(?<![\w.,])(?:\+|\(?0)\d?[\d() -]{6,20}\d(?!\w)")
_FEWEST, _MOST = 9, 15


def numbers(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield telephone numbers: those of the United Kingdom, and of other countries with a +."""
    taken = bytearray(len(text))
    for fact in _each(text, words):
        if not any(taken[fact.start : fact.end]):
            taken[fact.start : fact.end] = b"1" * (fact.end - fact.start)
            yield fact


def _each(text: str, words: Lexicon) -> Iterator[Fact]:
    """Yield what can be a number, what is known to be one first."""
    if _ROW.search(text):
        yield from _known(text)
        for match in _DIALLED.finditer(text):
            digits = re.sub(r"\D", "", match[0])
            if _FEWEST <= len(digits) <= _MOST:
                yield Fact("telephone", digits, match.start(), match.end())
    for match in _called(words).finditer(text):
        yield Fact("telephone", re.sub(r"\D", "", match[1]), match.start(1), match.end(1))


def value(written: str) -> str:
    """Return the value of what is known to be a telephone number, whatever it looks like."""
    found = next(_known(written), None)
    return found.value if found else re.sub(r"\D", "", written)


def _known(text: str) -> Iterator[Fact]:
    import phonenumbers

    possible = phonenumbers.Leniency.POSSIBLE
    for found in phonenumbers.PhoneNumberMatcher(text, _REGION, leniency=possible):
        # Without a nought or a plus it is a year to a year, a range or a reference.
        if found.raw_string.lstrip("(")[:1] in ("0", "+"):
            value = phonenumbers.format_number(
                found.number, phonenumbers.PhoneNumberFormat.E164
            ) + (f";ext={found.number.extension}" if found.number.extension else "")
            yield Fact("telephone", value, found.start, found.end)


@cache
def _called(words: Lexicon) -> re.Pattern[str]:
    """Return what finds short numbers, known by the word before them: "text 85258"."""
    on = words.alternatives("calling-on")
    before = rf"\b(?:{words.alternatives('calling')})\.?:? (?:(?:{on}) )?"
    return re.compile(rf"{before}(\d{{3}}(?: ?\d{{2,4}}){{0,2}})(?![\w%]|[.,:]\d)", re.IGNORECASE)
