"""The contents and the landmarks of the e-book."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from formats import wording
from formats.model import Contents, ContentsEntry, Edition, Part, Text
from formats.model.walk import Inlines, plain_text
from formats.renderers.epub.documents import Document, document
from formats.renderers.epub.pages import NAV_FILE
from formats.views.contents import entries
from formats.xhtml.drawing import Drawing
from formats.xhtml.markup import OPS, Element, element

COVER_FILE = "cover.xhtml"


def contents(edition: Edition) -> Contents:
    """Return the contents of `edition`; one too short to have any gets some (EPUB 3.3, 7)."""
    for block in edition.blocks("contents"):
        if isinstance(block, Contents):
            return block
    title = ContentsEntry("part.cover", (Text(edition.title),))
    after = [part for part in edition.parts if part.kind not in ("cover", "text")]
    return Contents((title, *entries(edition.blocks("text"), after)))


def navigation(
    edition: Edition, listed: Contents, documents: Iterable[Document], drawing: Drawing
) -> bytes:
    """Return the navigation document (EPUB 3.3, 7)."""
    silent = replace(drawing, spoken=frozenset())  # its words are spoken where they stand
    heading = (wording.of(edition.language)("contents"),)
    own = Part("contents", "part.contents", heading, (listed,))
    part = edition.part("contents") or own
    toc = silent.part(part)
    toc.set(f"{{{OPS}}}type", "toc")
    toc.set("role", "doc-toc")
    lines = element("ol", _landmarks(edition, documents, silent))
    landmarks = element("nav", [lines], epub_type="landmarks", hidden="hidden")
    title = plain_text(part.heading)
    return document(title, edition.language, [toc, landmarks], "frontmatter")


def _landmarks(
    edition: Edition, documents: Iterable[Document], drawing: Drawing
) -> Iterator[Element]:
    words = wording.of(edition.language)
    named = {"titlepage": words("title-page"), "bodymatter": words("text-start")}
    yield _landmark("cover", COVER_FILE, (words("cover"),), drawing)
    yield _landmark("toc", f"{NAV_FILE}#part.contents", (words("contents"),), drawing)
    seen: set[str] = set()
    for made in documents:
        if made.landmark and made.landmark not in seen:
            seen.add(made.landmark)
            own = named.get(made.landmark)
            shown = (own,) if own else made.page.part.heading
            yield _landmark(made.landmark, made.page.file, shown, drawing)


def _landmark(kind: str, href: str, words: Inlines, drawing: Drawing) -> Element:
    return element("li", [element("a", drawing.inlines(words), href=href, epub_type=kind)])
