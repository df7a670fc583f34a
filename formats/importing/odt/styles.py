"""What an OpenDocument's styles say, and what the reader of one document carries with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from formats.importing.draft import Draft, Remark, Role, Run

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, STYLE, TABLE, OFFICE, DRAW, FO = (
    _NS % name for name in ("text", "style", "table", "office", "drawing", "xsl-fo-compatible")
)
_ROLES: dict[str, Role] = {"title": "title", "subtitle": "subtitle", "quotations": "quotation",
                           "quote": "quotation", "preformatted text": "code"}  # fmt: skip
_CONTENTS = ("contents ", "toc ", "user index ", "illustration index ")
# Who wrote a comment and when, or made a change: not words of the document.
_ABOUT = ("{http://purl.org/dc/elements/1.1/}", "{urn:oasis:names:tc:opendocument:xmlns:meta:")
_SPACES = ("s", "tab", "line-break", "p", "h")
_DEEPEST = 20  # styles based on styles; more is a circle


def local(element: etree._Element) -> str:
    """Return the name of an element without its vocabulary ("" for a comment)."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words(element: etree._Element) -> str:
    """Return all the words inside `element`."""
    return "".join(_pieces(element)).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    if local(element) == "change-info" or str(element.tag).startswith(_ABOUT):
        return
    if local(element) in _SPACES:
        yield " "
    if isinstance(element.tag, str):
        yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""


@dataclass
class State:
    """One reading of one document.

    `boxes` are text boxes hung on the paragraph, and `waiting` the notes called in it, by label;
    `changes` maps the tracked changes to what they did.
    """

    draft: Draft
    parts: dict[str, bytes]
    styles: dict[tuple[str, str], etree._Element]
    lists: dict[str, etree._Element]
    changes: dict[str, etree._Element] = field(default_factory=dict)
    pictures: int = 0
    counted: int = 0
    notes: int = 0
    boxes: list[etree._Element] = field(default_factory=list)
    waiting: dict[str, etree._Element] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)

    def chain(self, family: str, name: str) -> list[etree._Element]:
        """Return a style and those it comes from, nearest first."""
        found: list[etree._Element] = []
        while (family, name) in self.styles and len(found) < _DEEPEST:
            found.append(self.styles[family, name])
            name = found[-1].get(STYLE + "parent-style-name", "")
        return found

    def _names(self, style: str) -> Iterator[str]:
        for each in self.chain("paragraph", style):
            shown = each.get(STYLE + "display-name") or each.get(STYLE + "name") or ""
            yield shown.replace("_20_", " ").lower()

    def role(self, style: str) -> Role:
        """Return the part that a paragraph plays by its style."""
        return next((_ROLES[name] for name in self._names(style) if name in _ROLES), "")

    def is_contents(self, style: str) -> bool:
        """Whether a style is that of a line in a list of contents."""
        return any(name.startswith(_CONTENTS) for name in self._names(style))

    def run(self, family: str, name: str, run: Run) -> Run:
        """Return `run` as a style makes it look."""
        for properties in reversed(self.properties(family, name)):
            run = replace(run, **look(properties))
        return run

    def properties(self, family: str, name: str) -> list[etree._Element]:
        """Return what a style and those it comes from say of letters, nearest first."""
        chain = self.chain(family, name)
        return [p for style in chain for p in style.iterchildren(STYLE + "text-properties")]

    def left_out(self, name: str) -> str:
        """Return why words in a style are left out, or ""."""
        for properties in self.properties("text", name):
            if properties.get(STYLE + "text-line-through-style", "none") != "none":
                return "struck out"
            if properties.get(TEXT + "display") == "none":
                return "hidden text"
        return ""


def look(properties: etree._Element) -> dict[str, Any]:
    """Return the looks that a style sets, and no others."""
    given: dict[str, Any] = {}
    weight, slant = properties.get(FO + "font-weight"), properties.get(FO + "font-style")
    if weight:
        given["bold"] = weight in ("bold", "600", "700", "800", "900")
    if slant:
        given["italic"] = slant in ("italic", "oblique")
    size = properties.get(FO + "font-size", "").removesuffix("pt")
    if size.replace(".", "", 1).isdigit():
        given["size"] = float(size)
    language, country = properties.get(FO + "language"), properties.get(FO + "country")
    if language:
        given["language"] = f"{language}-{country}" if country not in (None, "none") else language
    position = properties.get(STYLE + "text-position", "")
    if position:
        given["raised"] = "superscript" if position.startswith(("super", "3")) else ""
    return given
