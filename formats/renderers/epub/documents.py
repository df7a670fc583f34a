"""The leaflet -> the documents of the e-book, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from formats import wording
from formats.model import Block, Leaflet, Note, Section
from formats.model.walk import pictures, plain_text
from formats.renderers.epub.blocks import blocks
from formats.renderers.epub.index import NOTES_FILE, START_FILE, Index, index
from formats.renderers.epub.inlines import said
from formats.renderers.epub.markup import Child, Element, append, document, element

TITLE_FILE = "title.xhtml"
ABOUT_FILE = "about.xhtml"
Part = tuple[str, tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Document:
    """One XHTML document. `kind` is its place in the landmarks; `section` what it shows."""

    file: str
    title: str
    data: bytes = field(repr=False)
    kind: str = "bodymatter"
    section: Section | None = None


def documents(leaflet: Leaflet, *, speaking: bool = False) -> tuple[list[Document], Index]:
    """Return the documents in reading order, and the index of what stands where."""
    parts = list(_parts(leaflet))
    notes = tuple(block for note in leaflet.notes for block in note.blocks)
    found = index(leaflet, [*parts, (NOTES_FILE, notes)], speaking=speaking)
    made = [_title_page(leaflet, found)]
    made += [_part(leaflet, part, found) for part in parts]
    if leaflet.notes:
        made.append(_notes(leaflet, found))
    made.append(_about(leaflet))
    return made, found


def _parts(leaflet: Leaflet) -> Iterator[Part]:
    """Yield the file and blocks of each section, and of what stands before the first."""
    before = tuple(block for block in leaflet.blocks if not isinstance(block, Section))
    if before:
        yield START_FILE, before
    sections = [block for block in leaflet.blocks if isinstance(block, Section)]
    for number, section in enumerate(sections, 1):
        yield f"section-{number:02}.xhtml", (section,)


def _part(leaflet: Leaflet, part: Part, found: Index) -> Document:
    file, content = part
    _begin(file, found)
    section = content[0] if isinstance(content[0], Section) else None
    title = plain_text(section.heading) if section else leaflet.title
    if section:
        body = blocks(content, found)
        body[0].set("role", "doc-chapter")
        _set_type(body[0], "chapter")
    else:
        body = [element("section", blocks(content, found), aria_label=leaflet.title)]
    data = document(title, leaflet.language, body, epub_type="bodymatter")
    return Document(file, title, data, "bodymatter", section)


def _set_type(made: Element, kind: str) -> None:
    typed = element("x", epub_type=kind)
    for key, value in typed.attrib.items():
        made.set(key, value)


def _begin(file: str, found: Index) -> None:
    if found.said:
        found.said.file = file


def _title_page(leaflet: Leaflet, found: Index) -> Document:
    _begin(TITLE_FILE, found)
    organisation = leaflet.organisation
    title = said(leaflet, 0, leaflet.title, found)
    children: list[Child] = [element("h1", [title], epub_type="title")]
    for words in (leaflet.subtitle, organisation.name, organisation.strapline):
        children += [element("p", [words])] if words else []
    if leaflet.view == "easy-read":
        words = wording.signoff(leaflet.signoff)
        children.append(element("p", [element("strong", [words])]))
    edition = wording.edition_line(leaflet)
    children += [element("p", [edition])] if edition else []
    body = element("section", children, epub_type="titlepage", aria_label="Title page")
    data = document(leaflet.title, leaflet.language, [body], epub_type="frontmatter")
    return Document(TITLE_FILE, leaflet.title, data, "titlepage")


def _notes(leaflet: Leaflet, found: Index) -> Document:
    _begin(NOTES_FILE, found)
    notes = [_note(note, found) for note in leaflet.notes]
    body = element(
        "section",
        [element("h1", [wording.NOTES], id="notes"), element("ol", notes, class_="notes")],
        epub_type="endnotes", role="doc-endnotes", aria_labelledby="notes",
    )  # fmt: skip
    data = document(wording.NOTES, leaflet.language, [body], epub_type="backmatter")
    return Document(NOTES_FILE, wording.NOTES, data, "endnotes")


def _note(note: Note, found: Index) -> Element:
    back = element(
        "a", ["Back"], href=f"{found.calls[note.number]}#call-{note.number}",
        role="doc-backlink", aria_label=f"Back to the text of note {note.number}",
    )  # fmt: skip
    made = element("li", blocks(note.blocks, found), id=f"note-{note.number}", epub_type="endnote")
    append(made, [element("p", [back])])
    return made


def _about(leaflet: Leaflet) -> Document:
    """Return the last page: edition, how to ask for another format, credits of pictures."""
    title = "About this e-book"
    lines = [
        f"{leaflet.title}. {leaflet.organisation.name}".rstrip(". ") + ".",
        wording.edition_line(leaflet),
        wording.how_to_ask(leaflet.organisation),
        wording.picture_credits(picture.credit for picture in pictures(leaflet)),
    ]
    children: list[Child] = [element("h1", [title], id="about")]
    children += [element("p", [line]) for line in lines if line]
    body = element(
        "section", children, epub_type="colophon", role="doc-colophon", aria_labelledby="about"
    )
    data = document(title, leaflet.language, [body], epub_type="backmatter")
    return Document(ABOUT_FILE, title, data, "colophon")
