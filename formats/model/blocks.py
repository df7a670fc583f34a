"""Blocks: what stands one below the other. The union `Block` is closed.

`ViewedBlock` are those of an edition; `SourceOnly` are resolved by `formats.views`. Places
never take part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from formats.errors import Place, RenderError
from formats.model.inlines import Added, Inline
from formats.model.pictures import Picture
from formats.model.shared import Authority, ContactKind, Organisation

NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of words. `large`: it is set as large as a heading, on a cover."""

    children: tuple[Inline, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    large: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it. `level` is 2 for a section of the leaflet.

    `id` is unique in the leaflet and fit for a fragment of an address. The blocks before
    the first sub-section come first; sub-sections are `Section` blocks one level down.
    """

    level: int
    heading: tuple[Inline, ...]
    id: str
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list in no order."""

    items: tuple[ListItem, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list in order, counted from `start`."""

    items: tuple[ListItem, ...]
    start: int = 1
    place: Place = field(default=NOWHERE, compare=False, repr=False)


Alignment = Literal["", "left", "center", "right"]
Cell = tuple[Inline, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. Every row has as many cells as `header`."""

    header: Row
    rows: tuple[Row, ...]
    alignments: tuple[Alignment, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands alone. In an edition `id` is its alternative's, as of a `Sentence`."""

    picture: Picture
    caption: tuple[Inline, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    id: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quotation comes from: a work, and the place in it ("6.17"; may be empty)."""

    authority: Authority
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody else's words, with their source where it is given.

    `source` is what an edition says of the citation, a link where there is an address.
    """

    blocks: tuple[Block, ...]
    citation: Citation | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    source: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process. `label` is "Step `number` of `total`", in an edition."""

    number: int
    total: int
    level: int
    heading: tuple[Inline, ...]
    id: str
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    label: Added | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """A process in order. `blocks` are the words before the first step, if any."""

    blocks: tuple[Block, ...]
    steps: tuple[Step, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """Contact details of the organisation, after the words of `blocks`. Only a source has it."""

    blocks: tuple[Block, ...]
    organisation: Organisation
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to get in touch: its label, its lines (a link each, where they lead), a note."""

    kind: ContactKind
    label: tuple[Inline, ...]
    lines: tuple[tuple[Inline, ...], ...]
    note: tuple[Inline, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class ContactList:
    """Ways to get in touch. Only an edition has it."""

    ways: tuple[Way, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LanguageBlock:
    """Blocks in another language than those around them (`lang` is BCP 47)."""

    lang: str
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Lines that keep their breaks and spaces (a code block, kept as text).

    `lines` are the same in an edition, where each that has words is a sentence.
    """

    text: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    lines: tuple[tuple[Inline, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A hard word and its explanation, a whole sentence in easy words.

    The term is empty where the explanation says the word itself, marked as strong.
    """

    term: tuple[Inline, ...]
    meaning: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea of an easy-read text: a picture, and the words beside it.

    `explained` holds the hard words first used here, to be explained right after it.
    """

    picture: Picture | None
    children: tuple[Inline, ...]
    explained: tuple[Definition, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class WordList:
    """The hard words of an easy-read text with their explanations, in order of the alphabet."""

    definitions: tuple[Definition, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: the words of a heading, its `id`, and the lines under it."""

    target: str
    words: tuple[Inline, ...]
    entries: tuple[ContentsEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of an edition: each section, and the steps and sections in it."""

    entries: tuple[ContentsEntry, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A note and its words. `number` is what `NoteReference` calls.

    In an edition `label` is "Note 1" and `back` the words of its way back to the first call.
    """

    number: int
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    label: Added | None = None
    back: Added | None = None


@dataclass(frozen=True, slots=True)
class NoteList:
    """The notes of an edition, in order of their numbers."""

    notes: tuple[Note, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EasyRead:
    """The easy-read text of the section it stands in. Only a source has it.

    `heading` is that of the section in easy words, or empty.
    """

    ideas: tuple[Idea, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    heading: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Only:
    """Words for the named formats or renderers only (`negated`: for all but them).

    Only a source has it.
    """

    names: tuple[str, ...]
    negated: bool
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


ViewedBlock = (
    Paragraph
    | Section
    | BulletList
    | NumberedList
    | Table
    | Figure
    | Quotation
    | Steps
    | ContactList
    | LanguageBlock
    | Preformatted
    | Idea
    | WordList
    | Contents
    | NoteList
)
SourceOnly = EasyRead | Only | Contact
Block = ViewedBlock | SourceOnly


def viewed(block: Block) -> ViewedBlock:
    """Return `block` for a renderer. Raises `RenderError` for what only a source may have."""
    if isinstance(block, EasyRead | Only | Contact):
        raise RenderError("This leaflet has not been made into an edition yet.", block.place)
    return block
