"""Covers: every word on them, and none that no typeface can show."""

from io import BytesIO

import pytest
from PIL import Image

from formats.pictures import cover


def _ink(*words: str) -> int:
    """Return how many points of a cover are not paper."""
    with Image.open(BytesIO(cover.cover(*words))) as image:
        return sum(image.convert("L").histogram()[:128])


def test_a_cover_says_what_kind_of_edition_it_is() -> None:
    plain, easy = _ink("Help", "Service", "2025"), _ink("Help", "Service", "2025", "Easy read")
    assert easy > plain * 1.2


@pytest.mark.parametrize(
    ("letters", "typeface"),
    [
        ("Help", "atkinson-hyperlegible"), ("Naïve £5 – “yes”", "atkinson-hyperlegible"),
        ("Cymorth gŵyl", "arimo"), ("Допомога", "arimo"), ("مساعدة", ""),
    ],
)  # fmt: skip
def test_a_cover_never_shows_boxes_for_letters(letters: str, typeface: str) -> None:
    assert cover._typeface(letters) == typeface
    assert bool(_ink(letters, "", "")) == bool(typeface)
