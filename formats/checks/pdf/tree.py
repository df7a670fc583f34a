"""The structure tree of a PDF as nodes in reading order (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name

from formats.model.walk import Piece

_INLINE = {"Span", "Strong", "Em", "Link", "Reference", "Code", "Lbl", "Quote", "Note", "FENote"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference to marked content: the object number of its page, and its identifier."""

    page: int
    mcid: int


@dataclass(eq=False)
class Node:
    """A structure element. `objects` are the annotations that belong to it."""

    kind: str
    number: int
    source: Any
    kids: list[Node | Mark] = field(default_factory=list)
    objects: list[Any] = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        """Whether it is one of H1 to H6."""
        return self.kind[:1] == "H" and self.kind[1:].isdigit()

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def marks(self) -> Iterator[Mark]:
        """Yield the marked content of this node and all below, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.marks()
            else:
                yield kid

    def language_in(self, around: str) -> str:
        """Return the language of what it holds, that around it being `around`."""
        return str(self.source.get("/Lang", "")) or around

    def passages(self, texts: dict[Mark, str], language: str) -> Iterator[list[Piece]]:
        """Yield the runs of words below, each word with its language, that around being given.

        Blocks are set apart, and nothing else is: what a paragraph's parts join, a screen
        reader joins.
        """
        run: list[Piece] = []
        for piece in self.pieces(texts, language):
            if piece is not None:
                run.append(piece)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def pieces(self, texts: dict[Mark, str], around: str) -> Iterator[Piece | None]:
        """Yield all words below, and None where a block begins or ends."""
        language = self.language_in(around)
        if self.kind not in _INLINE:
            yield None
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.pieces(texts, language)
            else:
                yield texts.get(kid, ""), language
        if self.kind not in _INLINE:
            yield None

    def words(self, texts: dict[Mark, str]) -> str:
        """Return the words below, blocks set apart by a space."""
        return " ".join("".join(w for w, _ in run) for run in self.passages(texts, ""))


def read(pdf: pikepdf.Pdf) -> Node:
    """Return the root of the tree. Raises `KeyError` if there is none."""
    return _node(pdf.Root["/StructTreeRoot"], "Root", {})


def _node(source: Any, kind: str, pages: dict[int, int]) -> Node:
    node = Node(kind, source.objgen[0], source)
    kids = source.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            node.kids.append(Mark(source["/Pg"].objgen[0], int(kid)))
        elif kid.get("/Type") == Name.MCR:
            page = kid.get("/Pg", source.get("/Pg"))
            node.kids.append(Mark(page.objgen[0], int(kid["/MCID"])))
        elif kid.get("/Type") == Name.OBJR:
            node.objects.append(kid["/Obj"])
        else:
            node.kids.append(_node(kid, str(kid["/S"])[1:], pages))
    return node
