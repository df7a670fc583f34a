"""Model blocks -> paragraphs and tables of the document."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, assert_never

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Cm, Pt

from formats import wording
from formats.errors import Place, RenderError
from formats.model import (
    Block,
    BulletList,
    Contact,
    ContactEntry,
    Definition,
    EasyRead,
    Figure,
    Idea,
    LanguageBlock,
    NumberedList,
    Only,
    Paragraph,
    Picture,
    Preformatted,
    Quotation,
    Section,
    Step,
    Steps,
    Table,
    WordList,
)
from formats.model.walk import Inlines
from formats.renderers.docx import DocxOptions, numbering
from formats.renderers.docx.figures import Figures
from formats.renderers.docx.inlines import InlineWriter
from formats.renderers.docx.numbering import Numbering
from formats.renderers.docx.styles import LINES, LIST, QUOTE, QUOTED_LIST
from formats.renderers.docx.xml import element, run, text
from formats.text import addresses

_FIGURE_WIDTH = 7.0  # cm


@dataclass(frozen=True, slots=True)
class _Where:
    """Where the writer is: in a quotation, in which list and how deep, in which language."""

    quoted: bool = False
    list_number: int = 0
    level: int = -1
    language: str = ""


class Writer:
    """Writes blocks to the end of one document."""

    def __init__(self, document: Any, options: DocxOptions, text_width: float) -> None:
        """`text_width` is the width of the text area in cm."""
        self.document = document
        self.options = options
        self.figures = Figures(document, options)
        self.inlines = InlineWriter(document, self.figures, options.font_size / 28)
        self._numbering = Numbering(document, round(options.font_size * 1.6 * 20))
        self._text_width = text_width

    def blocks(self, blocks: Iterable[Block], where: _Where = _Where()) -> None:
        """Add `blocks`. Ideas that follow one another share a table."""
        table = None
        for block in blocks:
            if isinstance(block, Idea):
                table = table or self._rows()
                self._idea(table, block)
            else:
                table = None
                self._block(block, where)

    def _block(self, block: Block, where: _Where) -> None:
        match block:
            case Paragraph():
                self._paragraph(block.children, where, block.place)
            case Section():
                self.heading(block, where.language)
                self.blocks(block.blocks, where)
            case BulletList():
                self._list(block, self._numbering.bullets(), where)
            case NumberedList():
                self._list(block, self._numbering.numbers(block.start), where)
            case Table():
                self._table(block, where)
            case Figure():
                self._figure(block, where)
            case Quotation():
                self._quotation(block, where)
            case Steps():
                self.blocks(block.blocks, where)
                for step in block.steps:
                    self.heading(step, where.language)
                    self.blocks(step.blocks, where)
            case Contact():
                self._contact(block, where)
            case LanguageBlock():
                self.blocks(block.blocks, replace(where, language=block.lang))
            case Preformatted():
                self._lines(block.text, where)
            case WordList():
                for definition in block.definitions:
                    self._definition(self.document.add_paragraph(), definition)
            case Idea():
                self.blocks((block,), where)
            case EasyRead() | Only():
                raise RenderError("This leaflet has not been made into a view yet.", block.place)
            case _:
                assert_never(block)

    def heading(self, block: Section | Step, language: str = "") -> None:
        """Add the heading of a section or step. Level 2 is Word's Heading 1: the title is Title."""
        paragraph = self.document.add_paragraph(style=f"Heading {min(block.level - 1, 6)}")
        if isinstance(block, Step):
            self.inlines.words(paragraph, f"{wording.step_label(block)}: ")
        self.inlines.write(paragraph, block.heading, language, block.place)
        self.inlines.bookmarked(paragraph, block.id)

    def _paragraph(self, inlines: Inlines, where: _Where, place: Place) -> None:
        paragraph = self.document.add_paragraph(style=_style(where))
        if where.list_number:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(numbering.properties(where.list_number, where.level))
            if where.quoted:
                self._indent_quoted(paragraph, where.level)
        self.inlines.write(paragraph, inlines, where.language, place)

    def _indent_quoted(self, paragraph: Any, level: int) -> None:
        """Move an item in a quotation to the right of the rule that marks it."""
        step = self.options.font_size * 1.6
        shape = paragraph.paragraph_format
        shape.left_indent = Pt(self.options.font_size + step * (level + 1))
        shape.first_line_indent = Pt(-step)

    def _list(self, block: BulletList | NumberedList, number: int, where: _Where) -> None:
        # A list inside another is a list of its own, one level deeper.
        inner = replace(where, list_number=number, level=where.level + 1)
        for item in block.items:
            head, *rest = item.blocks or (Paragraph(()),)
            self._block(head, inner)
            for more in rest:
                self._continued(more, inner)

    def _continued(self, block: Block, where: _Where) -> None:
        """Add a further block of an item: indented like it, without a sign of its own."""
        if not isinstance(block, Paragraph):
            self._block(block, where)
            return
        paragraph = self.document.add_paragraph(style=_style(where))
        indent = self.options.font_size * 1.6 * (where.level + 1)
        paragraph.paragraph_format.left_indent = Pt(indent)
        self.inlines.write(paragraph, block.children, where.language, block.place)

    def _table(self, block: Table, where: _Where) -> None:
        table = self.document.add_table(rows=0, cols=len(block.header), style="Table Grid")
        for row in (block.header, *block.rows):
            made = table.add_row()
            properties = made._tr.get_or_add_trPr()
            properties.append(element("cantSplit"))
            if row is block.header:
                properties.append(element("tblHeader"))
            for cell, inlines in zip(made.cells, row, strict=True):
                paragraph = cell.paragraphs[0]
                self.inlines.write(paragraph, inlines, where.language, block.place)
                if row is block.header:
                    _embolden(paragraph)

    def _figure(self, block: Figure, where: _Where) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = bool(block.caption)
        self.figures.add(paragraph, block.picture, _FIGURE_WIDTH, block.place)
        if block.caption:
            self._paragraph(block.caption, where, block.place)

    def _quotation(self, block: Quotation, where: _Where) -> None:
        inner = _Where(quoted=True, language=where.language)
        self.blocks(block.blocks, inner)
        if block.citation:
            paragraph = self.document.add_paragraph(style=QUOTE)
            self.inlines.words(paragraph, f"— {wording.citation(block.citation)}")

    def _contact(self, block: Contact, where: _Where) -> None:
        self.blocks(block.blocks, where)
        entries = block.organisation.contacts
        if not any(entry.picture for entry in entries):
            for entry in entries:
                self._entry(self.document.add_paragraph(), entry)
            return
        table = self._rows()
        for entry in entries:
            cell = self._row(table, entry.picture, block.place)
            self._entry(cell.paragraphs[0], entry)

    def _entry(self, paragraph: Any, entry: ContactEntry) -> None:
        self.inlines.words(paragraph, f"{entry.label}:", bold=True)
        self.inlines.words(paragraph, " ")
        for number, line in enumerate(entry.value):
            if number:
                paragraph._p.append(run(element("br")))
            target = addresses.of_contact(entry.kind, line)
            if target:
                self.inlines.link_outside(paragraph, target, line)
            else:
                self.inlines.words(paragraph, line)
        if entry.note:
            paragraph._p.append(run(element("br")))
            self.inlines.words(paragraph, entry.note)

    def _lines(self, lines: str, where: _Where) -> None:
        paragraph = self.document.add_paragraph(style=LINES)
        for number, line in enumerate(lines.split("\n")):
            if number:
                paragraph._p.append(run(element("br")))
            paragraph._p.append(run(text(line), language=where.language))

    # --- Rows: picture at one side, words at the other

    def _rows(self) -> Any:
        table = self.document.add_table(rows=0, cols=2)
        table.autofit = False
        # LibreOffice goes by the grid, Word by the cells.
        for column, width in zip(table.columns, self._widths(), strict=True):
            column.width = Cm(width)
        return table

    def _widths(self) -> tuple[float, float]:
        """Return the widths of the two columns in cm, from the left."""
        beside = self.options.picture_size + 0.8
        widths = (beside, self._text_width - beside)
        return widths if self.options.picture_side == "left" else widths[::-1]

    def _idea(self, table: Any, block: Idea) -> None:
        cell = self._row(table, block.picture, block.place)
        self.inlines.write(cell.paragraphs[0], block.children, "", block.place)
        for definition in block.explained:
            self._definition(cell.add_paragraph(), definition)

    def _row(self, table: Any, picture: Picture | None, place: Place) -> Any:
        """Add a row with `picture`, and return the cell for the words."""
        row = table.add_row()
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell, width in zip(row.cells, self._widths(), strict=True):
            cell.width = Cm(width)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        pictures, words = row.cells if self.options.picture_side == "left" else row.cells[::-1]
        if picture:
            self.figures.add(pictures.paragraphs[0], picture, self.options.picture_size, place)
        return words

    def _definition(self, paragraph: Any, definition: Definition) -> None:
        self.inlines.words(paragraph, definition.term, bold=True)
        self.inlines.words(paragraph, f": {definition.meaning}")


def _style(where: _Where) -> str:
    if where.quoted:
        return QUOTED_LIST if where.list_number else QUOTE
    return LIST if where.list_number else "Normal"


def _embolden(paragraph: Any) -> None:
    for made in paragraph.runs:
        made.bold = True
