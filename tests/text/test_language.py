"""What is known of usual languages without the tables, held to the tables."""

import subprocess
import sys

import pytest
from langcodes import Language

from formats.text import language

USUAL = ("en-GB", "cy", "gd", "ga", "pl", "ro", "so", "vi", "fr", "pt-BR", "es")
_LEAN = f"""
import sys
from formats.text.language import base, is_right_to_left, three_letters
for tag in {USUAL}:
    assert base(three_letters(tag)) == base(tag) and not is_right_to_left(tag)
assert "langcodes" not in sys.modules
"""


@pytest.mark.parametrize("tag", [*USUAL, "ur", "ar", "zh-Hans", "pa"])
def test_codes_are_those_of_the_tables(tag: str) -> None:
    assert language.three_letters(tag) == Language.get(tag).to_alpha3()
    assert language.base(language.three_letters(tag)) == Language.get(tag).language


def test_an_unknown_language_is_undetermined() -> None:
    assert language.three_letters("not a tag") == "und"


def test_usual_languages_need_no_tables() -> None:
    subprocess.run([sys.executable, "-c", _LEAN], check=True)
