from dataclasses import replace

import pytest

from formats import views
from formats.model import (
    Abbreviation,
    Block,
    BulletList,
    Contact,
    Inline,
    Language,
    LanguageBlock,
    Leaflet,
    Link,
    ListItem,
    Note,
    NoteReference,
    Paragraph,
    Quotation,
    Section,
    Step,
    Steps,
    Strong,
    Table,
    Term,
    Text,
    walk,
)
from tests import leaflets
from tests.leaflets import paragraph

SEN = Term("SEN", "special educational needs")
SENCO = Term("SENCO", "the teacher in charge", variants=("SENCo",))
EASY_ONLY = Term("EHC", "", "A plan.")


def shown(*blocks: Block, title: str = "Title", notes: tuple[Note, ...] = ()) -> Leaflet:
    base = replace(leaflets.standard(), title=title, notes=notes, subtitle="", view="source")
    return views.text(replace(base, blocks=blocks, glossary=(SEN, SENCO, EASY_ONLY)), "standard")


def words(*blocks: Block, title: str = "Title") -> str:
    return " ".join(walk.texts(shown(*blocks, title=title).blocks))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SEN and SEN", "SEN (special educational needs) and SEN"),
        ("a SENCO, SENCos", "a SENCO (the teacher in charge), SENCos"),
        ("SENCOs", "SENCOs (the teacher in charge)"),
        ("SENs SEND xSEN SEN1 sen", "SENs (special educational needs) SEND xSEN SEN1 sen"),
        ("SEN: special educational needs", "SEN: special educational needs"),
        ("Special Educational Needs. SEN", "Special Educational Needs. SEN"),
        ("EHC plan", "EHC plan"),
        ("(SEN)", "(SEN (special educational needs))"),
    ],
)
def test_given_in_full_once(text: str, expected: str) -> None:
    assert words(paragraph(text)) == expected


def test_marked_every_time() -> None:
    (block,) = shown(paragraph("SEN, SENCo and SEN")).blocks
    assert isinstance(block, Paragraph)
    found = [n for n in block.children if isinstance(n, Abbreviation)]
    assert found == [
        Abbreviation("SEN", SEN),
        Abbreviation("SENCo", SENCO),
        Abbreviation("SEN", SEN),
    ]


def test_the_title_may_have_given_it() -> None:
    assert words(paragraph("SEN"), title="Special educational needs (SEN)") == "SEN"


def _one(inline: Inline) -> Paragraph:
    return Paragraph((inline,))


@pytest.mark.parametrize(
    "quiet",
    [
        Section(2, (Text("SEN"),), "s", ()),
        Steps((), (Step(1, 1, 3, (Text("SEN"),), "s", ()),)),
        Quotation((paragraph("SEN"),)),
        LanguageBlock("pl", (paragraph("SEN"),)),
        _one(Link("https://a.example", (Strong((Text("SEN"),)),))),
        _one(Language("pl", (Text("SEN"),))),
    ],
    ids=lambda block: type(block).__name__,
)
def test_nothing_is_added_where_it_would_disturb(quiet: Block) -> None:
    assert words(quiet, paragraph("SEN")) == "SEN SEN (special educational needs)"


@pytest.mark.parametrize(
    "block",
    [
        _one(Strong((Text("SEN"),))),
        BulletList((ListItem((paragraph("SEN"),)),)),
        Table(((Text("SEN"),),), (), ("",)),
        Contact((paragraph("SEN"),), replace(leaflets.ORGANISATION, contacts=())),
        Steps((paragraph("SEN"),), ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_added_everywhere_else(block: Block) -> None:
    assert words(block, paragraph("SEN")) == "SEN (special educational needs) SEN"


def test_notes_come_after_the_text() -> None:
    call = Paragraph((Text("SEN"), NoteReference(1)))
    leaflet = shown(call, notes=(Note(1, (paragraph("SEN SENCO"),)),))
    assert walk.note_words(leaflet) == [["SEN", "SENCO", "(the", "teacher", "in", "charge)"]]


def test_words_of_the_source_stay_in_order() -> None:
    text = "SEN support, SENCOs; KCC (Kent) SEN."
    added = words(paragraph(text))
    remaining = iter(added)
    assert all(letter in remaining for letter in text)
