"""Reading a Word document back, with nothing that wrote it: words, pictures, language, headings."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from lxml import etree

from formats.checks.words import missing
from formats.errors import Place
from formats.model import Leaflet
from formats.model.findings import Finding, Severity
from formats.model.walk import note_words, words

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_Element = etree._Element  # noqa: SLF001 - lxml has no public name for it


class DocxCheck:
    """Is every word there in order, does every picture have an alternative?"""

    subject = "rendition"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    codes: ClassVar[Mapping[str, str]] = {
        "docx-broken": "The document cannot be read back.",
        "docx-words": "Words of the leaflet are missing from the document, or out of order.",
        "docx-alt": "A picture has neither a text alternative nor the mark of decoration.",
        "docx-language": "The document's styles do not say its language.",
        "docx-heading": "A heading is more than one level below the one before it.",
        "docx-header-row": "A table of data has no header row.",
        "docx-link": "A link inside the document leads nowhere.",
        "docx-draft": "An easy-read document does not say whether people have checked it.",
    }

    def check(self, path: Path, leaflet: Leaflet) -> Iterator[Finding]:
        """Yield what is wrong with the document at `path`, made from `leaflet`."""
        place = Place(str(path))
        try:
            with zipfile.ZipFile(path) as package:
                document = etree.fromstring(package.read("word/document.xml"))
                styles = etree.fromstring(package.read("word/styles.xml"))
        except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
            yield _error("docx-broken", f"The document cannot be read back: {error}.", place)
            return
        for code, message in _faults(document, styles, leaflet):
            yield _error(code, message, place)


def _error(code: str, message: str, place: Place) -> Finding:
    return Finding(code, Severity.ERROR, message, place)


def _faults(document: _Element, styles: _Element, leaflet: Leaflet) -> Iterator[tuple[str, str]]:
    found = _text(document)
    for expected in ([leaflet.title], words(leaflet), *note_words(leaflet)):
        lost = missing(expected, found)
        if lost:
            yield "docx-words", f"These words are not there in order: “{' '.join(lost)}”."
    if leaflet.view == "easy-read" and not ("Draft:" in found or "Checked by" in found):
        yield "docx-draft", "It does not say whether people have checked it."
    if {lang.get(_w("val")) for lang in styles.iter(_w("lang"))} != {leaflet.language}:
        yield "docx-language", f"Its styles do not say {leaflet.language}."
    yield from _pictures(document)
    yield from _headings(document)
    yield from _tables(document)
    yield from _links(document)


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _text(document: _Element) -> str:
    nodes = document.iter(_w("p"), _w("t"), _w("br"), _w("tab"))
    return "".join((node.text or "") if node.tag == _w("t") else "\n" for node in nodes)


def _pictures(document: _Element) -> Iterator[tuple[str, str]]:
    for picture in document.iterfind(".//{*}docPr"):
        decorative = picture.find(".//{*}decorative") is not None
        if not picture.get("descr") and not decorative:
            yield "docx-alt", f"{picture.get('name')} has no text alternative."


def _headings(document: _Element) -> Iterator[tuple[str, str]]:
    before = 0
    for paragraph in document.iter(_w("p")):
        style = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
        name = style.get(_w("val"), "") if style is not None else ""
        if name.startswith("Heading") and name[7:].isdigit():
            level = int(name[7:])
            if level > before + 1:
                yield "docx-heading", f"“{_text(paragraph).strip()}” skips a level."
            before = level


def _tables(document: _Element) -> Iterator[tuple[str, str]]:
    for table in document.iter(_w("tbl")):
        style = table.find(f"{_w('tblPr')}/{_w('tblStyle')}")
        data = style is not None and style.get(_w("val")) == "TableGrid"
        if data and table.find(f".//{_w('tblHeader')}") is None:
            yield "docx-header-row", f"The table with “{_text(table).strip()[:40]}” has none."


def _links(document: _Element) -> Iterator[tuple[str, str]]:
    names = {mark.get(_w("name")) for mark in document.iter(_w("bookmarkStart"))}
    for link in document.iter(_w("hyperlink")):
        anchor = link.get(_w("anchor"))
        if anchor is not None and anchor not in names:
            yield "docx-link", f"“{_text(link)}” leads to {anchor}, which is not there."
