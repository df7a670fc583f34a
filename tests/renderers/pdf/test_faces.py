"""Bold is bold to the eye: the ink of the same word in both faces, drawn by PDFium."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from fontTools.ttLib import TTFont

from formats.checks.pdf import PdfCheck
from formats.model import Edition, Paragraph, Strong, Text
from formats.typefaces import bundled
from tests import leaflets
from tests.renderers.pdf import reading
from tests.rendering import rendered, written

_SCALE = 4
_WORD = "hamburgefonstiv"
_HEAVIER = 1.15  # times the ink, at least


def _edition() -> Edition:
    blocks = (Paragraph((Text(_WORD),)), Paragraph((Strong((Text(_WORD),)),)))
    return leaflets.edition(replace(leaflets.standard(), blocks=blocks, notes=()))


def _inks(data: bytes) -> tuple[float, float]:
    """Return how much ink the word takes regular, and how much bold."""
    regular, bold = (_ink(data, page, at) for page, at in _found(data))
    return regular, bold


def _found(data: bytes) -> list[tuple[int, list[reading.Letter]]]:
    """Return the page and letters of each time that the word stands on a page."""
    found = []
    for page, letters in enumerate(reading.letters(data)):
        text = "".join(letter.text for letter in letters)
        starts = [at for at in range(len(text)) if text.startswith(_WORD, at)]
        found += [(page, letters[at : at + len(_WORD)]) for at in starts]
    return found


def _ink(data: bytes, page: int, letters: list[reading.Letter]) -> float:
    pixels = np.asarray(reading.picture(data, page, _SCALE).convert("L"), dtype=float)
    top = round(pixels.shape[0] - max(letter.top for letter in letters) * _SCALE)
    bottom = round(pixels.shape[0] - min(letter.bottom for letter in letters) * _SCALE)
    left, right = (round(edge * _SCALE) for edge in (letters[0].left, letters[-1].right))
    return float((255 - pixels[top:bottom, left:right]).sum())


@pytest.mark.parametrize("typeface", bundled.NAMES)
def test_bold_takes_more_ink(typeface: str) -> None:
    regular, bold = _inks(rendered("pdf", _edition(), typeface=typeface))
    assert bold > _HEAVIER * regular


def test_faces_that_bear_one_name_keep_their_own_outlines(tmp_path: Path) -> None:
    for face in ("Regular", "Bold"):
        with TTFont(BytesIO(bundled.read("lexend", face))) as font:
            font["name"].setName("Same", 6, 3, 1, 0x409)
            font.save(tmp_path / f"Own-{face}.ttf")
    own = str(tmp_path / "Own-Regular.ttf")
    regular, bold = _inks(rendered("pdf", _edition(), typeface=own))
    assert bold > _HEAVIER * regular
    assert (
        list(PdfCheck().check(written(tmp_path, "pdf", _edition(), typeface=own), _edition())) == []
    )


def test_a_typeface_without_bold_is_thickened(tmp_path: Path) -> None:
    path = tmp_path / "Own.ttf"
    path.write_bytes(bundled.read("lexend", "Regular"))
    regular, bold = _inks(rendered("pdf", _edition(), typeface=str(path)))
    assert bold > _HEAVIER * regular


@pytest.mark.parametrize("name", bundled.NAMES)
def test_the_faces_of_a_typeface_have_names_of_their_own(name: str) -> None:
    faces = [TTFont(BytesIO(bundled.read(name, face))) for face in ("Regular", "Bold")]
    for record in (2, 4, 6):
        assert all(a != b for a, b in pairwise(face["name"].getDebugName(record) for face in faces))
    for face in faces:
        assert bundled.called(face["name"].getDebugName(6)) is not None
    assert [face["OS/2"].usWeightClass for face in faces] == [400, 700]
