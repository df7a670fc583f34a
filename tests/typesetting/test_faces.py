"""Typefaces: the words that the program adds can be set in each, whatever the author's need."""

import tomllib
from pathlib import Path

import pytest

from formats import wording
from formats.typefaces import bundled
from formats.typesetting import faces


@pytest.mark.parametrize("language", wording.languages())
@pytest.mark.parametrize("name", bundled.NAMES)
def test_a_typeface_has_the_letters_of_the_wording(language: str, name: str) -> None:
    file = Path(wording.__file__).parent / f"{language}.toml"
    phrases = tomllib.loads(file.read_text(encoding="utf-8")).values()
    letters = "".join(str(phrase) for phrase in phrases)
    assert faces.load(name, all_bold=False).lacking(letters) == ""
