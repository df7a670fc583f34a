"""Going through a leaflet: its parts in reading order, its words, and copies with changes.

`parts` and `rebuild` are the two places that know what every block holds, so a new kind
of node is added here once and every walk, view and word count knows it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from formats.model import (
    Abbreviation,
    Block,
    BulletList,
    CodeText,
    Contact,
    EasyRead,
    Emphasis,
    Figure,
    Idea,
    Inline,
    InlinePicture,
    Language,
    LanguageBlock,
    Leaflet,
    LineBreak,
    Link,
    NoteReference,
    NumberedList,
    Only,
    Paragraph,
    Picture,
    Preformatted,
    Quotation,
    Section,
    Step,
    Steps,
    Strong,
    Table,
    Text,
    WordList,
)

Inlines = tuple[Inline, ...]
Blocks = tuple[Block, ...]


def parts(block: Block | Step) -> Iterator[Inlines | Blocks]:
    """Yield the runs of inlines and of blocks that `block` holds, in reading order."""
    match block:
        case Paragraph() | Idea():
            yield block.children
        case Section() | Step():
            yield block.heading
            yield block.blocks
        case BulletList() | NumberedList():
            yield from (item.blocks for item in block.items)
        case Table():
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        case Figure():
            yield block.caption
        case Quotation() | Contact() | LanguageBlock() | Only():
            yield block.blocks
        case Steps():
            yield block.blocks
            yield from (part for step in block.steps for part in parts(step))
        case EasyRead():
            yield block.ideas
        case Preformatted() | WordList():
            return
        case _:
            assert_never(block)


def inline_children(inline: Inline) -> Inlines:
    """Return the inlines inside `inline`, or none."""
    match inline:
        case Strong() | Emphasis() | Link() | Language():
            return inline.children
        case _:
            return ()


def walk(nodes: Iterable[Block | Inline]) -> Iterator[Block | Inline]:
    """Yield every block and inline, parents before children, in reading order."""
    for node in nodes:
        yield node
        if isinstance(node, Inline):
            yield from walk(inline_children(node))
        else:
            for part in parts(node):
                yield from walk(part)


def rebuild(
    block: Block,
    on_blocks: Callable[[Blocks], Blocks],
    on_inlines: Callable[[Inlines], Inlines],
) -> Block:
    """Return `block` with what it holds changed by the two functions, in reading order."""
    match block:
        case Paragraph() | Idea():
            return replace(block, children=on_inlines(block.children))
        case Section():
            return replace(block, heading=on_inlines(block.heading), blocks=on_blocks(block.blocks))
        case BulletList() | NumberedList():
            items = tuple(replace(item, blocks=on_blocks(item.blocks)) for item in block.items)
            return replace(block, items=items)
        case Table():
            header = tuple(on_inlines(cell) for cell in block.header)
            rows = tuple(tuple(on_inlines(cell) for cell in row) for row in block.rows)
            return replace(block, header=header, rows=rows)
        case Figure():
            return replace(block, caption=on_inlines(block.caption))
        case Quotation() | Contact() | LanguageBlock() | Only():
            return replace(block, blocks=on_blocks(block.blocks))
        case Steps():
            return replace(
                block,
                blocks=on_blocks(block.blocks),
                steps=tuple(
                    replace(step, heading=on_inlines(step.heading), blocks=on_blocks(step.blocks))
                    for step in block.steps
                ),
            )
        case EasyRead():
            ideas = tuple(replace(idea, children=on_inlines(idea.children)) for idea in block.ideas)
            return replace(block, ideas=ideas)
        case Preformatted() | WordList():
            return block
        case _:
            assert_never(block)


def rebuild_inline(inline: Inline, on_inlines: Callable[[Inlines], Inlines]) -> Inline:
    """Return `inline` with the inlines inside it changed by `on_inlines`."""
    match inline:
        case Strong() | Emphasis() | Link() | Language():
            return replace(inline, children=on_inlines(inline.children))
        case _:
            return inline


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words of `inlines`. Pictures and note calls have none; a line break is a space."""
    return "".join(map(_inline_text, inlines))


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text() | CodeText() | Abbreviation():
            return inline.text
        case Strong() | Emphasis() | Link() | Language():
            return plain_text(inline.children)
        case LineBreak():
            return " "
        case InlinePicture() | NoteReference():
            return ""
        case _:
            assert_never(inline)


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the words of each run of text of `blocks`, in reading order.

    This is what "every word, in order" means: what an author or a shared file wrote, not
    what a renderer adds ("Step 1 of 4"). The words of a citation and of contact details
    stand in their files and count too; text alternatives are `pictures`.
    """
    for block in blocks:
        match block:
            case Preformatted():
                yield block.text
            case WordList():
                yield from (t for d in block.definitions for t in (d.term, d.meaning))
            case _:
                for part in parts(block):
                    yield from _part_texts(part)
                yield from _own_texts(block)


def _part_texts(part: Inlines | Blocks) -> Iterator[str]:
    inlines = [node for node in part if isinstance(node, Inline)]
    if inlines:
        yield plain_text(inlines)
    yield from texts(node for node in part if not isinstance(node, Inline))


def _own_texts(block: Block) -> Iterator[str]:
    match block:
        case Quotation(citation=citation) if citation:
            yield citation.authority.title
            yield citation.locator
        case Contact():
            for entry in block.organisation.contacts:
                yield from (entry.label, *entry.value, entry.note)
        case Idea():
            yield from (t for d in block.explained for t in (d.term, d.meaning))
        case _:
            return


def words(leaflet: Leaflet) -> list[str]:
    """Return every word of the body of `leaflet`, in order (the notes: `note_words`)."""
    return " ".join(texts(leaflet.blocks)).split()


def note_words(leaflet: Leaflet) -> list[list[str]]:
    """Return the words of each note, in order of their numbers."""
    return [" ".join(texts(note.blocks)).split() for note in leaflet.notes]


def pictures(leaflet: Leaflet) -> Iterator[Picture]:
    """Yield every picture of `leaflet`, notes included, in reading order, repeats too."""
    everything = (*leaflet.blocks, *(b for note in leaflet.notes for b in note.blocks))
    for node in walk(everything):
        match node:
            case Figure() | InlinePicture():
                yield node.picture
            case Idea(picture=picture) if picture:
                yield picture
            case Contact():
                yield from (e.picture for e in node.organisation.contacts if e.picture)
            case _:
                continue
