"""The look of a document as lengths in points: type sizes, spaces, the sheet; and its colours."""

from dataclasses import dataclass
from functools import cached_property

from formats.typesetting.colours import Colours
from formats.typesetting.faces import Typeface

MM = 72 / 25.4
MARGIN = 25 * MM  # US Access Board: at least one inch; UKAAF names no figure
PAPERS = {
    "A3": (297, 420), "A4": (210, 297), "A5": (148, 210),
    "Letter": (215.9, 279.4), "Legal": (215.9, 355.6),
}  # fmt: skip
"""Sides in mm."""
FEWEST_EMS = 6
"""Widths of the letter m on a line: fewer break the words of any text."""
CHARACTERS_A_LINE = 70  # RNIB
HEADINGS = (1.6, 1.4, 1.2, 1.1, 1.0)


def sheet(paper: str, orientation: str = "portrait") -> tuple[float, float]:
    """Return width and height of a sheet of `paper` in points."""
    short, long = (side * MM for side in PAPERS[paper])
    return (short, long) if orientation == "portrait" else (long, short)


def room(paper: str, orientation: str, binding: float) -> float:
    """Return the width of the text on a sheet in points; `binding` in mm."""
    return sheet(paper, orientation)[0] - 2 * MARGIN - binding * MM


@dataclass(frozen=True)
class Setting:
    """The look of one document. Lengths in points.

    `paper` is width and height of the sheet, `size` that of the text, `pitch` from one line of
    it to the next. `headings` are the sizes of title, sections, their parts and the rest, in
    sizes of the text. `binding` is how much wider the left margin is, `between` the space between
    paragraphs in lines: at least one (UKAAF G003:2019), save on a cover.
    """

    typeface: Typeface
    colours: Colours
    paper: tuple[float, float]
    size: float
    pitch: float
    headings: tuple[float, ...] = HEADINGS
    binding: float = 0.0
    between: float = 1.0

    @cached_property
    def left(self) -> float:
        """Where the text begins."""
        return MARGIN + self.binding

    @cached_property
    def width(self) -> float:
        """Width of the text."""
        return self.paper[0] - self.left - MARGIN

    @cached_property
    def top(self) -> float:
        """Where the text begins, from below."""
        return self.paper[1] - MARGIN

    @cached_property
    def foot(self) -> float:
        """The base line of running title and page number, from below."""
        return MARGIN

    @cached_property
    def height(self) -> float:
        """Height of the text, above the line of the foot and a line's space."""
        return self.top - self.foot - 2 * self.size

    @cached_property
    def indent(self) -> float:
        """Of the items of a list, and of quotations."""
        return 1.2 * self.size

    def heading_size(self, level: int) -> float:
        """Return the size of a heading; level 1 is the title."""
        return self.size * self.headings[min(level, len(self.headings)) - 1]
