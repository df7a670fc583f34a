"""A table of HTML -> the markdown-it tokens of a table of Markdown."""

from dataclasses import dataclass, field
from typing import Final

from markdown_it.token import Token

from formats.reading.context import Context
from formats.reading.html_inlines import Inlines, reported
from formats.reading.tags import Tag

_CELLS: Final = ("td", "th")
_SIMPLE: Final = {
    *_CELLS,
    "tr",
    "thead",
    "tbody",
    "tfoot",
    "caption",
    "colgroup",
    "col",
    "p",
    "div",
    "br",
}


@dataclass
class _Cell:
    header: bool
    words: list[Token] = field(default_factory=list)


@dataclass
class HtmlTable:
    """The rows of a table as its tags come. `words` is where the words between them go."""

    context: Context
    line: int
    rows: list[list[_Cell]] = field(default_factory=list)
    before: list[Token] = field(default_factory=list)
    """The words outside cells: those of a caption."""
    cell: _Cell | None = None
    complex: bool = False

    @property
    def words(self) -> list[Token]:
        return self.cell.words if self.cell else self.before

    def tag(self, found: Tag, line: int) -> None:
        """Take one tag inside the table."""
        name = found.name
        if name not in _SIMPLE or _merges(found):
            self._not_simple(line)
        if name in ("tr", "thead", "tbody", "tfoot", "caption"):
            self.cell = None
            if name == "tr" and not found.closes:
                self.rows.append([])
        elif name in _CELLS:
            self._begin(found)
        elif self.words:
            self.words.append(reported("<br>"))

    def _begin(self, found: Tag) -> None:
        self.cell = None
        if found.closes:
            return
        self.cell = _Cell(found.name == "th")
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(self.cell)

    def _not_simple(self, line: int) -> None:
        if not self.complex:
            self.complex = True
            self.context.error(
                "source-html-table", line,
                "This table has merged cells, or more than words in a cell, which a voice cannot "
                "read in order. Write it as simple tables in Markdown, or as lists.",
            )  # fmt: skip

    def tokens(self) -> list[Token]:
        """Return the tokens of the table, after a paragraph with its caption."""
        rows = [row for row in self.rows if row]
        written = self._paragraph() if _has_words(self.before) else []
        if not rows:
            return written
        if not all(cell.header for cell in rows[0]):
            self.context.warn(
                "source-table-header", self.line,
                "This table has no row of headers, so its first row is taken for one. "
                "Write the headers with <th>, or the table in Markdown.",
            )  # fmt: skip
        width = max(map(len, rows))
        head, *body = [self._row(row, width) for row in rows]
        return [
            *written,
            self._token("table_open", 1, meta={"html": True}),
            self._token("thead_open", 1), *head, self._token("thead_close", -1),
            self._token("tbody_open", 1), *(t for row in body for t in row),
            self._token("tbody_close", -1),
            self._token("table_close", -1),
        ]  # fmt: skip

    def _paragraph(self) -> list[Token]:
        return [
            self._token("paragraph_open", 1),
            self._inline(self.before),
            self._token("paragraph_close", -1),
        ]

    def _row(self, row: list[_Cell], width: int) -> list[Token]:
        tokens = [self._token("tr_open", 1)]
        for cell in [*row, *(_Cell(header=False) for _ in range(width - len(row)))]:
            tokens += [
                self._token("td_open", 1), self._inline(cell.words), self._token("td_close", -1)
            ]  # fmt: skip
        return [*tokens, self._token("tr_close", -1)]

    def _inline(self, words: list[Token]) -> Token:
        while words and words[-1].type == "html_inline" and words[-1].content == "<br>":
            words.pop()
        token = self._token("inline", 0)
        token.children = Inlines(self.context, self.line).take(words)
        return token

    def _token(self, kind: str, nesting: int, meta: dict[str, bool] | None = None) -> Token:
        return Token(kind, "", nesting, map=[self.line, self.line + 1], meta=meta or {})  # type: ignore[arg-type]


def _merges(cell: Tag) -> bool:
    return any(
        cell.attributes.get(key, "1").strip() not in ("", "1") for key in ("colspan", "rowspan")
    )


def _has_words(tokens: list[Token]) -> bool:
    return any(t.type != "html_inline" and (t.content.strip() or t.type == "image") for t in tokens)
