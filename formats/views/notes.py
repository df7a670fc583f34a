"""Keeping the notes that are still called, counted afresh from 1."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from formats.model import Block, Inline, Leaflet, Note, NoteReference
from formats.model.rebuild import rebuild, rebuild_inline
from formats.model.walk import Blocks, Inlines, walk
from formats.views.resolving import Resolver
from formats.wording import Wording


def only_called(leaflet: Leaflet) -> Leaflet:
    """Return `leaflet` without the notes that no text, nor a note that is called, calls."""
    if not leaflet.notes:
        return leaflet
    notes = {note.number: note for note in leaflet.notes}
    order = list(_called(leaflet.blocks, notes))
    numbers = {old: new for new, old in enumerate(order, 1)}
    if numbers == {number: number for number in notes}:
        return leaflet
    renumber = _Renumber(numbers)
    kept = tuple(
        replace(notes[old], number=new, blocks=renumber.blocks(notes[old].blocks))
        for old, new in numbers.items()
    )
    return replace(leaflet, blocks=renumber.blocks(leaflet.blocks), notes=kept)


def _called(blocks: Blocks, notes: dict[int, Note]) -> Iterator[int]:
    """Yield the number of each note in order of its first call, calls within notes last."""
    order: dict[int, None] = dict.fromkeys(_calls(blocks))
    waiting = list(order)
    while waiting:
        number = waiting.pop(0)
        new = [n for n in _calls(notes[number].blocks) if n not in order]
        order.update(dict.fromkeys(new))
        waiting += new
    return iter(order)


def _calls(nodes: Iterable[Block | Inline]) -> Iterator[int]:
    return (node.number for node in walk(nodes) if isinstance(node, NoteReference))


def listed(notes: Iterable[Note], resolver: Resolver, words: Wording) -> tuple[Note, ...]:
    """Return the notes of an edition, each with its label and the words of its way back."""
    return tuple(
        replace(
            note,
            blocks=resolver.blocks(note.blocks),
            label=words("note", number=note.number),
            back=words("back-to-note", number=note.number),
        )
        for note in notes
    )


class _Renumber:
    """Gives the calls of notes their new numbers."""

    def __init__(self, numbers: dict[int, int]) -> None:
        self.numbers = numbers

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(rebuild(block, self.blocks, self.inlines) for block in blocks)

    def inlines(self, inlines: Inlines) -> Inlines:
        return tuple(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, NoteReference):
            return NoteReference(self.numbers[inline.number])
        return rebuild_inline(inline, self.inlines)
