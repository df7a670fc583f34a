"""Markdown blocks -> model blocks. `directives` has those of `:::`."""

import re
from collections.abc import Iterable, Iterator
from typing import cast

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from formats.errors import nearest
from formats.model import (
    Alignment,
    Authority,
    Block,
    BulletList,
    Citation,
    Figure,
    Inline,
    ListItem,
    Note,
    NumberedList,
    Paragraph,
    Preformatted,
    Quotation,
    Row,
    Table,
    Text,
)
from formats.reading.context import Context
from formats.reading.directives import directive
from formats.reading.inlines import html_message, inlines, picture
from formats.reading.sections import Heading, Item, nested

_CITATION = re.compile(r"[—–]\s*(?P<key>[\w-]+)(?:\s+(?P<locator>\S.*))?$")
_NO_RULE = "A line across the page cannot be used here. Begin a section with a heading instead."


def blocks(nodes: Iterable[SyntaxTreeNode], context: Context) -> tuple[Block, ...]:
    """Return the blocks of `nodes`, headings made sections."""
    return nested(items(nodes, context), context.ids)


def items(nodes: Iterable[SyntaxTreeNode], context: Context) -> Iterator[Item]:
    """Yield blocks and headings, in order."""
    for node in nodes:
        yield from _items(node, context)


def _items(node: SyntaxTreeNode, context: Context) -> Iterable[Item]:
    line = line_of(node)
    match node.type:
        case "paragraph":
            return _paragraph(node, context, line)
        case "heading":
            words = inlines(node.children[0], context, line)
            return [Heading(int(node.tag[1]), words, context.place(line))]
        case "bullet_list":
            return [BulletList(_list_items(node, context), context.place(line))]
        case "ordered_list":
            start = int(node.attrs.get("start", 1))
            return [NumberedList(_list_items(node, context), start, context.place(line))]
        case "blockquote":
            return [_quotation(node, context, line)]
        case "table":
            return [_table(node, context, line)]
        case "code_block" | "fence":
            return _code(node, context, line)
        case "colon" | "colon_stray":
            return directive(node, context, line, blocks)
        case "footnote_reference":
            return ()  # `notes` takes them, wherever they stand
        case "hr":
            context.error("source-rule", line, _NO_RULE)
            return ()
        case "html_block":
            return _html(node, context, line)
        case _:
            raise AssertionError(f"markdown-it gave a block unknown to us: {node.type}")


def line_of(node: SyntaxTreeNode) -> int:
    """Return the line of a node, or of the nearest one around it that has one."""
    while node.map is None and node.parent is not None:
        node = node.parent
    return node.map[0] if node.map else 0


def _paragraph(node: SyntaxTreeNode, context: Context, line: int) -> list[Item]:
    content = node.children[0].children
    if len(content) == 1 and content[0].type == "image":
        caption = str(content[0].attrs.get("title", ""))
        words: tuple[Inline, ...] = (Text(caption),) if caption else ()
        return [Figure(p, words, context.place(line)) for p in picture(content[0], context, line)]
    words = inlines(node.children[0], context, line)
    return [Paragraph(words, context.place(line))] if words else []


def _list_items(node: SyntaxTreeNode, context: Context) -> tuple[ListItem, ...]:
    return tuple(
        ListItem(blocks(item.children, context), context.place(line_of(item)))
        for item in node.children
    )


def _code(node: SyntaxTreeNode, context: Context, line: int) -> list[Item]:
    context.warn(
        "source-code", line,
        "These lines are read as computer code: their spaces and line ends are kept. "
        "If they are ordinary words, begin each line at the left margin.",
    )  # fmt: skip
    text = node.content.rstrip("\n")
    return [Preformatted(text, context.place(line))] if text.strip() else []


def _html(node: SyntaxTreeNode, context: Context, line: int) -> list[Item]:
    context.error("source-html", line, html_message(node.content))
    return [Preformatted(node.content.rstrip("\n"), context.place(line))]


def _quotation(node: SyntaxTreeNode, context: Context, line: int) -> Quotation:
    children = list(node.children)
    citation = _citation(children, context)
    if citation:
        children.pop()
    return Quotation(blocks(children, context), citation, context.place(line))


def _citation(children: list[SyntaxTreeNode], context: Context) -> Citation | None:
    """Return the citation of the last paragraph, `— send-code 6.17`, if that is one."""
    if not children or children[-1].type != "paragraph":
        return None
    match = _CITATION.match(children[-1].children[0].content)
    if not match:
        return None
    known = context.shared.authorities
    key, locator = match["key"], (match["locator"] or "").strip()
    if key not in known:
        context.error(
            "source-authority", line_of(children[-1]),
            f"“{key}” is not in authorities.toml. {nearest(key, known)} "
            "Or add it there, or write who said it before the quotation.",
        )  # fmt: skip
        return Citation(Authority(key, key), locator)
    return Citation(known[key], locator)


def _table(node: SyntaxTreeNode, context: Context, line: int) -> Table:
    rows = [row for part in node.children for row in part.children]
    for row in rows[1:]:
        _check_width(row, len(rows[0].children), context)
    cells: list[Row] = [
        tuple(inlines(cell.children[0], context, line_of(cell)) for cell in row.children)
        for row in rows
    ]
    alignments = tuple(_alignment(cell) for cell in rows[0].children)
    return Table(cells[0], tuple(cells[1:]), alignments, context.place(line))


def _check_width(row: SyntaxTreeNode, columns: int, context: Context) -> None:
    """Report a row with more cells than the header: markdown-it drops what is over."""
    line = line_of(row)
    source = context.lines[line].strip() if line < len(context.lines) else ""
    # A quotation around the table puts its marks before the first cell.
    cells = escapedSplit(source.lstrip("> \t"))
    written = cells[1 if cells and not cells[0].strip() else 0 :]
    written = written[:-1] if written and not written[-1].strip() else written
    if len(written) > columns and row.children:
        context.error(
            "source-table-row", line,
            f"This row has {len(written)} cells, but the header has {columns}. "
            "Give the header as many cells as the longest row.",
        )  # fmt: skip


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    style = str(cell.attrs.get("style", ""))
    return cast("Alignment", style.removeprefix("text-align:"))


def notes(tree: SyntaxTreeNode, context: Context) -> tuple[Note, ...]:
    """Return the notes of the whole leaflet, after its blocks have been read."""
    found = {node.meta["label"]: node for node in _definitions(tree, context)}
    read: dict[int, Note] = {}
    # A note may call another, which then gets the next number while it is read.
    while waiting := [label for label, n in context.notes.items() if n not in read]:
        label = waiting[0]
        read[context.notes[label]] = _note(label, found.pop(label, None), context)
    for label, node in found.items():
        context.error(
            "source-note-unused", line_of(node),
            f"The note [^{label}] is called nowhere. Write [^{label}] where it belongs.",
        )  # fmt: skip
    return tuple(read[number] for number in sorted(read))


def _definitions(tree: SyntaxTreeNode, context: Context) -> Iterator[SyntaxTreeNode]:
    seen = set()
    for node in tree.walk():
        if node.type != "footnote_reference":
            continue
        label = node.meta["label"]
        if label in seen:
            context.error(
                "source-note-twice", line_of(node),
                f"The note [^{label}] is written twice. Give one another name.",
            )  # fmt: skip
        seen.add(label)
        yield node


def _note(label: str, node: SyntaxTreeNode | None, context: Context) -> Note:
    number = context.notes[label]
    if node is None:
        context.error(
            "source-note-missing", context.calls.get(label, 0),
            f"[^{label}] calls a note that is not there. Write it as “[^{label}]: …”.",
        )  # fmt: skip
        return Note(number, ())
    return Note(number, blocks(node.children, context), context.place(line_of(node)))
