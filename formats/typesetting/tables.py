"""Tables: cells as runs -> boxes, a row each, where the columns have room."""

from dataclasses import dataclass

from formats.typesetting.boxes import Box, Rule, Words, keep_with_next
from formats.typesetting.compositor import Compositor
from formats.typesetting.frame import Frame
from formats.typesetting.lines import natural_width, widest_unit
from formats.typesetting.runs import Run

MOST_COLUMNS = 8  # more never fit a large-print line
_LEAST_LETTERS = 8  # in a column whose cells hold more than that
_TALLEST = 0.5  # of a page, for one row

Cells = list[list[Run]]


@dataclass(frozen=True)
class Grid:
    """The cells of one table, row by row; the first row are its headers."""

    compositor: Compositor
    rows: list[Cells]

    def boxes(self, frame: Frame) -> list[Box]:
        """Return the boxes of the table, or nothing if a column or a page has no room for it.

        Every cell begins at the left, whatever the source says: UKAAF G003:2019 wants text to
        begin where the eye looks for it.
        """
        widths = self._widths(frame.width)
        if not widths:
            return []
        made = self._ruled(frame, widths)
        tallest = max(box.height for box in made)
        return made if tallest <= _TALLEST * self.compositor.setting.height else []

    def _widths(self, width: float) -> list[float]:
        """Return the widths of the columns, or nothing if one would be too narrow."""
        size = self.compositor.setting.size
        columns = list(zip(*self.rows, strict=True))
        room = width - size * (len(columns) - 1)
        natural = [max(natural_width(cell, size) for cell in column) for column in columns]
        least = [
            max(*(widest_unit(cell, size) for cell in column), min(wide, _LEAST_LETTERS * size / 2))
            for column, wide in zip(columns, natural, strict=True)
        ]
        spare = room - sum(least)
        if spare < 0:
            return []
        wanted = sum(natural) - sum(least)
        share = min(1.0, spare / wanted) if wanted else 0.0
        return [low + (high - low) * share for low, high in zip(least, natural, strict=True)]

    def _ruled(self, frame: Frame, widths: list[float]) -> list[Box]:
        size = self.compositor.setting.size
        made = [self._box(row, frame, widths) for row in self.rows]
        thin = size / 20
        for box, thickness in zip(made, (2 * thin, *(thin for _ in made[1:])), strict=True):
            box.height += size / 4
            across = sum(widths) + size * (len(widths) - 1)
            box.parts.append(Rule(frame.x, box.height, across, thickness))
            box.bars = frame.bars
        head, *rest = made
        for box in rest:
            box.header = head
        head.before = self.compositor.setting.pitch
        # The header is on one page with its first row, and the last row is not left alone.
        return keep_with_next([head]) + rest

    def _box(self, row: Cells, frame: Frame, widths: list[float]) -> Box:
        setting = self.compositor.setting
        whole, x = Box(0.0), frame.x
        for cell, width in zip(row, widths, strict=True):
            column = Frame(frame.element, x, width + 0.1)
            top = 0.0
            for line in self.compositor.text(cell, column) if cell else []:
                for part in line.parts:
                    assert isinstance(part, Words)
                    part.base += top
                    whole.parts.append(part)
                whole.anchors += line.anchors
                top += line.height
            whole.height = max(whole.height, top)
            x += width + setting.size
        whole.height = whole.height or setting.pitch
        return whole
