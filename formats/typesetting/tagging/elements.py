"""The structure tree, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(eq=False)
class Content:
    """A place for drawn content in an element's reading order.

    `marks` are the pages (from 0) and the marked-content identifiers that show it: several
    where it runs over pages.
    """

    element: Element
    marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the document that links and bookmarks lead to: page from 0, points from below."""

    page: int
    top: float


@dataclass(eq=False)
class Link:
    """Where an element of type Link leads: an address, or an element of this document.

    `contents` is what a screen reader says of the link (ISO 14289-1, 7.18.5). `areas` are
    page and rectangle in points, one for each line that the link runs over.
    """

    contents: str
    address: str = ""
    element: Element | None = None
    areas: list[tuple[int, tuple[float, float, float, float]]] = field(default_factory=list)

    def become_one_area(self) -> None:
        """Make one area of those on the last page: an entry of the contents is one link."""
        page, _ = self.areas[-1]
        boxes = [box for on, box in self.areas if on == page]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        whole = (min(lefts), min(bottoms), max(rights), max(tops))
        self.areas = [*(area for area in self.areas if area[0] != page), (page, whole)]


@dataclass(eq=False)
class Element:
    """A structure element: its type, what it holds in reading order, and its properties.

    `alt` is a text alternative, `expansion` the full words of an abbreviation, `attributes`
    an attribute object such as {"O": "/List", "ListNumbering": "/Disc"}; names begin with "/".
    `refers` are elements that belong with this one though they stand elsewhere.
    """

    kind: str
    parent: Element | None = None
    kids: list[Element | Content] = field(default_factory=list)
    alt: str = ""
    language: str = ""
    expansion: str = ""
    identifier: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    link: Link | None = None
    target: Target | None = None
    refers: list[Element] = field(default_factory=list)

    @property
    def language_here(self) -> str:
        """The language of what it holds: its own, else that around it."""
        return self.language or (self.parent.language_here if self.parent else "")

    def within(self, language: str) -> Element:
        """Return where in this element words in `language` belong: a Span, or itself."""
        if not language or language == self.language_here:
            return self
        return self.add("Span", language=language)

    def add(self, kind: str, **properties: object) -> Element:
        """Add an element at the end of this one, and return it."""
        made = Element(kind, self, **properties)  # type: ignore[arg-type]
        self.kids.append(made)
        return made

    def adopt(self, made: Element) -> Element:
        """Add an element made before, at the end of this one, and return it."""
        made.parent = self
        self.kids.append(made)
        return made

    def place(self, box: tuple[float, float, float, float]) -> None:
        """Say where on its page the element is: left, bottom, right, top (ISO 14289-1, 7.3)."""
        corners = [round(value, 2) for value in box]
        self.attributes = {"O": "/Layout", "BBox": corners}

    def content(self) -> Content:
        """Add a place for drawn content at the end of this element, and return it."""
        made = Content(self)
        self.kids.append(made)
        return made

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def is_drawn(self) -> bool:
        """Whether anything of it is on a page. What is not gets no place in the file.

        A cell counts even if it is empty: its row is as long as the others.
        """
        if self.kind in ("TH", "TD"):
            return True
        return any(
            bool(kid.marks) if isinstance(kid, Content) else kid.is_drawn() for kid in self.kids
        )


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of a reader's outline, `level` from 0, that leads to `element`."""

    level: int
    title: str
    element: Element
