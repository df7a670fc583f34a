"""The script: every word, in order, with its language, its node and its pauses."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from formats.checks.words import missing, tokens
from formats.errors import RenderError
from formats.model import EasyRead, Leaflet
from formats.model.walk import note_words, words
from formats.speech.script import script
from formats.speech.script.announcements import Announcer
from formats.speech.script.utterances import Utterance
from tests import leaflets, strategies
from tests.speech.figures import said_figures


def _all(leaflet: Leaflet) -> list[Utterance]:
    return [said for chapter in script(leaflet) for said in chapter.utterances]


def _text(leaflet: Leaflet) -> str:
    return " ".join(said.text for said in _all(leaflet))


@pytest.mark.parametrize("leaflet", [leaflets.standard(), leaflets.easy_read()])
def test_every_word_of_every_node_in_order(leaflet: Leaflet) -> None:
    # A note is said where it is called, so its words stand between those of the text.
    assert missing(words(leaflet), _text(leaflet)) == []
    for note in note_words(leaflet):
        assert missing(note, _text(leaflet)) == []


@given(leaflet=strategies.viewed_leaflets())
@settings(max_examples=30)
def test_every_word_and_figure_of_any_leaflet_in_order(leaflet: Leaflet) -> None:
    assert missing(words(leaflet), _text(leaflet)) == []
    for said in _all(leaflet):
        assert said_figures(said.say) == re.sub(r"\D", "", said.text)


@pytest.mark.parametrize("view", ["standard", "easy-read"])
def test_the_real_leaflet_says_all_its_words_and_figures(view: str) -> None:
    leaflet = leaflets.real(view)  # type: ignore[arg-type]
    assert missing(words(leaflet), _text(leaflet)) == []
    for said in _all(leaflet):
        assert said_figures(said.say) == re.sub(r"\D", "", said.text), said


def test_a_chapter_is_a_section_and_knows_its_name() -> None:
    titles = [chapter.title for chapter in script(leaflets.standard())]
    assert titles[1:] == [
        "Words & marks", "Lists", "Tables and pictures", "Quotations", "A graduated approach",
        "Contact",
    ]  # fmt: skip


def test_words_in_another_language_are_for_another_voice() -> None:
    by_language = {said.language: said.text for said in _all(leaflets.standard())}
    assert by_language["cy"] == "Croeso i bawb"
    assert by_language["pl"].startswith("Dzień dobry")


def test_the_glossary_is_said_in_text_and_in_what_the_recording_adds() -> None:
    assert any("senko" in said.say for said in _all(leaflets.standard()))
    assert not any("SENCO" in said.say for said in _all(leaflets.standard()))


def test_pictures_tables_steps_and_quotations_are_announced() -> None:
    text = _text(leaflets.standard())
    for announced in (
        "Picture: A teacher", "Table with 2 rows and 3 columns: Who Phone Cost Row 1.",
        "Row 2. Who: Blank. Phone: 03000", "End of table.", "Step 1 of 2: Assess", "Quote.",
        "End of quote: SEND Code of Practice, paragraph 6.65.", "Note 1.", "End of note.",
        "a picture Picture: A school.",
    ):  # fmt: skip
        assert announced in text, announced
    assert "sparkles" not in text.lower()  # a decoration


def test_a_telephone_number_is_said_twice() -> None:
    [said] = {s.say for s in _all(leaflets.standard()) if s.text == "03000 41 3000" and s.part == 1}
    assert said.count("4 1") == 2


def test_every_utterance_knows_its_node_and_pause() -> None:
    for said in _all(leaflets.standard()):
        assert said.say
        assert 0 <= said.pause <= 3
        assert said.node is not None or said.role == "aside" or said.text.startswith("Step")


def test_sentences_are_utterances_of_their_own() -> None:
    block = leaflets.paragraph("One is here. Two, e.g. this, is there. Three.")
    [chapter] = script(replace(leaflets.standard(), blocks=(block,), notes=()))
    assert [said.text for said in chapter.utterances] == [
        "One is here.",
        "Two, e.g. this, is there.",
        "Three.",
    ]


def test_the_first_and_last_words() -> None:
    announcer = Announcer(leaflets.standard())
    opening = [said.text for said in announcer.opening(["One", "Two"], 13).utterances]
    assert opening == [
        "Every kind of node", "For tests", "Information Advice and Support Kent",
        "Helping you to make informed choices", "Edition: October 2025.",
        "This recording is about 13 minutes long and has 2 parts:", "1: One", "2: Two",
    ]  # fmt: skip
    last = announcer.closing().utterances
    assert "alternative formats" in last[0].text
    assert last[-1].text == "End of Every kind of node, edition October 2025."


@pytest.mark.parametrize(("minutes", "words"), [(0, "less than a minute"), (1, "about 1 minute")])
def test_how_long_it_is(minutes: int, words: str) -> None:
    said = Announcer(leaflets.standard()).opening(["One"], minutes).utterances
    assert f"{words} long and has 1 part:" in [each.text for each in said][-2]


def test_easy_read_says_that_it_is_a_draft() -> None:
    opening = Announcer(leaflets.easy_read()).opening([], 0)
    assert any(said.text.startswith("Draft") for said in opening.utterances)


def test_full_addresses_are_said_at_the_end() -> None:
    chapter = Announcer(leaflets.standard()).addresses()
    assert chapter
    said = [u.say for u in chapter.utterances]
    assert any("kent dot gov dot uk, slash education dash and dash children" in s for s in said)
    assert tokens(chapter.title) == ["Web", "addresses"]


def test_a_leaflet_without_a_view_is_refused() -> None:
    with pytest.raises(RenderError):
        script(replace(leaflets.standard(), blocks=(EasyRead(()),)))
