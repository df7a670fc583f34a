"""Leaflets as plain text, for email and braille software: a whole renderer, to copy from.

Every kind of node is handled, and the check reads the file back: each word of the edition
must stand in it, in order.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent, wrap
from typing import BinaryIO, ClassVar, Literal, assert_never

from formats import model
from formats.checks.words import differences
from formats.errors import Place
from formats.model import Block, Definition, Edition, Inline, Picture, Step, Table, Way
from formats.model.findings import Finding, Severity
from formats.model.walk import inline_children, plain_text
from formats.options import option
from formats.renderers.contract import FileKind


@dataclass(frozen=True)
class PlainTextOptions:
    """What can be chosen for plain text."""

    line_length: int = option(72, "Longest line.", unit="letters", minimum=20, maximum=1000)


class PlainTextRenderer:
    """Writes UTF-8 with Unix line ends."""

    Options: ClassVar[type] = PlainTextOptions
    codes: ClassVar[Mapping[str, str]] = {}

    def kind(self, _options: PlainTextOptions) -> FileKind:
        """Return the kind of every file of this renderer."""
        return FileKind(".txt", "text/plain")

    def render(
        self, edition: Edition, options: PlainTextOptions, out: BinaryIO
    ) -> Iterable[Finding]:
        """Write the edition to `out`. Nothing is lost in plain text, so there is nothing to say."""
        writer = _Writer(options.line_length)
        paragraphs = [text for part in edition.parts for text in writer.part(part) if text]
        out.write(("\n\n".join(paragraphs) + "\n").encode())
        return ()


class _Writer:
    """Turns parts and blocks into paragraphs of lines no longer than `length`."""

    def __init__(self, length: int) -> None:
        self.length = length

    def part(self, part: model.Part) -> list[str]:
        heading = _words(part.heading)
        level = 1 if part.kind in ("cover", "label") else 2
        return [f"{'#' * level} {heading}" if heading else "", *self.blocks(part.blocks)]

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        return [part for block in blocks for part in self._block(block) if part]

    def _block(self, block: Block) -> Iterator[str]:
        match model.viewed(block):
            case model.Paragraph(children=children):
                yield self._wrapped(_words(children))
            case model.Section() as section:
                yield f"{'#' * section.level} {_words(section.heading)}"
                yield from self.blocks(section.blocks)
            case model.BulletList(items=items):
                yield from self._list(items, None)
            case model.NumberedList(items=items, start=start):
                yield from self._list(items, start)
            case model.Table() as table:
                yield from self._table(table)
            case model.Figure() as figure:
                yield from (_picture(figure.picture), self._wrapped(_words(figure.caption)))
            case model.Quotation() as quotation:
                yield from (indent(part, "> ") for part in self.blocks(quotation.blocks))
                yield f"> — {_words(quotation.source)}" if quotation.source else ""
            case model.Steps() as steps:
                yield from self.blocks(steps.blocks)
                yield from (part for step in steps.steps for part in self._step(step))
            case model.ContactList(ways=ways):
                yield from map(_way, ways)
            case model.LanguageBlock(blocks=inside):
                yield from self.blocks(inside)
            case model.Preformatted(text=text):
                yield text
            case model.Idea() as idea:
                yield _picture(idea.picture) if idea.picture else ""
                yield self._wrapped(_words(idea.children))
                yield from map(self._definition, idea.explained)
            case model.WordList(definitions=definitions):
                yield from map(self._definition, definitions)
            case model.Contents(entries=entries):
                yield "\n".join(_entries(entries))
            case model.NoteList(notes=notes):
                yield from (part for note in notes for part in self._note(note))
            case other:
                assert_never(other)

    def _wrapped(self, words: str) -> str:
        # Nothing is broken: an address or a telephone number must be copied whole.
        lines = (wrap(line, self.length, break_long_words=False, break_on_hyphens=False)
                 for line in words.split("\n"))  # fmt: skip
        return "\n".join(line for part in lines for line in part)

    def _list(self, items: Iterable[model.ListItem], start: int | None) -> Iterator[str]:
        for place, item in enumerate(items):
            mark = "-" if start is None else f"{start + place}."
            yield f"{mark} " + indent("\n\n".join(self.blocks(item.blocks)), "  ").lstrip()

    def _table(self, table: Table) -> Iterator[str]:
        yield " | ".join(map(_words, table.header))
        for row in table.rows:
            pairs = zip(table.header, row, strict=True)
            yield "\n".join(f"{_words(head)}: {_words(cell)}" for head, cell in pairs)

    def _step(self, step: Step) -> Iterator[str]:
        label = f"{step.label.text}: " if step.label else ""
        yield f"{'#' * step.level} {label}{_words(step.heading)}"
        yield from self.blocks(step.blocks)

    def _note(self, note: model.Note) -> Iterator[str]:
        label = f" {note.label.text}" if note.label else ""
        yield f"[{note.number}]{label}\n" + "\n\n".join(self.blocks(note.blocks))
        yield note.back.text if note.back else ""

    def _definition(self, definition: Definition) -> str:
        return self._wrapped(f"{_words(definition.term)}: {_words(definition.meaning)}")


def _way(way: Way) -> str:
    lines = [_words(line) for line in (*way.lines, way.note) if line]
    return f"{_words(way.label)}: " + "\n".join(lines)


def _entries(entries: Iterable[model.ContentsEntry], depth: int = 0) -> Iterator[str]:
    for entry in entries:
        yield f"{'  ' * depth}{_words(entry.words)}"
        yield from _entries(entry.entries, depth + 1)


def _picture(picture: Picture) -> str:
    return f"[{picture.alt}]" if picture.alt else ""


def _words(inlines: Iterable[Inline]) -> str:
    """Return words. Where links lead stands at the end of an edition."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case model.InlinePicture():
            return _picture(inline.picture)
        case model.NoteReference():
            return f" [{inline.number}]"
        case model.LineBreak():
            return "\n"
        case _:
            return _words(inline_children(inline)) or plain_text((inline,))


class PlainTextCheck:
    """Reads a file back: every word of the edition stands in it, in order."""

    subject: ClassVar[Literal["rendition"]] = "rendition"
    media_type: ClassVar[str] = "text/plain"
    codes: ClassVar[Mapping[str, str]] = {"plain-text-words": "A word of the leaflet is missing."}

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what is missing. Plain text says no language, so each word counts as its own."""
        text = path.read_text("utf-8")
        for difference in differences(edition, [[(text, edition.language)]]):
            if not difference.is_of_language:
                message = f"“{difference.words}” is missing or not in its place."
                yield Finding("plain-text-words", Severity.ERROR, message, Place(str(path)))
