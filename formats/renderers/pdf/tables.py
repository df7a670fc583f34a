"""Tables: as such where their columns have room, else as a list of "header: value"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from formats import wording
from formats.model import Row, Table
from formats.model.walk import plain_text
from formats.renderers.pdf.boxes import Box, Rule, Words, keep_together, keep_with_next
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.lines import natural_width, widest_unit
from formats.renderers.pdf.lists import list_element
from formats.renderers.pdf.runs import Look, Run
from formats.renderers.pdf.tagging import Element

if TYPE_CHECKING:
    from formats.renderers.pdf.compose import Composer

_MOST_COLUMNS = 8  # more never fit a large-print line
_LEAST_LETTERS = 8  # in a column whose cells hold more than that
_TALLEST = 0.5  # of a page, for one row

_Cells = list[list[Run]]


def boxes(composer: Composer, block: Table, frame: Frame) -> list[Box]:
    """Return the boxes of a table.

    Every cell begins at the left, whatever the source says: UKAAF G003:2019 wants text to
    begin where the eye looks for it.
    """
    element = Element("Table", frame.element)
    before = composer.runs.mark()
    grid = _Grid(composer, block, element) if len(block.header) <= _MOST_COLUMNS else None
    widths = grid.widths(frame.width) if grid else []
    made = grid.boxes(frame, widths) if grid and widths else []
    tallest = _TALLEST * composer.setting.height
    if not made or max(box.height for box in made) > tallest:
        composer.runs.back_to(before)
        return _as_list(composer, block, frame)
    frame.element.kids.append(element)
    return made


class _Grid:
    """The cells of one table as runs, and its structure."""

    def __init__(self, composer: Composer, block: Table, element: Element) -> None:
        self.composer = composer
        self.size = composer.setting.size
        self.block = block
        name = f"table-{next(composer.table_numbers)}"
        heads = [f"{name}-{column}" for column, _ in enumerate(block.header, 1)]
        head = element.add("THead").add("TR")
        self.rows: list[_Cells] = [
            [self._runs(cell, self._header(head, name), bold=True)
             for cell, name in zip(block.header, heads, strict=True)]
        ]  # fmt: skip
        body = element.add("TBody") if block.rows else element
        for row in block.rows:
            self.rows.append(self._row(row, body.add("TR"), heads))

    def _header(self, row: Element, name: str) -> Element:
        attributes = {"O": "/Table", "Scope": "/Column"}
        return row.add("TH", identifier=name, attributes=attributes)

    def _row(self, row: Row, element: Element, heads: list[str]) -> _Cells:
        return [
            self._runs(cell, element.add("TD", attributes={"O": "/Table", "Headers": [name]}))
            for cell, name in zip(row, heads, strict=True)
        ]

    def _runs(self, cell: object, element: Element, *, bold: bool = False) -> list[Run]:
        return self.composer.runs.inlines(cell, element, self.block.place, Look(bold))  # type: ignore[arg-type]

    def widths(self, width: float) -> list[float]:
        """Return the widths of the columns, or nothing if one would be too narrow."""
        columns = list(zip(*self.rows, strict=True))
        gap = self.size
        room = width - gap * (len(columns) - 1)
        natural = [max(natural_width(cell, self.size) for cell in column) for column in columns]
        least = [
            max(*(widest_unit(cell, self.size) for cell in column),
                min(wide, _LEAST_LETTERS * self.size / 2))
            for column, wide in zip(columns, natural, strict=True)
        ]  # fmt: skip
        spare = room - sum(least)
        if spare < 0:
            return []
        wanted = sum(natural) - sum(least)
        share = min(1.0, spare / wanted) if wanted else 0.0
        return [low + (high - low) * share for low, high in zip(least, natural, strict=True)]

    def boxes(self, frame: Frame, widths: list[float]) -> list[Box]:
        made = [self._box(row, frame, widths) for row in self.rows]
        thin = self.size / 20
        for box, thickness in zip(made, (2 * thin, *(thin for _ in made[1:])), strict=True):
            box.height += self.size / 4
            rule = Rule(frame.x, box.height, sum(widths) + self.size * (len(widths) - 1), thickness)
            box.parts.append(rule)
            box.bars = frame.bars
        head, *rest = made
        for box in rest:
            box.header = head
        head.before = self.composer.setting.pitch
        # The header is on one page with its first row, and the last row is not left alone.
        return keep_with_next([head]) + rest

    def _box(self, row: _Cells, frame: Frame, widths: list[float]) -> Box:
        whole, x = Box(0.0), frame.x
        for cell, width in zip(row, widths, strict=True):
            lines = self.composer.text(cell, Frame(frame.element, x, width + 0.1)) if cell else []
            top = 0.0
            for line in lines:
                for part in line.parts:
                    assert isinstance(part, Words)
                    part.base += top
                    whole.parts.append(part)
                whole.anchors += line.anchors
                top += line.height
            whole.height = max(whole.height, top)
            x += width + self.size
        whole.height = whole.height or self.composer.setting.pitch
        return whole


def _as_list(composer: Composer, block: Table, frame: Frame) -> list[Box]:
    """Return a table as a list: its headers once, then each row with a header before each cell."""
    made = _headers(composer, block, frame)
    element = list_element(frame.element, "None")
    for row in block.rows:
        body = frame.within(element.add("LI").add("LBody"))
        lines: list[Box] = []
        for header, cell in zip(block.header, row, strict=True):
            paragraph = body.element.add("P")
            name = plain_text(header).strip()
            look = Look(bold=True)
            runs = composer.runs.words(f"{name}: ", paragraph, block.place, look) if name else []
            runs += composer.runs.inlines(cell, paragraph, block.place)
            line = composer.text(runs, body) if runs else []
            if lines and line:
                line[0].before = 0.0
            lines += line
        made += keep_together(lines)
    return made


def _headers(composer: Composer, block: Table, frame: Frame) -> list[Box]:
    """Return the line that names the headers: "Each entry gives: Who; Phone; Cost"."""
    paragraph = frame.element.add("P")
    runs = composer.runs.words(f"{wording.ENTRY_GIVES} ", composer.added(paragraph), block.place)
    for number, header in enumerate(block.header):
        if number:
            runs += composer.runs.words("; ", paragraph, block.place)
        runs += composer.runs.inlines(header, paragraph, block.place)
    return keep_with_next(composer.text(runs, frame))
