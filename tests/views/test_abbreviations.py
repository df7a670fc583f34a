from dataclasses import replace

import pytest

from formats import model, views
from tests import leaflets
from tests.leaflets import paragraph

SEN = model.Term("SEN", "special educational needs")
SENCO = model.Term("SENCO", "the teacher in charge", variants=("SENCo",))
EASY_ONLY = model.Term("EHC", "", "A plan.")


def shown(
    *blocks: model.Block, title: str = "Title", notes: tuple[model.Note, ...] = ()
) -> model.Leaflet:
    base = replace(leaflets.standard(), title=title, notes=notes, subtitle="", view="source")
    return views.text(replace(base, blocks=blocks, glossary=(SEN, SENCO, EASY_ONLY)), "standard")


def words(*blocks: model.Block, title: str = "Title") -> str:
    return " ".join(model.walk.texts(shown(*blocks, title=title).blocks))


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
    assert isinstance(block, model.Paragraph)
    found = [n for n in block.children if isinstance(n, model.Abbreviation)]
    assert found == [
        model.Abbreviation("SEN", SEN),
        model.Abbreviation("SENCo", SENCO),
        model.Abbreviation("SEN", SEN),
    ]


def test_the_title_may_have_given_it() -> None:
    assert words(paragraph("SEN"), title="Special educational needs (SEN)") == "SEN"


def _one(inline: model.Inline) -> model.Paragraph:
    return model.Paragraph((inline,))


@pytest.mark.parametrize(
    "quiet",
    [
        model.Section(2, (model.Text("SEN"),), "s", ()),
        model.Steps((), (model.Step(1, 1, 3, (model.Text("SEN"),), "s", ()),)),
        model.Quotation((paragraph("SEN"),)),
        model.LanguageBlock("pl", (paragraph("SEN"),)),
        _one(model.Link("https://a.example", (model.Strong((model.Text("SEN"),)),))),
        _one(model.Language("pl", (model.Text("SEN"),))),
    ],
    ids=lambda block: type(block).__name__,
)
def test_nothing_is_added_where_it_would_disturb(quiet: model.Block) -> None:
    assert words(quiet, paragraph("SEN")) == "SEN SEN (special educational needs)"


@pytest.mark.parametrize(
    "block",
    [
        _one(model.Strong((model.Text("SEN"),))),
        model.BulletList((model.ListItem((paragraph("SEN"),)),)),
        model.Table(((model.Text("SEN"),),), (), ("",)),
        model.Contact((paragraph("SEN"),), replace(leaflets.ORGANISATION, contacts=())),
        model.Steps((paragraph("SEN"),), ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_added_everywhere_else(block: model.Block) -> None:
    assert words(block, paragraph("SEN")) == "SEN (special educational needs) SEN"


def test_notes_come_after_the_text() -> None:
    call = model.Paragraph((model.Text("SEN"), model.NoteReference(1)))
    leaflet = shown(call, notes=(model.Note(1, (paragraph("SEN SENCO"),)),))
    assert model.walk.note_words(leaflet) == [["SEN", "SENCO", "(the", "teacher", "in", "charge)"]]


def test_words_of_the_source_stay_in_order() -> None:
    text = "SEN support, SENCOs; KCC (Kent) SEN."
    added = words(paragraph(text))
    remaining = iter(added)
    assert all(letter in remaining for letter in text)
