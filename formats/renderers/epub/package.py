"""Packing the e-book with ebooklib: the same leaflet gives the same bytes."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from ebooklib import epub

from formats import wording
from formats.model import Leaflet
from formats.pictures.cover import cover
from formats.renderers.epub import EpubOptions
from formats.renderers.epub.documents import Document, documents
from formats.renderers.epub.markup import document, element
from formats.renderers.epub.metadata import Meta, accessibility
from formats.renderers.epub.navigation import COVER_FILE, NAV_FILE, headed, navigation, title
from formats.renderers.epub.said import Said
from formats.typefaces import bundled

_COVER_IMAGE = "cover.png"
_XHTML = "application/xhtml+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP can hold


def write(leaflet: Leaflet, options: EpubOptions, out: BinaryIO) -> None:
    """Write the e-book to `out`."""
    made, index = documents(leaflet, speaking=options.audio)
    book = _book(leaflet, options)
    _add_fixed(book, leaflet, options)
    for image in {image.file: image for image in index.images.values()}.values():
        _add(book, image.file, image.media_type, image.data)
    cover_page = _add(book, COVER_FILE, _XHTML, _cover_page(leaflet))
    nav = _add(book, NAV_FILE, _XHTML, navigation(leaflet, made), properties=["nav"])
    items = [_add(book, d.file, _XHTML, d.data) for d in made]
    if index.said:
        _add_speech(book, leaflet, index.said, options.rate)
    book.toc = [_ncx_entry(d) for d in made]
    book.add_item(epub.EpubNcx())
    book.spine = [cover_page, items[0], nav, *items[1:]]
    packed = io.BytesIO()
    epub.write_epub(packed, book, {"mtime": _modified(leaflet), "raise_exceptions": True})
    _normalise(packed, out, leaflet.language)


def _book(leaflet: Leaflet, options: EpubOptions) -> Any:
    book = epub.EpubBook()
    book.metadata = {}  # ebooklib puts its own name and a generator in
    book.set_identifier(leaflet.identifier)
    book.set_title(leaflet.title)
    book.set_language(leaflet.language)
    if leaflet.organisation.name:
        book.add_metadata("DC", "creator", leaflet.organisation.name, {"id": "creator"})
        book.add_metadata("DC", "publisher", leaflet.organisation.name)
    if leaflet.edition:
        book.add_metadata("DC", "date", leaflet.edition)
    description = _description(leaflet)
    if description:
        book.add_metadata("DC", "description", description)
    for meta in accessibility(leaflet, options):
        _add_meta(book, meta)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": _id(_COVER_IMAGE)})
    book.add_prefix("a11y", "http://www.idpf.org/epub/vocab/package/a11y/#")
    return book


def _description(leaflet: Leaflet) -> str:
    draft = wording.signoff(leaflet.signoff) + "." if leaflet.view == "easy-read" else ""
    return " ".join(filter(None, (leaflet.description, draft)))


def _add_meta(book: Any, meta: Meta) -> None:
    book.add_metadata(None, "meta", meta.value, meta.attributes)


def _add_fixed(book: Any, leaflet: Leaflet, options: EpubOptions) -> None:
    style = (Path(__file__).parent / "style.css").read_text("utf-8")
    if options.typeface in bundled.NAMES:
        style += _embedded(book, options.typeface)
    _add(book, "style.css", "text/css", style.encode())
    data = cover(leaflet.title, leaflet.organisation.name, wording.edition(leaflet.edition))
    _add(book, _COVER_IMAGE, "image/png", data, properties=["cover-image"])


def _add_speech(book: Any, leaflet: Leaflet, said: Said, rate: int) -> None:
    """Add sound and media overlays, and tie each overlay to its document."""
    from formats.renderers.epub import narration, overlays  # numpy: 120 ms

    spoken = list(narration.tracks(leaflet, said, rate))
    for track in spoken:
        _add(book, track.file, "audio/mpeg", track.data)
    made = overlays.overlays(spoken)
    by_file = {item.file_name: item for item in book.get_items()}
    for overlay in made:
        item = _add(book, overlay.file, overlays.MEDIA_TYPE, overlay.data)
        by_file[overlay.document].media_overlay = item.get_id()
    for meta in overlays.metadata(made, {overlay.file: _id(overlay.file) for overlay in made}):
        _add_meta(book, meta)


def _embedded(book: Any, typeface: str) -> str:
    """Put a bundled typeface into the book, and return the CSS that sets the text in it."""
    family = bundled.title(typeface)
    style = f'body {{ font-family: "{family}", sans-serif; }}\n'
    faces: tuple[tuple[bundled.Face, str], ...] = (("Regular", "normal"), ("Bold", "bold"))
    for face, weight in faces:
        name = f"fonts/{typeface}-{weight}.ttf"
        _add(book, name, "font/ttf", bundled.read(typeface, face))
        style += (
            f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url({name}); }}\n'
        )
    return style


def _add(
    book: Any, file: str, media_type: str, data: bytes, properties: list[str] | None = None
) -> Any:
    item = epub.EpubItem(uid=_id(file), file_name=file, media_type=media_type, content=data)
    item.properties = properties or []
    book.add_item(item)
    return item


def _id(file: str) -> str:
    return "item-" + file.replace("/", "-").replace(".", "-")


def _cover_page(leaflet: Leaflet) -> bytes:
    alt = ". ".join(filter(None, (f"Cover: {leaflet.title}", leaflet.organisation.name)))
    picture = element("img", src=_COVER_IMAGE, alt=f"{alt}.", class_="cover", role="doc-cover")
    body = element("section", [picture], epub_type="cover", aria_label="Cover")
    return document("Cover", leaflet.language, [body], epub_type="frontmatter")


def _ncx_entry(made: Document) -> Any:
    """Return an entry of the NCX, which reading systems from before EPUB 3 still use."""
    link = epub.Link(made.file, made.title, f"ncx-{_id(made.file)}")
    inside = list(headed(made.section.blocks)) if made.section else []
    if not inside:
        return link
    parts = [epub.Link(f"{made.file}#{p.id}", title(p), f"ncx-{p.id}") for p in inside]
    return (epub.Section(made.title, made.file), parts)


def _modified(leaflet: Leaflet) -> datetime:
    """Return the edition's first moment: the clock would change the bytes."""
    parts = [int(part) for part in (leaflet.edition or "1980").split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return datetime(year, month, day, tzinfo=UTC)


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
