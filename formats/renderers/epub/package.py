"""Packing the e-book with ebooklib: the same edition gives the same bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ebooklib import epub

from formats import wording
from formats.model import ContentsEntry, Edition
from formats.model.walk import plain_text
from formats.pictures.cover import cover
from formats.renderers.epub import EpubOptions
from formats.renderers.epub.documents import document, drawn
from formats.renderers.epub.metadata import Meta, accessibility
from formats.renderers.epub.navigation import COVER_FILE, contents, navigation
from formats.renderers.epub.pages import NAV_FILE, Index, pages
from formats.storage import zips
from formats.text import dates
from formats.typefaces import bundled
from formats.xhtml import faces
from formats.xhtml.drawing import Drawing
from formats.xhtml.markup import element

if TYPE_CHECKING:
    from formats.renderers.epub.narration import Narration

_COVER_IMAGE = "cover.png"
_XHTML = "application/xhtml+xml"


def write(edition: Edition, options: EpubOptions, out: BinaryIO) -> None:
    """Write the e-book to `out`."""
    book = _book(edition, options)
    narration = _narration(edition) if options.audio else None
    _add_documents(book, edition, narration.sentences if narration else frozenset())
    if narration:
        _add_speech(book, narration, options.rate)
    packed = io.BytesIO()
    settings = {"mtime": dates.moment(edition.date), "raise_exceptions": True}
    with zips.in_any_year():
        epub.write_epub(packed, book, settings)
    zips.normalised(packed, out, lambda name, data: _with_language(name, data, edition.language))


def _narration(edition: Edition) -> Narration:
    from formats.renderers.epub.narration import Narration  # numpy: 120 ms

    return Narration(edition)


def _add_documents(book: Any, edition: Edition, spoken: frozenset[str]) -> None:
    """Add the documents in reading order, their contents, and the pictures in them."""
    made, listed = pages(edition), contents(edition)
    index = Index(edition, made)
    drawing = Drawing(edition.language, index.address, index.source, base=1, spoken=spoken)
    documents = [drawn(page, edition, drawing) for page in made]
    for image in index.images():
        _add(book, image.file, image.media_type, image.data)
    cover_page = _add(book, COVER_FILE, _XHTML, _cover_page(edition, drawing))
    data = navigation(edition, listed, documents, drawing)
    nav = _add(book, NAV_FILE, _XHTML, data, properties=["nav"])
    items = [_add(book, d.page.file, _XHTML, d.data) for d in documents]
    book.toc = [_ncx_entry(entry, index) for entry in listed.entries]
    book.add_item(epub.EpubNcx())
    book.spine = [cover_page, items[0], nav, *items[1:]]


def _book(edition: Edition, options: EpubOptions) -> Any:
    book = epub.EpubBook()
    book.metadata = {}  # ebooklib puts its own name and a generator in
    book.set_identifier(edition.identifier)
    book.set_title(_title(edition))
    book.set_language(edition.language)
    status = f"{edition.status.text}." if edition.status else ""
    if edition.publisher:
        book.add_metadata("DC", "creator", edition.publisher, {"id": "creator"})
    said = {
        "publisher": edition.publisher, "date": edition.date,
        "description": " ".join(filter(None, (edition.description, status))),
    }  # fmt: skip
    for name, value in said.items():
        if value:
            book.add_metadata("DC", name, value)
    for meta in accessibility(edition, options):
        _add_meta(book, meta)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": _id(_COVER_IMAGE)})
    book.add_prefix("a11y", "http://www.idpf.org/epub/vocab/package/a11y/#")
    _add_fixed(book, edition, options)
    return book


def _title(edition: Edition) -> str:
    """Return the title as libraries of e-books list it: which of two books is the easy one."""
    return ": ".join([edition.title, *([edition.kind.text] if edition.kind else [])])


def _add_meta(book: Any, meta: Meta) -> None:
    book.add_metadata(None, "meta", meta.value, meta.attributes)


def _add_fixed(book: Any, edition: Edition, options: EpubOptions) -> None:
    def face(name: bundled.Face, data: bytes) -> str:
        file = f"fonts/{options.typeface}-{name.lower()}.ttf"
        _add(book, file, "font/ttf", data)
        return file

    style = (Path(__file__).parent / "style.css").read_text("utf-8")
    style += faces.style(options.typeface, face)
    _add(book, "style.css", "text/css", style.encode())
    date = wording.of(edition.language).date(edition.date).text
    kind = edition.kind.text if edition.kind else ""
    data = cover(edition.title, edition.publisher, date, kind)
    _add(book, _COVER_IMAGE, "image/png", data, properties=["cover-image"])


def _add_speech(book: Any, narration: Narration, rate: int) -> None:
    """Add sound and media overlays, and tie each overlay to its document."""
    from formats.renderers.epub import overlays

    by_file = {item.file_name: item for item in book.get_items()}
    documents = {name: i.content for name, i in by_file.items() if i.media_type == _XHTML}
    tracks = list(narration.tracks(rate))
    for track in tracks:
        _add(book, track.file, "audio/mpeg", track.data)
    made = overlays.overlays(tracks, overlays.places(documents))
    for overlay in made:
        item = _add(book, overlay.file, overlays.MEDIA_TYPE, overlay.data)
        by_file[overlay.document].media_overlay = item.get_id()
    for meta in overlays.metadata(made, {overlay.file: _id(overlay.file) for overlay in made}):
        _add_meta(book, meta)


def _add(
    book: Any, file: str, media_type: str, data: bytes, properties: list[str] | None = None
) -> Any:
    item = epub.EpubItem(uid=_id(file), file_name=file, media_type=media_type, content=data)
    item.properties = properties or []
    book.add_item(item)
    return item


def _id(file: str) -> str:
    return "item-" + file.replace("/", "-").replace(".", "-")


def _cover_page(edition: Edition, drawing: Drawing) -> bytes:
    words = wording.of(edition.language)
    label = words("cover")
    said = words("cover-of", words=". ".join(filter(None, (_title(edition), edition.publisher))))
    picture = element(
        "img", src=_COVER_IMAGE, alt=f"{said.text}.", class_="cover", role="doc-cover"
    )
    marks = drawing.languages(label.language)
    heading = element("h1", [picture], class_="cover")
    section = element("section", [heading], epub_type="cover", aria_label=label.text, **marks)
    body = element("main", [section])
    return document(label.text, edition.language, [body], "frontmatter")


def _ncx_entry(entry: ContentsEntry, index: Index) -> Any:
    """Return an entry of the NCX, which reading systems from before EPUB 3 still use."""
    href, words = index.address(f"#{entry.target}"), plain_text(entry.words)
    if not entry.entries:
        return epub.Link(href, words, f"ncx-{entry.target}")
    return (epub.Section(words, href), [_ncx_entry(each, index) for each in entry.entries])


def _with_language(name: str, data: bytes, language: str) -> bytes:
    """Return a member with `xml:lang` on the package, on which the language of titles depends."""
    if not name.endswith(".opf"):
        return data
    # ebooklib has no way to say it.
    return data.replace(b"<package ", b'<package xml:lang="%s" ' % language.encode(), 1)
