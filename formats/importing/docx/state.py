"""What the reader of one Word document carries with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from formats.importing.docx.numbering import Numbering
from formats.importing.docx.parts import Parts, Relation
from formats.importing.docx.styles import Styles
from formats.importing.draft import Draft, Remark

PAGE_NUMBERS = ("PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES")


@dataclass
class Field:
    """A field that has begun: what it does, and whether its result has been reached."""

    instruction: str = ""
    in_result: bool = False

    @property
    def words(self) -> list[str]:
        return self.instruction.split() or [""]


@dataclass
class State:
    """One reading of one part of a document.

    `look` is that of the paragraph; `fields` those begun and not ended, which may span
    paragraphs; `boxes` the text boxes hung on the paragraph; `remarks` what to say of it.
    """

    parts: Parts
    styles: Styles
    numbering: Numbering
    draft: Draft
    part: str
    relations: dict[str, Relation]
    comments: dict[str, str] = field(default_factory=dict)
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    pictures: int = 0
    fields: list[Field] = field(default_factory=list)
    boxes: list[list[etree._Element]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    look: dict[str, Any] = field(default_factory=dict)
    _leaving: list[str] = field(default_factory=list)
    _kind: str = ""

    def in_instruction(self) -> bool:
        """Whether what comes is an instruction to Word, and not text."""
        return any(not each.in_result for each in self.fields)

    def leaving(self) -> str:
        """Return as what the words that come are left out, or ""."""
        names = [each.words[0].upper() for each in self.fields]
        if "TOC" in names or "INDEX" in names:
            return "list of contents"
        return "page number" if any(name in PAGE_NUMBERS for name in names) else ""

    def target(self) -> str:
        """Return the address of the link field that we are in, or ""."""
        for each in reversed(self.fields):
            if each.words[0].upper() == "HYPERLINK":
                return _address(each.words[1:])
        return ""

    def leave(self, kind: str, text: str) -> None:
        """Leave out `text`, which may be a part of a word that goes on."""
        if kind != self._kind:
            self.flush()
        self._kind = kind
        self._leaving.append(text)

    def flush(self) -> None:
        """Note what was left out since the last time."""
        self.draft.leave_out(self._kind, "".join(self._leaving))
        self._leaving.clear()
        self._kind = ""

    def label(self, kind: str, number: str) -> str:
        """Return the label of a note: notes at the foot and at the end are counted together."""
        return self.labels.setdefault((kind, number), str(len(self.labels) + 1))


def _address(words: Iterable[str]) -> str:
    r"""Return the address of `HYPERLINK "https://…" \l "mark"`."""
    address = mark = ""
    expected = "address"
    for word in words:
        bare = word.strip('"“”')
        if word == "\\l":
            expected = "mark"
        elif word.startswith("\\"):
            expected = ""
        elif expected == "address":
            address, expected = bare, ""
        elif expected == "mark":
            mark, expected = bare, ""
    return f"{address}#{mark}" if mark else address
