"""The contents of an edition: its sections with the sections and steps in them, and its parts."""

from collections.abc import Iterable, Iterator

from formats import model
from formats.model.walk import Inlines
from formats.views.links import as_label

_FEWEST = 3
"""Entries: who has fewer sees them all at once."""
_DEEPEST = 3
"""Levels: deeper than that contents lose their readers. Steps count, as each is a place to go."""


def contents(text: Iterable[model.Block], after: Iterable[model.Part]) -> model.Contents | None:
    """Return the contents of a text and the parts after it, or None where they are not needed."""
    listed = entries(text)
    sections = len(listed) + sum(len(entry.entries) for entry in listed)
    return model.Contents((*listed, *entries((), after))) if sections >= _FEWEST else None


def entries(
    text: Iterable[model.Block], after: Iterable[model.Part] = ()
) -> tuple[model.ContentsEntry, ...]:
    """Return the lines of the contents of a text and the parts after it, however few."""
    behind = (model.ContentsEntry(part.id, as_label(part.heading)) for part in after)
    return (*_entries(text, 1), *behind)


def _entries(blocks: Iterable[model.Block], depth: int) -> Iterator[model.ContentsEntry]:
    if depth > _DEEPEST:
        return
    for block in blocks:
        match block:
            case model.Section():
                inside = tuple(_entries(block.blocks, depth + 1))
                yield model.ContentsEntry(block.id, as_label(block.heading), inside)
            case model.Steps():
                for step in block.steps:
                    label: Inlines = (step.label, model.Text(": ")) if step.label else ()
                    inside = tuple(_entries(step.blocks, depth + 1))
                    yield model.ContentsEntry(step.id, (*label, *as_label(step.heading)), inside)
            case model.LanguageBlock():
                yield from _entries(block.blocks, depth)
            case _:
                continue
