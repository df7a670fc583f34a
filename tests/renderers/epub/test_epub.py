"""The EPUB renderer against EPUBCheck and the read-back."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from formats import model
from formats.checks.epub import EpubCheck
from formats.errors import RenderError
from tests import leaflets, strategies
from tests.rendering import rendered, written
from tests.validators import epubcheck

pytestmark = pytest.mark.xdist_group("jvm")
EDITIONS = {name: each for name, each in leaflets.editions().items() if name != "label"}
STANDARD, WELSH = EDITIONS["standard"], EDITIONS["welsh"]
ALL = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)


def _files(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}


def _book(leaflet: model.Leaflet) -> dict[str, str]:
    return _files(rendered("epub", leaflets.edition(leaflet)))


def _complaints(path: Path, edition: model.Edition) -> list[str]:
    return [*map(str, EpubCheck().check(path, edition)), *epubcheck.complaints(path)]


@ALL
@pytest.mark.parametrize(
    "options", [{}, {"typeface": "atkinson-hyperlegible"}, {"certified_by": "A team"}]
)
def test_epubcheck_finds_nothing(
    edition: model.Edition, options: dict[str, str], tmp_path: Path
) -> None:
    assert epubcheck.complaints(written(tmp_path, "epub", edition, **options)) == []


@ALL
def test_read_back_finds_nothing(edition: model.Edition, tmp_path: Path) -> None:
    assert list(EpubCheck().check(written(tmp_path, "epub", edition), edition)) == []


@ALL
def test_same_bytes_twice(edition: model.Edition) -> None:
    assert rendered("epub", edition) == rendered("epub", edition)


@given(edition=strategies.editions())
@settings(max_examples=15)
def test_every_word_in_order(edition: model.Edition, tmp_path: Path) -> None:
    assert _complaints(written(tmp_path, "epub", edition), edition) == []


def test_what_e_books_seldom_hold(tmp_path: Path) -> None:
    edition = leaflets.edition(
        replace(leaflets.standard(), blocks=strategies.nested_blocks(), notes=())
    )
    assert _complaints(written(tmp_path, "epub", edition), edition) == []


def test_conformance_is_claimed_only_when_somebody_said_so() -> None:
    plain = _files(rendered("epub", STANDARD))["EPUB/content.opf"]
    said = _files(rendered("epub", STANDARD, certified_by="IASK"))["EPUB/content.opf"]
    assert "conformsTo" not in plain
    assert "conformsTo" in said
    assert ">IASK<" in said


def test_text_alternatives_are_claimed_only_where_there_are_some() -> None:
    bare = replace(leaflets.standard(), blocks=(leaflets.paragraph("Words only."),), notes=())
    assert "alternativeText" not in _book(bare)["EPUB/content.opf"]
    assert "alternativeText" in _files(rendered("epub", STANDARD))["EPUB/content.opf"]


def test_every_easy_read_edition_says_draft() -> None:
    files = _files(rendered("epub", EDITIONS["easy-read"]))
    for name in ("title.xhtml", "about.xhtml", "content.opf"):
        assert "Draft: not yet checked" in files[f"EPUB/{name}"]


def test_the_cover_has_every_line() -> None:
    title = _files(rendered("epub", STANDARD))["EPUB/title.xhtml"]
    assert re.findall(r"<p>([^<]+)</p>", title) == [
        "For tests", "Information Advice and Support Kent", "Helping you to make informed choices",
        "Edition: October 2025",
    ]  # fmt: skip


def test_an_easy_e_book_says_so_wherever_books_are_listed() -> None:
    files = _files(rendered("epub", EDITIONS["easy-read"]))
    assert "<dc:title>Every kind of node: Easy read</dc:title>" in files["EPUB/content.opf"]
    cover = files["EPUB/cover.xhtml"]
    assert re.search(r'<main><section [^>]*><h1 [^>]*><img [^>]*alt="[^"]*: Easy read\.', cover)
    assert '<p class="large">' in files["EPUB/title.xhtml"]


@pytest.mark.parametrize("typeface", ["lexend", "arimo"])
def test_easy_read_is_in_the_typeface_that_is_chosen(typeface: str) -> None:
    files = _files(rendered("epub", EDITIONS["easy-read"], typeface=typeface))
    family = typeface.capitalize()
    assert f'body {{ font-family: "{family}", sans-serif; }}' in files["EPUB/style.css"]
    assert files["EPUB/style.css"].count("font-family") == 3


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "]]> & <!-- -->", "x" * 5000])
def test_hostile_words_stay_words(words: str, tmp_path: Path) -> None:
    blocks = (leaflets.paragraph(words),)
    leaflet = replace(leaflets.standard(), title=words, blocks=blocks, notes=())
    edition = leaflets.edition(leaflet)
    assert _complaints(written(tmp_path, "epub", edition), edition) == []


def test_a_link_inside_leads_to_the_file_of_its_section() -> None:
    link = model.Paragraph((model.Link("#lists", (model.Text("the lists"),)),))
    leaflet = replace(leaflets.standard(), blocks=(link, *leaflets.standard_blocks()))
    assert 'href="section-02.xhtml#lists"' in _book(leaflet)["EPUB/start.xhtml"]


def test_what_stands_between_sections_stays_there() -> None:
    first, *others = leaflets.standard_blocks()[1:]
    leaflet = replace(leaflets.standard(), blocks=(first, leaflets.paragraph("Between."), *others))
    order = re.findall(r'idref="item-([\w-]+)-xhtml"', _book(leaflet)["EPUB/content.opf"])
    assert order[3:6] == ["section-01", "start", "section-02"]


@pytest.mark.parametrize("name", ["toc.ncx", "nav.xhtml"])
def test_contents_have_sections_and_steps(name: str) -> None:
    text = _files(rendered("epub", STANDARD))[f"EPUB/{name}"]
    places = [text.index(f'"section-05.xhtml#{each}"') for each in ("approach", "assess", "plan")]
    assert places == sorted(places)
    assert "Step 1 of 2: Assess" in text


def test_a_text_without_sections_has_contents_too(tmp_path: Path) -> None:
    bare = model.Leaflet("bare", "Bare", "en-GB", (leaflets.paragraph("Words."),), view="standard")
    edition = leaflets.edition(replace(bare, identifier="urn:x:bare"))
    assert edition.part("contents") is None
    assert _complaints(written(tmp_path, "epub", edition), edition) == []


def test_a_note_that_is_called_twice_leads_back_to_its_first_call() -> None:
    again = leaflets.standard_blocks()[1]
    assert isinstance(again, model.Section)
    leaflet = replace(leaflets.standard(), blocks=(again, replace(again, id="again")))
    files = _book(leaflet)
    assert sum(text.count('id="call.1"') for text in files.values()) == 1
    assert 'href="section-01.xhtml#call.1"' in files["EPUB/notes.xhtml"]


def test_a_welsh_e_book_names_its_parts_in_welsh() -> None:
    files = _files(rendered("epub", WELSH))
    _, landmarks = files["EPUB/nav.xhtml"].split('epub:type="landmarks"')
    assert re.findall(r">([^<>]+)</a>", landmarks) == [
        "Clawr", "Cynnwys", "Tudalen deitl", "Dechrau’r testun", "Nodiadau",
        "Am yr argraffiad hwn",
    ]  # fmt: skip
    assert "Yn ôl at nodyn 1 yn y testun" in files["EPUB/notes.xhtml"]
    assert 'alt="Clawr: Croeso.' in files["EPUB/cover.xhtml"]
    assert "Mae penawdau" in files["EPUB/content.opf"]


def test_a_language_without_words_says_that_its_landmarks_are_english() -> None:
    nav = _book(replace(leaflets.standard(), language="pl"))["EPUB/nav.xhtml"]
    assert '<span lang="en-GB" xml:lang="en-GB">Start of the text</span>' in nav


def test_a_leaflet_that_is_no_edition_is_refused() -> None:
    edition = replace(STANDARD, parts=(model.Part("text", "part.text", (), (model.EasyRead(()),)),))
    with pytest.raises(RenderError):
        rendered("epub", edition)


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
        ("EPUB/title.xhtml", b"Helping you to make informed choices", b"", "epub-words"),
        ("EPUB/nav.xhtml", b"Step 2 of 2", b"", "epub-words"),
        ("EPUB/about.xhtml", b"Edition: October 2025", b"", "epub-words"),
        ("EPUB/nav.xhtml", b"section-05.xhtml#plan", b"section-05.xhtml#plot", "epub-link"),
        ("EPUB/section-01.xhtml", b' lang="cy"', b"", "epub-language"),
        ("EPUB/section-03.xhtml", b'alt="A teacher"', b"", "epub-alt"),
        ("EPUB/section-03.xhtml", b'lang="en-GB" xml:lang', b"xml:lang", "epub-language"),
        ("EPUB/section-03.xhtml", b"</html>", b"", "epub-broken"),
        ("EPUB/content.opf", b">Every kind", b">Some kind", "epub-title"),
        ("mimetype", b"epub", b"opub", "epub-broken"),
    ],
)
def test_read_back_finds_damage(
    name: str, old: bytes, new: bytes, code: str, tmp_path: Path
) -> None:
    path = _damaged(written(tmp_path, "epub", STANDARD), name, old, new)
    assert code in {finding.code for finding in EpubCheck().check(path, STANDARD)}


def test_read_back_hears_english_in_a_welsh_book(tmp_path: Path) -> None:
    marks = b' lang="en-GB" xml:lang="en-GB">Helping'
    path = _damaged(written(tmp_path, "epub", WELSH), "EPUB/title.xhtml", marks, b">Helping")
    [finding] = EpubCheck().check(path, WELSH)
    assert finding.code == "epub-language"
    assert "marked as cy" in finding.message
