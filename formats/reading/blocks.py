"""Markdown blocks -> model blocks. `directives` has those of `:::`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from formats import model
from formats.errors import nearest
from formats.reading.context import Context
from formats.reading.directives import directive
from formats.reading.inlines import inlines, picture
from formats.reading.sections import Heading, Item, nested

_CITATION = re.compile(r"[—–]\s*(?P<key>[\w-]+)(?:\s+(?P<locator>\S.*))?$")
_NO_RULE = "A line across the page is left out: a heading says what begins"


def blocks(nodes: Iterable[SyntaxTreeNode], context: Context) -> tuple[model.Block, ...]:
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
            return _heading(node, context, line)
        case "bullet_list":
            return [model.BulletList(_list_items(node, context), context.place(line))]
        case "ordered_list":
            start = int(node.attrs.get("start", 1))
            return [model.NumberedList(_list_items(node, context), start, context.place(line))]
        case "blockquote":
            return [_quotation(node, context, line)]
        case "table":
            return [_table(node, context, line)]
        case "dl":
            return [_terms(node, context, line)]
        case "alert" | "admonition":
            return _admonition(node, context)
        case "code_block" | "fence":
            return _code(node, context, line)
        case "colon" | "colon_stray":
            return directive(node, context, line, blocks)
        case "footnote_reference":
            return ()  # `notes` takes them, wherever they stand
        case "hr":
            context.taken("source-rule", line, "“---”", _NO_RULE)
            return ()
        case _:
            raise AssertionError(f"markdown-it gave a block unknown to us: {node.type}")


def _heading(node: SyntaxTreeNode, context: Context, line: int) -> list[Item]:
    words = inlines(node.children[0], context, line)
    if not words:
        how = "Headings without words are left out"
        context.taken("source-heading-none", line, "#" * int(node.tag[1]), how)
        return []
    return [Heading(int(node.tag[1]), words, context.place(line))]


def line_of(node: SyntaxTreeNode) -> int:
    """Return the line of a node, or of the nearest one around it that has one."""
    while node.map is None and node.parent is not None:
        node = node.parent
    return node.map[0] if node.map else 0


def _paragraph(node: SyntaxTreeNode, context: Context, line: int) -> list[Item]:
    content = node.children[0].children
    if len(content) == 1 and content[0].type == "image":
        return _figure(content[0], context, line)
    words = inlines(node.children[0], context, line)
    return [model.Paragraph(words, context.place(line))] if words else []


def _figure(node: SyntaxTreeNode, context: Context, line: int) -> list[Item]:
    found = picture(node, context, line)
    if not isinstance(found, model.Picture):
        return [model.Paragraph(found, context.place(line))] if found else []
    caption = str(node.attrs.get("title", ""))
    words: tuple[model.Inline, ...] = (model.Text(caption),) if caption else ()
    return [model.Figure(found, words, context.place(line))]


def _list_items(node: SyntaxTreeNode, context: Context) -> tuple[model.ListItem, ...]:
    return tuple(_list_item(item, context) for item in node.children)


def _list_item(node: SyntaxTreeNode, context: Context) -> model.ListItem:
    line = line_of(node)
    inside = blocks(node.children, context)
    if "checked" in node.meta:
        words = context.added("done" if node.meta["checked"] else "to-do")
        first, *others = inside or (model.Paragraph(()),)
        if isinstance(first, model.Paragraph):
            first = replace(first, children=(words, model.Text(": "), *first.children))
        inside = (first, *others)
    return model.ListItem(inside, context.place(line))


def _terms(node: SyntaxTreeNode, context: Context, line: int) -> model.BulletList:
    """Return a list of terms and what they mean, an item for each term."""
    items: list[model.ListItem] = []
    for child in node.children:
        place = context.place(line_of(child))
        if child.type == "dt" or not items:
            items.append(model.ListItem((), place))
        inside = (
            (
                model.Paragraph(
                    (model.Strong(inlines(child.children[0], context, line_of(child))),), place
                ),
            )
            if child.type == "dt"
            else blocks(child.children, context)
        )
        items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *inside))
    return model.BulletList(tuple(items), context.place(line))


def _admonition(node: SyntaxTreeNode, context: Context) -> list[Item]:
    """Return words set apart by their kind (“Note”), after that kind in bold."""
    title, *rest = node.children
    place = context.place(line_of(node))
    words = inlines(title.children[0], context, line_of(node))
    return [model.Paragraph((model.Strong(words),), place), *items(rest, context)]


def _code(node: SyntaxTreeNode, context: Context, line: int) -> list[Item]:
    if node.type == "fence" and not _is_closed(node, context):
        context.error(
            "source-code-unclosed", line,
            f"The code that begins with “{node.markup}” never ends, so all that follows would be "
            f"code. Write a line of “{node.markup}” after its last line.",
        )  # fmt: skip
    elif node.content.strip():
        context.note(
            "source-code", line,
            "These lines are read as computer code: their spaces and line ends are kept. "
            "If they are ordinary words, begin each line at the left margin.",
        )  # fmt: skip
    text = node.content.strip("\n")
    return [model.Preformatted(text, context.place(line))] if text.strip() else []


def _is_closed(node: SyntaxTreeNode, context: Context) -> bool:
    """Whether code ends in a line of its own, or with the list or quotation it stands in."""
    if not node.map or node.meta.get("html") or node.map[1] < _last_line(context):
        return True
    last = context.lines[node.map[1] - 1].strip("> \t")
    return node.map[1] - 1 > node.map[0] and last.startswith(node.markup)


def _last_line(context: Context) -> int:
    last = len(context.lines)
    while last and not context.lines[last - 1].strip():
        last -= 1
    return last


def _quotation(node: SyntaxTreeNode, context: Context, line: int) -> model.Quotation:
    children = list(node.children)
    citation = _citation(children, context)
    if citation:
        children.pop()
    return model.Quotation(blocks(children, context), citation, context.place(line))


def _citation(children: list[SyntaxTreeNode], context: Context) -> model.Citation | None:
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
        return model.Citation(model.Authority(key, key), locator)
    return model.Citation(known[key], locator)


def _table(node: SyntaxTreeNode, context: Context, line: int) -> model.Table:
    rows = [row for part in node.children for row in part.children]
    for row in rows[1:]:
        _check_width(row, len(rows[0].children), context)
    cells: list[model.Row] = [
        tuple(inlines(cell.children[0], context, line_of(cell)) for cell in row.children)
        for row in rows
    ]
    alignments = tuple(_alignment(cell) for cell in rows[0].children)
    return model.Table(cells[0], tuple(cells[1:]), alignments, context.place(line))


def _check_width(row: SyntaxTreeNode, columns: int, context: Context) -> None:
    """Report a row with more cells than the header: markdown-it drops what is over."""
    if row.parent and row.parent.parent and row.parent.parent.meta.get("html"):
        return
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


def _alignment(cell: SyntaxTreeNode) -> model.Alignment:
    style = str(cell.attrs.get("style", ""))
    return cast("model.Alignment", style.removeprefix("text-align:"))
