"""Every language says the same things, in order, and what it lacks is English and says so."""

import string
from pathlib import Path

import pytest

from formats import wording
from formats.model import Added, Signoff
from formats.storage import tables

FOLDER = Path(wording.__file__).parent
LANGUAGES = wording.languages()


def places(phrase: object) -> set[str]:
    forms = phrase.values() if isinstance(phrase, dict) else [str(phrase)]
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_english_and_welsh_are_there() -> None:
    assert {"en", "cy"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete_and_sorted(language: str) -> None:
    phrases, english = tables.read(FOLDER / f"{language}.toml"), tables.read(FOLDER / "en.toml")
    assert list(phrases) == sorted(english)
    assert {key: places(phrase) for key, phrase in phrases.items()} == {
        key: places(phrase) for key, phrase in english.items()
    }
    assert len(str(phrases["months"]).split()) == 12


def test_a_language_without_words_has_english_ones_that_say_so() -> None:
    assert wording.of("pl")("contents") == Added("Contents", "en-GB")
    assert wording.of("en-US")("contents") == Added("Contents", "en-US")
    assert wording.of("cy")("contents") == Added("Cynnwys", "cy")


@pytest.mark.parametrize(
    ("written", "english", "welsh"),
    [
        ("2025", "2025", "2025"), ("2025-10", "October 2025", "Hydref 2025"),
        ("2025-01-09", "9 January 2025", "9 Ionawr 2025"), ("", "", ""),
    ],
)  # fmt: skip
def test_dates(written: str, english: str, welsh: str) -> None:
    assert wording.of("en-GB").date(written).text == english
    assert wording.of("cy").date(written).text == welsh


def test_editions() -> None:
    words = wording.of("en-GB")
    assert words.edition("2025-10") == Added("Edition: October 2025", "en-GB")
    assert words.edition("") is None


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
    said = wording.of("en-GB").signoff(state).text
    assert ("Draft" in said) is draft and words in said
