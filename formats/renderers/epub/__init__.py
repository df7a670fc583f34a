"""EPUB 3.3 with the structure of the edition: one document for each section.

::

    pages       the documents that an edition is cut into, and where links lead
    documents   a page -> an XHTML document (formats.xhtml)
    navigation  contents and landmarks
    metadata    what the package says of itself, accessibility included, each true of this file
    narration   sentences -> sound files with a clip for each (formats.speech)
    overlays    clips -> media overlays
    package     all of it packed by ebooklib, the same bytes each time

ebooklib has its home here. It is fed with finished documents: its own `EpubHtml` parses
them anew, and drops text and attributes on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from formats.options import option
from formats.options.shared import WordListOption
from formats.renderers.contract import FileKind
from formats.xhtml.faces import EmbeddedTypefaceOptions

if TYPE_CHECKING:
    from formats.model import Edition
    from formats.model.findings import Finding


@dataclass(frozen=True)
class EpubOptions(WordListOption, EmbeddedTypefaceOptions):
    """What can be chosen for an EPUB."""

    audio: bool = option(
        False,
        "Let the e-book speak: each sentence is read aloud and highlighted (media overlays).",
    )
    rate: int = option(155, "Speed of that voice.", unit="words a minute", minimum=80, maximum=300)
    certified_by: str = option(
        "",
        "Who has checked that the e-book conforms to EPUB Accessibility 1.1 at WCAG 2.2 level AA. "
        "Only then does the e-book say that it does.",
    )


class EpubRenderer:
    """Renders an edition as EPUB 3.3."""

    Options = EpubOptions
    codes: ClassVar[Mapping[str, str]] = {}

    def kind(self, options: EpubOptions) -> FileKind:  # noqa: ARG002 - the contract has it
        return FileKind(".epub", "application/epub+zip")

    def render(self, edition: Edition, options: EpubOptions, out: BinaryIO) -> Iterable[Finding]:
        """Write the e-book to `out`."""
        from formats.renderers.epub.package import write  # lxml and ebooklib: 100 ms

        write(edition, options, out)
        return ()
