"""Copies of nodes with what they hold changed: closed, like `walk`."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from formats.model.blocks import (
    Block,
    BulletList,
    Contact,
    ContactList,
    Contents,
    ContentsEntry,
    Definition,
    EasyRead,
    Figure,
    Idea,
    LanguageBlock,
    Note,
    NoteList,
    NumberedList,
    Only,
    Paragraph,
    Preformatted,
    Quotation,
    Section,
    Step,
    Steps,
    Table,
    Way,
    WordList,
)
from formats.model.inlines import (
    Abbreviation,
    Added,
    CodeText,
    Emphasis,
    Inline,
    InlinePicture,
    Language,
    LineBreak,
    Link,
    NoteReference,
    Sentence,
    Strong,
    Text,
)
from formats.model.walk import Blocks, Inlines


class Rebuild:
    """Copies of nodes with what they hold changed by two functions, in reading order."""

    def __init__(
        self, on_blocks: Callable[[Blocks], Blocks], on_inlines: Callable[[Inlines], Inlines]
    ) -> None:
        self.on_blocks = on_blocks
        self.on_inlines = on_inlines

    def block(self, block: Block) -> Block:
        """Return `block` with what it holds changed."""
        match block:
            case Paragraph():
                return replace(block, children=self.on_inlines(block.children))
            case Idea():
                return self._idea(block)
            case Section():
                heading = self.on_inlines(block.heading)
                return replace(block, heading=heading, blocks=self.on_blocks(block.blocks))
            case BulletList() | NumberedList():
                items = (replace(i, blocks=self.on_blocks(i.blocks)) for i in block.items)
                return replace(block, items=tuple(items))
            case Table():
                header, *rows = (
                    tuple(map(self.on_inlines, row)) for row in (block.header, *block.rows)
                )
                return replace(block, header=header, rows=tuple(rows))
            case Figure():
                return replace(block, caption=self.on_inlines(block.caption))
            case Quotation():
                blocks = self.on_blocks(block.blocks)
                return replace(block, blocks=blocks, source=self.on_inlines(block.source))
            case Contact() | LanguageBlock() | Only():
                return replace(block, blocks=self.on_blocks(block.blocks))
            case ContactList():
                return replace(block, ways=tuple(map(self._way, block.ways)))
            case Steps():
                blocks = self.on_blocks(block.blocks)
                return replace(block, blocks=blocks, steps=tuple(map(self.step, block.steps)))
            case EasyRead():
                heading = self.on_inlines(block.heading)
                return replace(block, heading=heading, ideas=tuple(map(self._idea, block.ideas)))
            case Preformatted():
                return replace(block, lines=tuple(map(self.on_inlines, block.lines)))
            case WordList():
                return replace(block, definitions=self._definitions(block.definitions))
            case Contents():
                return replace(block, entries=tuple(map(self._entry, block.entries)))
            case NoteList():
                return replace(block, notes=tuple(map(self.note, block.notes)))
            case _:
                assert_never(block)

    def step(self, step: Step) -> Step:
        """Return `step` with what it holds changed."""
        heading = self.on_inlines(step.heading)
        return replace(step, heading=heading, blocks=self.on_blocks(step.blocks))

    def note(self, note: Note) -> Note:
        """Return `note` with what it holds changed."""
        return replace(note, blocks=self.on_blocks(note.blocks))

    def _idea(self, idea: Idea) -> Idea:
        children = self.on_inlines(idea.children)
        return replace(idea, children=children, explained=self._definitions(idea.explained))

    def _definitions(self, found: tuple[Definition, ...]) -> tuple[Definition, ...]:
        changed = self.on_inlines
        return tuple(Definition(changed(each.term), changed(each.meaning)) for each in found)

    def _way(self, way: Way) -> Way:
        label, lines = self.on_inlines(way.label), tuple(map(self.on_inlines, way.lines))
        return replace(way, label=label, lines=lines, note=self.on_inlines(way.note))

    def _entry(self, entry: ContentsEntry) -> ContentsEntry:
        words = self.on_inlines(entry.words)
        return replace(entry, words=words, entries=tuple(map(self._entry, entry.entries)))


def rebuild(
    block: Block,
    on_blocks: Callable[[Blocks], Blocks],
    on_inlines: Callable[[Inlines], Inlines],
) -> Block:
    """Return `block` with what it holds changed by the two functions, in reading order."""
    return Rebuild(on_blocks, on_inlines).block(block)


def rebuild_inline(inline: Inline, on_inlines: Callable[[Inlines], Inlines]) -> Inline:
    """Return `inline` with the inlines inside it changed by `on_inlines`."""
    match inline:
        case Strong() | Emphasis() | Link() | Language() | Sentence():
            return replace(inline, children=on_inlines(inline.children))
        case Text() | CodeText() | Abbreviation() | Added() | InlinePicture() | LineBreak():
            return inline
        case NoteReference():
            return inline
        case _:
            assert_never(inline)
