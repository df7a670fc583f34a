"""The contents of an edition: its sections with the sections and steps in them, and its parts."""

from collections.abc import Iterable, Iterator

from formats.model import Block, Contents, ContentsEntry, LanguageBlock, Part, Section, Steps, Text
from formats.model.walk import Inlines
from formats.views.links import as_label

_FEWEST = 3
"""Entries: who has fewer sees them all at once."""
_DEEPEST = 3
"""Levels: deeper than that contents lose their readers. Steps count, as each is a place to go."""


def contents(text: Iterable[Block], after: Iterable[Part]) -> Contents | None:
    """Return the contents of a text and the parts after it, or None where they are not needed."""
    listed = entries(text)
    sections = len(listed) + sum(len(entry.entries) for entry in listed)
    return Contents((*listed, *entries((), after))) if sections >= _FEWEST else None


def entries(text: Iterable[Block], after: Iterable[Part] = ()) -> tuple[ContentsEntry, ...]:
    """Return the lines of the contents of a text and the parts after it, however few."""
    behind = (ContentsEntry(part.id, as_label(part.heading)) for part in after)
    return (*_entries(text, 1), *behind)


def _entries(blocks: Iterable[Block], depth: int) -> Iterator[ContentsEntry]:
    if depth > _DEEPEST:
        return
    for block in blocks:
        match block:
            case Section():
                inside = tuple(_entries(block.blocks, depth + 1))
                yield ContentsEntry(block.id, as_label(block.heading), inside)
            case Steps():
                for step in block.steps:
                    label: Inlines = (step.label, Text(": ")) if step.label else ()
                    inside = tuple(_entries(step.blocks, depth + 1))
                    yield ContentsEntry(step.id, (*label, *as_label(step.heading)), inside)
            case LanguageBlock():
                yield from _entries(block.blocks, depth)
            case _:
                continue
