"""The blocks of an OpenDocument text: paragraphs, headings, lists, tables."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from formats.importing.draft import (
    Block,
    Call,
    Cell,
    Draft,
    Image,
    Marker,
    Paragraph,
    Run,
    Table,
    hint,
    remarked,
    shortened,
    text_of,
)
from formats.importing.odt.spans import DRAWINGS, drawing, spans
from formats.importing.odt.styles import STYLE, TABLE, TEXT, State, local, words

_INDEXES = ("table-of-content", "alphabetical-index", "illustration-index", "table-index",
            "user-index", "object-index", "bibliography")  # fmt: skip
_MOST_REPEATS = 40


def blocks(parent: Iterable[etree._Element], state: State) -> Iterator[Block]:
    """Yield the blocks of a text, cell, note or text box."""
    for element in parent:
        yield from _block(element, state)


def _block(element: etree._Element, state: State, marker: Marker | None = None) -> Iterator[Block]:
    name = local(element)
    if name in ("p", "h"):
        yield from _paragraph(element, state, marker)
    elif name == "list":
        yield from _list(element, state, "", 0)
    elif name == "table":
        yield _table(element, state)
    elif name in _INDEXES:
        state.draft.leave_out("list of contents", words(element))
    elif name in ("section", "numbered-paragraph"):
        yield from blocks(element, state)
    elif name in DRAWINGS:
        found = tuple(drawing(element, state))
        if found:
            yield Paragraph(found)
        yield from _boxed(state)


def _paragraph(element: etree._Element, state: State, marker: Marker | None) -> Iterator[Block]:
    style = element.get(TEXT + "style-name", "")
    found = tuple(spans(element, state.run("paragraph", style, Run("")), state))
    remarks, state.remarks = tuple(state.remarks), []
    bookmarks, state.bookmarks = tuple(state.bookmarks), []
    made = Paragraph(found, 0, marker, "", bookmarks, remarks)
    if local(element) == "h":
        level = element.get(TEXT + "outline-level", "1")
        made = replace(made, marker=None, level=min(int(level), 6) if level.isdigit() else 1)
    elif state.is_contents(style):
        state.draft.leave_out("list of contents", text_of(made))
        made = Paragraph(())
    elif not marker:
        made = replace(made, role=state.role(style))
    kept = any(isinstance(span, Image | Call) for span in made.spans)
    if text_of(made).strip() or kept or made.remarks:
        yield made
    _read_notes(state)
    yield from _boxed(state)


def _read_notes(state: State) -> None:
    waiting, state.waiting = state.waiting, {}
    for label, body in waiting.items():
        state.draft.notes[label] = ()  # notes stand in the order of their calls
        state.draft.notes[label] = tuple(blocks(body, state))


def _boxed(state: State) -> Iterator[Block]:
    boxes, state.boxes = state.boxes, []
    inside = [block for box in boxes for block in blocks(box, state)]
    message = shortened(" ".join(map(text_of, inside)))
    message = f"These words stood in a text box: “{message}”. Move them to where they belong."
    for number, block in enumerate(inside):
        yield block if number else remarked(block, hint("import-text-box", message))


def _list(element: etree._Element, state: State, style: str, depth: int) -> Iterator[Block]:
    style = element.get(TEXT + "style-name", "") or style
    state.counted += 1
    level = _level(style, depth, state)
    start = "" if level is None else level.get(TEXT + "start-value", "")
    number = int(start) if start.isdigit() else 1
    key = f"list-{state.counted}"
    for item in element:
        own = item.get(TEXT + "start-value", "")
        number = int(own) if own.isdigit() else number
        marker = Marker(depth, _is_ordered(level), number, key)
        number += local(item) == "list-item"
        yield from _item(item, state, None if local(item) == "list-header" else marker, style)


def _item(item: etree._Element, state: State, marker: Marker | None, style: str) -> Iterator[Block]:
    first = True
    for child in item:
        if local(child) == "list":
            yield from _list(child, state, style, marker.depth + 1 if marker else 0)
            continue
        for block in _block(child, state, marker if first else None):
            goes_on = marker and not first and isinstance(block, Paragraph) and not block.level
            yield _going_on(block) if goes_on else block
            first = False


def _going_on(block: Block) -> Block:
    return replace(block, role="continued") if isinstance(block, Paragraph) else block


def _level(style: str, depth: int, state: State) -> etree._Element | None:
    levels = state.lists.get(style)
    found = [] if levels is None else list(levels)
    return next((each for each in found if each.get(TEXT + "level") == str(depth + 1)), None)


def _is_ordered(level: etree._Element | None) -> bool:
    if level is None or local(level) != "list-level-style-number":
        return False
    return bool(level.get(STYLE + "num-format"))


def _table(element: etree._Element, state: State) -> Table:
    rows = [row for row in element.iter(TABLE + "table-row") if _around(row) is element]
    header = any(local(each) == "table-header-rows" for each in element)
    bold = bool(rows) and _is_bold(rows[0], state)
    return Table(tuple(_row(row, state) for row in rows), header or bold)


def _around(row: etree._Element) -> etree._Element | None:
    return next((each for each in row.iterancestors() if local(each) == "table"), None)


def _row(row: etree._Element, state: State) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for cell in row.iterchildren(TABLE + "table-cell"):
        made = Cell(tuple(blocks(cell, state)), _number(cell, "number-columns-spanned"))
        cells += [made] * _number(cell, "number-columns-repeated")
    return tuple(cells)


def _number(cell: etree._Element, name: str) -> int:
    written = cell.get(TABLE + name, "1")
    return min(int(written), _MOST_REPEATS) if written.isdigit() and int(written) else 1


def _is_bold(row: etree._Element, state: State) -> bool:
    """Whether all words of a row are bold. It is read apart, so that nothing is noted twice."""
    apart = State(Draft(), state.parts, state.styles, state.lists, state.changes)
    inside = [block for cell in _row(row, apart) for block in cell.blocks]
    found = [s for b in inside if isinstance(b, Paragraph) for s in b.spans if isinstance(s, Run)]
    runs = [run for run in found if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)
