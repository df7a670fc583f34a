"""Passages cut into sentences, and the sentences of two editions paired."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from formats.comparing import alignment
from formats.comparing.outline import WHOLE, Passage, folded
from formats.errors import Place
from formats.facts import Fact, facts, lexicon
from formats.facts.finding import without
from formats.facts.force import Force, force
from formats.model.walk import Inlines, plain_text
from formats.text import sentences

_WORD = re.compile(r"\w+(?:['.@/:-]\w+)*")
_ONE_PICTURE = 2.0  # words' worth: an idea with the picture it had is the idea it was


@dataclass(frozen=True)
class Sentence:
    """One sentence of a passage, or several that became one. `first` has the passage's picture.

    `begins` says of one that has not changed, after another such, that its passage begins with
    it now (True) or no longer does (False).
    """

    passage: Passage
    inlines: Inlines
    words: str
    tag: str
    first: bool = True
    begins: bool | None = None

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """Its words without the marks between them, in small letters."""
        return tuple(m[0].casefold() for m in _WORD.finditer(lexicon.levelled(self.words)))

    @cached_property
    def counted(self) -> Counter[str]:
        """Its words with how often each is there."""
        return Counter(self.bare)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Its facts."""
        known = self.passage.facts
        found = (*known, *facts(without(self.words, known), self.tag))
        return tuple(sorted(found, key=lambda fact: fact.start))

    @cached_property
    def force(self) -> tuple[Force, ...]:
        """Its force, with that of the words it completes ("Schools must:")."""
        lead = self.passage.lead
        own = force(self.words, self.tag, self.facts)
        if not lead:
            return own
        # The lead stands before it, so that its “must” is for what the item says.
        whole = force(f"{lead.rstrip(':')} {self.words}", self.tag)
        kinds = Counter(each.kind for each in force(lead, self.tag))
        led = [each for each in whole if each.start < len(lead) and kinds[each.kind]]
        return (*led, *own)

    @property
    def place(self) -> Place:
        """Where its passage begins."""
        return self.passage.place


Match = tuple[Sentence | None, Sentence | None]


def cut(passage: Passage, tag: str) -> list[Sentence]:
    """Return the sentences of a passage, in order; `tag` is the language of its leaflet."""
    tag = passage.language or tag
    if passage.kind in WHOLE:
        return [Sentence(passage, passage.inlines, passage.words, tag)]
    runs = sentences.split(passage.inlines) or (passage.inlines,)
    said = ((run, folded(plain_text(run))) for run in runs)
    return [Sentence(passage, run, words, tag, not n) for n, (run, words) in enumerate(said)]


def matches(
    old: Sequence[Passage], new: Sequence[Passage], tags: tuple[str, str]
) -> Iterator[Match]:
    """Yield sentences with what they became, in reading order; None is nothing.

    Passages that are the same in every way are left out.
    """
    keyed = {p.key: p for p in old if p.key}
    taken = {p.key for p in new if p.key and p.key in keyed}
    yield from _keyed([p for p in new if p.key in taken], keyed, tags)
    old = [passage for passage in old if passage.key not in taken]
    new = [passage for passage in new if passage.key not in taken]
    for same, i, j in alignment.runs([_met(p) for p in old], [_met(p) for p in new]):
        if not same:
            yield from _gap(
                [s for p in old[i] for s in cut(p, tags[0])],
                [s for p in new[j] for s in cut(p, tags[1])],
            )
            continue
        for one, other in zip(old[i], new[j], strict=True):
            if one != other:
                yield whole(cut(one, tags[0])), whole(cut(other, tags[1]))


def _met(passage: Passage) -> tuple[str, str]:
    """Return what makes a passage the same to a reader, but for how it is set."""
    return passage.words, passage.picture.name if passage.picture else ""


def _keyed(
    new: Sequence[Passage], old: dict[str, Passage], tags: tuple[str, str]
) -> Iterator[Match]:
    for passage in new:
        before = old[passage.key]
        if before != passage:
            one, other = (
                whole(cut(p, tag)) for p, tag in zip((before, passage), tags, strict=True)
            )
            yield one, other


def whole(run: Sequence[Sentence]) -> Sentence:
    """Return several sentences as one."""
    if len(run) == 1:
        return run[0]
    inlines = tuple(node for each in run for node in each.inlines)
    words = " ".join(each.words for each in run)
    return Sentence(run[0].passage, inlines, words, run[0].tag, run[0].first)


def _gap(old: list[Sentence], new: list[Sentence]) -> Iterator[Match]:
    """Yield the pairs between two runs of sentences, and what is in none, in reading order."""
    for same, i, j in alignment.runs([s.words for s in old], [s.words for s in new]):
        if same:
            yield from _unchanged(old[i], new[j])
        else:
            yield from _alike(old[i], new[j])


def _unchanged(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Match]:
    """Yield sentences with their like, and say where passages were joined or divided."""
    for number, (one, other) in enumerate(zip(old, new, strict=True)):
        differs = number > 0 and one.first != other.first
        yield one, replace(other, begins=other.first) if differs else other


def _alike(old: list[Sentence], new: list[Sentence]) -> Iterator[Match]:
    if not (old and new):
        yield from _alone(old, new)
        return

    def bonus(i: int, j: int) -> float:
        one, other = old[i], new[j]
        return _ONE_PICTURE if one.first and other.first and _pictures_same(one, other) else 0.0

    beads = alignment.beads([s.counted for s in old], [s.counted for s in new], bonus)
    i = j = 0
    for ours, theirs in sorted(beads, key=lambda bead: bead[0].start):
        yield from _alone(old[i : ours.start], new[j : theirs.start])
        yield whole(old[ours]), whole(new[theirs])
        i, j = ours.stop, theirs.stop
    yield from _alone(old[i:], new[j:])


def _alone(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Match]:
    yield from ((sentence, None) for sentence in old)
    yield from ((None, sentence) for sentence in new)


def _pictures_same(one: Sentence, other: Sentence) -> bool:
    mine, theirs = one.passage.picture, other.passage.picture
    return bool(mine and theirs and mine.name == theirs.name)
