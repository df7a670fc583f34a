"""Reading a PDF back: what a screen reader gets from its structure tree.

::

    content       pages -> the words of each marked content, and the words that are in none
    tree          the structure tree -> nodes in reading order
    faces         fonts: is each embedded as itself, and is bold bold?
    information   what the document says of itself, in each of the two places for it
    contents      the contents: does each entry name the page of its heading, and lead there?
    rules         what must be true of both, and of the document

veraPDF passes words joined over two pages, swapped paragraphs, text hidden as decoration and
a wrong parent tree; these checks do not. The tree was written by qpdf and is read by it;
what reportlab drew is read operator by operator.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from formats.errors import Place
from formats.model import Edition
from formats.model.findings import Finding, Severity


class PdfCheck:
    """Is every word there for a screen reader, in order, in its language, under its heading?"""

    subject = "rendition"
    media_type = "application/pdf"
    codes: ClassVar[Mapping[str, str]] = {
        "pdf-alt": "A picture in the PDF lacks its text alternative.",
        "pdf-bold": "Words that are bold in the leaflet are not bold in the PDF.",
        "pdf-broken": "The PDF cannot be read back.",
        "pdf-contents": "A line of the contents names another page than that of its heading.",
        "pdf-face": "A typeface in the PDF is not drawn with its own letters.",
        "pdf-font": "A typeface is not in the PDF, or its letters cannot be told.",
        "pdf-heading": "The headings of the PDF are not those of the leaflet.",
        "pdf-information": "The PDF says other things of itself in one place than in another.",
        "pdf-language": "The PDF, or words in it, are not marked to be in their language.",
        "pdf-link": "A link in the PDF is not tied to its words, says nothing or leads nowhere.",
        "pdf-list": "An item in the PDF stands outside a list, or a cell outside a row.",
        "pdf-parent-tree": "The PDF leads from a page to the wrong part of its structure.",
        "pdf-tagged": "The PDF is not marked as tagged, or does not show its title.",
        "pdf-title": "The PDF does not have the title of the leaflet.",
        "pdf-untagged": "Words of the PDF are on a page and not in its structure.",
        "pdf-words": "Words of the leaflet are missing from the PDF, joined or out of order.",
    }

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what is wrong with the PDF at `path`, made from `edition`."""
        import pikepdf  # 60 ms

        from formats.checks.pdf import rules

        place = Place(str(path))
        try:
            with pikepdf.Pdf.open(path) as pdf:
                found = list(rules.findings(pdf, edition))
        except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError) as error:
            found = [("pdf-broken", f"The PDF cannot be read back: {error}.")]
        for code, message in found:
            yield Finding(code, Severity.ERROR, message, place)
