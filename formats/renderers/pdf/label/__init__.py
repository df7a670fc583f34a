"""Labels to stick on a CD or a memory stick with spoken audio: one page, tagged as any PDF here.

::

    words   viewed leaflet -> what each label says
    sheet   labels -> boxes, as large as they fit, and dots of Braille -> one page
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from formats.options.declared import option

if TYPE_CHECKING:
    from formats.model import Leaflet

SMALLEST = 14  # pt


@dataclass(frozen=True)
class LabelOptions:
    """What can be chosen for a page of labels."""

    font_size: float = option(
        18,
        "Size of the text. Where words do not fit a label so, it is smaller, but at least 14 pt.",
        unit="pt", minimum=SMALLEST, maximum=24,
    )  # fmt: skip
    paper: str = option("A4", "Size of the paper.", choices=("A4", "Letter"))
    typeface: str = option(
        "atkinson-hyperlegible",
        "The typeface: atkinson-hyperlegible, arimo (as wide as Arial), lexend, or the path of "
        "a TrueType file (.ttf).",
    )
    braille: str = option(
        "if-there",
        "Dots of Braille to print on swell paper: yes, no, or if liblouis is there to make them.",
        choices=("if-there", "yes", "no"),
    )
    contracted: bool = option(True, "Contracted Braille (grade 2), not letter by letter.")
    pdf_ua: int = option(1, "Part of PDF/UA (ISO 14289) to conform to.", minimum=1, maximum=2)


class LabelRenderer:
    """Renders what a viewed leaflet's recording is called as a page of labels."""

    name = "label"
    suffix = ".pdf"
    media_type = "application/pdf"
    version = "1"
    Options = LabelOptions

    def part(self, leaflet: Leaflet) -> Leaflet:
        """Return the words of the labels, as a leaflet."""
        from formats.renderers.pdf.label import words

        return words.part(leaflet)

    def render(self, leaflet: Leaflet, options: LabelOptions, out: BinaryIO) -> None:
        """Write the page to `out`."""
        from formats.renderers.pdf.label.sheet import write  # reportlab: 150 ms

        write(leaflet, options, out)
