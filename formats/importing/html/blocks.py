"""The blocks of a web page: paragraphs, headings, lists, tables, notes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from formats.importing.draft import Block, Call, Cell, Image, Marker, Paragraph, Run, Table, text_of
from formats.importing.html.page import (
    ASIDE,
    BLOCKS,
    NOTE,
    UNSEEN,
    Around,
    Reader,
    folded,
    is_hidden,
    run_of,
    words,
)
from formats.importing.html.spans import children, spans


def blocks(element: etree._Element, around: Around, reader: Reader) -> Iterator[Block]:
    """Yield the blocks inside `element`; words between them are paragraphs."""
    if element.text:
        reader.waiting.append(replace(around.run, text=folded(element.text)))
    for child in element:
        if child.tag in BLOCKS or _holds_blocks(child):
            yield from _flushed(around, reader)
            yield from _block(child, around, reader)
        else:
            reader.waiting += spans(child, around, reader)
        if child.tail:
            reader.waiting.append(replace(around.run, text=folded(child.tail)))
    yield from _flushed(around, reader)


def _holds_blocks(element: etree._Element) -> bool:
    return any(isinstance(e.tag, str) and e.tag in BLOCKS for e in element.iterdescendants())


def _flushed(around: Around, reader: Reader, level: int = 0) -> Iterator[Paragraph]:
    spans, reader.waiting = tuple(reader.waiting), []
    bookmarks, reader.bookmarks = tuple(reader.bookmarks), []
    paragraph = Paragraph(spans, level, around.marker, bookmarks=bookmarks)
    if around.quoted and not around.marker and not level:
        paragraph = replace(paragraph, role="quotation")
    if text_of(paragraph).strip() or any(isinstance(s, Image | Call) for s in spans):
        yield paragraph


def _block(element: etree._Element, around: Around, reader: Reader) -> Iterator[Block]:
    tag = str(element.tag)
    around = replace(around, run=run_of(element, around.run))
    if tag in UNSEEN or is_hidden(element):
        kind = "" if tag in UNSEEN else "hidden text"
        reader.draft.leave_out(kind, words(element)) if kind else None
    elif tag in ASIDE:
        reader.draft.leave_out(ASIDE[tag], words(element))
    elif NOTE.match(element.get("id", "")):
        _note(element, around, reader)
    elif re.fullmatch("h[1-6]", tag):
        reader.waiting += children(element, replace(around, marker=None), reader)
        yield from _flushed(replace(around, marker=None), reader, int(tag[1]))
    elif tag in ("ul", "ol", "menu"):
        yield from _list(element, around, reader)
    elif tag == "table":
        yield _table(element, around, reader)
    elif tag == "pre":
        yield Paragraph((Run("".join(map(str, element.itertext())).strip("\n")),), role="code")
    elif tag == "blockquote":
        yield from blocks(element, replace(around, quoted=True), reader)
    else:
        yield from blocks(element, around, reader)


def _list(element: etree._Element, around: Around, reader: Reader) -> Iterator[Block]:
    reader.lists += 1
    key, depth = f"list-{reader.lists}", around.depth + 1
    number = int(element.get("start", "1")) if element.get("start", "1").isdigit() else 1
    for child in element:
        if child.tag in ("ul", "ol", "menu"):  # a list straight inside a list, as Word writes it
            yield from _list(child, replace(around, depth=depth), reader)
            continue
        marker = Marker(depth, element.tag == "ol", number, key)
        inner = replace(around, marker=marker, depth=depth, run=run_of(child, around.run))
        number += child.tag == "li"
        yield from _item(blocks(child, inner, reader), marker)


def _item(blocks: Iterable[Block], marker: Marker) -> Iterator[Block]:
    begun = False
    for block in blocks:
        if begun and isinstance(block, Paragraph) and block.marker is marker:
            yield replace(block, marker=None, role="continued")
        else:
            yield block
        begun = True


def _table(element: etree._Element, around: Around, reader: Reader) -> Table:
    inner = replace(around, marker=None, depth=-1)
    found = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
    rows = [
        tuple(_cell(cell, inner, reader) for cell in row.iterchildren("td", "th")) for row in found
    ]
    header = bool(found) and (
        found[0].find("th") is not None or next(found[0].iterancestors()).tag == "thead"
    )
    caption = element.find("caption")
    if caption is not None:
        words = Paragraph(tuple(children(caption, inner, reader)))
        rows.insert(0, (Cell((words,)),)) if text_of(words).strip() else None
        header = False
    return Table(tuple(row for row in rows if row), header)


def _cell(cell: etree._Element, around: Around, reader: Reader) -> Cell:
    span = cell.get("colspan", "1")
    width = min(int(span), 40) if span.isdigit() and int(span) else 1
    return Cell(tuple(blocks(cell, around, reader)), width)


def _note(element: etree._Element, around: Around, reader: Reader) -> None:
    match = NOTE.match(element.get("id", ""))
    assert match
    bare = replace(around, marker=None, depth=-1)
    reader.draft.notes[match[1]] = tuple(blocks(element, bare, reader))
