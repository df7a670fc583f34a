"""The parts of an edition, in reading order."""

from collections.abc import Iterator
from typing import assert_never

from docx.oxml.ns import qn

from formats.model import Edition, Part
from formats.renderers.docx.blocks import BlockWriter, Where
from formats.renderers.docx.styles import ABOUT
from formats.renderers.docx.xml import Xml, add, element

_COVER_PICTURE = 8.0  # cm


def body(edition: Edition, writer: BlockWriter) -> Iterator[Xml]:
    """Yield the paragraphs and tables of `edition`; what follows the cover begins a page."""
    after_cover = False
    for part in edition.parts:
        for number, made in enumerate(_part(part, writer, edition)):
            if after_cover and not number:
                _begin_page(made)
            yield made
        after_cover = part.kind == "cover"


def _begin_page(made: Xml) -> None:
    add(next(made.iter(qn("w:p"))), element("pageBreakBefore"))


def _part(part: Part, writer: BlockWriter, edition: Edition) -> Iterator[Xml]:
    where = Where(edition.language)
    match part.kind:
        case "cover" | "label":
            where, level = Where(edition.language, figure=_COVER_PICTURE), 1
        case "about":
            where, level = Where(edition.language, style=ABOUT), 2
        case "contents" | "text" | "word-list" | "notes" | "addresses":
            level = 2
        case _:
            assert_never(part.kind)
    if part.heading:
        yield writer.headed(part.heading, level, part.id, where, edition.place)
    yield from writer.blocks(part.blocks, where)
