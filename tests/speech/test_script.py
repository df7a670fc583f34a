"""The script: every word, in order, with its language, its sentence and its pauses."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from formats import model
from formats.checks.words import missing
from formats.errors import RenderError
from formats.model.walk import edition_passages, texts, walk
from formats.speech.script import Announcer, Chapter, Utterance, script
from tests import leaflets, strategies
from tests.leaflets import paragraph
from tests.speech.figures import said_figures

STANDARD = leaflets.edition(leaflets.standard())
EASY = leaflets.edition(leaflets.easy_read())
WELSH = leaflets.edition(leaflets.welsh())
EDITIONS = {"standard": STANDARD, "easy-read": EASY, "welsh": WELSH}


def _all(edition: model.Edition) -> list[Utterance]:
    return [said for chapter in script(edition) for said in chapter.utterances]


def _text(edition: model.Edition) -> str:
    return " ".join(said.text for said in _all(edition))


def _words(edition: model.Edition) -> list[str]:
    """Return the words of all parts but the contents, and the notes, which are said in between."""
    parts = [part for part in edition.parts if part.kind not in ("contents", "notes")]
    kept = replace(edition, parts=tuple(parts))
    return ["".join(words for words, _ in run) for run in edition_passages(kept)]


def _of_text(*blocks: object, notes: tuple[model.Note, ...] = ()) -> model.Edition:
    return leaflets.edition(replace(leaflets.standard(), blocks=blocks, notes=notes))  # type: ignore[arg-type]


def _chapter(title: str, edition: model.Edition = STANDARD) -> Chapter:
    return next(each for each in Announcer(edition).chapters if each.title == title)


# --- Every word


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_every_word_of_every_part_in_order(edition: model.Edition) -> None:
    assert missing(_words(edition), _text(edition)) == []
    for block in edition.blocks("notes"):
        assert isinstance(block, model.NoteList)
        for note in block.notes:
            assert missing(texts(note.blocks), _text(edition)) == []


@given(edition=strategies.editions())
@settings(max_examples=30)
def test_every_word_and_figure_of_any_edition_in_order(edition: model.Edition) -> None:
    assert missing(_words(edition), _text(edition)) == []
    for said in _all(edition):
        assert said_figures(said.say) == re.sub(r"\D", "", said.text)


@pytest.mark.parametrize("view", ["standard", "easy-read"])
def test_the_real_leaflet_says_all_its_words_and_figures(view: str) -> None:
    edition = leaflets.edition(leaflets.real(view))  # type: ignore[arg-type]
    assert missing(_words(edition), _text(edition)) == []
    for said in _all(edition):
        assert said_figures(said.say) == re.sub(r"\D", "", said.text), said


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_an_utterance_names_the_sentence_whose_words_it_says(edition: model.Edition) -> None:
    nodes = [n for p in edition.parts for n in walk((model.Paragraph(p.heading), *p.blocks))]
    sentences = {node.id: _shown(node) for node in nodes if isinstance(node, model.Sentence)}
    sentences |= {node.id: node.picture.alt for node in nodes if isinstance(node, model.Figure)}
    said = [each for each in _all(edition) if each.sentence]
    assert len(said) > 20
    for each in said:
        # An explanation has the word that it explains before it, a sentence of its own.
        before = f"s.{int(each.sentence.removeprefix('s.')) - 1}"
        words = f"{sentences.get(before, '')} {sentences[each.sentence]}"
        assert missing([each.text.replace("Picture:", "")], words) == [], each


def _shown(sentence: model.Sentence) -> str:
    """Return the words of a sentence, and of the pictures in it."""
    inside = walk(sentence.children)
    words = [
        node.picture.alt if isinstance(node, model.InlinePicture) else getattr(node, "text", "")
        for node in inside
    ]
    return "".join(words)


def test_what_the_recording_adds_is_no_sentence_of_the_edition() -> None:
    added = {said.text for said in _all(STANDARD) if not said.sentence}
    assert {"Quote.", "End of quote:", "Row 1.", "Who:", "Step 1 of 2:", "3:", "Note 1."} <= added
    assert all(said.role in ("aside", "heading") for said in _all(STANDARD) if not said.sentence)


def test_sentences_are_utterances_of_their_own() -> None:
    edition = _of_text(paragraph("One is here. Two, e.g. this, is there. Three."))
    chapter = _chapter("Every kind of node", edition)
    assert [said.text for said in chapter.utterances] == [
        "One is here.",
        "Two, e.g. this, is there.",
        "Three.",
    ]


def test_every_utterance_has_something_to_say_and_a_pause() -> None:
    for said in _all(STANDARD):
        assert said.say
        assert 0 <= said.pause <= 3


# --- Chapters


def test_a_chapter_is_a_part_a_section_or_a_step() -> None:
    titles = [chapter.title for chapter in Announcer(STANDARD).chapters]
    assert titles == [
        "Every kind of node", "Words & marks", "Lists", "A part", "A part of a part",
        "Tables and pictures", "Quotations", "A graduated approach", "Step 1 of 2: Assess",
        "Step 2 of 2: Plan", "A graduated approach, continued", "Contact", "Web addresses",
        "About this edition",
    ]  # fmt: skip
    assert "Word list" in [chapter.title for chapter in Announcer(EASY).chapters]


def test_a_heading_without_words_begins_no_chapter() -> None:
    edition = _of_text(model.Section(2, (), "none", (paragraph("Words."),)))
    assert Announcer(edition).chapters[0].title == "Every kind of node"


def test_a_section_in_another_language_is_a_chapter_in_that_language() -> None:
    heading = (model.Language("cy", (model.Text("Croeso"),)),)
    chapter = _chapter("Croeso", _of_text(model.Section(2, heading, "c", (paragraph("Words."),))))
    assert [said.language for said in chapter.utterances] == ["cy", "en-GB"]
    edition = _of_text(model.Section(2, heading, "c", (paragraph("Words."),)))
    [listed] = [s for s in Announcer(edition).opening(0).utterances if s.text == "Croeso"]
    assert listed.language == "cy"


def test_notes_that_nothing_calls_are_said_all_the_same() -> None:
    kept = [part for part in STANDARD.parts if part.kind not in ("text", "about")]
    text = model.Part("text", "t", (), (paragraph("No call here."),))
    chapters = script(replace(STANDARD, parts=(text, *kept)))
    [notes] = [each for each in chapters if each.part == "notes"]
    assert notes.title == "Notes"
    assert "The words of the note." in [said.text for said in notes.utterances]


def test_an_edition_without_a_view_is_refused() -> None:
    text = model.Part("text", "t", (), (model.EasyRead(()),))
    with pytest.raises(RenderError):
        script(replace(STANDARD, parts=(text,)))


# --- How things are said


def test_words_in_another_language_are_for_another_voice() -> None:
    by_language = {said.language: said.text for said in _all(STANDARD)}
    assert by_language["cy"] == "Croeso i bawb"
    assert by_language["pl"].startswith("Dzień dobry")


def test_the_glossary_is_said_in_text_and_in_what_the_recording_adds() -> None:
    assert any("senko" in said.say for said in _all(STANDARD))
    assert not any("SENCO" in said.say for said in _all(STANDARD))


def test_pictures_tables_steps_and_quotations_are_announced() -> None:
    text = _text(STANDARD)
    for announced in (
        "Picture: A teacher", "Table with 2 rows and 3 columns: Who Phone Cost Row 1.",
        "Row 2. Who: Nothing. Phone: 03000", "End of table.", "Step 1 of 2: Assess", "Quote.",
        "End of quote: SEND Code of Practice, paragraph 6.65", "Note 1.", "End of note.",
        "a picture Picture: A school.",
    ):  # fmt: skip
        assert announced in text, announced
    assert "sparkles" not in text.lower()  # a decoration


def test_a_note_is_said_once_after_the_sentence_that_calls_it() -> None:
    texts = [said.text for said in _all(STANDARD)]
    at = texts.index("Note 1.")
    assert texts[at - 1].startswith("A note and a picture")
    assert texts[at : at + 4] == [
        "Note 1.",
        "The words of the note.",
        "with a list",
        "End of note.",
    ]
    assert texts.count("Note 1.") == 1


def test_a_telephone_number_is_said_twice_where_contact_is_given_and_once_elsewhere() -> None:
    said = [each.say for each in _all(STANDARD) if "03000 41 3000" in each.text]
    again = [each for each in said if each.count("4 1, 3 0 0 0") == 2]
    assert again == ["0 3 0 0 0, 4 1, 3 0 0 0. Again: 0 3 0 0 0, 4 1, 3 0 0 0"]
    assert len(said) == 4  # in two rows of a table and in the last part


def test_the_work_of_a_quotation_is_named_once_a_chapter() -> None:
    section = leaflets.standard().blocks[4]
    assert isinstance(section, model.Section)
    chapter = replace(section, blocks=section.blocks[:1] * 2)
    said = [u for u in _chapter("Quotations", _of_text(chapter)).utterances if "6.65" in u.text]
    assert [each.text for each in said] == ["SEND Code of Practice, paragraph 6.65"] * 2
    assert [each.say for each in said] == [
        "SEND Code of Practice, paragraph 6 point 6 5", "paragraph 6 point 6 5",
    ]  # fmt: skip


def test_an_explanation_does_not_say_its_word_twice() -> None:
    said = [each for each in _chapter("Extra help", EASY).utterances if "means" in each.text]
    [(text, say)] = [(each.text, each.say) for each in said]
    assert text == "SEN support: SEN support means extra help at school."
    assert say == "SEN support means extra help at school."


# --- Addresses


def test_full_addresses_are_said_in_a_chapter_of_their_own() -> None:
    said = _chapter("Web addresses").utterances
    assert said[1].text == "These are long. To leave them out, go on to the next part."
    at = [each.say for each in said].index("the hub:")
    assert said[at].sentence == said[at + 1].sentence
    assert (
        said[at + 1].say == "w w w dot kent dot gov dot uk, slash education dash and dash children"
    )


def test_a_label_that_ends_in_a_bracket_is_heard_as_a_label() -> None:
    edition = leaflets.edition(leaflets.real("standard"))
    said = [each.say for each in _chapter("Web addresses", edition).utterances]
    assert "send Information Hub, Local Offer:" in said


def test_an_address_written_out_in_the_text_is_among_them() -> None:
    edition = _of_text(paragraph("See https://www.kent.gov.uk/send/help. Or www.iask.org.uk."))
    assert (
        "w w w dot kent dot gov dot uk."
        in _chapter("Every kind of node", edition).utterances[0].say
    )
    said = [each.say for each in _chapter("Web addresses", edition).utterances]
    assert said[2:] == [
        "w w w dot kent dot gov dot uk:", "w w w dot kent dot gov dot uk, slash send, slash help",
    ]  # fmt: skip


def test_an_address_in_a_welsh_text_is_spelt_in_english() -> None:
    [said] = [each for each in _all(WELSH) if each.text == "iask@kent.gov.uk"]
    assert (said.language, said.say) == ("en-GB", "iask at kent dot gov dot uk")


def test_a_sentence_is_said_once() -> None:
    counted = Counter(said.sentence for said in _all(EASY) if said.sentence)
    for said in _all(EASY):
        assert counted[said.sentence] <= 2 or not said.sentence  # two where a language changes
