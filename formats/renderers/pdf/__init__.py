"""Large-print PDF that a screen reader can read too: PDF/UA-1 or PDF/UA-2, set to a standard.

How an edition becomes a file, over `formats.typesetting`::

    setting     options -> lengths, typefaces, colours, the sheet (rules: UKAAF, ACB)
    compose     blocks -> structure elements, and boxes of lines and pictures that point at them
    anchors     (of `compose`) the elements that links can lead to
    leaves      (of `compose`) blocks that hold no others: tables, ideas, ways to get in touch
    cover       (of `document`) how large what stands on a cover is
    contents    (of `compose`) the contents, each entry with its page
    document    parts -> pages, volumes, page numbers, one tagged file
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from formats.options.declared import OptionError, option
from formats.options.shared import ColoursOption, PdfUaOptions, PictureSizeOptions, TypefaceOptions
from formats.renderers.contract import FileKind

if TYPE_CHECKING:
    from formats.model import Edition
    from formats.model.findings import Finding


@dataclass(frozen=True)
class _PageOptions:
    """The sheet and the size of what stands on it."""

    font_size: float = option(18, "Size of the text.", unit="pt", minimum=14, maximum=72)
    line_spacing: float = option(
        1.5, "From one line to the next, in sizes of the text.", minimum=1.25, maximum=3
    )
    paper: str = option("A4", "Size of the paper.", choices=("A4", "A3", "A5", "Letter", "Legal"))
    orientation: str = option(
        "portrait", "Which way round the paper is.", choices=("portrait", "landscape")
    )


@dataclass(frozen=True)
class _BookOptions:
    """What is bold, bound and divided, and by which rules."""

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


@dataclass(frozen=True)
class PdfOptions(
    PictureSizeOptions, PdfUaOptions, _BookOptions, TypefaceOptions, ColoursOption, _PageOptions
):
    """What can be chosen for a large-print PDF. Bases are in order from the last to the first."""

    def __post_init__(self) -> None:
        """Refuse colours that cannot be read, and letters too large for the paper.

        Raises `OptionError`.
        """
        from formats.typesetting import colours
        from formats.typesetting.setting import FEWEST_EMS, room

        colours.pair(self.colours)
        wide = room(self.paper, self.orientation, self.binding_margin)
        if self.font_size * FEWEST_EMS > wide:
            most = int(wide / FEWEST_EMS)
            raise OptionError(
                f"Letters of {self.font_size:g} pt are too large for {self.paper} paper: every "
                f"word would be broken. Choose font-size = {most} or less, or larger paper."
            )


class PdfRenderer:
    """Renders an edition as a tagged PDF."""

    Options = PdfOptions
    codes: ClassVar[Mapping[str, str]] = {
        "pdf-table-as-list": "A table is too wide or too high for large print, and became a list.",
        "pdf-typeface": "The guideline asks for another typeface than the one that was chosen.",
    }

    def kind(self, options: PdfOptions) -> FileKind:  # noqa: ARG002 - all options make a PDF
        """Return PDF."""
        return FileKind(".pdf", "application/pdf")

    def render(self, edition: Edition, options: PdfOptions, out: BinaryIO) -> Iterable[Finding]:
        """Write the document to `out`."""
        from formats.renderers.pdf.document import write  # reportlab: 150 ms

        return write(edition, options, out)
