"""The EPUB renderer against EPUBCheck and the read-back."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from formats.checks.epub import EpubCheck
from formats.errors import RenderError
from formats.model import EasyRead, Leaflet, Link, Paragraph, Text
from tests import leaflets, strategies
from tests.rendering import rendered, written
from tests.validators import epubcheck

pytestmark = pytest.mark.xdist_group("jvm")
BOTH = pytest.mark.parametrize(
    "leaflet", [leaflets.standard(), leaflets.easy_read()], ids=["standard", "easy-read"]
)


def _files(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}


@BOTH
@pytest.mark.parametrize(
    "options", [{}, {"typeface": "atkinson-hyperlegible"}, {"certified_by": "A team"}]
)
def test_epubcheck_finds_nothing(leaflet: Leaflet, options: dict[str, str], tmp_path: Path) -> None:
    assert epubcheck.complaints(written(tmp_path, "epub", leaflet, **options)) == []


@BOTH
def test_read_back_finds_nothing(leaflet: Leaflet, tmp_path: Path) -> None:
    assert list(EpubCheck().check(written(tmp_path, "epub", leaflet), leaflet)) == []


@BOTH
def test_same_bytes_twice(leaflet: Leaflet) -> None:
    assert rendered("epub", leaflet) == rendered("epub", leaflet)


@given(leaflet=strategies.viewed_leaflets())
@settings(max_examples=15)
def test_every_word_in_order(leaflet: Leaflet, tmp_path: Path) -> None:
    path = written(tmp_path, "epub", leaflet)
    assert list(EpubCheck().check(path, leaflet)) == []
    assert epubcheck.complaints(path) == []


def test_conformance_is_claimed_only_when_somebody_said_so() -> None:
    plain = _files(rendered("epub", leaflets.standard()))["EPUB/content.opf"]
    said = _files(rendered("epub", leaflets.standard(), certified_by="IASK"))["EPUB/content.opf"]
    assert "conformsTo" not in plain
    assert "conformsTo" in said
    assert ">IASK<" in said


def test_text_alternatives_are_claimed_only_where_there_are_some() -> None:
    bare = replace(leaflets.standard(), blocks=(leaflets.paragraph("Words only."),), notes=())
    assert "alternativeText" not in _files(rendered("epub", bare))["EPUB/content.opf"]
    assert "alternativeText" in _files(rendered("epub", leaflets.standard()))["EPUB/content.opf"]


def test_every_easy_read_edition_says_draft() -> None:
    files = _files(rendered("epub", leaflets.easy_read()))
    assert "Draft: not yet checked" in files["EPUB/title.xhtml"]
    assert "Draft: not yet checked" in files["EPUB/content.opf"]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "]]> & <!-- -->", "x" * 5000])
def test_hostile_words_stay_words(words: str, tmp_path: Path) -> None:
    leaflet = replace(leaflets.standard(), title=words, blocks=(leaflets.paragraph(words),))
    path = written(tmp_path, "epub", replace(leaflet, notes=()))
    assert epubcheck.complaints(path) == []
    assert list(EpubCheck().check(path, replace(leaflet, notes=()))) == []


def test_a_link_inside_leads_to_the_file_of_its_section(tmp_path: Path) -> None:
    link = Paragraph((Link("#lists", (Text("the lists"),)),))
    leaflet = replace(leaflets.standard(), blocks=(link, *leaflets.standard_blocks()))
    assert 'href="section-02.xhtml#lists"' in _files(rendered("epub", leaflet))["EPUB/start.xhtml"]


def test_a_leaflet_without_a_view_is_refused() -> None:
    leaflet = replace(leaflets.standard(), blocks=(EasyRead(()),), notes=())
    with pytest.raises(RenderError):
        rendered("epub", leaflet)


def _damaged(path: Path, name: str, old: bytes, new: bytes) -> Path:
    with zipfile.ZipFile(path) as book:
        files = {info: book.read(info) for info in book.infolist()}
    assert any(old in data for info, data in files.items() if info.filename == name)
    with zipfile.ZipFile(path, "w") as book:
        for info, data in files.items():
            book.writestr(info, data.replace(old, new) if info.filename == name else data)
    return path


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("EPUB/section-01.xhtml", b"Every child", b"Every", "epub-words"),
        ("EPUB/section-02.xhtml", b"Outer one", b"one Outer", "epub-words"),
        ("EPUB/notes.xhtml", b"The words of the note", b"The note", "epub-words"),
        ("EPUB/nav.xhtml", b"section-05.xhtml#plan", b"section-05.xhtml#plot", "epub-link"),
        ("EPUB/section-03.xhtml", b'alt="A teacher"', b"", "epub-alt"),
        ("EPUB/section-03.xhtml", b'lang="en-GB" xml:lang', b"xml:lang", "epub-language"),
        ("EPUB/section-03.xhtml", b"</html>", b"", "epub-broken"),
        ("mimetype", b"epub", b"opub", "epub-broken"),
    ],
)
def test_read_back_finds_damage(
    name: str, old: bytes, new: bytes, code: str, tmp_path: Path
) -> None:
    path = _damaged(written(tmp_path, "epub", leaflets.standard()), name, old, new)
    assert code in {finding.code for finding in EpubCheck().check(path, leaflets.standard())}
