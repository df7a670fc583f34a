"""Large-print PDF that a screen reader can read too: PDF/UA-1 or PDF/UA-2, set to a standard.

How a viewed leaflet becomes a file::

    setting      options -> sizes, typefaces, colours, the sheet (rules: UKAAF, ACB)
    compose      blocks -> structure elements, and boxes of lines and pictures that point at them
                 (inlines -> runs -> lines; blocks, lists, tables, beside, front, back)
    pagination   boxes -> pages: what belongs together stays together
    painter      pages -> marked content on a reportlab canvas
    tagging      the structure tree, links, bookmarks and metadata around it; knows no leaflet

The structure tree is made from the leaflet before anything is laid out, so reading order is
source order whatever becomes of the pages. reportlab has its home in `painter`, `typefaces`
and `tagging`, pikepdf in `tagging`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from formats.options.declared import option

if TYPE_CHECKING:
    from formats.model import Leaflet


@dataclass(frozen=True)
class PdfOptions:
    """What can be chosen for a large-print PDF."""

    font_size: float = option(18, "Size of the text.", unit="pt", minimum=14, maximum=72)
    line_spacing: float = option(
        1.5, "From one line to the next, in sizes of the text.", minimum=1.25, maximum=3
    )
    paper: str = option("A4", "Size of the paper.", choices=("A4", "A3", "A5", "Letter"))
    orientation: str = option(
        "portrait", "Which way round the paper is.", choices=("portrait", "landscape")
    )
    colours: str = option(
        "black-on-white",
        "Text and page: black-on-white, black-on-cream, black-on-yellow, black-on-pale-blue, "
        "blue-on-cream, yellow-on-black, white-on-black, white-on-blue, or two colours in hex "
        "such as #1a1a1a-on-#fff8e0.",
    )
    typeface: str = option(
        "atkinson-hyperlegible",
        "The typeface: atkinson-hyperlegible, arimo (as wide as Arial), lexend, or the path of "
        "a TrueType file (.ttf). "
        "Name-Bold.ttf beside Name-Regular.ttf serves for what is bold.",
    )
    bold: bool = option(False, "Set all the text in bold.")
    binding_margin: float = option(
        0, "Wider margin at the left edge, to bind or punch.", unit="mm", minimum=0, maximum=40
    )
    section_pages: bool = option(False, "Begin each section on a new page.")
    volume_sheets: int = option(
        0,
        "Begin a new volume at a section before this many sheets, printed on both sides, are "
        "full. 0 means one volume.",
        unit="sheets", minimum=0, maximum=500,
    )  # fmt: skip
    guideline: str = option(
        "UKAAF-G003-2019",
        "The guideline for large print that the layout follows.",
        choices=("UKAAF-G003-2019", "ACB-2025"),
    )
    pdf_ua: int = option(1, "Part of PDF/UA (ISO 14289) to conform to.", minimum=1, maximum=2)
    picture_size: float = option(
        4.0, "Width of the pictures beside easy-read text.", unit="cm", minimum=3, maximum=8
    )
    picture_style: str = option(
        "colour", "Pictures in colour, or as black outlines.", choices=("colour", "outline")
    )
    skin_tone: str = option(
        "as-chosen",
        "Skin tone of people in the pictures.",
        choices=("as-chosen", "light", "medium-light", "medium", "medium-dark", "dark"),
    )

    def __post_init__(self) -> None:
        """Refuse colours that cannot be read. Raises `OptionError`."""
        from formats.renderers.pdf import colours

        colours.pair(self.colours)


class PdfRenderer:
    """Renders a viewed leaflet as a tagged PDF."""

    name = "pdf"
    suffix = ".pdf"
    media_type = "application/pdf"
    version = "1"
    Options = PdfOptions

    def render(self, leaflet: Leaflet, options: PdfOptions, out: BinaryIO) -> None:
        """Write the document to `out`."""
        from formats.renderers.pdf.document import write  # reportlab: 150 ms

        write(leaflet, options, out)
