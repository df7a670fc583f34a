"""Reading a Word document back, with nothing that wrote it: words, languages, pictures, structure.

::

    text    the words of the document, each in its language, as styles and runs say
    fields  what fields show before Word has worked them out
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from lxml import etree

from formats.checks.docx.fields import stored_pages
from formats.checks.docx.text import Element, Styles, passages, plain, w
from formats.checks.words import differences
from formats.errors import Place
from formats.model import Edition
from formats.model.findings import Finding, Severity

_HEADER_BITS = 0x0020 | 0x0040 | 0x0080 | 0x0100
"""Of `w:tblLook`: the first and last row and column are of their own kind (17.4.56)."""
_Fault = tuple[str, str]


class DocxCheck:
    """Is every word there, in order and in its language? Is it built as readers need it?"""

    subject = "rendition"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    codes: ClassVar[Mapping[str, str]] = {
        "docx-broken": "The document cannot be read back.",
        "docx-words": "Words of the edition are missing from the document, or out of order.",
        "docx-alt": "A picture has neither a text alternative nor the mark of decoration.",
        "docx-language": "The document, or words in it, do not say the language that they are in.",
        "docx-heading": "A heading is more than one level below the one before it.",
        "docx-header-row": "A table of data has no header row.",
        "docx-layout-table": "A table that only lays out is marked as having headers.",
        "docx-link": "A link inside the document leads nowhere.",
        "docx-page-number": "A page number is stored that nobody has laid out pages for.",
    }

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what is wrong with the document at `path`, made from `edition`."""
        place = Place(str(path))
        try:
            document, styles, around = _parts(path)
        except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
            yield _error("docx-broken", f"The document cannot be read back: {error}.", place)
            return
        for code, message in _faults(document, styles, around, edition):
            yield _error(code, message, place)


def _parts(path: Path) -> tuple[Element, Element, list[Element]]:
    """Return the document, its styles, and what stands above and below its pages."""
    with zipfile.ZipFile(path) as package:
        around = [
            name for name in package.namelist() if name[:11] in ("word/header", "word/footer")
        ]
        names = ("word/document.xml", "word/styles.xml", *around)
        document, styles, *rest = (etree.fromstring(package.read(name)) for name in names)
    return document, styles, rest


def _error(code: str, message: str, place: Place) -> Finding:
    return Finding(code, Severity.ERROR, message, place)


def _faults(
    document: Element, styles: Element, around: list[Element], edition: Edition
) -> Iterator[_Fault]:
    known = Styles(styles)
    yield from _words(document, known, edition)
    if known.default != edition.language:
        yield "docx-language", f"Its styles say {known.default or 'nothing'}: {edition.language}."
    yield from _pictures(document)
    yield from _headings(document)
    yield from _tables(document)
    yield from _links(document)
    yield from _page_numbers([document, *around])


def _words(document: Element, styles: Styles, edition: Edition) -> Iterator[_Fault]:
    for lost in differences(edition, passages(document, styles)):
        if lost.is_of_language:
            marked = f"is marked as {lost.found}, not as {lost.expected}"
            yield "docx-language", f"A word in “{lost.words}” {marked}."
        else:
            yield "docx-words", f"These words are not there in order: “{lost.words}”."


def _pictures(document: Element) -> Iterator[_Fault]:
    for picture in document.iterfind(".//{*}docPr"):
        decorative = picture.find(".//{*}decorative") is not None
        if not picture.get("descr") and not decorative:
            yield "docx-alt", f"{picture.get('name')} has no text alternative."


def _headings(document: Element) -> Iterator[_Fault]:
    before = 0
    for paragraph in document.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        name = style.get(w("val"), "") if style is not None else ""
        if name.startswith("Heading") and name[7:].isdigit():
            level = int(name[7:])
            if level > before + 1:
                yield "docx-heading", f"“{plain(paragraph)}” skips a level."
            before = level


def _tables(document: Element) -> Iterator[_Fault]:
    for table in document.iter(w("tbl")):
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        words = plain(table)[:40]
        header = table.find(f"{w('tr')}/{w('trPr')}/{w('tblHeader')}") is not None
        if style is not None and style.get(w("val")) == "TableGrid":
            first = table.find(w("tr"))
            if first is None or first.find(f"{w('trPr')}/{w('tblHeader')}") is None:
                yield "docx-header-row", f"The table with “{words}” has none."
        elif header or _has_headers(table.find(f"{w('tblPr')}/{w('tblLook')}")):
            yield "docx-layout-table", f"The rows with “{words}” are marked as having headers."


def _has_headers(look: Element | None) -> bool:
    """Whether `w:tblLook` says so, in either of the ways that it is written."""
    if look is None:
        return False
    named = ("firstRow", "lastRow", "firstColumn", "lastColumn")
    bits = int(look.get(w("val"), "0"), 16) & _HEADER_BITS
    return bool(bits) or any(look.get(w(name), "0") in ("1", "true", "on") for name in named)


def _links(document: Element) -> Iterator[_Fault]:
    names = {mark.get(w("name")) for mark in document.iter(w("bookmarkStart"))}
    for link in document.iter(w("hyperlink")):
        anchor = link.get(w("anchor"))
        if anchor is not None and anchor not in names:
            yield "docx-link", f"“{plain(link)}” leads to {anchor}, which is not there."


def _page_numbers(parts: Iterable[Element]) -> Iterator[_Fault]:
    for instruction, shown in (found for part in parts for found in stored_pages(part)):
        yield "docx-page-number", f"“{shown}” is stored for {instruction}: store nothing there."
