"""Tables that only hold things in place become paragraphs; the others get a header."""

from collections.abc import Iterator
from dataclasses import replace

from formats.importing.draft import (
    Block,
    Cell,
    Draft,
    Image,
    Paragraph,
    Table,
    hint,
    paragraphs,
    remarked,
    shortened,
    text_of,
    warning,
)

MAX_COLUMNS = 40
"""More than the Markdown of a leaflet can have."""


def unwrap_layout(draft: Draft) -> None:
    """Take apart tables of one column, of one row, and those with pictures."""
    draft.blocks[:] = _unwrapped(draft.blocks)


def _unwrapped(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        table = _without_empty(block)
        if not table.rows:
            continue
        if _is_layout(table):
            yield from _taken_apart(table)
        else:
            yield _with_header(table)


def _without_empty(table: Table) -> Table:
    """Return `table` without the rows and columns that hold nothing."""
    rows = [row for row in table.rows if any(map(_has_something, row))]
    if rows and all(len(row) == len(rows[0]) for row in rows):
        kept = [n for n in range(len(rows[0])) if any(_has_something(row[n]) for row in rows)]
        if all(cell.width == 1 for row in rows for cell in row):
            rows = [tuple(row[n] for n in kept) for row in rows]
    return replace(table, rows=tuple(rows))


def _has_something(cell: Cell) -> bool:
    return any(_is_full(block) for block in cell.blocks)


def _is_full(block: Block) -> bool:
    return bool(text_of(block).strip()) or _has_picture(block)


def _has_picture(block: Block) -> bool:
    return any(isinstance(span, Image) for each in paragraphs([block]) for span in each.spans)


def _is_layout(table: Table) -> bool:
    columns = max(sum(cell.width for cell in row) for row in table.rows)
    inside = [block for row in table.rows for cell in row for block in cell.blocks]
    nested = any(isinstance(block, Table) for block in inside)
    headed = any(isinstance(block, Paragraph) and block.level for block in inside)
    return (
        columns == 1 or columns > MAX_COLUMNS or len(table.rows) == 1
        or nested or headed or _has_picture(table)
    )  # fmt: skip


def _taken_apart(table: Table) -> Iterator[Block]:
    inside = [b for row in table.rows for cell in row for b in cell.blocks if _is_full(b)]
    message = (
        f"A table that begins “{shortened(text_of(table))}” is read as paragraphs, row by row, "
        "since it seems to hold them in place only."
    )
    for number, block in enumerate(_unwrapped(inside)):
        yield block if number else remarked(block, hint("import-layout-table", message))


def _split(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each line, where every cell has equally many: made with the Enter key."""
    full = [[block for block in cell.blocks if _is_full(block)] for cell in row]
    counts = {len(blocks) for blocks in full}
    joined = any(cell.width > 1 for cell in row)
    if joined or len(row) < 2 or len(counts) > 1 or counts <= {0, 1}:  # noqa: PLR2004 - a row of cells
        yield row
        return
    for line in zip(*full, strict=True):
        yield tuple(Cell((block,), cell.width) for block, cell in zip(line, row, strict=True))


def _with_header(table: Table) -> Block:
    """Return the table with what is to be said of its header and cells."""
    rows = tuple(part for row in table.rows for part in _split(row))
    made: Block = replace(table, rows=rows)
    if len(rows) > len(table.rows):
        message = "Several lines in one row were made rows. Check that they still stand together."
        made = remarked(made, warning("import-table-cell", message))
    table = replace(table, rows=rows)
    if not table.header:
        first = shortened(" | ".join(" ".join(map(text_of, c.blocks)) for c in table.rows[0]))
        message = f"Which row is the header is not marked. The first is taken: “{first}”."
        made = remarked(made, warning("import-table-header", message))
    cells = [cell for row in table.rows for cell in row]
    if any(cell.width > 1 for cell in cells) or len({len(row) for row in table.rows}) > 1:
        message = "Cells were joined here. Check that each still stands under its header."
        made = remarked(made, warning("import-table-cell", message))
    if any(len([b for b in cell.blocks if text_of(b).strip()]) > 1 for cell in cells):
        message = "A cell of several paragraphs is now one line. Check that it still reads well."
        made = remarked(made, warning("import-table-cell", message))
    return made
