"""The words that facts and force are written with, by language."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from formats.text import language

_FOLDER: Final = Path(__file__).parent
_NEVER: Final = re.compile(r"(?!)")
_APOSTROPHES: Final = str.maketrans("’‘ʼ", "'''")


def levelled(text: str) -> str:
    """Return `text` with each apostrophe and odd space as a keyboard has it, letter for letter."""
    return text.translate(_APOSTROPHES).replace("\u00a0", " ").replace("\u202f", " ")


def is_known(tag: str) -> bool:
    """Whether the force of a text in this language can be told."""
    return language.base(tag) in _bases()


@cache
def _bases() -> frozenset[str]:
    return frozenset(path.stem for path in _FOLDER.glob("*.toml"))


def of(tag: str) -> "Lexicon":
    """Return the words of a language (BCP 47): none for one that has no file here."""
    base = language.base(tag)
    return _read(base if base in _bases() else "")


@cache
def _read(base: str) -> "Lexicon":
    if not base:
        return Lexicon({})
    return Lexicon(tomllib.loads((_FOLDER / f"{base}.toml").read_text("utf-8")))


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language. There is one object for each, so that it can be a key."""

    words: Mapping[str, Any]

    def table(self, name: str) -> dict[str, Any]:
        """Return the table of that name, its keys as they are written."""
        return dict(self.words.get(name, {}))

    def numbered(self, name: str) -> dict[str, int]:
        """Return words with the numbers they stand for. A row can have several, between `|`."""
        rows = self.table(name).items()
        return {word: number for words, number in rows for word in words.split("|")}

    def alternatives(self, name: str) -> str:
        """Return the words of a list or the keys of a table as part of a regular expression."""
        found: Iterable[str] = self.words.get(name, ())
        return any_of(word for words in found for word in words.split("|"))

    @cached_property
    def fillers(self) -> frozenset[str]:
        """Words without which a sentence says the same of who must do what."""
        return frozenset(" ".join(self.words.get("fillers", ())).split())

    @cached_property
    def opposites(self) -> frozenset[frozenset[str]]:
        """Pairs of words of which one says the contrary of the other."""
        return frozenset(frozenset(pair) for pair in self.words.get("opposites", ()))

    @cached_property
    def actor_follows(self) -> bool:
        """Whether who must do something is named after the “must”, as in Welsh."""
        return bool(self.words.get("actor-follows", False))

    @cached_property
    def addressing(self) -> tuple[str, ...]:
        """Endings of a “must” that say who must, as in Welsh: "dylech" is "you should"."""
        return tuple(self.words.get("addressing", ()))

    @cached_property
    def addressed(self) -> str:
        """The word for whom `addressing` means."""
        return str(self.words.get("addressed", ""))


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of `words`, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered) or "(?!)"


def compiled(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Return a pattern, or one that never matches if there is nothing to look for."""
    return re.compile(pattern, flags) if pattern else _NEVER
