"""Blocks that hold no others -> boxes: tables, ideas, hard words, ways to get in touch."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

from formats import model
from formats.errors import Place
from formats.model.findings import Finding, Severity
from formats.model.walk import plain_text
from formats.typesetting.boxes import Box, keep_together, keep_with_next
from formats.typesetting.compositor import Compositor
from formats.typesetting.figures import Figures
from formats.typesetting.frame import Frame
from formats.typesetting.runs import Look, Run
from formats.typesetting.tables import MOST_COLUMNS, Cells, Grid
from formats.typesetting.tagging import Element
from formats.views.links import as_label

_PLAIN = Look()
_FEWEST_EMS = 7  # of words beside a picture


def list_element(parent: Element, numbering: str) -> Element:
    """Add an element L that says how its items are numbered (ISO 32000-1, table 347)."""
    return parent.add("L", attributes={"O": "/List", "ListNumbering": f"/{numbering}"})


@dataclass(frozen=True)
class Rows:
    """Rows of a picture `width` points wide and words beside it."""

    compositor: Compositor
    figures: Figures
    width: float

    def idea(self, block: model.Idea, frame: Frame) -> list[Box]:
        """Return the box of one idea: its picture left, its words and explanations right."""
        element = frame.element.add("Div")
        picture = self._picture(block.picture, element, frame, block.place)
        column = self._column(frame, picture).within(element)
        words = self.compositor.paragraph(block.children, column, block.place)
        for definition in block.explained:
            words += self._explained(definition, column, block.place)
        return self.compositor.row(picture, words)

    def _explained(self, definition: model.Definition, frame: Frame, place: Place) -> list[Box]:
        paragraph = frame.element.add("P")
        runs = _term(self.compositor, definition, paragraph, "Strong", place)
        runs += self.compositor.runs.inlines(definition.meaning, paragraph, place)
        boxes = self.compositor.text(runs, frame)
        boxes[0].before = self.compositor.setting.pitch / 2
        return boxes

    def contacts(self, block: model.ContactList, frame: Frame) -> list[Box]:
        """Return the boxes of ways to get in touch, a list."""
        element = list_element(frame.element, "None")
        pictured = any(way.picture for way in block.ways)
        made: list[Box] = []
        for way in block.ways:
            body = element.add("LI").add("LBody")
            picture = self._picture(way.picture, body, frame, block.place)
            column = self._column(frame, picture) if pictured else frame
            words = self._way(way, column.within(body), block.place)
            if made:  # as between the items of any list
                words[0].before = self.compositor.setting.pitch / 2
            made += self.compositor.row(picture, words) if pictured else keep_together(words)
        return made

    def _way(self, way: model.Way, frame: Frame, place: Place) -> list[Box]:
        """Return the boxes of a way to get in touch: its label, and each line below it whole."""
        compositor, paragraph = self.compositor, frame.element.add("P")
        runs = compositor.named(way.label, paragraph, place)
        told = Look(link_label=f"{plain_text(way.label)}: ")
        runs += compositor.runs.lines(way.lines, paragraph, place, told)
        boxes = compositor.text(runs, frame)
        if way.note:
            note = compositor.paragraph(way.note, frame, place)
            note[0].before = 0.0
            boxes = keep_with_next(boxes) + note
        return boxes

    def _column(self, frame: Frame, picture: Box | None) -> Frame:
        """Return the column right of the pictures, or all of it where that has no room."""
        size = self.compositor.setting.size
        indent = self.width + size
        if picture and frame.width - indent < _FEWEST_EMS * size:
            return frame
        return replace(frame, x=frame.x + indent, width=frame.width - indent)

    def _picture(
        self, picture: model.Picture | None, element: Element, frame: Frame, place: Place
    ) -> Box | None:
        if picture is None:
            return None
        return self.figures.box(picture, element, frame, self.width, place)


def _term(
    compositor: Compositor, definition: model.Definition, parent: Element, kind: str, place: Place
) -> list[Run]:
    """Return the runs of the word before its explanation, in an element of its own."""
    return compositor.named(definition.term, parent.add(kind), place) if definition.term else []


def word_list(compositor: Compositor, block: model.WordList, frame: Frame) -> list[Box]:
    """Return the boxes of hard words, each followed by what it means."""
    element = list_element(frame.element, "Description")
    made: list[Box] = []
    for definition in block.definitions:
        item = element.add("LI")
        runs = _term(compositor, definition, item, "Lbl", block.place)
        runs += compositor.runs.inlines(definition.meaning, item.add("LBody"), block.place)
        lines = compositor.text(runs, frame)
        if made:  # as between the items of any list
            lines[0].before = compositor.setting.pitch / 2
        made += keep_together(lines)
    return made


# --- Tables


@dataclass
class Tables:
    """Tables as such where their columns have room, else as lists, and the findings that say so.

    `entry_gives` are the words before the names of a list's headers.
    """

    compositor: Compositor
    entry_gives: model.Added

    def __post_init__(self) -> None:
        self.findings: list[Finding] = []
        self._numbers = count(1)

    def boxes(self, block: model.Table, frame: Frame) -> list[Box]:
        """Return the boxes of a table."""
        element = Element("Table", frame.element)
        fits = len(block.header) <= MOST_COLUMNS
        made = Grid(self.compositor, self._cells(block, element)).boxes(frame) if fits else []
        if made:
            frame.element.kids.append(element)
            return made
        self.findings.append(_as_list(block))
        return self._headers(block, frame) + self._entries(block, frame)

    def _cells(self, block: model.Table, element: Element) -> list[Cells]:
        """Return the runs of all cells, whose structure is added to `element`."""
        name = f"table-{next(self._numbers)}"
        heads = [f"{name}-{column}" for column, _ in enumerate(block.header, 1)]
        row = element.add("THead").add("TR")
        header = [
            self._runs(cell, _header(row, name), block.place, Look(bold=True))
            for cell, name in zip(block.header, heads, strict=True)
        ]
        body = element.add("TBody") if block.rows else element
        return [header, *(self._row(row, body.add("TR"), heads, block.place) for row in block.rows)]

    def _row(self, row: model.Row, element: Element, heads: list[str], place: Place) -> Cells:
        cells = [element.add("TD", attributes={"O": "/Table", "Headers": [name]}) for name in heads]
        return [self._runs(*cell, place) for cell in zip(row, cells, strict=True)]

    def _runs(
        self, cell: model.Cell, element: Element, place: Place, look: Look = _PLAIN
    ) -> list[Run]:
        return self.compositor.runs.inlines(cell, element, place, look)

    def _headers(self, block: model.Table, frame: Frame) -> list[Box]:
        """Return the line that names the headers: "Each entry gives: Who; Phone; Cost"."""
        paragraph = frame.element.add("P")
        runs = self._runs((self.entry_gives,), paragraph, block.place)
        for number, header in enumerate(block.header):
            gap = "; " if number else " "
            runs += self.compositor.runs.words(gap, paragraph, block.place)
            runs += self._runs(header, paragraph, block.place)
        return keep_with_next(self.compositor.text(runs, frame))

    def _entries(self, block: model.Table, frame: Frame) -> list[Box]:
        """Return each row as an item, with its header before each cell."""
        element = list_element(frame.element, "None")
        made: list[Box] = []
        for row in block.rows:
            body = frame.within(element.add("LI").add("LBody"))
            lines: list[Box] = []
            for header, cell in zip(block.header, row, strict=True):
                lines += self._entry(header, cell, block.place, body, follows=bool(lines))
            made += keep_together(lines)
        return made

    def _entry(
        self, header: model.Cell, cell: model.Cell, place: Place, frame: Frame, *, follows: bool
    ) -> Iterable[Box]:
        paragraph = frame.element.add("P")
        runs = self.compositor.named(as_label(header), paragraph, place)
        runs += self._runs(cell, paragraph, place)
        if not runs:
            return []
        lines = self.compositor.text(runs, frame)
        if follows:
            lines[0].before = 0.0
        return lines


def _header(row: Element, name: str) -> Element:
    return row.add("TH", identifier=name, attributes={"O": "/Table", "Scope": "/Column"})


def _as_list(block: model.Table) -> Finding:
    names = "; ".join(plain_text(cell).strip() for cell in block.header)
    message = (
        f"The table “{names[:80]}” has too little room for its columns at this size, so it is "
        "set as a list. Nothing is lost; if it should be a table, give it fewer columns, "
        "or choose wider paper."
    )
    return Finding("pdf-table-as-list", Severity.HINT, message, block.place)
