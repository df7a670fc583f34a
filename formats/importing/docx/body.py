"""The blocks of a Word document: paragraphs, headings, items, tables."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from formats.importing.docx import spans
from formats.importing.docx.state import State
from formats.importing.docx.styles import W, local, look, value
from formats.importing.draft import (
    Block,
    Call,
    Cell,
    Image,
    Marker,
    Paragraph,
    Remark,
    Role,
    Span,
    Table,
    error,
    hint,
    remarked,
    shortened,
    text_of,
)

_CONTENTS = ("toc ", "table of figures", "index ")
_ROLES: dict[str, Role] = {
    "title": "title", "subtitle": "subtitle", "quote": "quotation", "intense quote": "quotation",
    "block text": "quotation", "html preformatted": "code", "macro text": "code",
}  # fmt: skip
# Word's styles for lists inside lists, each of which has a list of its own for one level.
_FURTHER = re.compile(r"list (?:bullet|number) ([2-5])")
_HIGHEST = 9  # levels of headings in Word; a tenth means none


def blocks(elements: Iterable[etree._Element], state: State) -> Iterator[Block]:
    """Yield the blocks of a body, cell, note, header or text box."""
    for element in elements:
        match local(element):
            case "p":
                yield from _paragraph(element, state)
            case "tbl":
                yield _table(element, state)
            case "sdt":
                yield from blocks(element.iterchildren(W + "sdtContent"), state)
            case "AlternateContent":
                yield from blocks(spans.alternative(element), state)
            case "sdtContent" | "customXml" | "ins" | "moveTo":
                yield from blocks(element, state)
            case "del" | "moveFrom":
                state.draft.leave_out("tracked change: deleted", spans.text(element))
            case "oMathPara" | "oMath":
                yield Paragraph(tuple(spans.spans([element], state)), remarks=_taken(state))
            case "altChunk":
                message = (
                    "A whole file stands inside the document here, and only Word can read it. "
                    "Open the document in Word, save it, and import it again."
                )
                yield Paragraph((), remarks=(error("import-file-inside", message),))


def _paragraph(element: etree._Element, state: State) -> Iterator[Block]:
    properties = element.find(W + "pPr")
    style = value(properties, "pStyle")
    names = state.styles.names(style)
    outer, state.look = state.look, {**state.styles.default, **state.styles.look(style)}
    hidden = names and names[0].startswith(_CONTENTS)
    found = list(spans.spans(element, state))
    state.flush()
    state.look = outer
    boxes, state.boxes = state.boxes, []
    if hidden:
        state.draft.leave_out("list of contents", text_of(Paragraph(tuple(found))))
        state.remarks.clear()
        found = []
    yield from _made(tuple(found), properties, style, state)
    for box in boxes:
        yield from _boxed(box, state)


def _made(
    found: tuple[Span, ...], properties: etree._Element | None, style: str | None, state: State
) -> Iterator[Paragraph]:
    bookmarks, remarks = tuple(state.bookmarks), _taken(state)
    state.bookmarks.clear()
    marker = _marker(properties, style, state)
    made = Paragraph(found, 0, marker, "", bookmarks, remarks)
    kept = any(isinstance(span, Image | Call) for span in found)
    if not text_of(made).strip() and not kept and not remarks:
        return  # space between paragraphs, made by hand
    level = _level(properties, style, state)
    if level and marker:
        made = Paragraph(found, level, None, "", bookmarks, remarks)
    elif level or not marker:
        role = "" if level else _role(state.styles.names(style))
        made = Paragraph(found, level, marker, role, bookmarks, remarks)
    yield made


def _taken(state: State) -> tuple[Remark, ...]:
    remarks = tuple(state.remarks)
    state.remarks.clear()
    return remarks


def _role(names: list[str]) -> Role:
    if names and names[0].startswith("list continue"):
        return "continued"
    return next((_ROLES[name] for name in names if name in _ROLES), "")


def _level(properties: etree._Element | None, style: str | None, state: State) -> int:
    for name in state.styles.names(style):
        if name.startswith("heading ") and name[8:].isdigit():
            return min(int(name[8:]), 6)
        if name in _ROLES:
            return 0
    outline = state.styles.setting(properties, style, "outlineLvl")
    if outline and outline.isdigit() and int(outline) < _HIGHEST:
        return min(int(outline) + 1, 6)
    return 0


def _marker(properties: etree._Element | None, style: str | None, state: State) -> Marker | None:
    numbered = state.styles.numbering(properties, style)
    marker = state.numbering.marker(*numbered) if numbered else None
    names = state.styles.names(style)
    further = _FURTHER.fullmatch(names[0]) if names else None
    if marker and further and not marker.depth:
        return replace(marker, depth=int(further[1]) - 1)
    return marker


def _boxed(box: list[etree._Element], state: State) -> Iterator[Block]:
    inside = list(blocks(box, state))
    words = shortened(" ".join(map(text_of, inside)))
    for number, block in enumerate(inside):
        if number == 0:
            message = f"These words stood in a text box: “{words}”. Move them to where they belong."
            block = remarked(block, hint("import-text-box", message))  # noqa: PLW2901
        yield block


def _table(element: etree._Element, state: State) -> Table:
    rows = list(_rows(element))
    return Table(tuple(_cells(row, state) for row in rows), _has_header(rows))


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if local(child) == "tr":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(child)


def _cells(row: etree._Element, state: State) -> tuple[Cell, ...]:
    found: list[Cell] = []
    for child in row:
        if local(child) in ("sdt", "sdtContent", "customXml"):
            found += _cells(child, state)
        elif local(child) == "tc":
            properties = child.find(W + "tcPr")
            width = value(properties, "gridSpan") or "1"
            inside = tuple(blocks(child, state))
            found.append(Cell(inside, int(width) if width.isdigit() else 1))
    return tuple(found)


def _has_header(rows: list[etree._Element]) -> bool:
    if not rows:
        return False
    marked = rows[0].find(f"{W}trPr/{W}tblHeader")
    return marked is not None or _all_bold(rows[0])


def _all_bold(row: etree._Element) -> bool:
    runs = [run for run in row.iter(W + "r") if spans.text(run).strip()]
    return bool(runs) and all(look(run.find(W + "rPr")).get("bold") for run in runs)
