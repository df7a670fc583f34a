"""The whole of `leaflet.md`: front matter, blocks, notes, and where each remark belongs."""

import json
from dataclasses import dataclass, field, replace

from formats.errors import Place
from formats.importing.draft import (
    Block,
    Cell,
    Draft,
    Image,
    Paragraph,
    Remark,
    Run,
    Span,
    Table,
    text_of,
)
from formats.importing.markdown.inlines import inline, picture
from formats.importing.markdown.lists import Indents
from formats.model.findings import Finding


@dataclass(frozen=True, slots=True)
class Written:
    """A leaflet as text, and the findings on its lines."""

    text: str
    findings: tuple[Finding, ...]


def write(draft: Draft, file: str) -> Written:
    """Return the draft as the text of a leaflet, whose findings name lines of `file`."""
    page = _Page(file)
    page.add(_front_matter(draft), draft.remarks)
    for block in draft.blocks:
        page.block(block)
    for label, blocks in draft.notes.items():
        page.note(label, blocks)
    return Written("\n".join(page.lines).rstrip() + "\n", tuple(page.findings))


def _front_matter(draft: Draft) -> list[str]:
    values = {
        "title": draft.title, "subtitle": draft.subtitle, "language": draft.language,
        "edition": draft.edition,
    }  # fmt: skip
    # What JSON writes between quotation marks, YAML reads as the same letters.
    rows = [
        f"{key}: {json.dumps(' '.join(value.split()), ensure_ascii=False)}"
        if key in ("title", "subtitle")
        else f"{key}: {value}"
        for key, value in values.items()
        if value
    ]
    return ["---", *rows, "---"]


@dataclass
class _Page:
    file: str
    lines: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    indents: Indents = field(default_factory=Indents)
    before: Paragraph | None = None

    def add(self, lines: list[str], remarks: list[Remark] | tuple[Remark, ...]) -> None:
        """Add the lines of one block, and what is said of it."""
        if lines and self.lines and self.lines[-1]:
            self.lines.append("")
        place = Place(self.file, len(self.lines) + (1 if lines else 0) or 1)
        self.findings += [Finding(r.code, r.severity, r.message, place) for r in remarks]
        self.lines += lines

    def block(self, block: Block) -> None:
        """Add a block."""
        if isinstance(block, Table):
            self.indents.end()
            self.add(_table(block), block.remarks)
            self.before = None
        else:
            self._paragraph(block)
            self.before = block

    def _paragraph(self, block: Paragraph) -> None:
        if block.marker:
            self._item(block)
            return
        lines = _lines(block)
        if block.role == "continued" and lines:
            self.add([self.indents.content + line for line in lines], block.remarks)
            return
        self.indents.end()
        if block.role in ("quotation", "code") and self.before and self.before.role == block.role:
            self._go_on(lines, block)
            return
        if block.role == "code":
            lines = ["```", *lines, "```"]
        self.add(lines, block.remarks)

    def _go_on(self, lines: list[str], block: Paragraph) -> None:
        """Add to the quotation or code that the block before has begun."""
        if block.role == "code":
            self.lines.pop()
            lines = [*lines, "```"]
        else:
            self.lines.append(">")
        last = self.lines.pop()
        self.add([], block.remarks)
        self.lines += [last, *lines]

    def _item(self, block: Paragraph) -> None:
        assert block.marker
        first, further = self.indents.begin(block.marker)
        lines = _lines(block) or [""]
        lines = [first + lines[0], *(further + line for line in lines[1:])]
        if self.before and self.before.marker:
            self.lines += lines
            place = Place(self.file, len(self.lines) - len(lines) + 1)
            self.findings += [Finding(r.code, r.severity, r.message, place) for r in block.remarks]
        else:
            self.add(lines, block.remarks)

    def note(self, label: str, blocks: tuple[Block, ...]) -> None:
        """Add the words of a note."""
        self.indents.end()
        texts = [line for block in blocks for line in (*_any_lines(block), "")]
        if texts:
            rest = [f"    {line}" if line else "" for line in texts[1:]]
            remarks = [remark for block in blocks for remark in block.remarks]
            self.add([f"[^{label}]: {texts[0]}", *rest], remarks)


def _any_lines(block: Block) -> list[str]:
    return _table(block) if isinstance(block, Table) else _lines(block)


def _lines(block: Paragraph) -> list[str]:
    if block.role == "code":
        return text_of(block).split("\n")
    if block.level:
        return _heading(block)
    if block.role == "quotation":
        return [f"> {line}" for line in inline(map(_upright, block.spans)).split("\n") if line]
    return [line for line in inline(block.spans).split("\n") if line]


def _upright(span: Span) -> Span:
    """Return a span of a quotation without the italics that mark it as one."""
    return replace(span, italic=False) if isinstance(span, Run) else span


def _heading(block: Paragraph) -> list[str]:
    """Return a heading; its pictures follow it in a paragraph, where they can be seen."""
    words = inline((s for s in block.spans if not isinstance(s, Image)), plain=True)
    images = [picture(span) for span in block.spans if isinstance(span, Image)]
    lines = [f"{'#' * block.level} {words}"] if words else []
    return [*lines, *(["", *images] if lines and images else images)]


def _table(table: Table) -> list[str]:
    columns = max(sum(cell.width for cell in row) for row in table.rows)
    rows = [_row(row, columns, plain=not number) for number, row in enumerate(table.rows)]
    return [rows[0], f"|{' --- |' * columns}", *rows[1:]]


def _row(row: tuple[Cell, ...], columns: int, *, plain: bool) -> str:
    texts = []
    for cell in row:
        texts += [_cell(cell, plain=plain), *[""] * (cell.width - 1)]
    texts += [""] * (columns - len(texts))
    return f"| {' | '.join(texts)} |"


def _cell(cell: Cell, *, plain: bool = False) -> str:
    parts = [
        inline(block.spans, plain=plain, cell=True)
        if isinstance(block, Paragraph)
        else _flat(block)
        for block in cell.blocks
    ]
    return " ".join(part for part in parts if part)


def _flat(table: Table) -> str:
    return " ".join(_cell(cell) for row in table.rows for cell in row)
