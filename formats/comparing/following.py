"""Whether easy read and translations have followed, and where old facts still stand."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from formats.comparing.changes import EASY_READ, STANDARD, Change, Grade, Lag, Part
from formats.comparing.outline import Passage, SectionText
from formats.facts import Fact, FactKind, facts
from formats.facts.addresses import post_value
from formats.facts.fact import KINDS
from formats.text.language import DEFAULT

_ANYWHERE: Final = frozenset({"telephone", "email", "web", "post"})
"""Ways to reach somebody: one that has changed must not stand anywhere any more."""
_APART: Final = frozenset({"heading", "edition", "language", "title"})
"""What the texts of a section have in common, so that none has to follow."""
_UNSAID: Final = frozenset({"language", "picture", "alternative", "audience", "place", "kind"})
"""Kinds of reason that are not about what the words say."""
_SIGN: Final = 6  # last letters of a number or an address, to look for it


def lags(
    changes: Sequence[Change],
    sections: Sequence[SectionText],
    publisher: Callable[[], SectionText],
) -> tuple[Lag, ...]:
    """Return the texts of the newer edition that stay behind, in reading order.

    `publisher` gives what the house says of itself, which is asked for only if it matters.
    """
    grouped: dict[tuple[str, ...], list[Change]] = defaultdict(list)
    for change in changes:
        if change.kind != "moved" and change.grade > Grade.LAYOUT and change.what not in _APART:
            grouped[change.section].append(change)
    easy = any(part.audience == EASY_READ for section in sections for part in section.parts)
    found = [lag for s in sections for lag in _behind(s, grouped.get(s.path, []), has_easy=easy)]
    return (*found, *_stale(found, changes, sections, publisher))


def _behind(section: SectionText, changes: Sequence[Change], *, has_easy: bool) -> Iterator[Lag]:
    """Yield the parts of a section that did not change when another did."""
    grades: dict[Part, Grade] = {}
    for change in changes:
        said = (reason.grade for reason in change.reasons if reason.kind not in _UNSAID)
        grades[change.part] = max(grades.get(change.part, Grade.LAYOUT), *said, Grade.LAYOUT)
    leading = _leading(grades)
    is_new = any(change.kind == "added" and change.what == section.kind for change in changes)
    if leading is None:
        return
    if is_new:
        if has_easy and not any(part.audience == EASY_READ for part in section.parts):
            easy = Part(EASY_READ)
            yield Lag(section.path, easy, leading, grades[leading], place=section.place)
        return
    for part in section.parts:
        if part != leading and part not in grades and (has_easy or part.language):
            lost = [c for c in changes if c.part == leading]
            still = tuple(_still(section.of(part), _lost(lost)))
            place = section.of(part)[0].place
            yield Lag(section.path, part, leading, grades[leading], still, place)


def _leading(grades: dict[Part, Grade]) -> Part | None:
    """Return the part that others have to follow: the standard text, or facts of another."""
    standard = Part(STANDARD)
    if grades.get(standard, Grade.LAYOUT) >= Grade.MEANING:
        return standard
    return next((part for part, grade in grades.items() if grade is Grade.FACTS), None)


Lost = dict[tuple[FactKind, str], Part]
"""Facts that were changed or are gone, with the part where they were."""


def _lost(changes: Sequence[Change]) -> Lost:
    lost: Lost = {}
    for change in changes:
        for reason in change.reasons:
            if reason.kind in KINDS and reason.before:
                found = facts(reason.before, change.language or DEFAULT)
                # A postal address or a name is known as one by where it stands.
                whole = reason.kind, post_value(reason.before)
                for same_as in (*(fact.same_as for fact in found), whole):
                    lost.setdefault(same_as, change.part)
    return lost


def _still(passages: Sequence[Passage], lost: Lost) -> dict[str, Part]:
    """Return the facts of passages, as written, that were lost elsewhere, and where."""
    return {
        passage.words[fact.start : fact.end]: lost[fact.same_as]
        for passage in passages
        for fact in _facts(passage)
        if fact.same_as in lost
    }


def _facts(passage: Passage) -> tuple[Fact, ...]:
    return (*passage.facts, *facts(passage.words, passage.language or DEFAULT))


def _stale(
    found: Sequence[Lag],
    changes: Sequence[Change],
    sections: Sequence[SectionText],
    publisher: Callable[[], SectionText],
) -> Iterator[Lag]:
    """Yield wherever else a way to reach somebody stands as it was."""
    lost = {each: part for each, part in _lost(changes).items() if each[0] in _ANYWHERE}
    if not lost:
        return
    known = {(lag.section, lag.part) for lag in found if lag.still}
    reasons = (reason for change in changes for reason in change.reasons)
    ends = {_letters(r.before)[-_SIGN:] for r in reasons if r.kind in _ANYWHERE and r.before}
    for section in (*sections, publisher()):
        for part in section.parts:
            here = [p for p in section.of(part) if any(end in _letters(p.words) for end in ends)]
            still = _still(here, lost)
            if still and (section.path, part) not in known:
                follows = next(iter(still.values()))
                yield Lag(section.path, part, follows, Grade.FACTS, tuple(still), here[0].place)


def _letters(words: str) -> str:
    """Return letters and figures alone: two ways to write one number end in the same."""
    return re.sub(r"[\W_]", "", words).casefold()
