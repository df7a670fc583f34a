"""A text -> its force: must, should, can, not, only … and, for a duty, who must do what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from formats.facts import lexicon
from formats.facts.fact import Fact
from formats.facts.finding import without
from formats.facts.lexicon import Lexicon, any_of

DUTIES: Final = frozenset(
    {"must", "must-not", "need", "need-not", "should", "should-not", "cannot", "may-not"}
)
_MODALS: Final = DUTIES | {"may", "might", "can", "could", "could-not", "will", "will-not", "would",
                           "would-not"}  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_CLAUSE_END: Final = re.compile(r"[.;:!?…]")
_SHORTEST_PLURAL: Final = 4


@dataclass(frozen=True, slots=True)
class Force:
    """A word that says how strongly something is so, or under what limits.

    `kind` is one for all its forms ("must" of "have to"); `words` as they stand at `start`.
    `actor` is who must, should or can, if a word says it; `subject` all words that matter from
    the beginning of the clause to the “must”; `deed` those of the whole clause, of a duty
    (`DUTIES`). Sets, so that "children and parents" is the same as "parents and children".
    """

    kind: str
    words: str
    start: int
    actor: str = ""
    subject: frozenset[str] = frozenset()
    deed: frozenset[str] = frozenset()


def force(text: str, language: str, found: tuple[Fact, ...] = ()) -> tuple[Force, ...]:
    """Return the force of a text in a language (BCP 47), in order.

    `found` are its facts, in which there is none: May is a month. A language without a file
    here (`is_known`) has none that can be told.
    """
    words = lexicon.of(language)
    if not words.words:
        return ()
    rest = without(lexicon.levelled(text), found)
    return tuple(_each(rest, words))


def mattering(text: str, language: str) -> tuple[str, ...]:
    """Return the words of a text that say more than how it hangs together, in the singular."""
    return tuple(_mattering(lexicon.levelled(text), lexicon.of(language)))


def _each(text: str, words: Lexicon) -> Iterator[Force]:
    kinds, pattern = _forms(words)
    for match in pattern.finditer(text):
        kind = kinds[_plain(match[0], words)]
        if kind in _MODALS:
            subject = _subject(text, match, words)
            deed = _deed(text, match, words) if kind in DUTIES else frozenset[str]()
            actor = subject[-1] if subject else ""
            yield Force(kind, match[0], match.start(), actor, frozenset(subject), deed)
        else:
            yield Force(kind, match[0], match.start())


@cache
def _forms(words: Lexicon) -> tuple[Mapping[str, str], re.Pattern[str]]:
    table: Mapping[str, list[str]] = words.table("force")
    kinds = {form: kind for kind, forms in table.items() for form in forms}
    # "must also not" is "must not"; "No. 5" is a number.
    forms = any_of(kinds).replace(" ", rf" (?:(?:{words.alternatives('between')}) )?")
    pattern = rf"(?<![\w'-])(?!no\. ?[\d\0])(?:{forms})(?![\w'-])"
    return kinds, re.compile(pattern, re.IGNORECASE)


def _plain(form: str, words: Lexicon) -> str:
    """Return a form as the lexicon has it."""
    kinds, _ = _forms(words)
    form = form.lower()
    between = words.words.get("between", ())
    return form if form in kinds else " ".join(w for w in form.split() if w not in between)


def _subject(text: str, modal: re.Match[str], words: Lexicon) -> list[str]:
    """Return the words for who it is that must: before the “must”, or the first after it."""
    if words.actor_follows:
        if modal[0].endswith(words.addressing):
            return [words.addressed]  # "dylech" is "you should"
        return _mattering(text[modal.end() :], words)[:1]
    return _mattering(text[_clause_begin(text, modal.start()) : modal.start()], words)


def _deed(text: str, modal: re.Match[str], words: Lexicon) -> frozenset[str]:
    end = _CLAUSE_END.search(text, modal.end())
    clause = text[_clause_begin(text, modal.start()) : end.start() if end else None]
    return frozenset(_mattering(clause, words))


def _clause_begin(text: str, before: int) -> int:
    ends = [match.end() for match in _CLAUSE_END.finditer(text, 0, before)]
    return ends[-1] if ends else 0


def _mattering(text: str, words: Lexicon) -> list[str]:
    light = words.fillers | _of_forms(words)
    found = (match[0].casefold() for match in _WORD.finditer(text))
    return [singular(word) for word in found if word not in light]


@cache
def _of_forms(words: Lexicon) -> frozenset[str]:
    """Return all words that forms are made of: "least" says nothing beside "at least"."""
    kinds, _ = _forms(words)
    return frozenset(word for form in kinds for word in form.split())


def singular(word: str) -> str:
    """Return `word` without the "s" of a plural or of a possessive: "schools" is "school"."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) < _SHORTEST_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    return word.removesuffix("s")
