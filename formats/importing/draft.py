"""A document of somebody else's, between its file and `leaflet.md`.

It is flat, as Word's own documents are: an item of a list is a paragraph with a marker, a
heading one with a level. Looks stay as long as a guess can hang on them: a short paragraph in
bold may be a heading.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from formats.model.findings import Severity

Change = Literal["", "inserted", "deleted"]
Role = Literal["", "title", "subtitle", "quotation", "code", "continued", "text-box"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell the editor. It becomes a finding when its line is known."""

    code: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `size` is in pt, 0 if unknown; `language` is BCP 47, "" if unknown."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 0
    target: str = ""
    language: str = ""
    raised: Literal["", "superscript", "subscript"] = ""


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Call:
    """The call of a note by its label."""

    label: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture. With `alt` None nobody has said what it shows; empty, it is decoration.

    `name` is the file to write beside the leaflet. Without `data` there is none to be had, and
    `reason` says why.
    """

    name: str
    data: bytes
    alt: str | None
    reason: str = ""


Span = Run | Break | Call | Image


@dataclass(frozen=True, slots=True)
class Marker:
    """What makes a paragraph an item: how deep (from 0), numbered or not, and its number.

    Items that stand together and share `key` are one list.
    """

    depth: int
    ordered: bool
    number: int = 1
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading (`level` 1 to 6) or item of a list."""

    spans: tuple[Span, ...]
    level: int = 0
    marker: Marker | None = None
    role: Role = ""
    bookmarks: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `width` is the number of columns that it takes."""

    blocks: tuple["Block", ...]
    width: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header` says whether its first row is known to be one."""

    rows: tuple[tuple[Cell, ...], ...]
    header: bool = False
    remarks: tuple[Remark, ...] = ()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the original that do not stand in the leaflet, and what they were."""

    kind: str
    words: str


@dataclass
class Draft:
    """A whole document as read. `title` and `language` are what it says of itself."""

    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    title: str = ""
    subtitle: str = ""
    language: str = ""
    edition: str = ""

    def leave_out(self, kind: str, words: str) -> None:
        """Note that `words` do not go into the leaflet."""
        if words.strip():
            self.left_out.append(LeftOut(kind, " ".join(words.split())))


def hint(code: str, message: str) -> Remark:
    """Return something that is good to know."""
    return Remark(code, Severity.HINT, message)


def warning(code: str, message: str) -> Remark:
    """Return something that an editor has to look at."""
    return Remark(code, Severity.WARNING, message)


def error(code: str, message: str) -> Remark:
    """Return something that must be put right before the leaflet is built."""
    return Remark(code, Severity.ERROR, message)


def remarked(block: Block, remark: Remark) -> Block:
    """Return `block` with one more thing said of it."""
    return replace(block, remarks=(*block.remarks, remark))


def text_of(block: Block) -> str:
    """Return the words of a block, alternative texts left out."""
    if isinstance(block, Table):
        cells = (cell for row in block.rows for cell in row)
        return " ".join(text_of(inner) for cell in cells for inner in cell.blocks)
    return "".join(_text(span) for span in block.spans)


def _text(span: Span) -> str:
    if isinstance(span, Run):
        return span.text
    return "\n" if isinstance(span, Break) else ""


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell.blocks)


def shortened(words: str, letters: int = 60) -> str:
    """Return the beginning of `words`, for a message.

    >>> shortened("one  two three", 7)
    'one two …'
    """
    line = " ".join(words.split())
    return line if len(line) <= letters else f"{line[:letters].rstrip()} …"
