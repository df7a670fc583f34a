"""Model inlines -> XHTML."""

from collections.abc import Iterable, Iterator
from itertools import count
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
from formats.model.walk import Inlines, plain_text
from formats.renderers.epub.index import NOTES_FILE, Index
from formats.renderers.epub.markup import Child, Element, element
from formats.text.sentences import split


def inlines(nodes: Iterable[Inline], index: Index) -> Iterator[Child]:
    """Yield the words and elements of a run of inlines."""
    for node in nodes:
        yield _inline(node, index)


def sentences(
    node: object, nodes: Inlines, index: Index, parts: Iterator[int] | None = None
) -> Iterator[Child]:
    """Yield a run of inlines; in an e-book that speaks, each sentence as an element of its own.

    `node` is what speech knows the run by; `parts` counts its sentences, if it has several runs.
    """
    if index.said is None:
        yield from inlines(nodes, index)
        return
    numbers = count() if parts is None else parts
    for sentence in split(nodes):
        if plain_text(sentence).strip():
            yield index.said.marked(node, next(numbers), inlines(sentence, index))
        else:
            yield from inlines(sentence, index)


def said(node: object, part: int, words: str, index: Index) -> Child:
    """Return words that are said as one."""
    return words if index.said is None else index.said.marked(node, part, [words])


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
