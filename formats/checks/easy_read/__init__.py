"""Checks of the easy-read text of a leaflet: what a machine can hold it to.

::

    text         the easy-read text as the rules see it: parts, rows, passages, sentences
    sentences    how long they are, how many things they say, who does what
    verbs        (of `sentences`) which words are verbs
    marks        semicolons, brackets, percentages, Roman numerals, numbers as words
    words        hard words and their explanations, abbreviations, everyday words, one name a thing
    vocabulary   (of `words`) which words are everyday ones
    english      (of both) rules for English alone
    pictures     one for each idea, and not the same twice
    length       how many pages, and whether any section was left out
    strength     “must” stays “must”, and none is invented
    readability  figures, and no findings: how hard each view is to read

A rule is a small function from the text to findings. The rules follow “Making written
information easier to understand for people with learning disabilities” (Department of
Health, 2010). What the words and pictures mean to people, only people can say: that is
what the sign-off is for. A leaflet with no easy-read text has no findings here.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import ClassVar, Literal, Protocol

from formats.checks.easy_read import length, marks, pictures, sentences, strength, words
from formats.checks.easy_read.text import EasyText
from formats.model import Leaflet
from formats.model.findings import Finding

Rule = Callable[[EasyText], Iterator[Finding]]


class Group(Protocol):
    """A module of rules: what its codes mean, rules for any language, rules for English."""

    @property
    def CODES(self) -> Mapping[str, str]: ...  # noqa: N802 - a module's constant
    @property
    def RULES(self) -> tuple[Rule, ...]: ...  # noqa: N802
    @property
    def ENGLISH_RULES(self) -> tuple[Rule, ...]: ...  # noqa: N802


_GROUPS: tuple[Group, ...] = (sentences, marks, words, pictures, length, strength)


class EasyRead:
    """All the easy-read rules."""

    subject: ClassVar[Literal["source"]] = "source"
    codes: ClassVar[Mapping[str, str]] = {c: m for group in _GROUPS for c, m in group.CODES.items()}

    def check(self, leaflet: Leaflet, today: date) -> Iterator[Finding]:  # noqa: ARG002
        """Yield what the rules say of the easy-read text, in order of the rules."""
        text = EasyText(leaflet)
        if not text.rows:
            return
        for group in _GROUPS:
            english = group.ENGLISH_RULES if text.is_english else ()
            for rule in (*group.RULES, *english):
                yield from rule(text)
