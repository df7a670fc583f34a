"""The parts of an edition, in reading order."""

from collections.abc import Iterator
from typing import assert_never

from docx.oxml.ns import qn

from formats.model import Edition, Part
from formats.renderers.docx.blocks import BlockWriter, Where
from formats.renderers.docx.styles import ABOUT, NORMAL, TITLE, heading
from formats.renderers.docx.xml import Xml, add, element, paragraph

_COVER_PICTURE = 8.0  # cm


def body(edition: Edition, writer: BlockWriter) -> Iterator[Xml]:
    """Yield the paragraphs and tables of `edition`. Cover and contents have pages of their own."""
    before: Xml = None
    begins_page = False
    for part in edition.parts:
        for made in _part(part, writer, edition):
            if begins_page:
                add(next(made.iter(qn("w:p"))), element("pageBreakBefore"))
            elif before is not None and before.tag == qn("w:tbl"):
                yield from _after_table(before, made, round(writer.size * 15))
            yield made
            before, begins_page = made, False
        begins_page = part.kind in ("cover", "contents")


def _after_table(table: Xml, made: Xml, space: int) -> Iterator[Xml]:
    """Keep what follows a table off it, which has no space of its own below (in twips)."""
    if made.tag == qn("w:tbl"):
        # Word makes one table of two that touch. Rows that lay out may become one.
        if any(each.find(f".//{qn('w:tblStyle')}") is not None for each in (table, made)):
            yield paragraph(NORMAL, ())
    elif not made.pPr.style.startswith("Heading"):
        add(made, element("spacing", before=space))


def _part(part: Part, writer: BlockWriter, edition: Edition) -> Iterator[Xml]:
    where, style = Where(edition.language), heading(2)
    match part.kind:
        case "cover" | "label":
            where, style = Where(edition.language, figure=_COVER_PICTURE), TITLE
        case "about":
            where = Where(edition.language, style=ABOUT)
        case "contents" | "text" | "word-list" | "notes" | "addresses":
            pass
        case _:
            assert_never(part.kind)
    if part.heading:
        yield writer.headed(part.heading, style, part.id, where, edition.place)
    for made in writer.blocks(part.blocks, where):
        if part.kind == "addresses":  # no page parts an address from its label
            add(made, element("keepLines"))
        yield made
