"""Adding to a drawn PDF what makes it a tagged one, with pikepdf."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from formats.typesetting.tagging.elements import Bookmark, Content, Element, Link, Target
from formats.typesetting.tagging.information import Information
from formats.typesetting.tagging.pages import TaggedPages

_NAMESPACE_1 = "http://iso.org/pdf/ssn"
_NAMESPACE_2 = "http://iso.org/pdf2/ssn"
# Standard types of PDF 1.7 that PDF 2.0 no longer has (ISO 32000-2, annex M).
_ONLY_IN_1 = {"TOC", "TOCI", "Reference", "BlockQuote", "Code"}
# Types of PDF 2.0, and what they are to readers of PDF 1.7.
_ROLES = {"Strong": "Span", "Em": "Span"}
# ISO 14289-2, 8.2.5.14, has FENote in place of Note.
_NEWER = {"Note": "FENote"}
# Values of PDF 2.0, and what PDF 1.7 has for them.
_OLDER_VALUES = {"/Description": "/None"}
_PRINTED = 4  # the annotation is printed (ISO 32000-1, table 165)


@dataclass(frozen=True)
class Tagging:
    """What the document says of itself. `part` is that of ISO 14289: 1 or 2.

    `date` is YYYY, YYYY-MM, YYYY-MM-DD or empty; there is no other clock.
    `bookmarks` are in order.
    """

    root: Element
    title: str
    language: str
    author: str = ""
    subject: str = ""
    part: int = 1
    bookmarks: tuple[Bookmark, ...] = ()
    date: str = ""


def finish(drawn: bytes, pages: TaggedPages, tagging: Tagging, out: BinaryIO) -> None:
    """Write to `out` the PDF `drawn` on `pages`, tagged."""
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        _Finisher(pdf, pages, tagging).finish()
        version = "2.0" if tagging.part == 2 else "1.7"  # noqa: PLR2004
        pdf.save(
            out, deterministic_id=True, force_version=version,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True, recompress_flate=False,
        )  # fmt: skip


class _Finisher:
    """Works on one open PDF."""

    def __init__(self, pdf: Pdf, pages: TaggedPages, tagging: Tagging) -> None:
        self.pdf = pdf
        self.tagging = tagging
        self.owners = pages.owners
        self.pages = [page.obj for page in pdf.pages]
        self.made: dict[Element, Object] = {}
        self.links: list[Element] = []
        self.annotations: list[Object] = []  # the link element of each, in order of their keys

    def finish(self) -> None:
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        spaces = self._namespaces(root)
        document = self._element(self.tagging.root, root, spaces)
        root.K = Array([document])
        for element in self.links:
            self._add_link(element)
        for element, made in self.made.items():
            if element.refers and self.tagging.part == 2:  # noqa: PLR2004
                made.Ref = Array([self.made[each] for each in element.refers if each in self.made])
        root.ParentTree = self._parent_tree()
        root.ParentTreeNextKey = len(self.pages) + len(self.annotations)
        self._identifiers(root)
        self._catalog(root)
        self._bookmarks()

    # --- The structure tree

    def _namespaces(self, root: Object) -> Mapping[str, Object]:
        if self.tagging.part == 1:
            root.RoleMap = Dictionary({f"/{new}": Name(f"/{old}") for new, old in _ROLES.items()})
            return {}
        spaces = {
            uri: self.pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=String(uri)))
            for uri in (_NAMESPACE_1, _NAMESPACE_2)
        }
        root.Namespaces = Array(list(spaces.values()))
        return spaces

    def _element(self, element: Element, parent: Object, spaces: Mapping[str, Object]) -> Object:
        kind = _NEWER.get(element.kind, element.kind) if spaces else element.kind
        made = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent)
        )
        self.made[element] = made
        kids: list[Object] = []
        for kid in element.kids:
            if isinstance(kid, Content):
                kids += [self._mark(page, mcid) for page, mcid in kid.marks]
            elif kid.is_drawn():
                kids.append(self._element(kid, made, spaces))
        made.K = Array(kids)
        self._properties(element, made)
        if spaces:
            made.NS = spaces[_NAMESPACE_1 if element.kind in _ONLY_IN_1 else _NAMESPACE_2]
        if element.link:
            self.links.append(element)
        return made

    def _mark(self, page: int, mcid: int) -> Object:
        return Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=mcid)

    def _properties(self, element: Element, made: Object) -> None:
        for key, words in (
            ("/Alt", element.alt), ("/Lang", element.language), ("/E", element.expansion),
            ("/ID", element.identifier),
        ):  # fmt: skip
            if words:
                made[key] = String(words)
        if element.attributes:
            older = _OLDER_VALUES if self.tagging.part == 1 else {}
            made.A = Dictionary(
                {f"/{key}": _value(value, older) for key, value in element.attributes.items()}
            )

    def _identifiers(self, root: Object) -> None:
        """Write the tree of the elements' identifiers (ISO 32000-1, 14.7.2), sorted."""
        named = {e.identifier: o for e, o in self.made.items() if e.identifier}
        if named:
            pairs = [part for name in sorted(named) for part in (String(name), named[name])]
            limits = Array([pairs[0], pairs[-2]])
            leaf = self.pdf.make_indirect(Dictionary(Names=Array(pairs), Limits=limits))
            root.IDTree = self.pdf.make_indirect(Dictionary(Kids=Array([leaf])))

    # --- Links and the parent tree

    def _add_link(self, element: Element) -> None:
        link, made = element.link, self.made[element]
        assert link is not None
        for page, area in link.areas:
            key = len(self.pages) + len(self.annotations)
            annotation = self.pdf.make_indirect(self._annotation(link, area, key))
            if Name.Annots not in self.pages[page]:
                self.pages[page].Annots = Array()
            self.pages[page].Annots.append(annotation)
            made.K.append(Dictionary(Type=Name.OBJR, Pg=self.pages[page], Obj=annotation))
            self.annotations.append(made)

    def _annotation(
        self, link: Link, area: tuple[float, float, float, float], key: int
    ) -> Dictionary:
        return Dictionary(
            Type=Name.Annot, Subtype=Name.Link, F=_PRINTED, Border=Array([0, 0, 0]),
            Rect=Array([round(value, 2) for value in area]), Contents=String(link.contents),
            StructParent=key, A=self._action(link),
        )  # fmt: skip

    def _action(self, link: Link) -> Dictionary:
        if link.element is None:
            return Dictionary(S=Name.URI, URI=String(link.address))
        return Dictionary(S=Name.GoTo, **self._destination(link.element))

    def _destination(self, element: Element) -> dict[str, Any]:
        """Return the destination of an element; PDF/UA-2 wants the element itself (8.8)."""
        target = element.target
        assert target is not None, element
        found: dict[str, Any] = {"D": self._place(self.pages[target.page], target)}
        if self.tagging.part == 2:  # noqa: PLR2004
            found["SD"] = self._place(self.made[element], target)
        return found

    def _place(self, what: Object, target: Target) -> Array:
        return Array([what, Name.XYZ, 0, round(target.top, 2), None])

    def _parent_tree(self) -> Object:
        numbers: list[object] = []
        for index, page in enumerate(self.pages):
            page.StructParents = index
            page.Tabs = Name.S
            owners = self.owners[index] if index < len(self.owners) else []
            numbers += [index, Array([self.made[element] for element in owners])]
        for key, made in enumerate(self.annotations, len(self.pages)):
            numbers += [key, made]
        return self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))

    # --- The document

    def _catalog(self, root: Object) -> None:
        catalog = self.pdf.Root
        catalog.StructTreeRoot = root
        catalog.MarkInfo = Dictionary(Marked=True)
        catalog.Lang = String(self.tagging.language)
        catalog.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        self._information()

    def _information(self) -> None:
        said = Information(
            self.tagging.title, self.tagging.language, self.tagging.author,
            self.tagging.subject, self.tagging.date,
        )  # fmt: skip
        metadata = self.pdf.make_stream(said.xmp(self.tagging.part))
        metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
        self.pdf.Root.Metadata = metadata
        del self.pdf.trailer["/Info"]  # reportlab's: untitled, by anonymous
        if self.tagging.part == 1:
            # Deprecated in PDF 2.0 (ISO 32000-2, 14.3.3), where XMP says it all.
            entries = {f"/{key}": String(value) for key, value in said.dictionary().items()}
            self.pdf.trailer["/Info"] = self.pdf.make_indirect(Dictionary(entries))

    def _bookmarks(self) -> None:
        entries = [each for each in self.tagging.bookmarks if each.element in self.made]
        if not entries:
            return
        root = self.pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=0))
        self.pdf.Root.Outlines = root
        self.pdf.Root.PageMode = Name.UseOutlines
        parents: list[tuple[int, Object]] = [(-1, root)]
        for entry in entries:
            while len(parents) > 1 and parents[-1][0] >= entry.level:
                parents.pop()
            item = self.pdf.make_indirect(
                Dictionary(
                    Title=String(entry.title),
                    A=Dictionary(S=Name.GoTo, **self._destination(entry.element)),
                    SE=self.made[entry.element],
                )
            )
            _append_bookmark(parents[-1][1], item)
            parents.append((entry.level, item))


def _append_bookmark(parent: Object, item: Object) -> None:
    item.Parent = parent
    if Name.Last in parent:
        item.Prev = parent.Last
        parent.Last.Next = item
    else:
        parent.First = item
    parent.Last = item
    parent.Count = int(parent.get("/Count", 0)) + 1


def _value(value: object, older: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return Name(older.get(value, value)) if value.startswith("/") else String(value)
    if isinstance(value, list):
        return Array([_value(item, older) for item in value])
    return value
