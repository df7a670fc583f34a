"""Everything that the options decide, in points: type sizes, spaces, colours, the sheet."""

from dataclasses import dataclass
from functools import cached_property

from formats.renderers.pdf import PdfOptions, colours, typefaces
from formats.renderers.pdf.colours import Colours
from formats.renderers.pdf.typefaces import Typeface

MM = 72 / 25.4
_MARGIN = 25 * MM  # US Access Board: at least one inch; UKAAF names no figure
_PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "Letter": (215.9, 279.4)}  # mm
CHARACTERS_A_LINE = 70  # RNIB


@dataclass(frozen=True)
class Guideline:
    """A guideline for large print: its name, and what it asks of headings and of stress.

    `headings` are the sizes of title, sections, their parts and the rest, in sizes of the body.
    """

    name: str
    headings: tuple[float, ...]
    underlined_stress: bool
    typeface: str = ""


_GUIDELINES = {
    "UKAAF-G003-2019": Guideline("UKAAF G003:2019", (1.6, 1.4, 1.2, 1.1, 1.0), False),
    # ACB asks for 20 and 22 pt above a body of 18.
    "ACB-2025": Guideline("ACB:2025", (22 / 18, 22 / 18, 20 / 18, 20 / 18, 1.0), True, "Arial"),
}


@dataclass(frozen=True)
class Setting:
    """The look of one rendition. Lengths in points."""

    options: PdfOptions
    typeface: Typeface
    colours: Colours
    guideline: Guideline

    @cached_property
    def paper(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        short, long = (side * MM for side in _PAPERS[self.options.paper])
        return (short, long) if self.options.orientation == "portrait" else (long, short)

    @cached_property
    def size(self) -> float:
        """Size of the text."""
        return self.options.font_size

    @cached_property
    def pitch(self) -> float:
        """From one line of text to the next."""
        spacing = self.options.line_spacing
        return self.size * (max(spacing, 1.5) if self.guideline.underlined_stress else spacing)

    @cached_property
    def left(self) -> float:
        """Where the text begins."""
        return _MARGIN + self.options.binding_margin * MM

    @cached_property
    def width(self) -> float:
        """Width of the text."""
        return self.paper[0] - self.left - _MARGIN

    @cached_property
    def top(self) -> float:
        """Where the text begins, from below."""
        return self.paper[1] - _MARGIN

    @cached_property
    def foot(self) -> float:
        """The base line of running title and page number, from below."""
        return _MARGIN

    @cached_property
    def height(self) -> float:
        """Height of the text, above the line of the foot and a line's space."""
        return self.top - self.foot - 2 * self.size

    def heading_size(self, level: int) -> float:
        """Return the size of a heading; level 1 is the title."""
        sizes = self.guideline.headings
        return self.size * sizes[min(level, len(sizes)) - 1]

    @cached_property
    def indent(self) -> float:
        """Of the items of a list, and of quotations."""
        return 1.5 * self.size


def setting(options: PdfOptions) -> Setting:
    """Return what `options` decide. Raises `RenderError` for a typeface that cannot be used."""
    return Setting(
        options,
        typefaces.load(options.typeface, all_bold=options.bold),
        colours.pair(options.colours),
        _GUIDELINES[options.guideline],
    )
