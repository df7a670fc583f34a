"""Labels to stick on a CD or a memory stick with spoken audio: one page, tagged as any PDF here.

::

    sheet   labels -> boxes, as large as they fit, and dots of Braille -> one page
    dots    words -> Braille, and where on a label each dot is
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from formats.options.declared import option
from formats.options.shared import PdfUaOptions, TypefaceOptions
from formats.renderers.contract import FileKind

if TYPE_CHECKING:
    from formats.model import Edition
    from formats.model.findings import Finding

SMALLEST = 14  # pt


@dataclass(frozen=True)
class _SheetOptions:
    """The sheet and the size of what stands on it."""

    font_size: float = option(
        18,
        "Size of the text. Where words do not fit a label so, it is smaller, but at least 14 pt.",
        unit="pt", minimum=SMALLEST, maximum=24,
    )  # fmt: skip
    paper: str = option("A4", "Size of the paper.", choices=("A4", "Letter"))
    rate: int = option(
        155,
        "Speed of the recording that the labels are for: a slow one is called slow.",
        unit="words a minute", minimum=80, maximum=300,
    )  # fmt: skip


@dataclass(frozen=True)
class _BrailleOptions:
    """Whether there is Braille, and which."""

    braille: str = option(
        "if-there",
        "Dots of Braille to print on swell paper: yes, no, or if liblouis is there to make them.",
        choices=("if-there", "yes", "no"),
    )
    contracted: bool = option(True, "Contracted Braille (grade 2), not letter by letter.")


@dataclass(frozen=True)
class LabelOptions(PdfUaOptions, _BrailleOptions, TypefaceOptions, _SheetOptions):
    """What can be chosen for a page of labels. Bases are in order from the last to the first."""


class LabelRenderer:
    """Renders an edition that is made of labels as one page."""

    Options = LabelOptions
    codes: ClassVar[Mapping[str, str]] = {
        "label-no-braille": "A label has no dots of Braille, since nothing here makes them.",
        "label-small": "The words of a label are smaller than was asked for, so that they fit.",
    }

    def kind(self, options: LabelOptions) -> FileKind:  # noqa: ARG002 - all options make a PDF
        """Return PDF."""
        return FileKind(".pdf", "application/pdf")

    def render(self, edition: Edition, options: LabelOptions, out: BinaryIO) -> Iterable[Finding]:
        """Write the page to `out`."""
        from formats.renderers.label.sheet import write  # reportlab: 150 ms

        return write(edition, options, out)
