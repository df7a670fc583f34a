"""Model blocks -> XHTML."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import assert_never

from formats import wording
from formats.errors import RenderError
from formats.model import (
    Block,
    BulletList,
    Contact,
    ContactEntry,
    Definition,
    EasyRead,
    Figure,
    Idea,
    LanguageBlock,
    ListItem,
    NumberedList,
    Only,
    Paragraph,
    Preformatted,
    Quotation,
    Section,
    Step,
    Steps,
    Table,
    WordList,
)
from formats.renderers.epub.index import Index
from formats.renderers.epub.inlines import image, said, sentences
from formats.renderers.epub.markup import Child, Element, element
from formats.text import addresses


def blocks(nodes: Iterable[Block], index: Index) -> list[Element]:
    """Return the elements of `nodes`, in order."""
    return [_block(node, index) for node in nodes]


def _block(node: Block, index: Index) -> Element:
    match node:
        case Paragraph():
            return element("p", sentences(node, node.children, index))
        case Section():
            return _section(node, index)
        case BulletList():
            return element("ul", _items(node.items, index))
        case NumberedList():
            start = str(node.start) if node.start != 1 else ""
            return element("ol", _items(node.items, index), start=start)
        case Table():
            return _table(node, index)
        case Figure():
            return _figure(node, index)
        case Quotation():
            return _quotation(node, index)
        case Steps():
            return _steps(node, index)
        case Contact():
            return _contact(node, index)
        case LanguageBlock():
            return element("div", blocks(node.blocks, index), lang=node.lang)
        case Preformatted():
            return element("pre", _lines(node, index))
        case Idea():
            return _idea(node, index)
        case WordList():
            return _word_list(node, index)
        case EasyRead() | Only():
            raise RenderError("This leaflet has not been made into a view yet.", node.place)
        case _:
            assert_never(node)


def _section(node: Section, index: Index) -> Element:
    return element(
        "section", [heading(node, index), *blocks(node.blocks, index)],
        aria_labelledby=node.id,
    )  # fmt: skip


def heading(node: Section | Step, index: Index, before: Iterable[Child] = ()) -> Element:
    """Return the heading of a section or step. Level 2 is `h1`: it heads its own document."""
    name = f"h{min(node.level - 1, 6)}"
    return element(name, [*before, *sentences(node, node.heading, index)], id=node.id)


def _items(items: Iterable[ListItem], index: Index) -> Iterator[Element]:
    for item in items:
        match item.blocks:
            case (Paragraph() as only,):
                yield element("li", sentences(only, only.children, index))
            case _:
                yield element("li", blocks(item.blocks, index))


def _table(node: Table, index: Index) -> Element:
    parts = count()
    head = [element("th", sentences(node, c, index, parts), scope="col") for c in node.header]
    rows = [
        element("tr", [element("td", sentences(node, cell, index, parts)) for cell in row])
        for row in node.rows
    ]
    children = [element("thead", [element("tr", head)])]
    children += [element("tbody", rows)] if rows else []
    return element("table", children)


def _figure(node: Figure, index: Index) -> Element:
    children = [image(node.picture, index)]
    if index.said and node.picture.alt:
        index.said.named(node.picture, 0, children[0])
    if node.caption:
        children.append(element("figcaption", sentences(node, node.caption, index)))
    return element("figure", children)


def _quotation(node: Quotation, index: Index) -> Element:
    children = blocks(node.blocks, index)
    if node.citation:
        words: Child = wording.citation(node.citation)
        url = node.citation.authority.url
        linked = element("a", [words], href=url) if url else words
        children.append(element("p", ["— ", element("cite", [linked])], class_="source"))
    return element("blockquote", children)


def _steps(node: Steps, index: Index) -> Element:
    steps = [
        element(
            "li",
            [
                heading(step, index, [f"{wording.step_label(step)}: "]),
                *blocks(step.blocks, index),
            ],
        )
        for step in node.steps
    ]
    # Its number stands in each heading, so the list itself shows none.
    children = [*blocks(node.blocks, index), element("ol", steps, class_="steps")]
    return element("div", children)


def _contact(node: Contact, index: Index) -> Element:
    entries = [_contact_entry(entry, index) for entry in node.organisation.contacts]
    return element("div", [*blocks(node.blocks, index), element("ul", entries, class_="contact")])


def _contact_entry(entry: ContactEntry, index: Index) -> Element:
    children: list[Child] = []
    if entry.picture:
        children += [image(entry.picture, index, class_="idea"), " "]
    label = element("strong", [said(entry, 0, f"{entry.label}:", index)])
    children += [label, " ", *_contact_value(entry, index)]
    if entry.note:
        children += [element("br"), said(entry, len(entry.value) + 1, entry.note, index)]
    return element("li", children)


def _contact_value(entry: ContactEntry, index: Index) -> list[Child]:
    children: list[Child] = []
    for part, line in enumerate(entry.value, 1):
        words = said(entry, part, line, index)
        address = addresses.of_contact(entry.kind, line)
        children += [element("a", [words], href=address) if address else words, element("br")]
    return children[:-1]


def _idea(node: Idea, index: Index) -> Element:
    words = [element("p", sentences(node, node.children, index))]
    words += [element("p", _explained(d, index), class_="explained") for d in node.explained]
    children = [element("div", words, class_="words")]
    if node.picture:
        children.insert(0, image(node.picture, index, class_="idea"))
    return element("div", children, class_="idea")


def _explained(definition: Definition, index: Index) -> list[Child]:
    term = said(definition, 0, definition.term, index)
    return [element("strong", [term]), ": ", said(definition, 1, definition.meaning, index)]


def _lines(node: Preformatted, index: Index) -> Iterator[Child]:
    for part, line in enumerate(node.text.split("\n")):
        if part:
            yield "\n"
        yield said(node, part, line, index) if line.strip() else line


def _word_list(node: WordList, index: Index) -> Element:
    rows: list[Child] = []
    for definition in node.definitions:
        term = element("dfn", [said(definition, 0, definition.term, index)])
        meaning = said(definition, 1, definition.meaning, index)
        rows += [element("dt", [term]), element("dd", [meaning])]
    return element("dl", rows)
