"""Model inlines -> XHTML."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from formats.model import (
    Abbreviation,
    CodeText,
    Emphasis,
    Inline,
    InlinePicture,
    Language,
    LineBreak,
    Link,
    NoteReference,
    Picture,
    Strong,
    Text,
)
from formats.renderers.epub.index import NOTES_FILE, Index
from formats.renderers.epub.markup import Child, Element, element


def inlines(nodes: Iterable[Inline], index: Index) -> Iterator[Child]:
    """Yield the words and elements of a run of inlines."""
    for node in nodes:
        yield _inline(node, index)


def _inline(node: Inline, index: Index) -> Child:
    match node:
        case Text():
            return node.text
        case Strong():
            return element("strong", inlines(node.children, index))
        case Emphasis():
            return element("em", inlines(node.children, index))
        case CodeText():
            return element("code", [node.text])
        case Link():
            return element("a", inlines(node.children, index), href=address(node.target, index))
        case Language():
            return element("span", inlines(node.children, index), lang=node.lang)
        case Abbreviation():
            return element("abbr", [node.text])
        case InlinePicture():
            return image(node.picture, index, class_="inline")
        case NoteReference():
            return _call(node.number)
        case LineBreak():
            return element("br")
        case _:
            assert_never(node)


def address(target: str, index: Index) -> str:
    """Return a link's address: `#id` becomes the file it stands in."""
    if target.startswith("#") and target[1:] in index.ids:
        return index.ids[target[1:]] + target
    return target


def image(picture: Picture, index: Index, **attributes: str) -> Element:
    """Return an `img`. An empty alternative marks it as decoration for screen readers."""
    role = "" if picture.alt else "presentation"
    source = index.image(picture).file
    return element("img", src=source, alt=picture.alt, role=role, **attributes)


def _call(number: int) -> Element:
    link = element(
        "a", [f"[{number}]"], href=f"{NOTES_FILE}#note-{number}", id=f"call-{number}",
        epub_type="noteref", role="doc-noteref", aria_label=f"Note {number}",
    )  # fmt: skip
    return element("sup", [link])
