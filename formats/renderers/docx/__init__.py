"""Word documents that staff can still edit: easy read, and large print for those who read in Word.

::

    package    page, properties, footer, parts; the same bytes each time
    parts      the parts of an edition: cover, contents, text … colophon
    blocks     blocks -> paragraphs, lists, quotations
    tables     tables of data; rows of a picture and the words beside it
    inlines    inlines -> runs, links, bookmarks, each in its language
    figures    pictures with their text alternatives
    bookmarks  names that Word allows, and links that must lead to one
    measures   how wide words are, near enough, for columns of tables
    numbering  lists that restart and nest
    styles     every look in one place, where a person can change it in Word
    xml        Open XML that python-docx has no API for

python-docx has its home here. It makes the package and its styles; the body is made as values,
Open XML elements, by functions that know nothing of the document around them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from formats.options.declared import option
from formats.options.shared import PictureSizeOptions
from formats.renderers.contract import FileKind

if TYPE_CHECKING:
    from formats.model import Edition
    from formats.model.findings import Finding

PAGE_COLOURS = ("white", "cream", "yellow", "black")
_WORD = FileKind(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True)
class DocxOptions(PictureSizeOptions):
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
    picture_side: str = option(
        "left", "Side of the page that the pictures stand at.", choices=("left", "right")
    )
    section_pages: bool = option(False, "Begin each section on a new page.")


class DocxRenderer:
    """Renders an edition as a Word document."""

    Options = DocxOptions
    codes: ClassVar[Mapping[str, str]] = {}

    def kind(self, options: DocxOptions) -> FileKind:  # noqa: ARG002 - the contract's
        """Return the kind of a Word document."""
        return _WORD

    def render(self, edition: Edition, options: DocxOptions, out: BinaryIO) -> tuple[Finding, ...]:
        """Write the document to `out`."""
        from formats.renderers.docx.package import write  # python-docx: 150 ms

        write(edition, options, out)
        return ()
