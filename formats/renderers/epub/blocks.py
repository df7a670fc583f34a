"""Model blocks -> XHTML."""

from collections.abc import Iterable, Iterator
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
from formats.renderers.epub.inlines import image, inlines
from formats.renderers.epub.markup import Child, Element, element


def blocks(nodes: Iterable[Block], index: Index) -> list[Element]:
    """Return the elements of `nodes`, in order."""
    return [_block(node, index) for node in nodes]


def _block(node: Block, index: Index) -> Element:
    match node:
        case Paragraph():
            return element("p", inlines(node.children, index))
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
            return element("pre", [node.text])
        case Idea():
            return _idea(node, index)
        case WordList():
            return _word_list(node)
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
    return element(name, [*before, *inlines(node.heading, index)], id=node.id)


def _items(items: Iterable[ListItem], index: Index) -> Iterator[Element]:
    for item in items:
        match item.blocks:
            case (Paragraph() as only,):
                yield element("li", inlines(only.children, index))
            case _:
                yield element("li", blocks(item.blocks, index))


def _table(node: Table, index: Index) -> Element:
    head = [element("th", inlines(cell, index), scope="col") for cell in node.header]
    rows = [
        element("tr", [element("td", inlines(cell, index)) for cell in row]) for row in node.rows
    ]
    children = [element("thead", [element("tr", head)])]
    children += [element("tbody", rows)] if rows else []
    return element("table", children)


def _figure(node: Figure, index: Index) -> Element:
    children = [image(node.picture, index)]
    if node.caption:
        children.append(element("figcaption", inlines(node.caption, index)))
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
    children += [element("strong", [f"{entry.label}:"]), " ", *_contact_value(entry)]
    if entry.note:
        children += [element("br"), entry.note]
    return element("li", children)


def _contact_value(entry: ContactEntry) -> list[Child]:
    value = " ".join(entry.value)
    match entry.kind:
        case "phone":
            digits = value.replace(" ", "")
            return [element("a", [value], href=f"tel:{digits}")]
        case "email":
            return [element("a", [value], href=f"mailto:{value}")]
        case "web":
            url = value if "://" in value else f"https://{value}"
            return [element("a", [value], href=url)]
        case "post":
            lines = [part for line in entry.value for part in (line, element("br"))]
            return lines[:-1]
        case "social":
            return [value]
        case _:
            assert_never(entry.kind)


def _idea(node: Idea, index: Index) -> Element:
    words = [element("p", inlines(node.children, index))]
    words += [element("p", _explained(d), class_="explained") for d in node.explained]
    children = [element("div", words, class_="words")]
    if node.picture:
        children.insert(0, image(node.picture, index, class_="idea"))
    return element("div", children, class_="idea")


def _explained(definition: Definition) -> list[Child]:
    return [element("strong", [definition.term]), ": ", definition.meaning]


def _word_list(node: WordList) -> Element:
    rows: list[Child] = []
    for definition in node.definitions:
        term = element("dfn", [definition.term])
        rows += [element("dt", [term]), element("dd", [definition.meaning])]
    return element("dl", rows)
