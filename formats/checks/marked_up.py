"""The words of XHTML and HTML with their languages, and what every picture and link there needs.

Elements are known by their local names, so that both kinds of document read the same.
"""

from collections.abc import Container, Iterator
from typing import Final

from lxml import etree

from formats.model.walk import Piece

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
_INLINE: Final = frozenset(
    {"strong", "em", "code", "a", "span", "abbr", "sup", "cite", "dfn", "img", "bdi"}
)
_SILENT: Final = frozenset({"style", "script", "title"})


def name(node: Element) -> str:
    """Return the name of an element without its namespace; nothing for a comment."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def passages(root: Element, language: str = "") -> Iterator[list[Piece]]:
    """Yield each run of text in `root`, cut where a block begins or ends."""
    run: list[Piece] = []
    for words, spoken in _pieces(root, language):
        if words is not None:
            run.append((words, spoken))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _pieces(node: Element, around: str) -> Iterator[tuple[str | None, str]]:
    """Yield words with their language, and None where a block begins, ends or breaks."""
    language = node.get("lang", around)
    is_block = name(node) not in _INLINE
    if is_block:
        yield None, ""
    if name(node) not in _SILENT and node.text and name(node):
        yield node.text, language
    for child in node:
        yield from _pieces(child, language)
        if child.tail:
            yield child.tail, language
    if is_block:
        yield None, ""


def without_alternative(root: Element) -> Iterator[Element]:
    """Yield the pictures that have neither a text alternative nor the mark of decoration."""
    return (node for node in root.iter() if name(node) == "img" and node.get("alt") is None)


def lost_links(root: Element, ids: Container[str]) -> Iterator[str]:
    """Yield the addresses within the document that lead to none of `ids`."""
    for node in root.iter():
        href = node.get("href", "")
        if name(node) == "a" and href.startswith("#") and href[1:] not in ids:
            yield href
