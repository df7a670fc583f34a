"""The leaflet as immutable typed data. Nothing about looks is in it.

`Inline` and `Block` are closed unions, listed once at the end of each part: a renderer
matches on them with `case _: assert_never(node)`, so a new kind of node is a type error
in every renderer until it handles it.

Nodes that only a source has (`EasyRead`, `Only`) are resolved by `formats.views`; the
nodes of a viewed leaflet are `ViewedBlock`. Places never take part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from formats.errors import Place

NOWHERE = Place("")


# --- What a leaflet shares with others -----------------------------------------------


@dataclass(frozen=True, slots=True)
class Media:
    """The bytes of a picture, which travel with the leaflet. `digest` is their SHA-256 in hex."""

    digest: str
    media_type: Literal["image/svg+xml", "image/png", "image/jpeg"]
    data: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its text alternative. An empty `alt` means that it is decorative.

    `name` is the name in `pictures.toml`, or the path as written. `credit` is what the
    licence of the picture asks to be said wherever it is shown. `openmoji` holds the code
    points of an OpenMoji picture ("1F9D1-1F3FE"), or says of which people and thing a scene is
    made, so that a renderer can offer its variants.
    """

    media: Media
    alt: str
    name: str
    credit: str = ""
    openmoji: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the glossary: an abbreviation, or a hard word.

    `key` is as written in the text ("SENCO", "SEN support"); `full` the words an
    abbreviation stands for; `easy` a whole sentence in easy words; `say` how a voice is
    given it; `variants` other spellings that a check reports.
    """

    key: str
    full: str = ""
    easy: str = ""
    say: str = ""
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """A work that leaflets quote. `locator` is the word before a place in it ("paragraph")."""

    key: str
    title: str
    edition: str = ""
    url: str = ""
    superseded: str = ""
    locator: str = "paragraph"


ContactKind = Literal["phone", "email", "web", "post", "social"]


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One way to reach the organisation. `value` has one item but for a postal address.

    `picture` is the house picture of that name, if `pictures.toml` has one.
    """

    key: str
    kind: ContactKind
    label: str
    value: tuple[str, ...]
    note: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who publishes, how to reach them, and their offer of other formats.

    `offer` is the sentence of the offer; `ask` the key of the contact to ask.
    """

    name: str
    strapline: str = ""
    about: str = ""
    contacts: tuple[ContactEntry, ...] = ()
    offer: str = ""
    ask: str = ""


# --- Inlines -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words. White space inside is as in the source, line ends folded to one space."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words. Large print shows them in bold: it has no italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeText:
    """Words in a code span: to be shown letter for letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: `target` is an http(s), mailto or tel address, or `#id`."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """Words in another language than those around them (`lang` is BCP 47)."""

    lang: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation of the glossary, found in the text by the view.

    `text` is as it stands; `term` its row of the glossary. The view writes the full
    words beside the first use as ordinary `Text`, so a renderer never has to.
    """

    text: str
    term: Term


@dataclass(frozen=True, slots=True)
class InlinePicture:
    """A picture among words."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The call of a note; `number` counts from 1 in order of first call."""

    number: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end the author asked for."""


Inline = (
    Text
    | Strong
    | Emphasis
    | CodeText
    | Link
    | Language
    | Abbreviation
    | InlinePicture
    | NoteReference
    | LineBreak
)


# --- Blocks --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of words."""

    children: tuple[Inline, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


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
    """A picture that stands alone, with an optional caption."""

    picture: Picture
    caption: tuple[Inline, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quotation comes from: a work, and the place in it ("6.17"; may be empty)."""

    authority: Authority
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody else's words, with their source where it is given."""

    blocks: tuple[Block, ...]
    citation: Citation | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process: "Step `number` of `total`: heading"."""

    number: int
    total: int
    level: int
    heading: tuple[Inline, ...]
    id: str
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Steps:
    """A process in order. `blocks` are the words before the first step, if any."""

    blocks: tuple[Block, ...]
    steps: tuple[Step, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """Contact details of the organisation, after the words of `blocks`, if any."""

    blocks: tuple[Block, ...]
    organisation: Organisation
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LanguageBlock:
    """Blocks in another language than those around them (`lang` is BCP 47)."""

    lang: str
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Lines that keep their breaks and spaces (a code block, kept as text)."""

    text: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Definition:
    """A hard word and its explanation, a whole sentence in easy words."""

    term: str
    meaning: str


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
class EasyRead:
    """The easy-read text of the section it stands in. Only a source has it."""

    ideas: tuple[Idea, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


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
    | Contact
    | LanguageBlock
    | Preformatted
    | Idea
    | WordList
)
SourceOnly = EasyRead | Only
Block = ViewedBlock | SourceOnly


# --- The whole -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A note and its words. `number` is what `NoteReference` calls."""

    number: int
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


SignoffState = Literal["none", "current", "lapsed"]


@dataclass(frozen=True, slots=True)
class Signoff:
    """Whether people have checked this view: by which group, when, and if it still holds.

    `changed` says, if it has lapsed, what is different from what they saw, a phrase for each.
    """

    state: SignoffState = "none"
    by: str = ""
    on: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One edition of a leaflet.

    `slug` names its folder and files; `language` is BCP 47; `edition` is YYYY, YYYY-MM,
    YYYY-MM-DD or empty; `identifier` a URN or URL. `view` says which view this is:
    "source" as read, else the name of the view that made it. `signoff` is that of the
    view, and says nothing about the standard one.
    """

    slug: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    edition: str = ""
    subtitle: str = ""
    description: str = ""
    review: str = ""
    identifier: str = ""
    organisation: Organisation = field(default_factory=lambda: Organisation(name=""))
    glossary: tuple[Term, ...] = ()
    view: Literal["source", "standard", "easy-read"] = "source"
    signoff: Signoff = Signoff()
    place: Place = field(default=NOWHERE, compare=False, repr=False)
