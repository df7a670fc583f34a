from dataclasses import replace

import pytest

from formats.checks.easy_read import readability
from formats.model import EasyRead, Idea, Leaflet, Paragraph, Section, Text
from tests import leaflets

STANDARD = "Educational psychologists contribute to statutory assessments, notwithstanding delays."
EASY = "A school can help. Ask your teacher."


def leaflet(language: str = "en-GB") -> Leaflet:
    easy = EasyRead((Idea(leaflets.SCHOOL, (Text(EASY),)),))
    section = Section(2, (Text("Help"),), "help", (Paragraph((Text(STANDARD),)), easy))
    return replace(leaflets.standard(), language=language, blocks=(section,), view="source")


def test_both_views_side_by_side() -> None:
    figures = readability.side_by_side(leaflet())
    standard, easy = figures["standard"], figures["easy-read"]
    assert (standard.words, standard.sentences, standard.longest) == (8, 1, 8)
    assert (easy.words, easy.sentences, easy.words_a_sentence) == (7, 2, 3.5)
    assert easy.uncommon == 0 and (standard.uncommon or 0) > 0.3
    assert (easy.ease or 0) > 90 and (standard.ease or 0) < 20
    assert (easy.grade or 0) < 3 and (standard.grade or 0) > 15


def test_the_formulas() -> None:
    # 7 words, 2 sentences, 8 syllables: tea-cher has two.
    easy = readability.side_by_side(leaflet())["easy-read"]
    assert easy.ease == pytest.approx(206.835 - 1.015 * 3.5 - 84.6 * 8 / 7)
    assert easy.grade == pytest.approx(0.39 * 3.5 + 11.8 * 8 / 7 - 15.59)


def test_a_leaflet_without_easy_read_text_has_one_view() -> None:
    assert list(readability.side_by_side(leaflets.standard())) == ["standard"]


def test_other_languages_have_no_english_figures() -> None:
    figures = readability.side_by_side(leaflet("cy"))["standard"]
    assert figures.words == 8
    assert (figures.ease, figures.grade, figures.uncommon) == (None, None, None)


def test_no_words() -> None:
    empty = replace(leaflet(), blocks=(), notes=())
    assert readability.figures(empty) == readability.Figures(0, 0, 0.0, 0)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "school help these asked made through lives 7 Dr don't"),
        (2, "teacher children being table needed meeting classes closely changes decides"),
        (3, "general graduate together including disabled arrangement"),
        (4, "education information community"),
        (5, "university individual assessment-planning"),
    ],
)
def test_syllables(count: int, words: str) -> None:
    assert {word: readability.syllables(word) for word in words.split()} == dict.fromkeys(
        words.split(), count
    )
