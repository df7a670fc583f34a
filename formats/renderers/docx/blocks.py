"""Blocks -> the paragraphs and tables of the body."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import assert_never

from formats import model
from formats.errors import Place
from formats.model.walk import Inlines, plain_text
from formats.renderers.docx import tables
from formats.renderers.docx.inlines import InlineWriter, Look, called, note, spoken
from formats.renderers.docx.numbering import Numbering, Sign
from formats.renderers.docx.styles import (
    CELL,
    CONTENTS,
    LARGE,
    LINES,
    LINK,
    LIST,
    NORMAL,
    QUOTE,
    QUOTED_HEADING,
    heading,
)
from formats.renderers.docx.tables import Rows
from formats.renderers.docx.xml import Xml, add, element, field, paragraph, run
from formats.text.language import is_right_to_left

_FIGURE_WIDTH = 7.0  # cm
_TOGETHER = 3  # lines of contents
_COLON: Inlines = (model.Text(": "),)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a block stands: its language, its style, how far in (pt), how deep in lists."""

    language: str
    style: str = NORMAL
    indent: float = 0.0
    level: int = -1
    figure: float = _FIGURE_WIDTH

    @property
    def quoted(self) -> bool:
        """Whether it is in a quotation."""
        return self.style == QUOTE

    @property
    def look(self) -> Look:
        """How words look here."""
        return Look(self.language)


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Makes the body of one document, its text of `size` pt in an area `width` cm wide."""

    inlines: InlineWriter
    numbering: Numbering
    rows: Rows
    size: float
    width: float

    def blocks(self, blocks: Iterable[model.Block], where: Where) -> Iterator[Xml]:
        """Yield `blocks`. Ideas that follow one another share a table."""
        for is_idea, group in groupby(blocks, key=lambda block: isinstance(block, model.Idea)):
            if is_idea:
                ideas = (block for block in group if isinstance(block, model.Idea))
                yield self.rows.table([self._idea(idea, where) for idea in ideas])
            else:
                yield from chain.from_iterable(self._block(block, where) for block in group)

    def _block(self, block: model.Block, where: Where) -> Iterator[Xml]:
        match model.viewed(block):
            case model.Paragraph() as words:
                style = LARGE if words.large else ""
                yield self.paragraph(words.children, where, words.place, style=style)
            case model.Section() as section:
                yield self._heading(section, where)
                yield from self.blocks(section.blocks, where)
            case model.BulletList() as bullets:
                yield from self._list(bullets, self.numbering.bullets(), where)
            case model.NumberedList() as numbered:
                yield from self._list(numbered, self.numbering.numbers(numbered.start), where)
            case model.Table() as table:
                yield self._table(table, where)
            case model.Figure() as figure:
                yield from self._figure(figure, where)
            case model.Quotation() as quotation:
                yield from self._quotation(quotation, where)
            case model.Steps() as steps:
                yield from self._steps(steps, where)
            case model.ContactList() as contacts:
                yield from self._contacts(contacts, where)
            case model.LanguageBlock() as other:
                yield from self.blocks(other.blocks, replace(where, language=other.lang))
            case model.Preformatted() as kept:
                yield self._lines(kept, where)
            case model.Idea() as idea:
                yield self.rows.table([self._idea(idea, where)])
            case model.WordList() as words:
                for definition in words.definitions:
                    yield self._definition(definition, where, words.place)
            case model.Contents() as contents:
                yield from _kept_at_end(
                    list(self._contents(contents.entries, where, contents.place))
                )
            case model.NoteList() as notes:
                yield from chain.from_iterable(self._note(each, where) for each in notes.notes)
            case _ as never:
                assert_never(never)

    # --- Words

    def paragraph(
        self, inlines: Inlines, where: Where, place: Place, *marks: Xml, style: str = ""
    ) -> Xml:
        """Return a paragraph of `inlines`, with properties of its own."""
        runs = self.inlines.runs(inlines, where.look, place)
        return self._of(runs, where, *marks, style=style)

    def _of(self, runs: Iterable[Xml], where: Where, *marks: Xml, style: str = "") -> Xml:
        """Return a paragraph of runs, indented as things are where it stands."""
        shape = [*self.inlines.direction(where.language), *marks]
        if where.indent:
            shape.append(element("ind", left=_twips(where.indent)))
        return paragraph(style or where.style, runs, shape)

    def headed(self, inlines: Inlines, style: str, id_: str, where: Where, place: Place) -> Xml:
        """Return a heading, which links to `id_` lead to."""
        runs = self.inlines.runs(inlines, where.look, place)
        return self._of(self.inlines.marked(id_, runs), where, style=style)

    def _heading(self, block: model.Section | model.Step, where: Where) -> Xml:
        label: Inlines = ()
        if isinstance(block, model.Step) and block.label:
            label = (block.label, *_COLON)
        style = QUOTED_HEADING if where.quoted else heading(block.level)
        return self.headed((*label, *block.heading), style, block.id, where, block.place)

    def _steps(self, steps: model.Steps, where: Where) -> Iterator[Xml]:
        yield from self.blocks(steps.blocks, where)
        for step in steps.steps:
            yield self._heading(step, where)
            yield from self.blocks(step.blocks, where)

    def _definition(self, definition: model.Definition, where: Where, place: Place) -> Xml:
        return self._of(self._explained(definition, where, place), where)

    def _explained(self, definition: model.Definition, where: Where, place: Place) -> Iterator[Xml]:
        term = replace(where.look, bold=True)
        yield from self.inlines.runs(definition.term, term, place)
        colon = _COLON if definition.term else ()
        yield from self.inlines.runs((*colon, *definition.meaning), where.look, place)

    def _lines(self, kept: model.Preformatted, where: Where) -> Xml:
        lines = kept.lines or tuple((model.Text(line),) for line in kept.text.split("\n"))
        runs: list[Xml] = []
        for number, line in enumerate(lines):
            runs += [run([element("br")])] if number else []
            runs += self.inlines.runs(line, where.look, kept.place)
        return self._of(runs, where, style=where.style if where.quoted else LINES)

    def _quotation(self, quotation: model.Quotation, where: Where) -> Iterator[Xml]:
        inner = replace(where, style=QUOTE, indent=where.indent + self.size)
        yield from self.blocks(quotation.blocks, inner)
        if quotation.source:
            yield self.paragraph((model.Text("— "), *quotation.source), inner, quotation.place)

    # --- Lists

    def _list(
        self, block: model.BulletList | model.NumberedList, number: int, where: Where
    ) -> Iterator[Xml]:
        # A list inside another is a list of its own, one level deeper.
        step = self.numbering.indent
        style = QUOTE if where.quoted else LIST
        inner = replace(where, level=where.level + 1, indent=where.indent + step, style=style)
        sign = Sign(number, inner.level, inner.indent, step)
        for item in block.items:
            yield from sign.before(list(self.blocks(item.blocks, inner)), style)

    # --- Pictures, tables, rows

    def _figure(self, figure: model.Figure, where: Where) -> Iterator[Xml]:
        kept = [element("keepNext")] if figure.caption else []
        look = spoken(where.look, figure.picture.language)
        drawing = self.inlines.figures.drawing(figure.picture, where.figure, figure.place)
        yield self._of([run([drawing], self.inlines.marks(look))], where, *kept)
        if figure.caption:
            yield self.paragraph(figure.caption, where, figure.place)

    def _table(self, table: model.Table, where: Where) -> Xml:
        width = _twips(self.width / 2.54 * 72 - where.indent)
        widths = tables.widths(table, width, self.size)
        bold = replace(where.look, bold=True)
        marks = list(self.inlines.direction(where.language))

        def cell(inlines: Inlines, look: Look) -> Xml:
            runs = self.inlines.runs(inlines, look, table.place)
            return paragraph(CELL, runs, [each.__copy__() for each in marks])

        header = [cell(inlines, bold) for inlines in table.header]
        rows = [[cell(inlines, where.look) for inlines in row] for row in table.rows]
        right_to_left = is_right_to_left(where.language)
        return tables.data(header, rows, widths, _twips(where.indent), right_to_left)

    def _idea(self, idea: model.Idea, where: Where) -> tables.Row:
        said = [self.inlines.runs(idea.children, where.look, idea.place)]
        said += [self._explained(each, where, idea.place) for each in idea.explained]
        words = [self._beside(runs, where) for runs in said]
        return self.rows.row(idea.picture, words, where.look, idea.place)

    def _beside(self, runs: Iterable[Xml], where: Where) -> Xml:
        return paragraph(NORMAL, runs, self.inlines.direction(where.language))

    def _contacts(self, contacts: model.ContactList, where: Where) -> Iterator[Xml]:
        if not any(way.picture for way in contacts.ways):
            for way in contacts.ways:
                yield self._of(self._way(way, where, contacts.place), where)
            return
        rows = [
            self.rows.row(
                way.picture, [self._beside(self._way(way, where, contacts.place), where)],
                where.look, contacts.place,
            )
            for way in contacts.ways
        ]  # fmt: skip
        yield self.rows.table(rows)

    def _way(self, way: model.Way, where: Where, place: Place) -> Iterator[Xml]:
        bold = replace(where.look, bold=True)
        yield from self.inlines.runs((*way.label, model.Text(":")), bold, place)
        yield self.inlines.words(" ", where.look)
        lines = (*way.lines, way.note) if way.note else way.lines
        for number, line in enumerate(lines):
            if number:
                yield run([element("br")])
            yield from self.inlines.runs(line, where.look, place)

    # --- Apparatus

    def _contents(
        self, entries: Iterable[model.ContentsEntry], where: Where, place: Place
    ) -> Iterator[Xml]:
        for entry in entries:
            yield self._entry(entry, where, place)
            deeper = replace(where, indent=where.indent + self.numbering.indent)
            yield from self._contents(entry.entries, deeper, place)

    def _entry(self, entry: model.ContentsEntry, where: Where, place: Place) -> Xml:
        runs = self.inlines.runs(entry.words, where.look, place)
        words = plain_text(entry.words)
        link = self.inlines.inside(entry.target, runs, words, place)
        name = self.inlines.bookmarks.name(entry.target)
        page = field(f"PAGEREF {name}", self.inlines.marks(where.look))
        return self._of([link, run([element("tab")]), *page], where, style=CONTENTS)

    def _note(self, each: model.Note, where: Where) -> Iterator[Xml]:
        label = each.label or model.Added(str(each.number), where.language)
        yield self.headed((label,), heading(3), note(each.number), where, each.place)
        yield from self.blocks(each.blocks, where)
        if each.back:
            runs = self.inlines.runs((each.back,), replace(where.look, style=LINK), model.NOWHERE)
            back = self.inlines.inside(called(each.number), runs, each.back.text, each.place)
            yield self._of([back], where)


def _kept_at_end(entries: list[Xml]) -> list[Xml]:
    """Keep the last of the entries together, so that none stands alone on a page."""
    for entry in entries[-_TOGETHER:-1]:
        add(entry, element("keepNext"))
    return entries


def _twips(points: float) -> int:
    return round(points * 20)
