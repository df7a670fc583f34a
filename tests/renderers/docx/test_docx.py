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

from formats.checks.docx import DocxCheck
from formats.errors import RenderError
from formats.model import EasyRead, Idea, Leaflet, Media, Picture, Signoff, Text
from tests import leaflets, strategies
from tests.rendering import rendered, written
from tests.validators import openxml

BOTH = pytest.mark.parametrize(
    "leaflet", [leaflets.standard(), leaflets.easy_read()], ids=["standard", "easy-read"]
)
OPTIONS: list[dict[str, Any]] = [
    {}, {"font_size": 36, "paper": "A5", "line_spacing": 3.0}, {"page_colour": "black"},
    {"picture_side": "right", "picture_size": 8.0}, {"section_pages": True, "paper": "Letter"},
    {"picture_style": "outline", "skin_tone": "light"}, {"typeface": "Verdana", "paper": "A3"},
]  # fmt: skip


def _part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


@BOTH
@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_the_schema_finds_nothing(
    leaflet: Leaflet, options: dict[str, Any], tmp_path: Path
) -> None:
    path = written(tmp_path, "docx", leaflet, **options)
    assert openxml.complaints(path) == []
    assert list(DocxCheck().check(path, leaflet)) == []


@BOTH
def test_same_bytes_twice(leaflet: Leaflet) -> None:
    assert rendered("docx", leaflet) == rendered("docx", leaflet)


@given(leaflet=strategies.viewed_leaflets())
@settings(max_examples=25)
def test_every_word_in_order(leaflet: Leaflet, tmp_path: Path) -> None:
    assert list(DocxCheck().check(written(tmp_path, "docx", leaflet), leaflet)) == []


def test_an_option_changes_what_it_says() -> None:
    plain, tall = rendered("docx", leaflets.easy_read()), None
    tall = rendered("docx", leaflets.easy_read(), font_size=24, typeface="Verdana")
    assert '<w:sz w:val="32"/>' in _part(plain, "word/styles.xml")
    assert '<w:sz w:val="48"/>' in _part(tall, "word/styles.xml")
    assert "Theme" not in _part(tall, "word/styles.xml").split("latentStyles")[0]
    outline = rendered("docx", leaflets.easy_read(), picture_style="outline")
    toned = rendered("docx", leaflets.easy_read(), skin_tone="light")
    assert len({plain, outline, toned}) == 3


def test_checked_and_draft_are_told_apart() -> None:
    checked = replace(
        leaflets.easy_read(), signoff=Signoff("current", "easy-read group", "2026-11-20")
    )
    # The date stays on one line, by no-break spaces.
    shown = _part(rendered("docx", checked)).replace("\u00a0", " ")
    assert "Checked by easy-read group, on 20 November 2026" in shown
    assert "Draft: not yet checked" in _part(rendered("docx", leaflets.easy_read()))


def test_no_stale_part_and_no_empty_paragraph() -> None:
    data = rendered("docx", leaflets.standard())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = " ".join(package.namelist())
    assert "stylesWithEffects" not in names
    assert "thumbnail" not in names
    body = etree.fromstring(_part(data).encode())[0]
    empty = [p for p in body.iterchildren("{*}p") if not p.findall(".//{*}r")]
    assert empty == []


def test_a_leaflet_without_a_view_is_refused() -> None:
    leaflet = replace(leaflets.standard(), blocks=(EasyRead(()),), notes=())
    with pytest.raises(RenderError):
        rendered("docx", leaflet)


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        ("word/document.xml", "Every child ", "Every ", "docx-words"),
        ("word/document.xml", "Outer one", "one Outer", "docx-words"),
        ("word/document.xml", 'descr="A teacher"', 'descr=""', "docx-alt"),
        ("word/document.xml", "<w:tblHeader/>", "", "docx-header-row"),
        ("word/document.xml", 'w:val="Heading2"', 'w:val="Heading4"', "docx-heading"),
        ("word/document.xml", 'w:name="note-1"', 'w:name="note-x"', "docx-link"),
        ("word/document.xml", "</w:body>", "", "docx-broken"),
        ("word/styles.xml", 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"', "docx-language"),
    ],
)
def test_read_back_finds_damage(part: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    path = written(tmp_path, "docx", leaflets.standard())
    with zipfile.ZipFile(path) as package:
        files = {info: package.read(info) for info in package.infolist()}
    with zipfile.ZipFile(path, "w") as package:
        for info, data in files.items():
            if info.filename == part:
                assert old in data.decode()
            mended = data.decode().replace(old, new).encode() if info.filename == part else data
            package.writestr(info, mended)
    found = {finding.code for finding in DocxCheck().check(path, leaflets.standard())}
    assert code in found


def test_a_narrow_picture_does_not_tower_over_its_words() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (50, 400), "red").save(drawn, "PNG")
    media = Media("0" * 64, "image/png", drawn.getvalue())
    idea = Idea(Picture(media, "A tower", "tower"), (Text("A tower."),))
    leaflet = replace(leaflets.easy_read(), blocks=(idea,))
    extents = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', _part(rendered("docx", leaflet)))
    assert extents
    assert all(int(down) <= 1.26 * 8 * 360_000 for _, down in extents)
    assert any(int(across) < 1 * 360_000 for across, _ in extents)
