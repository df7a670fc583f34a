"""What must be true of a tagged PDF made from an edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Name

from formats.checks.pdf import content, contents, faces, information, tree
from formats.checks.pdf.content import Maps, PageContent
from formats.checks.pdf.tree import Mark, Node
from formats.checks.words import differences, tokens
from formats.model import Edition, Step
from formats.model.walk import headings, pictures, plain_text
from formats.text import language

Found = tuple[str, str]
_DEEPEST = 6  # ISO 32000-1 knows H1 to H6
_PARENTS = {
    "LI": {"L"}, "Lbl": {"LI", "Note", "FENote"}, "LBody": {"LI"}, "TOCI": {"TOC"},
    "TR": {"Table", "THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"},
}  # fmt: skip
_CHILDREN = {"L": {"LI", "Caption"}, "TOC": {"TOCI"}, "TR": {"TH", "TD"}}


@dataclass
class _Document:
    """An open PDF with what was read of it. `pages` are by object number."""

    pdf: pikepdf.Pdf
    root: Node
    pages: dict[int, PageContent]
    texts: dict[Mark, str]
    maps: Maps


def findings(pdf: pikepdf.Pdf, edition: Edition) -> Iterator[Found]:
    """Yield the code and message of each fault of `pdf`, made from `edition`."""
    maps: Maps = {}
    pages = {page.obj.objgen[0]: content.read(page, maps) for page in pdf.pages}
    texts = {
        Mark(number, mark): words_of
        for number, page in pages.items()
        for mark, words_of in page.marked.items()
    }
    if "/StructTreeRoot" not in pdf.Root:
        yield "pdf-tagged", "The PDF has no structure tree."
        return
    document = _Document(pdf, tree.read(pdf), pages, texts, maps)
    yield from _catalog(pdf, edition)
    yield from _words(document, edition)
    yield from _headings(document, edition)
    yield from _nesting(document)
    yield from _figures(document, edition)
    yield from _links(document)
    yield from contents.findings(pdf, document.root, texts)
    yield from _parents(document)
    yield from _fonts(document)


def _catalog(pdf: pikepdf.Pdf, edition: Edition) -> Iterator[Found]:
    root: Any = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "pdf-tagged", "The PDF does not say that it is tagged."
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "pdf-tagged", "A reader would show the file's name in place of the title."
    if str(root.get("/Lang", "")) != edition.language:
        yield "pdf-language", f"The PDF does not say that its language is {edition.language}."
    metadata = root["/Metadata"].read_bytes().decode() if "/Metadata" in root else ""
    if "pdfuaid:part" not in metadata:
        yield "pdf-tagged", "The PDF does not say which part of PDF/UA it follows."
    yield from information.findings(pdf, edition)


def _words(document: _Document, edition: Edition) -> Iterator[Found]:
    around = str(document.pdf.Root.get("/Lang", ""))
    for lost in differences(edition, document.root.passages(document.texts, around)):
        if lost.is_of_language:
            message = f"“{lost.words}” is marked as {lost.found}, and is {lost.expected}."
            yield "pdf-language", message
        else:
            message = f"These words are not in the PDF's structure in this order: “{lost.words}”."
            yield "pdf-words", message
    loose = " ".join(page.loose for page in document.pages.values()).strip()
    if loose:
        yield "pdf-untagged", f"These words are not in the PDF's structure: “{loose[:80]}”."


def _headings(document: _Document, edition: Edition) -> Iterator[Found]:
    found = iter(
        (int(node.kind[1:]), tokens(node.words(document.texts)))
        for node in document.root.walk()
        if node.is_heading
    )
    for level, heading in _expected_headings(edition):
        if (level, tokens(heading)) not in found:
            yield "pdf-heading", f"“{heading}” is not a heading of level {level} there."
            return


def _expected_headings(edition: Edition) -> Iterator[tuple[int, str]]:
    yield 1, edition.title  # of the cover, or of the first label
    for part in edition.parts:
        if part.heading and part.kind not in ("cover", "label"):
            yield 2, plain_text(part.heading)
        for node in headings(part.blocks):
            label = f"{node.label.text}: " if isinstance(node, Step) and node.label else ""
            # One in a quotation may claim the level of the title.
            yield min(max(node.level, 2), _DEEPEST), f"{label}{plain_text(node.heading)}"


def _nesting(document: _Document) -> Iterator[Found]:
    for node in document.root.walk():
        for kid in node.kids:
            if not isinstance(kid, Node):
                continue
            wrong_parent = kid.kind in _PARENTS and node.kind not in _PARENTS[kid.kind]
            if kid.kind == "Lbl" and node.kind in ("P", "Link"):
                wrong_parent = False
            if wrong_parent or (node.kind in _CHILDREN and kid.kind not in _CHILDREN[node.kind]):
                yield "pdf-list", f"{kid.kind} stands in {node.kind}."


def _figures(document: _Document, edition: Edition) -> Iterator[Found]:
    alternatives = list(_alternatives(document.root, edition.language))
    if any(not alt for alt, _ in alternatives):
        yield "pdf-alt", "A Figure has no text alternative."
    found = iter(alternatives)
    for picture in pictures(edition.blocks()):
        if not picture.alt:
            continue
        tag = next((tag for alt, tag in found if tokens(alt) == tokens(picture.alt)), None)
        if tag is None:
            yield "pdf-alt", f"The text alternative “{picture.alt}” is not there, or out of order."
            return
        if picture.language and not language.same(tag, picture.language):
            yield "pdf-language", f"“{picture.alt}” is marked as {tag}, and is {picture.language}."


def _alternatives(node: Node, around: str) -> Iterator[tuple[str, str]]:
    """Yield the text alternative of each figure, with its language."""
    tag = node.language_in(around)
    if node.kind == "Figure":
        yield str(node.source.get("/Alt", "")), tag
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _alternatives(kid, tag)


def _links(document: _Document) -> Iterator[Found]:
    tied = set()
    for node in document.root.walk():
        if node.kind != "Link":
            continue
        tied |= {annotation.objgen for annotation in node.objects}
        if not node.objects:
            words_of = node.words(document.texts).strip()
            yield "pdf-link", f"The link “{words_of}” has no place on a page to click."
    for page in document.pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            yield from _annotation(annotation, annotation.objgen in tied)


def _annotation(annotation: Any, tied: bool) -> Iterator[Found]:
    if not tied:
        yield "pdf-link", "A place to click belongs to no link of the structure."
    if not str(annotation.get("/Contents", "")):
        yield "pdf-link", "A link says nothing to a screen reader."
    action = annotation.get("/A", {})
    leads = "/URI" in action or "/D" in action or "/Dest" in annotation
    if annotation.get("/Subtype") != Name.Link or not leads:
        yield "pdf-link", "A link leads nowhere."


def _parents(document: _Document) -> Iterator[Found]:
    """Yield where the parent tree disagrees with the structure tree. No validator sees it."""
    owners = {mark: node.number for node in document.root.walk() for mark in node.kids
              if isinstance(mark, Mark)}  # fmt: skip
    parents = dict(_numbers(document.pdf.Root["/StructTreeRoot"].get("/ParentTree", {})))
    for page in document.pdf.pages:
        number = page.obj.objgen[0]
        listed = parents.get(int(page.obj.get("/StructParents", -1)), [])
        for mcid in document.pages[number].marked:
            owner = listed[mcid].objgen[0] if mcid < len(listed) else None
            if owner is None or owner != owners.get(Mark(number, mcid)):
                yield "pdf-parent-tree", f"Marked content {mcid} of a page has the wrong parent."
                return
    for node in document.root.walk():
        for annotation in node.objects:
            parent = parents.get(int(annotation.get("/StructParent", -1)))
            if parent is None or parent.objgen[0] != node.number:
                yield "pdf-parent-tree", "A link's place on a page has the wrong parent."
                return


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:
    """Yield the entries of a number tree (ISO 32000-1, 7.9.7)."""
    pairs = list(node.get("/Nums", []))
    yield from zip(map(int, pairs[::2]), pairs[1::2], strict=True)
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)


def _fonts(document: _Document) -> Iterator[Found]:
    if any(page.unnamed for page in document.pages.values()):
        yield "pdf-font", "A letter has no character, so it cannot be read aloud or copied."
    yield from faces.findings(document.pdf, document.root, document.pages, document.maps)
