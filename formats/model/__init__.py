"""A leaflet and its editions as immutable typed data. Nothing about looks is in it.

::

    inlines   what stands in a line of text
    blocks    what stands one below the other
    pictures  pictures, with their bytes
    shared    what leaflets share: terms, works quoted, who publishes
    leaflet   the leaflet as its source has it
    edition   a whole publication, made of it by a view: what renderers draw and checks expect
    walk      going through all of it in reading order, and its words
    rebuild   copies of it with changes
    findings  what a check says

`Inline` and `Block` are closed unions: a renderer matches on them and ends with
`case _: assert_never(node)`, so a new kind of node is a type error in `walk` and in every
renderer until it is handled.
"""

from formats.model.blocks import (
    NOWHERE,
    Alignment,
    Block,
    BulletList,
    Cell,
    Citation,
    Contact,
    ContactList,
    Contents,
    ContentsEntry,
    Definition,
    EasyRead,
    Figure,
    Idea,
    LanguageBlock,
    ListItem,
    Note,
    NoteList,
    NumberedList,
    Only,
    Paragraph,
    Preformatted,
    Quotation,
    Row,
    Section,
    SourceOnly,
    Step,
    Steps,
    Table,
    ViewedBlock,
    Way,
    WordList,
    viewed,
)
from formats.model.edition import VIEWS, Edition, Part, PartKind, ViewName
from formats.model.inlines import (
    Abbreviation,
    Added,
    CodeText,
    Emphasis,
    Inline,
    InlinePicture,
    Language,
    LineBreak,
    Link,
    NoteReference,
    Sentence,
    Strong,
    Text,
)
from formats.model.leaflet import Leaflet, Signoff, SignoffState
from formats.model.pictures import Media, Picture
from formats.model.shared import Authority, ContactEntry, ContactKind, Organisation, Term

__all__ = [
    "NOWHERE", "VIEWS", "Abbreviation", "Added", "Alignment", "Authority", "Block", "BulletList",
    "Cell", "Citation", "CodeText", "Contact", "ContactEntry", "ContactKind", "ContactList",
    "Contents", "ContentsEntry", "Definition", "EasyRead", "Edition", "Emphasis", "Figure",
    "Idea", "Inline", "InlinePicture", "Language", "LanguageBlock", "Leaflet", "LineBreak",
    "Link", "ListItem", "Media", "Note", "NoteList", "NoteReference", "NumberedList", "Only",
    "Organisation", "Paragraph", "Part", "PartKind", "Picture", "Preformatted", "Quotation",
    "Row", "Section", "Sentence", "Signoff", "SignoffState", "SourceOnly", "Step", "Steps",
    "Strong", "Table", "Term", "Text", "ViewName", "ViewedBlock", "Way", "WordList", "viewed",
]  # fmt: skip
