"""Leaflets as plain text, for email and braille software: a whole renderer, to copy from.

Every kind of node is handled, and the check reads the file back: each word of the leaflet
must stand in it, in order.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent, wrap
from typing import BinaryIO, ClassVar, Literal, assert_never

from formats import model, wording
from formats.errors import Place, RenderError
from formats.model import Block, Definition, Inline, Leaflet, Picture, Step, Table
from formats.model.findings import Finding, Severity
from formats.model.walk import inline_children, pictures, plain_text, texts, walk
from formats.options.declared import option


@dataclass(frozen=True)
class PlainTextOptions:
    """What can be chosen for plain text."""

    line_length: int = option(72, "Longest line.", unit="letters", minimum=20, maximum=1000)


class PlainTextRenderer:
    """Writes UTF-8 with Unix line ends."""

    name: ClassVar[str] = "plain-text"
    suffix: ClassVar[str] = ".txt"
    media_type: ClassVar[str] = "text/plain"
    version: ClassVar[str] = "1"
    Options: ClassVar[type] = PlainTextOptions

    def render(self, leaflet: Leaflet, options: PlainTextOptions, out: BinaryIO) -> None:
        """Write the leaflet to `out`. Raises `RenderError` for one that no view was made of."""
        writer = _Writer(options.line_length)
        parts = [*_front(leaflet), *writer.blocks(leaflet.blocks)]
        parts += [f"[{n.number}] " + "\n\n".join(writer.blocks(n.blocks)) for n in leaflet.notes]
        credits_asked = wording.picture_credits(p.credit for p in pictures(leaflet))
        parts += [wording.how_to_ask(leaflet.organisation), credits_asked]
        out.write(("\n\n".join(part for part in parts if part) + "\n").encode())


def _front(leaflet: Leaflet) -> Iterator[str]:
    yield leaflet.title.upper()
    yield from (leaflet.subtitle, leaflet.organisation.name, wording.edition_line(leaflet))
    if leaflet.view == "easy-read":
        yield wording.signoff(leaflet.signoff)


class _Writer:
    """Turns blocks into paragraphs of lines no longer than `length`."""

    def __init__(self, length: int) -> None:
        self.length = length

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        return [part for block in blocks for part in self._block(block) if part]

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case model.Paragraph():
                yield self._wrapped(_words(block.children))
            case model.Section():
                yield f"{'#' * block.level} {_words(block.heading)}"
                yield from self.blocks(block.blocks)
            case model.BulletList() | model.NumberedList():
                first = block.start if isinstance(block, model.NumberedList) else None
                for place, item in enumerate(block.items):
                    mark = "-" if first is None else f"{first + place}."
                    yield f"{mark} " + indent("\n\n".join(self.blocks(item.blocks)), "  ").lstrip()
            case model.Table():
                yield from self._table(block)
            case model.Figure():
                yield from (_picture(block.picture), self._wrapped(_words(block.caption)))
            case model.Quotation():
                yield from (indent(part, "> ") for part in self.blocks(block.blocks))
                yield f"> — {wording.citation(block.citation)}" if block.citation else ""
            case model.Steps():
                yield from self.blocks(block.blocks)
                yield from (part for step in block.steps for part in self._step(step))
            case model.Contact():
                yield from self.blocks(block.blocks)
                for entry in block.organisation.contacts:
                    yield f"{entry.label}: " + "\n".join(
                        part for part in (*entry.value, entry.note)
                    )
            case model.LanguageBlock():
                yield from self.blocks(block.blocks)
            case model.Preformatted():
                yield block.text
            case model.Idea():
                yield _picture(block.picture) if block.picture else ""
                yield self._wrapped(_words(block.children))
                yield from map(self._definition, block.explained)
            case model.WordList():
                yield from map(self._definition, block.definitions)
            case model.EasyRead() | model.Only():
                raise RenderError("No view was made of this leaflet.", block.place)
            case _:
                assert_never(block)

    def _wrapped(self, words: str) -> str:
        # Nothing is broken: an address or a telephone number must be copied whole.
        lines = (wrap(line, self.length, break_long_words=False, break_on_hyphens=False)
                 for line in words.split("\n"))  # fmt: skip
        return "\n".join(line for part in lines for line in part)

    def _table(self, table: Table) -> Iterator[str]:
        yield " | ".join(map(_words, table.header))
        for row in table.rows:
            pairs = zip(table.header, row, strict=True)
            yield "\n".join(f"{_words(head)}: {_words(cell)}" for head, cell in pairs)

    def _step(self, step: Step) -> Iterator[str]:
        yield f"{'#' * step.level} {wording.step_label(step)}: {_words(step.heading)}"
        yield from self.blocks(step.blocks)

    def _definition(self, definition: Definition) -> str:
        return self._wrapped(f"{definition.term}: {definition.meaning}")


def _picture(picture: Picture) -> str:
    return f"[Picture: {picture.alt}]" if picture.alt else ""


def _words(inlines: Iterable[Inline]) -> str:
    """Return words with the addresses of their links after them: a link can end inside a word."""
    words = "".join(map(_inline, inlines))
    links = [node for node in walk(inlines) if isinstance(node, model.Link)]
    hidden = (link.target for link in links if not link.target.endswith(plain_text(link.children)))
    return words + "".join(f" ({address})" for address in dict.fromkeys(hidden))


def _inline(inline: Inline) -> str:
    match inline:
        case model.InlinePicture():
            return _picture(inline.picture)
        case model.NoteReference():
            return f" [{inline.number}]"
        case model.LineBreak():
            return "\n"
        case _:
            return "".join(map(_inline, inline_children(inline))) or plain_text((inline,))


class PlainTextCheck:
    """Reads a file back: every word of the leaflet stands in it, in order."""

    subject: ClassVar[Literal["rendition"]] = "rendition"
    media_type: ClassVar[str] = "text/plain"
    codes: ClassVar[Mapping[str, str]] = {"plain-text-words": "A word of the leaflet is missing."}

    def check(self, path: Path, leaflet: Leaflet) -> Iterator[Finding]:
        """Yield what is missing."""
        found = iter(path.read_text("utf-8").split())
        for word in " ".join(texts(leaflet.blocks)).split():
            if not any(word in each for each in found):
                message = f"“{word}” is missing or not in its place."
                yield Finding("plain-text-words", Severity.ERROR, message, Place(str(path)))
                return
