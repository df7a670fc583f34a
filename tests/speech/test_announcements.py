"""What a recording says of itself: what it is, how long it runs, its chapters, its end."""

from dataclasses import replace

import pytest

from formats.speech.script import Announcer
from tests import leaflets

STANDARD = leaflets.edition(leaflets.standard())
EASY = leaflets.edition(leaflets.easy_read())
WELSH = leaflets.edition(leaflets.welsh())


def test_the_first_and_last_words() -> None:
    announcer = Announcer(STANDARD)
    opening = [said.text for said in announcer.opening(780).utterances]
    assert opening[:9] == [
        "Every kind of node", "For tests", "Information Advice and Support Kent",
        "Helping you to make informed choices", "Edition: October 2025",
        "This recording is about 13 minutes long.", "It has 14 parts:", "1: Every kind of node",
        "2: Words & marks",
    ]  # fmt: skip
    assert "9: Step 1 of 2: Assess" in opening
    last = [said.text for said in announcer.chapters[-1].utterances]
    assert any("alternative formats" in words for words in last)
    assert last[-1] == "End of Every kind of node, edition October 2025."
    assert "Edition: October 2025" not in last  # the cover has said it


@pytest.mark.parametrize(
    ("seconds", "words"), [(20, "less than a minute"), (50, "about 1 minute"), (100, "2 minutes")]
)
def test_how_long_it_is(seconds: float, words: str) -> None:
    said = Announcer(STANDARD).opening(seconds).utterances
    assert any(f"{words} long." in each.text for each in said)


def test_easy_read_says_what_it_is_and_that_it_is_a_draft() -> None:
    said = [each.text for each in Announcer(EASY).opening(0).utterances]
    assert "Easy read" in said
    assert any(each.startswith("Draft") for each in said)


def test_an_edition_without_a_date_or_a_last_part_has_an_end() -> None:
    parts = tuple(part for part in STANDARD.parts if part.kind in ("cover", "text"))
    for edition in (replace(STANDARD, date="", parts=parts), replace(STANDARD, date="", parts=())):
        last = Announcer(edition).chapters[-1].utterances[-1]
        assert last.text == "End of Every kind of node."


def test_a_welsh_recording_speaks_welsh_of_itself() -> None:
    announcer = Announcer(WELSH)
    own = [
        u
        for c in (announcer.opening(60), *announcer.chapters)
        for u in c.utterances
        if not u.sentence
    ]
    assert "Hyd y recordiad hwn yw tua 1 munud." in [each.text for each in own]
    assert {each.language for each in own} == {"cy"}


def test_a_recording_in_a_language_without_words_here_is_english_that_says_so() -> None:
    title = replace(leaflets.standard(), title="Dzień dobry", language="pl", notes=())
    announcer = Announcer(leaflets.edition(title))
    end = [(u.text, u.language) for u in announcer.chapters[-1].utterances[-3:]]
    assert end == [
        ("End of", "en-GB"), ("Dzień dobry", "pl"), (", edition October 2025.", "en-GB"),
    ]  # fmt: skip
    quote = [u for c in announcer.chapters for u in c.utterances if u.text == "Quote."]
    assert {each.language for each in quote} == {"en-GB"}
    assert announcer.languages[:2] == ("pl", "en-GB")
