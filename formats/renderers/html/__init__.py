"""One web page of an edition, with nothing beside it: style, pictures and typeface are inside.

::

    page       the edition -> one HTML document (formats.xhtml)
    style.css  how it looks: on narrow and wide screens, light, dark, in forced colours, on paper
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from formats.options import option
from formats.options.shared import PictureOptions
from formats.renderers.contract import FileKind
from formats.typesetting import colours
from formats.xhtml.faces import READER, EmbeddedTypefaceOptions

if TYPE_CHECKING:
    from formats.model import Edition
    from formats.model.findings import Finding


@dataclass(frozen=True)
class HtmlOptions(PictureOptions, EmbeddedTypefaceOptions):
    """What can be chosen for a web page."""

    font_size: float = option(
        125, "Size of the text.", unit="% of the reader's own", minimum=100, maximum=400
    )
    colours: str = option(
        READER,
        "Text and page: “reader” goes by the reader's own settings, light or dark; "
        "black-on-cream and the other pairs of the PDF, or two colours in hex such as "
        "#1a1a1a-on-#fff8e0, hold for everyone on screen.",
    )

    def __post_init__(self) -> None:
        """Raise `OptionError` for colours that are not there, or that nobody could read."""
        if self.colours != READER:
            colours.pair(self.colours)


class HtmlRenderer:
    """Renders an edition as one HTML file."""

    Options = HtmlOptions
    codes: ClassVar[Mapping[str, str]] = {}

    def kind(self, options: HtmlOptions) -> FileKind:  # noqa: ARG002 - the contract has it
        return FileKind(".html", "text/html")

    def render(self, edition: Edition, options: HtmlOptions, out: BinaryIO) -> Iterable[Finding]:
        """Write the page to `out`."""
        from formats.renderers.html.page import page  # lxml: 50 ms

        out.write(page(edition, options))
        return ()
