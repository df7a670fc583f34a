"""The pages of an edition -> XHTML documents, each with its place in the structure of a book."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from formats.model import Edition, PartKind
from formats.renderers.epub.pages import Page
from formats.xhtml.drawing import Drawing
from formats.xhtml.markup import OPS, Child, Element, element, xhtml

# EPUB 3.3, 6.4 and DPUB-ARIA: the type of a document's section, its role, the division it is in.
_STRUCTURE: Final[dict[PartKind, tuple[str, str, str]]] = {
    "cover": ("titlepage", "", "frontmatter"),
    "word-list": ("glossary", "doc-glossary", "backmatter"),
    "notes": ("endnotes", "doc-endnotes", "backmatter"),
    "about": ("colophon", "doc-colophon", "backmatter"),
    "addresses": ("", "", "backmatter"),
}
_ROLES = {"doc-noteref": "noteref", "doc-backlink": "backlink"}


@dataclass(frozen=True, slots=True)
class Document:
    """One XHTML document of the e-book."""

    page: Page
    data: bytes = field(repr=False)

    @property
    def landmark(self) -> str:
        """The type that the landmarks list this document by, or nothing."""
        return _structure(self.page)[0] if self.page.part.kind != "text" else "bodymatter"


def drawn(page: Page, edition: Edition, drawing: Drawing) -> Document:
    """Return the document of `page`."""
    kind, role, division = _structure(page)
    if kind == "chapter":
        made = drawing.block(page.part.blocks[0])
    else:
        made = drawing.part(page.part)
        if not page.part.heading:
            made.set("id", page.part.id)
            made.set("aria-label", page.title)
    for name, value in ((f"{{{OPS}}}type", kind), ("role", role)):
        if value:
            made.set(name, value)
    return Document(page, document(page.title, edition.language, [made], division))


def _structure(page: Page) -> tuple[str, str, str]:
    if page.part.kind == "text":
        is_chapter = not page.part.id
        return ("chapter", "doc-chapter", "bodymatter") if is_chapter else ("", "", "bodymatter")
    return _STRUCTURE[page.part.kind]


def document(title: str, language: str, body: Iterable[Child], division: str) -> bytes:
    """Return a whole document of the e-book, with its style sheet."""
    head = element("head", [
        element("title", [title]),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("link", rel="stylesheet", type="text/css", href="style.css"),
    ])  # fmt: skip
    content = element("body", body, epub_type=division)
    _set_types(content)
    return xhtml(element("html", [head, content], lang=language))


def _set_types(body: Element) -> None:
    """Say of notes what reading systems go by: they know `epub:type` better than roles."""
    for node in body.iter():
        kind = _ROLES.get(node.get("role", ""), "")
        if node.get("id", "").startswith("note."):
            kind = "endnote"
        if kind:
            node.set(f"{{{OPS}}}type", kind)
