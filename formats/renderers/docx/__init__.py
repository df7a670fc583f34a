"""Word documents that staff can still edit: easy read, and large print for those who read in Word.

::

    styles     every look in one place, where a person can change it in Word
    writer     model blocks -> paragraphs and tables
    inlines    model inlines -> runs, links, bookmarks
    ideas      easy-read rows: picture at one side, words at the other
    numbering  lists that restart and nest
    figures    pictures with their text alternatives
    front      cover and contents; back: notes, edition, credits
    package    parts and properties; the same bytes each time

python-docx has its home here. What its API lacks is written as Open XML by `xml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from formats.options.declared import option

if TYPE_CHECKING:
    from formats.model import Leaflet

PAGE_COLOURS = ("white", "cream", "yellow", "black")


@dataclass(frozen=True)
class DocxOptions:
    """What can be chosen for a Word document."""

    font_size: float = option(16, "Size of the text.", unit="pt", minimum=14, maximum=36)
    typeface: str = option(
        "Arial", "Name of a typeface that the reader's computer has. Word swaps one it lacks."
    )
    line_spacing: float = option(1.5, "Space between lines.", unit="lines", minimum=1, maximum=3)
    paper: str = option("A4", "Size of the paper.", choices=("A4", "A3", "A5", "Letter"))
    page_colour: str = option(
        "white", "Colour of the page; the text is black, or yellow on black.", choices=PAGE_COLOURS
    )
    picture_size: float = option(
        4.0, "Width of the pictures beside easy-read text.", unit="cm", minimum=3, maximum=8
    )
    picture_side: str = option(
        "left", "Side of the page that the pictures stand at.", choices=("left", "right")
    )
    picture_style: str = option(
        "colour", "Pictures in colour, or as black outlines.", choices=("colour", "outline")
    )
    skin_tone: str = option(
        "as-chosen",
        "Skin tone of people in the pictures.",
        choices=("as-chosen", "light", "medium-light", "medium", "medium-dark", "dark"),
    )
    section_pages: bool = option(False, "Begin each section on a new page.")


class DocxRenderer:
    """Renders a viewed leaflet as a Word document."""

    name = "docx"
    suffix = ".docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    version = "1"
    Options = DocxOptions

    def render(self, leaflet: Leaflet, options: DocxOptions, out: BinaryIO) -> None:
        """Write the document to `out`."""
        from formats.renderers.docx.package import write  # python-docx: 150 ms

        write(leaflet, options, out)
