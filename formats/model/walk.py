"""Going through a leaflet or an edition: its parts in reading order, and its words.

`parts`, `inline_children` and (in `rebuild`) the copies with changes are the places that know what
every node holds. Each is closed: a new kind of node is a type error here until its words are known
to every walk, view and word count.
"""

from collections.abc import Iterable, Iterator
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
    WordList,
)
from formats.model.edition import Edition
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
from formats.model.leaflet import Leaflet
from formats.model.pictures import Picture

Inlines = tuple[Inline, ...]
Blocks = tuple[Block, ...]
Piece = tuple[str, str]
"""Words, and their language (BCP 47)."""


def parts(block: Block | Step | Note) -> Iterator[Inlines | Blocks]:
    """Yield the runs of inlines and of blocks that `block` holds, in reading order."""
    match block:
        case Paragraph():
            yield block.children
        case Idea():
            yield block.children
            yield from _definitions(block.explained)
        case Section():
            yield block.heading
            yield block.blocks
        case Step():
            yield _added(block.label)
            yield block.heading
            yield block.blocks
        case BulletList() | NumberedList():
            yield from (item.blocks for item in block.items)
        case Table():
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        case Figure():
            yield block.caption
        case Quotation():
            yield block.blocks
            yield block.source
        case Contact() | LanguageBlock() | Only():
            yield block.blocks
        case ContactList():
            yield from (run for way in block.ways for run in (way.label, *way.lines, way.note))
        case Steps():
            yield block.blocks
            yield from (part for step in block.steps for part in parts(step))
        case EasyRead():
            yield block.heading
            yield block.ideas
        case Preformatted():
            yield from block.lines
        case WordList():
            yield from _definitions(block.definitions)
        case Contents():
            yield from _entries(block.entries)
        case NoteList():
            yield from (part for note in block.notes for part in parts(note))
        case Note():
            yield _added(block.label)
            yield block.blocks
            yield _added(block.back)
        case _:
            assert_never(block)


def _added(words: Added | None) -> Inlines:
    return (words,) if words else ()


def _definitions(definitions: Iterable[Definition]) -> Iterator[Inlines]:
    yield from (run for each in definitions for run in (each.term, each.meaning))


def _entries(entries: Iterable[ContentsEntry]) -> Iterator[Inlines]:
    for entry in entries:
        yield entry.words
        yield from _entries(entry.entries)


def inline_children(inline: Inline) -> Inlines:
    """Return the inlines inside `inline`, or none."""
    match inline:
        case Strong() | Emphasis() | Link() | Language() | Sentence():
            return inline.children
        case Text() | CodeText() | Abbreviation() | Added() | InlinePicture() | LineBreak():
            return ()
        case NoteReference():
            return ()
        case _:
            assert_never(inline)


def walk(nodes: Iterable[Block | Inline]) -> Iterator[Block | Inline]:
    """Yield every block and inline, parents before children, in reading order."""
    for node in nodes:
        yield node
        if isinstance(node, Inline):
            yield from walk(inline_children(node))
        else:
            for part in parts(node):
                yield from walk(part)


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the words of `inlines`. Pictures and note calls have none; a line break is a space."""
    return "".join(words for words, _ in pieces(inlines, ""))


def pieces(inlines: Iterable[Inline], language: str) -> Iterator[Piece]:
    """Yield the words of `inlines` with their language, that around them being `language`."""
    for inline in inlines:
        match inline:
            case Text() | CodeText() | Abbreviation():
                yield inline.text, language
            case Added():
                yield inline.text, inline.language
            case Language():
                yield from pieces(inline.children, inline.lang)
            case Strong() | Emphasis() | Link() | Sentence():
                yield from pieces(inline.children, language)
            case LineBreak():
                yield " ", language
            case InlinePicture() | NoteReference():
                continue
            case _:
                assert_never(inline)


def passages(blocks: Iterable[Block], language: str) -> Iterator[list[Piece]]:
    """Yield the pieces of each run of text of `blocks`, in reading order.

    This is what "every word, in order" means: what an author or a shared file wrote, and in an
    edition the apparatus, but not what a renderer adds by its own machinery (page numbers).
    Text alternatives are `pictures`.
    """
    for block in blocks:
        own = block.lang if isinstance(block, LanguageBlock) else language
        for part in parts(block):
            run = [node for node in part if isinstance(node, Inline)]
            if run:
                yield list(pieces(run, own))
            yield from passages((node for node in part if not isinstance(node, Inline)), own)
        yield from ([(words, own)] for words in _unresolved(block))


def _unresolved(block: Block) -> Iterator[str]:
    """Yield the words of shared files that a source's block refers to."""
    match block:
        case Preformatted(lines=()):
            yield block.text
        case Quotation(citation=citation, source=()) if citation:
            yield citation.authority.title
            yield citation.locator
        case Contact():
            for entry in block.organisation.contacts:
                yield from (entry.label, *entry.value, entry.note)
        case _:
            return


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the words of each run of text of `blocks`, in reading order (see `passages`)."""
    yield from ("".join(words for words, _ in run) for run in passages(blocks, ""))


def words(leaflet: Leaflet) -> list[str]:
    """Return every word of the body of `leaflet`, in order (the notes: `note_words`)."""
    return " ".join(texts(leaflet.blocks)).split()


def note_words(leaflet: Leaflet) -> list[list[str]]:
    """Return the words of each note, in order of their numbers."""
    return [" ".join(texts(note.blocks)).split() for note in leaflet.notes]


def edition_passages(edition: Edition) -> Iterator[list[Piece]]:
    """Yield the pieces of each run of text of `edition`, its apparatus included, in order."""
    for part in edition.parts:
        if part.heading:
            yield list(pieces(part.heading, edition.language))
        yield from passages(part.blocks, edition.language)


def everything(leaflet: Leaflet) -> Blocks:
    """Return the blocks of `leaflet`, those of its notes last."""
    return (*leaflet.blocks, *(block for note in leaflet.notes for block in note.blocks))


def headings(blocks: Iterable[Block]) -> Iterator[Section | Step]:
    """Yield every section and step of `blocks`, in reading order."""
    for block in blocks:
        match block:
            case Section():
                yield block
                yield from headings(block.blocks)
            case Steps():
                yield from headings(block.blocks)
                for step in block.steps:
                    yield step
                    yield from headings(step.blocks)
            case _:
                for part in parts(block):
                    yield from headings(node for node in part if not isinstance(node, Inline))


def pictures(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Yield every picture of `blocks`, in reading order, repeats too."""
    for node in walk(blocks):
        match node:
            case Figure() | InlinePicture():
                yield node.picture
            case Idea(picture=picture) if picture:
                yield picture
            case Contact():
                yield from (e.picture for e in node.organisation.contacts if e.picture)
            case ContactList():
                yield from (way.picture for way in node.ways if way.picture)
            case _:
                continue
