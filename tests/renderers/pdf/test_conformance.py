"""Every PDF against veraPDF, a second validator, and the read-back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from formats.checks.pdf import PdfCheck
from formats.model import Edition
from formats.reading import catalogue
from formats.reading.catalogue import Format
from tests import leaflets, strategies
from tests.rendering import rendered, written
from tests.validators import page_ua, verapdf

pytestmark = pytest.mark.xdist_group("jvm")
EDITIONS = {name: e for name, e in leaflets.editions().items() if name != "label"}
OPTIONS: dict[str, dict[str, Any]] = {
    "as-it-is": {},
    "giant": {"font_size": 36},
    "largest-on-a5": {"font_size": 44, "paper": "A5"},
    "a3-landscape": {"paper": "A3", "orientation": "landscape"},
    "letter-acb": {"paper": "Letter", "guideline": "ACB-2025"},
    "yellow-on-black": {"colours": "yellow-on-black", "bold": True},
    "sections-in-volumes": {"section_pages": True, "volume_sheets": 1, "binding_margin": 15},
    "arimo": {"typeface": "arimo", "guideline": "ACB-2025"},
    "lexend-bold": {"typeface": "lexend", "bold": True},
    "outlines": {"picture_style": "outline", "skin_tone": "dark", "line_spacing": 2},
}


def _fit(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Return options with a typeface that has the letters of the edition."""
    return {"typeface": "arimo"} | options if name == "welsh" else options


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("part", [1, 2])
def test_validators_find_nothing(
    name: str, options: dict[str, Any], part: int, tmp_path: Path
) -> None:
    edition = EDITIONS[name]
    path = written(tmp_path, "pdf", edition, pdf_ua=part, **_fit(name, options))
    assert verapdf.complaints(path, part) == []
    assert list(PdfCheck().check(path, edition)) == []
    if part == 1:
        assert page_ua.complaints(path) == []


FORMATS = [found for found in catalogue.read(Path("source")).values() if found.renderer == "pdf"]


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: chosen.name)
@pytest.mark.parametrize("part", [1, 2])
def test_the_real_leaflet_in_each_format(chosen: Format, part: int, tmp_path: Path) -> None:
    edition = leaflets.edition(leaflets.real(chosen.view))
    options = {key.replace("-", "_"): value for key, value in chosen.options.items()}
    path = written(tmp_path, "pdf", edition, pdf_ua=part, **options)
    assert verapdf.complaints(path, part) == []
    assert list(PdfCheck().check(path, edition)) == []


def test_the_real_leaflet_is_small_enough_to_email() -> None:
    assert len(rendered("pdf", leaflets.edition(leaflets.real("standard")))) <= 90_000


@given(edition=strategies.editions())
@settings(max_examples=25)
def test_every_word_in_order(edition: Edition, tmp_path: Path) -> None:
    path = written(tmp_path, "pdf", edition)
    assert list(PdfCheck().check(path, edition)) == []
    assert verapdf.complaints(path) == []


@pytest.mark.parametrize("name", EDITIONS)
def test_same_bytes_twice(name: str) -> None:
    edition, options = EDITIONS[name], _fit(name, {})
    assert rendered("pdf", edition, **options) == rendered("pdf", edition, **options)


@pytest.mark.parametrize("words", ["<b>&amp;</b> ]]>", "(a) \\ ) (", "x" * 5000, "–—“”‘’…€£½"])
def test_hostile_words_stay_words(words: str, tmp_path: Path) -> None:
    blocks = (leaflets.paragraph(words),)
    leaflet = replace(leaflets.standard(), title=words, description=words, blocks=blocks, notes=())
    edition = leaflets.edition(leaflet)
    path = written(tmp_path, "pdf", edition)
    assert list(PdfCheck().check(path, edition)) == []
    assert verapdf.complaints(path) == []
