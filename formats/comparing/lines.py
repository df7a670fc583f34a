"""A comparison -> plain lines: the gravest first, each line whole by itself, for screen readers."""

from collections.abc import Iterator
from typing import Final

from formats.comparing.changes import (
    EASY_READ,
    SHARED,
    Change,
    Comparison,
    Grade,
    Lag,
    Part,
    Reason,
    Side,
)
from formats.facts.fact import KINDS

GRADES: Final = (Grade.FACTS, Grade.MEANING, Grade.WORDING, Grade.LAYOUT)
_VERDICTS: Final = {
    Grade.FACTS: "FACTS CHANGED",
    Grade.MEANING: "The meaning changed",
    Grade.WORDING: "Only the wording changed",
    Grade.LAYOUT: "Only the layout changed",
}
_LONGEST: Final = 300  # letters of one form of a sentence
_MOST_REASONS: Final = 12
_PLAIN: Final = ("words", "order", "marks")
_RANK: Final[dict[str, int]] = {kind: number for number, kind in enumerate((*KINDS, "link"))}


def lines(comparison: Comparison) -> Iterator[str]:
    """Yield the lines that say what is different."""
    yield f"{comparison.title} ({comparison.slug})"
    yield f"From {side(comparison.before)} to {side(comparison.after)}."
    yield from (f"Note: {note}" for note in comparison.notes)
    yield summary(comparison)
    for grade in GRADES:
        changes = ordered(comparison, grade)
        if changes:
            yield ""
            yield f"{grade.label.capitalize()}: {count(len(changes), 'change')}"
            for number, change in enumerate(changes, 1):
                yield from _change(number, change)
    if comparison.lags:
        yield ""
        yield "What has not followed"
        yield from (f"- {lag(each)}" for each in comparison.lags)


def summary(comparison: Comparison) -> str:
    """Return in one sentence how much has changed."""
    if comparison.grade is None:
        return "Nothing has changed."
    counts = [(len(list(comparison.graded(grade))), grade) for grade in GRADES]
    said = ", ".join(f"{number} of {_of(grade)}" for number, grade in counts if number)
    return f"{_VERDICTS[comparison.grade]}: {said}."


def _of(grade: Grade) -> str:
    return "layout" if grade is Grade.LAYOUT else grade.label


def side(found: Side) -> str:
    """Return what to call a side: its name, and its edition."""
    said = found.edition and found.edition not in found.name
    return f"{found.name} (edition {found.edition})" if said else found.name


def count(number: int, noun: str) -> str:
    """Return "1 change" or "2 changes"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def ordered(comparison: Comparison, grade: Grade) -> list[Change]:
    """Return the changes of a grade; of facts, telephone numbers first, then in reading order."""
    return sorted(comparison.graded(grade), key=lambda change: _rank(change.reasons[0]))


def _rank(reason: Reason) -> int:
    return _RANK.get(reason.kind, len(_RANK)) if reason.grade is Grade.FACTS else 0


def _change(number: int, change: Change) -> Iterator[str]:
    yield f"{number}. {headline(change)}"
    yield f"   Where: {where(change)}"
    more = others(change)
    yield from (f"   Also: {reason.says}." for reason in more[:_MOST_REASONS])
    if len(more) > _MOST_REASONS:
        yield f"   And {len(more) - _MOST_REASONS} more."
    for name, words in forms(change):
        yield f"   {name}: {cut(words)}"
    out, come = ([e.words for e in change.edits if e.kind == kind] for kind in ("out", "in"))
    if out:
        yield f"   Taken out: {cut(' … '.join(out))}"
    if come:
        yield f"   Added: {cut(' … '.join(come))}"


def headline(change: Change) -> str:
    """Return the gravest reason of a change. A way to reach somebody is shouted."""
    reason = change.reasons[0]
    if reason.kind in ("telephone", "email", "web", "post"):
        name, colon, rest = reason.says.partition(":")
        return f"{name.upper()}{colon}{rest}."
    return f"{reason.says[:1].upper()}{reason.says[1:]}."


def forms(change: Change) -> Iterator[tuple[str, str]]:
    """Yield the words before and after with what to call them."""
    if change.before == change.after:
        if change.before:
            yield "Words", change.before
        return
    if change.before:
        yield "Before", change.before
    if change.after:
        yield "Now", change.after


def where(change: Change) -> str:
    """Return where a change stands: the section, which text, and the lines of the sources."""
    return ", ".join([path(change.section), part(change.part), *_places(change)])


def _places(change: Change) -> Iterator[str]:
    if change.new_place and change.new_place.line:
        yield f"line {change.new_place.line}"
    elif change.old_place and change.old_place.line:
        yield f"line {change.old_place.line} of the older one"


def others(change: Change) -> tuple[Reason, ...]:
    """Return the reasons after the gravest, without those that only say that words changed."""
    return tuple(reason for reason in change.reasons[1:] if reason.kind not in _PLAIN)


def path(section: tuple[str, ...]) -> str:
    """Return the way to a section."""
    return " › ".join(f"“{heading}”" for heading in section) or "the beginning"


def part(found: Part) -> str:
    """Return which text it is."""
    names = {EASY_READ: "easy read", SHARED: "what leaflets share"}
    name = names.get(found.audience, "standard text")
    return f"{name} in the language {found.language}" if found.language else name


def lag(found: Lag) -> str:
    """Return in a sentence what has not followed."""
    name = part(found.part)
    place = f", line {found.place.line}" if found.place and found.place.line else ""
    has = f"{name[:1].upper()}{name[1:]} has not followed in {path(found.section)}"
    what = f"{part(found.follows)} changed in {found.grade.label}"
    still = ", ".join(f"“{fact}”" for fact in found.still)
    says = f" It still says {still}." if still else ""
    return f"{has}{place}: {what}.{says}"


def cut(words: str) -> str:
    """Return words on one line, those that are too many left out with a mark."""
    words = words.replace("\n", " / ")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
