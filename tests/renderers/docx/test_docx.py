"""The DOCX renderer against the Open XML schema and the read-back."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree
from PIL import Image

from formats import views
from formats.checks.docx import DocxCheck
from formats.errors import RenderError
from formats.model import Block, EasyRead, Edition, Idea, Media, Picture, Signoff, Text
from tests import leaflets, strategies
from tests.rendering import rendered, written
from tests.validators import openxml

EDITIONS = {name: edition for name, edition in leaflets.editions().items() if name != "label"}
EACH = pytest.mark.parametrize("name", EDITIONS)
STANDARD, EASY_READ = EDITIONS["standard"], EDITIONS["easy-read"]
OPTIONS: list[dict[str, Any]] = [
    {}, {"font_size": 36, "paper": "A5", "line_spacing": 3.0}, {"page_colour": "black"},
    {"picture_side": "right", "picture_size": 8.0}, {"section_pages": True, "paper": "Letter"},
    {"picture_style": "outline", "skin_tone": "light"}, {"typeface": "Verdana", "paper": "A3"},
]  # fmt: skip


def _part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


@EACH
@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_the_schema_finds_nothing(name: str, options: dict[str, Any], tmp_path: Path) -> None:
    path = written(tmp_path, "docx", EDITIONS[name], **options)
    assert openxml.complaints(path) == []
    assert list(DocxCheck().check(path, EDITIONS[name])) == []


@EACH
def test_same_bytes_twice(name: str) -> None:
    assert rendered("docx", EDITIONS[name]) == rendered("docx", EDITIONS[name])


@given(edition=strategies.editions())
@settings(max_examples=25)
def test_every_word_in_order(edition: Edition, tmp_path: Path) -> None:
    assert list(DocxCheck().check(written(tmp_path, "docx", edition), edition)) == []


def test_an_option_changes_what_it_says() -> None:
    plain, tall = rendered("docx", EASY_READ), None
    tall = rendered("docx", EASY_READ, font_size=24, typeface="Verdana")
    assert '<w:sz w:val="32"/>' in _part(plain, "word/styles.xml")
    assert '<w:sz w:val="48"/>' in _part(tall, "word/styles.xml")
    assert "Theme" not in _part(tall, "word/styles.xml").split("latentStyles")[0]
    outline = rendered("docx", EASY_READ, picture_style="outline")
    toned = rendered("docx", EASY_READ, skin_tone="light")
    assert len({plain, outline, toned}) == 3


def test_checked_and_draft_are_told_apart() -> None:
    signoff = Signoff("current", "easy-read group", "2026-11-20")
    checked = views.edition(leaflets.easy_read(), "easy-read", signoff)
    # The date stays on one line, by no-break spaces.
    shown = _part(rendered("docx", checked)).replace("\u00a0", " ")
    assert "Checked by easy-read group, on 20 November 2026" in shown
    assert "Draft: not yet checked" in _part(rendered("docx", EASY_READ))


def test_no_stale_part_and_no_empty_paragraph() -> None:
    data = rendered("docx", STANDARD)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = " ".join(package.namelist())
    assert "stylesWithEffects" not in names
    assert "thumbnail" not in names
    body = etree.fromstring(_part(data).encode())[0]
    empty = [p for p in body.iterchildren("{*}p") if not p.findall(".//{*}r")]
    assert empty == []


def test_a_leaflet_without_a_view_is_refused() -> None:
    with pytest.raises(RenderError, match="not been made into an edition"):
        rendered("docx", _with(EasyRead(())))


def _with(*blocks: Block, language: str = "en-GB") -> Edition:
    leaflet = replace(leaflets.standard(), blocks=blocks, notes=(), language=language)
    return leaflets.edition(leaflet)


def test_a_narrow_picture_does_not_tower_over_its_words() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (50, 400), "red").save(drawn, "PNG")
    media = Media("0" * 64, "image/png", drawn.getvalue())
    idea = Idea(Picture(media, "A tower", "tower"), (Text("A tower."),))
    extents = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', _part(rendered("docx", _with(idea))))
    assert extents
    assert all(int(down) <= 1.26 * 8 * 360_000 for _, down in extents)
    assert any(int(across) < 1 * 360_000 for across, _ in extents)
