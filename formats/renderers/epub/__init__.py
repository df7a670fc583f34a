"""EPUB 3.3 with the structure of the leaflet: one document for each section.

::

    markup      names and attributes of XHTML, escaped by construction (lxml)
    inlines     model inlines -> XHTML
    blocks      model blocks -> XHTML
    documents   the leaflet -> title page, sections, notes, credits
    navigation  contents, landmarks, and the NCX for old reading systems
    metadata    what the package says of itself, accessibility included, each true of this file
    said        where each sentence stands, for speech to point at
    narration   sentences -> sound files with a clip for each (formats.speech)
    overlays    clips -> media overlays
    package     all of it packed by ebooklib, the same bytes each time

ebooklib has its home here. It is fed with finished documents: its own `EpubHtml` parses
them anew, and drops text and attributes on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from formats.options.declared import option
from formats.typefaces import bundled

if TYPE_CHECKING:
    from formats.model import Leaflet


@dataclass(frozen=True)
class EpubOptions:
    """What can be chosen for an EPUB."""

    typeface: str = option(
        "reader",
        "Typeface the e-book brings along; “reader” leaves it to the reading system.",
        choices=("reader", *bundled.NAMES),
    )
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
    """Renders a viewed leaflet as EPUB 3.3."""

    name = "epub"
    suffix = ".epub"
    media_type = "application/epub+zip"
    version = "1"
    Options = EpubOptions

    def render(self, leaflet: Leaflet, options: EpubOptions, out: BinaryIO) -> None:
        """Write the e-book to `out`."""
        from formats.renderers.epub.package import write  # lxml and ebooklib: 100 ms

        write(leaflet, options, out)
