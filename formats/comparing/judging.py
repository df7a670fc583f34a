"""Two forms of a sentence -> what is different between them, each with its grade."""

from collections import Counter
from collections.abc import Iterator

from formats.comparing import marks, stakes
from formats.comparing.alignment import likeness
from formats.comparing.changes import Grade, Reason
from formats.comparing.sentences import Sentence
from formats.facts import is_known
from formats.facts.fact import KINDS
from formats.facts.force import mattering
from formats.text import language

_LIGHT = frozenset({"pronunciation"})
"""Kinds of passage that nobody reads."""
_REWRITTEN = 0.5
"""Likeness (0 to 1) of what matters in two sentences, under which one was written anew."""
_ORDER = (*KINDS, "link", "force", "actor", "deed", "section", "sentence", "term")
_RANKS = {kind: number for number, kind in enumerate(_ORDER)}
_LAST = len(_ORDER)


def different(old: Sentence, new: Sentence, hard: frozenset[str]) -> tuple[Reason, ...]:
    """Return what is different between two forms of a sentence, the gravest first.

    `hard` are the hard words that only one of the editions explains. Nothing is returned for
    two forms that readers cannot tell from each other.
    """
    found = [
        *marks.of_links(old, new),
        *marks.of_pictures(old, new),
        *marks.of_languages(old, new),
        *marks.of_surroundings(old, new),
    ]
    if old.words == new.words:
        found += marks.of_emphasis(old, new, hard)
    else:
        found += [*stakes.of_facts(old, new), *stakes.of_force(old, new), _words(old, new)]
    return ordered(found)


def _mattering(sentence: Sentence) -> Counter[str]:
    return Counter(mattering(sentence.words, sentence.tag))


def ordered(found: list[Reason]) -> tuple[Reason, ...]:
    """Return reasons, the gravest first."""

    def rank(reason: Reason) -> tuple[int, int]:
        return -reason.grade, _RANKS.get(reason.kind, _LAST)

    return tuple(sorted(found, key=rank))


def _words(old: Sentence, new: Sentence) -> Reason:
    if old.bare == new.bare:
        return Reason(Grade.WORDING, "marks", "only punctuation or capitals changed")
    if not is_known(new.tag):
        says = (
            f"words in a language ({language.base(new.tag)}) whose “must” and “not” this program "
            "does not know: somebody who reads it must look"
        )
        return Reason(Grade.MEANING, "words", says)
    alike = likeness(_mattering(old), _mattering(new))
    if new.passage.kind == "term" and alike < 1:
        return Reason(Grade.MEANING, "definition", "what a word is said to mean")
    if alike < _REWRITTEN:
        return Reason(Grade.MEANING, "sentence", "most words that matter are others")
    if old.counted == new.counted:
        return Reason(Grade.WORDING, "order", "the same words stand in another order")
    return Reason(Grade.WORDING, "words", "other words")


def alone(sentence: Sentence, what: str, *, new: bool) -> tuple[Reason, ...]:
    """Return what it means that a sentence is new, or gone."""
    grade = Grade.WORDING if sentence.passage.kind in _LIGHT else Grade.MEANING
    says = f"{what} {'new' if new else 'gone'}"
    own = [Reason(grade, "sentence", says)]
    return ordered([*own, *_pictures(sentence, new=new), *inside(sentence, new=new)])


def inside(sentence: Sentence, *, new: bool) -> Iterator[Reason]:
    """Yield the facts that came with a whole section, or went with it."""
    yield from stakes.all_facts(sentence, new=new)
    yield from marks.all_links(sentence, new=new)


def _pictures(sentence: Sentence, *, new: bool) -> Iterator[Reason]:
    picture = sentence.passage.picture
    if picture and sentence.first:
        yield marks.picture_reason(picture, new=new)
