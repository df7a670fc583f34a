from pathlib import Path

import pytest

from formats.checks.easy_read import verbs
from formats.checks.easy_read.text import Passage
from formats.model import NOWHERE
from formats.model.walk import texts
from formats.reading.library import Library
from formats.views import text

SOURCE = Path(__file__).parents[3] / "source"


def test_the_passives_of_a_real_leaflet_are_those_that_a_trained_model_finds() -> None:
    """The list is what spaCy 3.8 with its small English model found in the same words."""
    library = Library(SOURCE)
    entry = library.find("sen-support-in-mainstream-schools")
    standard = text(library.read(entry).leaflet, "standard")
    sentences = (s for text in texts(standard.blocks) for s in Passage(text, NOWHERE).sentences)
    found = [verbs.passive(sentence.words) for sentence in sentences]
    assert [passive for passive in found if passive] == [
        "are set", "are entitled", "being taken", "been answered", "is identified",
        "is identified", "be set", "is done", "be made", "are required", "been given",
        "be involved", "be provided",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "active",
    ["They are interested", "It is red", "You have been there", "We need it", "Get dressed", "is"],
)
def test_what_looks_like_a_passive_and_is_none(active: str) -> None:
    assert verbs.passive(tuple(active.split())) == ""


def test_a_passive_over_words_in_between() -> None:
    assert verbs.passive(("It", "was", "never", "really", "shown")) == "was never really shown"
    assert verbs.passive(("Was", "it", "ever", "shown")) == "Was it ever shown"
    assert verbs.passive(("This", "is", "the", "help", "we", "offered")) == ""
