"""Is every word of an edition in a rendition, in order, and in its language?

A renderer adds words of its own machinery ("Page 3"), so the words of the edition must be a
subsequence of the rendition's. Words are compared as runs of letters and digits: a hyphen may
become a line end, and punctuation may be set apart, but no letter may go or move.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from formats.model import Edition
from formats.model.walk import Piece, edition_passages
from formats.text import language

_WORD = re.compile(r"\w+")
_UNSEEN = re.compile("[\u00ad\u200b]")  # soft hyphen, zero width space
_BEFORE, _AFTER = 3, 5

Passage = Iterable[Piece]
"""A run of text: words with their language (BCP 47)."""


class Word(NamedTuple):
    """A word of a rendition, and the language it is marked to be in."""

    text: str
    language: str


class Difference(NamedTuple):
    """What differs first: `words` that are not there, or there in another language."""

    words: str
    expected: str = ""
    found: str = ""

    @property
    def is_of_language(self) -> bool:
        """Whether the words are there, but in the language `found` and not `expected`."""
        return bool(self.expected)


def tokens(text: str) -> list[str]:
    """Return the words of `text`. NFKC folds ligatures, soft hyphens and odd spaces go."""
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    """Return `text` without ligatures, and without what only says where a line may end."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def spoken(passages: Iterable[Passage]) -> Iterator[Word]:
    """Yield the words of passages; each is in the language that its first letter is in."""
    for passage in passages:
        yield from _words(list(passage))


def _words(pieces: list[Piece]) -> Iterator[Word]:
    if len({tag for _, tag in pieces}) == 1:
        yield from (Word(word, pieces[0][1]) for word in tokens("".join(t for t, _ in pieces)))
        return
    folded = [(_folded(t), tag) for t, tag in pieces]
    whole = "".join(text for text, _ in folded)
    tags = [tag for text, tag in folded for _ in text]
    yield from (Word(match[0], tags[match.start()]) for match in _WORD.finditer(whole))


def differences(edition: Edition, found: Iterable[Passage]) -> Iterator[Difference]:
    """Yield the first word that does not follow in order, and the first in a wrong language.

    At most one of each, with a few words around it, so that a person finds the place.
    """
    wanted = list(spoken(edition_passages(edition)))
    remaining = spoken(found)
    wrong: Difference | None = None
    for index, word in enumerate(wanted):
        there = next((each for each in remaining if each.text == word.text), None)
        if there is None:
            yield Difference(_around(wanted, index))
            break
        if wrong is None and not language.same(word.language, there.language):
            wrong = Difference(_around(wanted, index), word.language, there.language or "none")
    if wrong:
        yield wrong


def _around(wanted: list[Word], index: int) -> str:
    return " ".join(word.text for word in wanted[max(0, index - _BEFORE) : index + _AFTER])


def missing(expected: Iterable[str], found: str) -> list[str]:
    """Return the first word of `expected` that does not follow in order in `found`.

    It comes with the 3 words before it and the 4 after it. Nothing missing gives an empty list.
    """
    wanted = tokens(" ".join(expected))
    remaining = iter(tokens(found))
    for index, word in enumerate(wanted):
        if word not in remaining:
            return wanted[max(0, index - _BEFORE) : index + _AFTER]
    return []
