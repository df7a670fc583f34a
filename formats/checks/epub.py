"""Reading an EPUB back, with nothing that wrote it: its spine, words, links and pictures."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urldefrag

from lxml import etree

from formats.checks import marked_up, words
from formats.errors import Place
from formats.model import Edition
from formats.model.findings import Finding, Severity
from formats.model.walk import Piece

_MIMETYPE = b"application/epub+zip"
_Documents = dict[str, marked_up.Element]


class EpubCheck:
    """Is every word there in reading order, does every link lead somewhere?"""

    subject = "rendition"
    media_type = "application/epub+zip"
    codes: ClassVar[Mapping[str, str]] = {
        "epub-broken": "The e-book cannot be read back.",
        "epub-words": "Words of the edition are missing from the e-book, or out of order.",
        "epub-link": "A link inside the e-book leads nowhere.",
        "epub-title": "The title of the e-book is not that of the edition, or not what kind it is.",
        "epub-alt": "A picture has neither a text alternative nor the mark of decoration.",
        "epub-language": "A document, or words in it, do not say their language.",
    }

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what is wrong with the e-book at `path`, made from `edition`."""
        place = Place(str(path))
        try:
            files, documents, title = _read(path)
        except (zipfile.BadZipFile, etree.XMLSyntaxError, LookupError, StopIteration) as error:
            yield _error("epub-broken", f"The e-book cannot be read back: {error}.", place)
            return
        yield from _title(title, edition, place)
        yield from _words(documents, edition, place)
        for name, root in documents.items():
            yield from _document(name, root, files, documents, place)


def _error(code: str, message: str, place: Place) -> Finding:
    return Finding(code, Severity.ERROR, message, place)


def _title(title: str, edition: Edition, place: Place) -> Iterator[Finding]:
    """Yield that libraries of e-books would list another title, or hide which is the easy one."""
    kind = edition.kind.text if edition.kind else ""
    if not title.startswith(edition.title) or not title.endswith(kind):
        wanted = f"{edition.title}: {kind}" if kind else edition.title
        message = f"The e-book is called “{title}”, and should be called “{wanted}”."
        yield _error("epub-title", message, place)


def _read(path: Path) -> tuple[set[str], _Documents, str]:
    """Return the names of all files, the documents of the spine in reading order, the title."""
    with zipfile.ZipFile(path) as book:
        if book.infolist()[0].filename != "mimetype" or book.read("mimetype") != _MIMETYPE:
            raise KeyError("its first file is not the right “mimetype”")
        container = etree.fromstring(book.read("META-INF/container.xml"))
        package = str(next(container.iterfind(".//{*}rootfile")).attrib["full-path"])
        root = etree.fromstring(book.read(package))
        items = {
            i.attrib["id"]: str(i.attrib["href"]) for i in root.iterfind(".//{*}manifest/{*}item")
        }
        spine = [items[ref.attrib["idref"]] for ref in root.iterfind(".//{*}spine/{*}itemref")]
        folder = posixpath.dirname(package)
        documents = {
            name: etree.fromstring(book.read(name))
            for name in (posixpath.join(folder, unquote(href)) for href in spine)
        }
        title = root.findtext(".//{http://purl.org/dc/elements/1.1/}title") or ""
        return set(book.namelist()), documents, title


def _words(documents: _Documents, edition: Edition, place: Place) -> Iterator[Finding]:
    passages = (run for root in documents.values() for run in _passages(root))
    for each in words.differences(edition, passages):
        if each.is_of_language:
            message = f"“{each.words}” is marked as {each.found}, and is {each.expected}."
            yield _error("epub-language", message, place)
        else:
            message = f"These words are not in the e-book in this order: “{each.words}”."
            yield _error("epub-words", message, place)


def _passages(root: marked_up.Element) -> Iterator[list[Piece]]:
    body = root.find("{*}body")
    return marked_up.passages(root if body is None else body, root.get("lang", ""))


def _document(
    name: str, root: marked_up.Element, files: set[str], documents: _Documents, place: Place
) -> Iterator[Finding]:
    if not root.get("lang"):
        yield _error("epub-language", f"{name} does not say its language.", place)
    for _ in marked_up.without_alternative(root):
        yield _error("epub-alt", f"A picture in {name} has no alternative.", place)
    for image in root.iterfind(".//{*}img"):
        if _target(name, image.get("src", "")) not in files:
            yield _error("epub-link", f"{image.get('src')} in {name} is missing.", place)
    for link in root.iterfind(".//{*}a[@href]"):
        href = link.get("href", "")
        if ":" not in href and not _leads(name, href, documents):
            yield _error("epub-link", f"The link {href} in {name} leads nowhere.", place)


def _target(name: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(href)))


def _leads(name: str, href: str, documents: _Documents) -> bool:
    file, fragment = urldefrag(href)
    root = documents.get(_target(name, file) if file else name)
    if root is None:
        return False
    return not fragment or bool(root.xpath("//*[@id=$id]", id=fragment))
