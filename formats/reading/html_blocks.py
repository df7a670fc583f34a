"""Blocks of HTML -> the markdown-it tokens of the Markdown that means the same.

Only what Markdown can say is read; the rest is reported, and its words are kept.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from markdown_it.token import Token

from formats.reading.context import Context
from formats.reading.html_inlines import (
    AS_MARKDOWN,
    UNMARKED,
    UNSEEN,
    Inlines,
    image,
    report,
    reported,
    still_open,
)
from formats.reading.html_tables import HtmlTable
from formats.reading.inlines import unfilled
from formats.reading.syntax import TEMPLATE
from formats.reading.tags import Tag, Words, pieces, tag

_AROUND: Final = {
    *("address", "article", "aside", "body", "center", "details", "div", "figcaption", "figure"),
    *("footer", "header", "hgroup", "html", "main", "nav", "p", "section", "summary", "caption"),
}
"""Elements that end a paragraph and mean no more."""
_BLOCKS: Final = {
    "ul": ("bullet_list", "ul"), "ol": ("ordered_list", "ol"), "li": ("list_item", "li"),
    "blockquote": ("blockquote", "blockquote"), "dl": ("dl", "dl"), "dd": ("dd", "dd"),
    "menu": ("bullet_list", "ul"),
}  # fmt: skip
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS: Final = {"bullet_list": "li", "ordered_list": "li", "dl": "dd"}
_TABLE: Final = ("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col")
_ELSEWHERE: Final = ("iframe", "video", "audio", "embed")
_READ: Final = {*_AROUND, *_BLOCKS, *_HEADINGS, *_TABLE, "dt", "pre", "hr"}
_MOST_OPEN = 24


@dataclass
class HtmlBlocks:
    """The tokens of a leaflet, rewritten: HTML becomes tokens of Markdown, or goes.

    `open` holds the types of the containers that HTML has open, and None for one of Markdown's
    own; `words` the tokens of the paragraph being read; `around` the tags among words that
    were opened in HTML and are not yet closed, for Markdown that stands between.
    """

    context: Context
    out: list[Token] = field(default_factory=list)
    open: list[str | None] = field(default_factory=list)
    words: list[Token] = field(default_factory=list)
    around: list[Token] = field(default_factory=list)
    holder: str = "paragraph"
    unseen: str = ""
    table: HtmlTable | None = None
    line: int = 0

    def take(self, tokens: Iterable[Token]) -> list[Token]:
        """Return `tokens` with all HTML as Markdown."""
        for token in tokens:
            if token.map:
                self.line = token.map[0]
            if token.type == "html_block":
                self._html(token)
            else:
                self._markdown(token)
        self._end_all()
        return self.out

    def _markdown(self, token: Token) -> None:
        if token.type == "inline":
            children = [*self.around, *(token.children or []), *self._ends()]
            token.children = Inlines(self.context, self.line).take(children)
        elif token.nesting >= 0:
            self._end_table()
            self._flush()
            self._make_room()
        if token.nesting < 0:
            self._close_to_markdown()
        elif token.nesting > 0:
            self.open.append(None)
        self.out.append(token)

    def _html(self, token: Token) -> None:
        first = self.line
        if token.content.lstrip()[:4].lower() == "<pre":
            self._preformatted(token)
            return
        for below, piece in pieces(token.content):
            self.line = first + below
            if isinstance(piece, Words):
                self._text(piece)
            elif self.unseen:
                self.unseen = "" if piece.closes and piece.name == self.unseen else self.unseen
            else:
                self._tag(piece)
        # A blank line ends a paragraph in Markdown, and a cell does not end with it.
        if not self.table:
            self._flush()

    def _text(self, piece: Words) -> None:
        if self.unseen:
            return
        for found in TEMPLATE.finditer(piece.text):
            unfilled(found[0], self.context, self.line)
        if piece.broken:
            self.context.error(
                "source-html-broken", self.line,
                f"“{' '.join(piece.text.split())[:60]}” begins a tag that never ends. "
                "Write “&lt;” where you mean “<”, or close the tag with “>”.",
            )  # fmt: skip
        self._target().append(Token("text", "", 0, content=piece.text))

    def _target(self) -> list[Token]:
        return self.table.words if self.table else self.words

    def _tag(self, found: Tag) -> None:
        name = found.name
        if name in UNSEEN and not found.closes:
            self.unseen = name
        report(found, self.context, self.line, _READ)
        if name in AS_MARKDOWN or name in UNMARKED or name == "br":
            self._target().append(reported(found.written))
        elif name == "img":
            self._target().append(image(found))
        elif name in _ELSEWHERE and not found.closes:
            self._elsewhere(found)
        elif self.table or name == "table":
            self._table(found)
        elif name in _READ:
            self._block(found)

    def _elsewhere(self, found: Tag) -> None:
        address = found.attributes.get("src", "")
        words = found.attributes.get("title") or address
        if words:
            self._flush()
            self.words = [
                Token("link_open", "a", 1, attrs={"href": address}),
                Token("text", "", 0, content=words),
                Token("link_close", "a", -1),
            ]
            self._flush()

    def _table(self, found: Tag) -> None:
        if self.table is None:
            if not found.closes:
                self._flush()
                self.table = HtmlTable(self.context, self.line)
        elif found.name == "table" and found.closes:
            self._end_table()
        else:
            self.table.tag(found, self.line)

    def _end_table(self) -> None:
        if self.table:
            tokens, self.table = self.table.tokens(), None
            self._make_room()
            self.out += tokens

    def _block(self, found: Tag) -> None:
        self._flush()
        self.holder = "paragraph"  # the ends of headings and terms may be left out
        name = found.name
        if name in _HEADINGS or name == "dt":
            self._heading(found)
        elif name == "hr":
            self._make_room()
            self.out.append(Token("hr", "hr", 0, map=self._map()))
        elif name == "summary":
            self.around = [] if found.closes else [reported("<strong>")]
        elif name in _BLOCKS:
            self._container(found)
        self._anchor(found)

    def _heading(self, found: Tag) -> None:
        name = found.name
        if name == "dt" and not found.closes and "dl" not in self.open:
            self._open_container("dl", "dl")
        if name == "dt" and not found.closes:
            self._close_container("dd")
        self.holder = "paragraph" if found.closes else name

    def _container(self, found: Tag) -> None:
        kind, name = _BLOCKS[found.name]
        if found.closes:
            self._close_container(kind)
            return
        if found.name in ("li", "dd"):
            self._leave_item(kind)
            if not self.open or self.open[-1] not in _LISTS:
                self._open_container(*(_BLOCKS["ul"] if found.name == "li" else _BLOCKS["dl"]))
        else:
            self._make_room()
        self._open_container(kind, name, found.attributes.get("start", ""))

    def _leave_item(self, kind: str) -> None:
        """Close the item before: HTML lets its end be left out (13.1.2.4)."""
        for one in reversed(self.open):
            if one is None or one in _LISTS:
                return
            if one == kind:
                self._close_container(kind)
                return

    def _make_room(self) -> None:
        """Open an item, if a list is open and holds none: only items may stand in it."""
        if self.open and (last := self.open[-1]) in _LISTS:
            kind, name = _BLOCKS[_LISTS[str(last)]]
            self._open_container(kind, name)

    def _open_container(self, kind: str, name: str, start: str = "") -> None:
        if len(self.open) >= _MOST_OPEN:
            self.context.error("source-html-broken", self.line, "Too many tags are open here.")
            return
        token = Token(f"{kind}_open", name, 1, map=self._map())
        if re.fullmatch("[0-9]{1,9}", start):
            token.attrs["start"] = int(start)
        self.out.append(token)
        self.open.append(kind)

    def _close_container(self, kind: str) -> None:
        inside: list[str | None] = []
        for one in reversed(self.open):
            if one is None:
                return
            inside.append(one)
            if one == kind:
                break
        else:
            return
        for one in inside:
            self.out.append(Token(f"{one}_close", "", -1))
            self.open.pop()

    def _close_to_markdown(self) -> None:
        self._end_table()
        self._flush()
        while self.open and (one := self.open.pop()) is not None:
            self.out.append(Token(f"{one}_close", "", -1))

    def _end_all(self) -> None:
        while self.open:
            self._close_to_markdown()
        self._end_table()
        self._flush()

    def _anchor(self, found: Tag) -> None:
        name = "" if found.closes else found.attributes.get("id", "")
        if name:
            self.context.anchors.setdefault(name, self.line)

    def _flush(self) -> None:
        """Write the paragraph, heading or term that the words are."""
        words, self.words = self.words, []
        held = [*self.around, *words]
        self.around = still_open(held)
        children = Inlines(self.context, self.line).take([*held, *self._ends()])
        # Tags alone are no paragraph, but they may name a place.
        seen = (t for t in words if t.type != "html_inline")
        if any(t.type != "text" or t.content.strip() for t in seen) or any(
            t.type == "anchor" for t in children
        ):
            self._write(children)

    def _ends(self) -> list[Token]:
        """Return the ends of the tags that are open around a paragraph."""
        return [reported(f"</{tag(t.content).name}>") for t in reversed(self.around)]

    def _write(self, children: list[Token]) -> None:
        if self.holder != "dt":
            self._make_room()
        kind, name = self.holder, "p"
        if kind in _HEADINGS:
            kind, name = "heading", self.holder
        self.out += [
            Token(f"{kind}_open", name, 1, map=self._map()),
            Token("inline", "", 0, map=self._map(), children=children),
            Token(f"{kind}_close", name, -1),
        ]

    def _preformatted(self, token: Token) -> None:
        self._flush()
        self._make_room()
        text = "".join(p.text for _, p in pieces(token.content) if isinstance(p, Words))
        self.out.append(Token("fence", "code", 0, content=text, map=token.map, meta={"html": True}))

    def _map(self) -> list[int]:
        return [self.line, self.line + 1]
