from dataclasses import replace

import pytest

from formats import wording
from formats.model import Citation, Organisation, Signoff, Step, Text
from tests import leaflets


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2025", "2025"), ("2025-10", "October 2025"), ("2025-01-09", "9 January 2025"),
        ("2025-12-31", "31 December 2025"), ("", ""),
    ],
)  # fmt: skip
def test_editions(written: str, said: str) -> None:
    assert wording.edition(written) == said


def test_edition_line() -> None:
    assert wording.edition_line(leaflets.standard()) == "Edition: October 2025"
    assert wording.edition_line(replace(leaflets.standard(), edition="")) == ""


def test_step_label() -> None:
    assert wording.step_label(Step(2, 4, 3, (Text("Plan"),), "p", ())) == "Step 2 of 4"


def test_citation() -> None:
    assert wording.citation(Citation(leaflets.CODE)) == "SEND Code of Practice"
    assert wording.citation(Citation(leaflets.CODE, "6.17")) == (
        "SEND Code of Practice, paragraph 6.17"
    )


@pytest.mark.parametrize(
    ("state", "draft", "words"),
    [
        (Signoff(), True, "Draft"),
        (Signoff("current"), True, "Draft"),
        (Signoff("current", "a group", "2026-11-20"), False, "by a group, on 20 November 2026"),
        (Signoff("lapsed", "a group", "2026-11"), True, "by a group, on November 2026"),
    ],
)
def test_only_a_current_signoff_with_a_name_ends_the_draft(
    state: Signoff, draft: bool, words: str
) -> None:
    said = wording.signoff(state)
    assert ("Draft" in said) is draft and words in said


def test_how_to_ask() -> None:
    offer = "On request, this information can be provided in alternative formats."
    assert wording.how_to_ask(leaflets.ORGANISATION) == f"{offer} Helpline: 03000 41 3000"
    assert wording.how_to_ask(replace(leaflets.ORGANISATION, ask="")) == offer
    assert wording.how_to_ask(Organisation("x")) == ""


def test_picture_credits_stand_once() -> None:
    assert wording.picture_credits(["A.", "", "B.", "A."]) == "A. B."
