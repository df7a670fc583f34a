"""Phrases by key, out of one TOML file a language, filled in and marked with their language.

A phrase is words with {places} to fill; one that counts has a form for each plural category it
needs (`one`, `other`: Unicode CLDR), chosen by the value of `count`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from formats.model import Added, Signoff
from formats.storage import tables
from formats.text import dates, language

ENGLISH: Final = language.DEFAULT
"""The language that a phrase is in where a language has none of its own."""
_FOLDER = Path(__file__).parent


def languages() -> list[str]:
    """Return the languages that have words here, as base languages."""
    return sorted(path.stem for path in _FOLDER.glob("*.toml"))


@cache
def of(tag: str) -> "Wording":
    """Return the words for a text in the language `tag` (BCP 47)."""
    return Wording(tag)


class Wording:
    """The words for a text in one language, or in English where it has none."""

    def __init__(self, tag: str) -> None:
        self._english = _phrases("en")
        base = language.base(tag)
        own = base if base in languages() else ""
        self._own: Mapping[str, Any] = _phrases(own) if own else {}
        self._tag = tag

    def __call__(self, key: str, **values: object) -> Added:
        """Return the phrase called `key`, its places filled in with `values`."""
        if key in self._own:
            return Added(_filled(self._own[key], values), self._tag)
        tag = self._tag if language.same(self._tag, ENGLISH) else ENGLISH
        return Added(_filled(self._english[key], values), tag)

    def date(self, written: str) -> Added:
        """Return an edition as people write it: "2025-10" is "October 2025"."""
        match dates.fields(written):
            case (year, month, day):
                return self("date-day", day=day, month=self.month(month), year=year)
            case (year, month):
                return self("date-month", month=self.month(month), year=year)
            case _:
                return Added(written, self._tag)

    def month(self, number: int) -> str:
        """Return the name of a month, by its number."""
        return self("months").text.split()[number - 1]

    def edition(self, written: str) -> Added | None:
        """Return "Edition: October 2025", or None if no edition is named."""
        return self("edition", date=self.date(written).text) if written else None

    def signoff(self, state: Signoff) -> Added:
        """Return what an easy-read edition says of its checking by people."""
        if state.state == "none" or not state.by:
            return self("draft")
        key = "checked" if state.state == "current" else "draft-lapsed"
        return self(key, who=state.by, date=self.date(state.on).text)


def _filled(phrase: str | Mapping[str, str], values: Mapping[str, object]) -> str:
    if isinstance(phrase, Mapping):
        form = "one" if values["count"] == 1 else "other"
        phrase = phrase.get(form) or phrase["other"]
    return phrase.format(**values)


@cache
def _phrases(base: str) -> Mapping[str, Any]:
    return tables.read(_FOLDER / f"{base}.toml")
