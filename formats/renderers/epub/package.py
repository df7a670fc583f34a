"""Packing the e-book with ebooklib: the same edition gives the same bytes."""

import io
import zipfile
from pathlib import Path
from typing import Any, BinaryIO

from ebooklib import epub

from formats import wording
from formats.model import Contents, ContentsEntry, Edition, Part
from formats.model.walk import plain_text
from formats.pictures.cover import cover
from formats.renderers.epub import EpubOptions
from formats.renderers.epub.documents import document, drawn
from formats.renderers.epub.metadata import Meta, accessibility
from formats.renderers.epub.navigation import COVER_FILE, contents, navigation
from formats.renderers.epub.pages import NAV_FILE, Index, pages
from formats.text import dates
from formats.typefaces import bundled
from formats.xhtml import faces
from formats.xhtml.drawing import Drawing
from formats.xhtml.markup import element

_COVER_IMAGE = "cover.png"
_XHTML = "application/xhtml+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP can hold


def write(edition: Edition, options: EpubOptions, out: BinaryIO) -> None:
    """Write the e-book to `out`."""
    made = pages(edition)
    listed = contents(edition)
    index = Index(edition, made)
    speech = _Speech(edition, options) if options.audio else None
    drawing = Drawing(
        edition.language, index.address, index.source, base=1,
        spoken=speech.sentences if speech else frozenset(),
    )  # fmt: skip
    documents = [drawn(page, edition, drawing) for page in made]
    book = _book(edition, options)
    for image in index.images():
        _add(book, image.file, image.media_type, image.data)
    cover_page = _add(book, COVER_FILE, _XHTML, _cover_page(edition, drawing))
    data = navigation(edition, listed, documents, drawing)
    nav = _add(book, NAV_FILE, _XHTML, data, properties=["nav"])
    items = [_add(book, d.page.file, _XHTML, d.data) for d in documents]
    if speech:
        speech.add(book)
    book.toc = _ncx(listed, index)
    book.add_item(epub.EpubNcx())
    book.spine = [cover_page, items[0], nav, *items[1:]]
    packed = io.BytesIO()
    settings = {"mtime": dates.moment(edition.date), "raise_exceptions": True}
    epub.write_epub(packed, book, settings)
    _normalise(packed, out, edition.language)


def _book(edition: Edition, options: EpubOptions) -> Any:
    book = epub.EpubBook()
    book.metadata = {}  # ebooklib puts its own name and a generator in
    book.set_identifier(edition.identifier)
    book.set_title(edition.title)
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
    data = cover(edition.title, edition.publisher, date)
    _add(book, _COVER_IMAGE, "image/png", data, properties=["cover-image"])


class _Speech:
    """What an edition says, spoken: which sentences, and the sound of them."""

    def __init__(self, edition: Edition, options: EpubOptions) -> None:
        from formats.renderers.epub import narration  # numpy: 120 ms

        self._chapters = narration.chapters(edition)
        self._edition = edition
        self._rate = options.rate
        self.sentences = narration.sentences(self._chapters)

    def add(self, book: Any) -> None:
        """Add sound and media overlays, and tie each overlay to its document."""
        from formats.renderers.epub import narration, overlays

        by_file = {item.file_name: item for item in book.get_items()}
        places = overlays.places(
            {name: item.content for name, item in by_file.items() if name.endswith(".xhtml")}
        )
        tracks = list(narration.tracks(self._edition, self._chapters, self._rate))
        for track in tracks:
            _add(book, track.file, "audio/mpeg", track.data)
        made = overlays.overlays(tracks, places)
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
    said = words("cover-of", words=". ".join(filter(None, (edition.title, edition.publisher))))
    picture = element(
        "img", src=_COVER_IMAGE, alt=f"{said.text}.", class_="cover", role="doc-cover"
    )
    marks = drawing.languages(label.language)
    body = element("section", [picture], epub_type="cover", aria_label=label.text, **marks)
    return document(label.text, edition.language, [body], "frontmatter")


def _ncx(listed: Part, index: Index) -> list[Any]:
    """Return the NCX, which reading systems from before EPUB 3 still use."""
    entries = (e for block in listed.blocks if isinstance(block, Contents) for e in block.entries)
    return [_ncx_entry(entry, index) for entry in entries]


def _ncx_entry(entry: ContentsEntry, index: Index) -> Any:
    href, words = index.address(f"#{entry.target}"), plain_text(entry.words)
    if not entry.entries:
        return epub.Link(href, words, f"ncx-{entry.target}")
    return (epub.Section(words, href), [_ncx_entry(each, index) for each in entry.entries])


def _normalise(packed: io.BytesIO, out: BinaryIO, language: str) -> None:
    """Copy the ZIP with fixed dates and attributes, and `xml:lang` on the package."""
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.endswith(".opf"):
                # ebooklib has no way to say it; the language of titles depends on it.
                data = data.replace(b"<package ", b'<package xml:lang="%s" ' % language.encode(), 1)
            fixed = zipfile.ZipInfo(info.filename, _EPOCH)
            fixed.compress_type = info.compress_type
            fixed.create_system = 3
            fixed.external_attr = 0o644 << 16
            target.writestr(fixed, data)
