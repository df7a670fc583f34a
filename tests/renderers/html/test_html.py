"""Web pages, read back and as they are written."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import html

from formats.checks.html import HtmlCheck
from formats.errors import FormatsError, RenderError
from formats.model import EasyRead, Edition, Part
from formats.renderers import registry
from tests import leaflets, strategies
from tests.rendering import rendered, written

EDITIONS = {name: each for name, each in leaflets.editions().items() if name != "label"}
STANDARD, EASY, WELSH = EDITIONS["standard"], EDITIONS["easy-read"], EDITIONS["welsh"]
OPTIONS: dict[str, dict[str, Any]] = {
    "as-it-is": {},
    "large": {"font_size": 400},
    "arimo": {"typeface": "arimo"},
    "colours": {"colours": "#1a1a1a-on-#fff8e0"},
    "outlines": {"picture_style": "outline", "skin_tone": "dark"},
}


def _complaints(path: Path, edition: Edition) -> list[str]:
    return list(map(str, HtmlCheck().check(path, edition)))


def _page(edition: Edition, **options: Any) -> str:
    return rendered("html", edition, **options).decode()


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_read_back_finds_nothing(name: str, options: dict[str, Any], tmp_path: Path) -> None:
    path = written(tmp_path, "html", EDITIONS[name], **options)
    assert _complaints(path, EDITIONS[name]) == []
    assert path.read_bytes() == rendered("html", EDITIONS[name], **options)


@given(edition=strategies.editions())
@settings(max_examples=25)
def test_every_word_in_order(edition: Edition, tmp_path: Path) -> None:
    assert _complaints(written(tmp_path, "html", edition), edition) == []


@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_what_web_pages_seldom_hold(language: str, tmp_path: Path) -> None:
    blocks = strategies.nested_blocks()
    leaflet = replace(leaflets.standard(), blocks=blocks, notes=(), language=language)
    edition = leaflets.edition(leaflet)
    assert _complaints(written(tmp_path, "html", edition), edition) == []


@pytest.mark.parametrize(
    "words", ["</style><script>alert(1)</script>", "]]> & <!-- -->", "x" * 5000]
)
def test_hostile_words_stay_words(words: str, tmp_path: Path) -> None:
    blocks = (leaflets.paragraph(words),)
    leaflet = replace(leaflets.standard(), title=words, description=words, blocks=blocks, notes=())
    edition = leaflets.edition(leaflet)
    assert _complaints(written(tmp_path, "html", edition), edition) == []


def test_landmarks_and_the_way_to_the_text() -> None:
    body = html.document_fromstring(rendered("html", STANDARD)).find("body")
    assert body is not None
    assert [node.tag for node in body] == ["a", "header", "nav", "main", "footer"]
    assert body[0].get("href") == "#part.text"
    assert [len(body.findall(f".//{name}")) for name in ("h1", "main", "nav")] == [1, 1, 1]


def test_a_page_says_its_language_and_direction() -> None:
    assert '<html lang="cy" dir="ltr">' in _page(WELSH)
    arabic = _page(leaflets.edition(replace(leaflets.standard(), language="ar")))
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<a href="#part.text" class="skip"><span lang="en-GB" dir="ltr">Skip' in arabic


def test_the_title_says_what_kind_of_edition_this_is() -> None:
    assert "<title>Every kind of node</title>" in _page(STANDARD)
    assert "<title>Every kind of node: Easy read</title>" in _page(EASY)


def test_each_cell_knows_its_head_where_there_is_no_room_for_a_table() -> None:
    cells = re.findall(r'<td data-head="([^"]*)">', _page(STANDARD))
    assert cells == ["Who: ", "Phone: ", "Cost: "] * 2


def test_options_are_in_the_style() -> None:
    page = _page(STANDARD, font_size=200, colours="yellow-on-black", typeface="lexend")
    assert "html { font-size: 200%; }" in page
    assert "--text: #ffee33; --page: #000000;" in page
    assert page.count("url(data:font/ttf;base64,") == 2
    assert "font/ttf" not in _page(STANDARD)


def test_pictures_are_as_asked_for() -> None:
    pages = {_page(EASY), _page(EASY, picture_style="outline"), _page(EASY, skin_tone="light")}
    assert len(pages) == 3


@pytest.mark.parametrize("colours", ["pink", "#777777-on-#888888"])
def test_colours_that_nobody_could_read_are_refused(colours: str) -> None:
    with pytest.raises(FormatsError):
        rendered("html", STANDARD, colours=colours)


def test_a_leaflet_that_is_no_edition_is_refused() -> None:
    edition = replace(STANDARD, parts=(Part("text", "part.text", (), (EasyRead(()),)),))
    with pytest.raises(RenderError):
        rendered("html", edition)


def test_its_kind() -> None:
    renderer = registry.load("html")
    assert renderer.kind(renderer.Options()).media_type == "text/html"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Every child", "Every", "html-words"),
        ("Helping you to make informed choices", "", "html-words"),
        (">Step 2 of 2: Plan</a>", "></a>", "html-words"),
        ("Edition: October 2025</p></header>", "</p></header>", "html-words"),
        (' lang="cy"', "", "html-language"),
        ('<html lang="en-GB"', "<html", "html-language"),
        ("<h1", "<h2", "html-heading"),
        ('href="#plan"', 'href="#plot"', "html-link"),
        ('id="assess"', 'id="plan"', "html-link"),
        ('alt="A teacher"', "", "html-alt"),
        ("<main", '<script src="https://x.example/a.js"></script><main', "html-outside"),
        ("<main", '<img src="a.png" alt=""><main', "html-outside"),
        ("<style>", "<style>@import 'a.css';", "html-outside"),
        ("<style>", "<style>p { background: url(a.png) }", "html-outside"),
    ],
)  # fmt: skip
def test_read_back_finds_damage(old: str, new: str, code: str, tmp_path: Path) -> None:
    path = written(tmp_path, "html", STANDARD)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert code in {finding.code for finding in HtmlCheck().check(path, STANDARD)}


def test_read_back_hears_english_in_a_welsh_page(tmp_path: Path) -> None:
    path = written(tmp_path, "html", WELSH)
    text = path.read_text(encoding="utf-8")
    unmarked = text.replace('<span lang="en-GB">Helping', "<span>Helping")
    assert unmarked != text
    path.write_text(unmarked, encoding="utf-8")
    [finding] = HtmlCheck().check(path, WELSH)
    assert finding.code == "html-language"
    assert "marked as cy" in finding.message


def test_an_empty_page_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"  ")
    assert [finding.code for finding in HtmlCheck().check(path, STANDARD)] == ["html-broken"]
