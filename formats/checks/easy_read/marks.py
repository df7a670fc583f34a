"""Marks that are hard to read: semicolons, brackets, per cent, Roman and written numbers."""

import re
from collections.abc import Iterator
from typing import Final

from formats.checks.easy_read.text import EasyText
from formats.model.findings import Finding, Severity

CODES: Final = {
    "easy-semicolon": "There is a semicolon.",
    "easy-bracket": "There is a bracket.",
    "easy-percentage": "There is a percentage.",
    "easy-roman-numeral": "A number is written in Roman numerals.",
    "easy-number-word": "A number over one is written as a word.",
}
ROMAN: Final = re.compile(
    r"\b(?:(?=[IVX]{2,}\b)X{0,3}(?:IX|IV|V?I{0,3})|"
    r"(?<=[Cc]hapter )[IVX]|(?<=[Pp]art )[IVX]|(?<=[Ss]ection )[IVX])\b"
)
_BRACKET = re.compile(r"[()\[\]{}]")
_PERCENTAGE = re.compile(r"(?<![\d.,])\d[\d.,]*\s*%|%|\bper ?cent(?:age)?s?\b", re.IGNORECASE)
_UNITS = "two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_LARGE = "hundreds?|thousands?|millions?|billions?|dozens?"
# “One” is left out: it is a pronoun more often than a number. “5 million” is best as it is.
_NUMBER_WORD = re.compile(
    rf"(?<!\d )\b(?:(?:{_TENS})[ -](?:one|{_UNITS})|{_UNITS}|{_TENS}|{_TEENS}|{_LARGE})\b",
    re.IGNORECASE,
)


def semicolons(text: EasyText) -> Iterator[Finding]:
    """Yield the sentences with a semicolon."""
    for passage, sentence in text.sentences():
        if ";" in sentence.text:
            message = f"{sentence.excerpt} has a semicolon. Write two sentences."
            yield passage.finding("easy-semicolon", Severity.ERROR, message)


def brackets(text: EasyText) -> Iterator[Finding]:
    """Yield the sentences with a bracket."""
    for passage, sentence in text.sentences():
        if _BRACKET.search(sentence.text):
            message = (
                f"{sentence.excerpt} has a bracket. Leave out what is in it, "
                "or say it in a sentence of its own."
            )
            yield passage.finding("easy-bracket", Severity.ERROR, message)


def percentages(text: EasyText) -> Iterator[Finding]:
    """Yield the sentences with a percentage."""
    for passage, sentence in text.sentences():
        if found := _PERCENTAGE.search(sentence.text):
            message = f"“{found[0]}” is a percentage. Say “half”, “1 in 4” or “most” instead."
            yield passage.finding("easy-percentage", Severity.ERROR, message)


def roman_numerals(text: EasyText) -> Iterator[Finding]:
    """Yield the Roman numerals."""
    for passage, sentence in text.sentences():
        for found in ROMAN.finditer(sentence.text):
            message = f"“{found[0]}” is a Roman numeral. Write the number in figures."
            yield passage.finding("easy-roman-numeral", Severity.ERROR, message)


def number_words(text: EasyText) -> Iterator[Finding]:
    """Yield the numbers written as words."""
    for passage, sentence in text.sentences():
        for found in dict.fromkeys(_NUMBER_WORD.findall(sentence.text)):
            message = f"“{found}” is a number as a word. Write it in figures."
            yield passage.finding("easy-number-word", Severity.ERROR, message)


RULES: Final = (semicolons, brackets, percentages, roman_numerals)
ENGLISH_RULES: Final = (number_words,)
