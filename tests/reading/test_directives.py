from pathlib import Path

import pytest

from formats import model
from formats.model.walk import plain_text
from tests.reading.reading import blocks, read, said


def p(words: str) -> model.Paragraph:
    return model.Paragraph((model.Text(words),))


def test_steps(tmp_path: Path) -> None:
    text = "## A\n\n::: steps\nFirst:\n\n### B\n\nb\n\n#### C\n\nc\n\n### D\n\nd\n:::\n\nafter\n"
    inner = model.Section(4, (model.Text("C"),), "c", (p("c"),))
    steps = model.Steps(
        (p("First:"),),
        (
            model.Step(1, 2, 3, (model.Text("B"),), "b", (p("b"), inner)),
            model.Step(2, 2, 3, (model.Text("D"),), "d", (p("d"),)),
        ),
    )
    assert blocks(tmp_path, text) == (
        model.Section(2, (model.Text("A"),), "a", (steps, p("after"))),
    )


def test_contact(tmp_path: Path) -> None:
    reading = read(tmp_path, "::: contact\nRing us.\n:::\n\n::: contact\n:::\n")
    organisation = reading.leaflet.organisation
    assert reading.leaflet.blocks == (
        model.Contact((p("Ring us."),), organisation), model.Contact((), organisation),
    )  # fmt: skip
    assert organisation.contacts[0].value == ("01234",)


def test_easy_read(tmp_path: Path) -> None:
    text = "::: easy-read\n![A school](picture:school) Some **help**  \nhere.\n\nMore.\n:::\n"
    (found,) = blocks(tmp_path, text)
    assert isinstance(found, model.EasyRead)
    one, two = found.ideas
    assert one.picture and one.picture.alt == "A school"
    assert one.children == (
        model.Text("Some "),
        model.Strong((model.Text("help"),)),
        model.LineBreak(),
        model.Text("here."),
    )
    assert two == model.Idea(None, (model.Text("More."),))
    assert (one.place.line, two.place.line) == (2, 5)


@pytest.mark.parametrize(("word", "negated"), [("only", False), ("not", True)])
def test_only_and_not(word: str, negated: bool, tmp_path: Path) -> None:
    (found,) = blocks(tmp_path, f"::: {word} audio large-print pdf\nTurn over.\n:::\n")
    assert found == model.Only(("audio", "large-print", "pdf"), negated, (p("Turn over."),))


def test_another_language(tmp_path: Path) -> None:
    text = "::: lang pl\n## Szkoła\n\nDzień dobry.\n:::\n"
    inside = model.Section(2, (model.Text("Szkoła"),), "szko-a", (p("Dzień dobry."),))
    (found,) = blocks(tmp_path, text)
    assert isinstance(found, model.LanguageBlock)
    assert found.blocks[0] == inside or found.lang == "pl"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":::only audio\na\n:::\n", model.Only(("audio",), False, (p("a"),))),
        (":::: lang pl  \na\n:::::\n", model.LanguageBlock("pl", (p("a"),))),
        ("::: lang pl\n::: lang cy\na\n:::\n:::\n", model.LanguageBlock("pl", (model.LanguageBlock("cy", (p("a"),)),))),
        ("> ::: lang pl\n> a\n> :::\n", model.Quotation((model.LanguageBlock("pl", (p("a"),)),))),
        ("- ::: lang pl\n  a\n\n  b\n  :::\n", model.BulletList((model.ListItem((model.LanguageBlock("pl", (p("a"), p("b"))),)),))),
        ("::: lang pl\n- a\n:::\n", model.LanguageBlock("pl", (model.BulletList((model.ListItem((p("a"),)),)),))),
        ("::: lang pl\n> a\n:::\n", model.LanguageBlock("pl", (model.Quotation((p("a"),)),))),
        ("::: lang pl\n:::\n", model.LanguageBlock("pl", ())),
        (":::\u00a0lang pl\na\n:::\u2028\n", model.LanguageBlock("pl", (p("a"),))),
    ],
    ids=range(9),
)  # fmt: skip
def test_blocks_may_stand_anywhere(text: str, expected: model.Block, tmp_path: Path) -> None:
    assert blocks(tmp_path, text) == (expected,)


def test_a_block_ends_the_paragraph_before_it(tmp_path: Path) -> None:
    assert blocks(tmp_path, "a\n::: only audio\nb\n:::\nc\n") == (
        p("a"), model.Only(("audio",), False, (p("b"),)), p("c"),
    )  # fmt: skip


def test_colons_in_code_close_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, "::: lang pl\n```\n:::\n```\na\n:::\nb\n")
    (first, second) = reading.leaflet.blocks
    assert isinstance(first, model.LanguageBlock) and first.blocks[1] == p("a")
    assert second == p("b")


@pytest.mark.parametrize(
    "inside",
    ["- ```\n  :::\n  ```\n", "- ::: lang cy\n  a\n  :::\n", "1. - ~~~\n     ```\n     ~~~\n",
     "``` a ``` b\n", "````\n```\n:::\n````\n"],
)  # fmt: skip
def test_what_stands_in_a_block_does_not_end_it(inside: str, tmp_path: Path) -> None:
    reading = read(tmp_path, f"::: lang pl\n{inside}\nlast\n:::\n\nafter\n")
    assert {code for code, _ in said(reading)} <= {"source-code"}
    first, second = reading.leaflet.blocks
    assert isinstance(first, model.LanguageBlock) and first.blocks[-1] == p("last")
    assert second == p("after")


def test_a_block_in_a_list_ends_with_the_list(tmp_path: Path) -> None:
    reading = read(tmp_path, "- ::: lang pl\n  a\n\nb\n\n:::\n\nc\n")
    assert said(reading) == [("source-block-unclosed", 1), ("source-block-stray", 6)]
    assert reading.leaflet.blocks == (
        model.BulletList((model.ListItem((model.LanguageBlock("pl", (p("a"),)),)),)), p("b"), p("c"),
    )  # fmt: skip


def test_an_unknown_block_keeps_its_words(tmp_path: Path) -> None:
    assert read(tmp_path, "::: box\na\n:::\n").leaflet.blocks == (p("a"),)


def test_notes_count_in_order_of_their_first_call(tmp_path: Path) -> None:
    text = (
        "[^z]: Zed[^nested].\n\n    - a list\n\na[^b] b[^z] c[^b]\n\n"
        "::: only audio\n[^b]: Bee.\n\nd\n:::\n\n[^nested]: Deep[^z].\n"
    )
    reading = read(tmp_path, text)
    assert reading.findings == ()
    paragraph = reading.leaflet.blocks[0]
    assert isinstance(paragraph, model.Paragraph)
    calls = [n.number for n in paragraph.children if isinstance(n, model.NoteReference)]
    assert calls == [1, 2, 1]
    assert [_first_words(note) for note in reading.leaflet.notes] == ["Bee.", "Zed.", "Deep."]
    assert [note.number for note in reading.leaflet.notes] == [1, 2, 3]
    assert isinstance(reading.leaflet.notes[1].blocks[1], model.BulletList)


def _first_words(note: model.Note) -> str:
    first = note.blocks[0]
    assert isinstance(first, model.Paragraph)
    return plain_text(first.children)


def test_easy_read_may_give_its_section_a_heading(tmp_path: Path) -> None:
    (block,) = blocks(
        tmp_path, "::: easy-read: What schools must do\n![](picture:school) Help.\n:::\n"
    )
    assert isinstance(block, model.EasyRead)
    assert block.heading == (model.Text("What schools must do"),)
    (idea,) = block.ideas
    assert idea.picture
    assert idea.picture.alt == ""


def test_a_heading_that_is_begun_must_be_written(tmp_path: Path) -> None:
    reading = read(tmp_path, "::: easy-read:\n![](picture:school) Help.\n:::\n")
    assert said(reading) == [("source-block-argument", 1)]
