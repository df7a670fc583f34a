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

from formats import model, views
from formats.checks.docx import DocxCheck
from formats.errors import RenderError
from tests import leaflets, strategies
from tests.renderers.docx.opened import part, root, value, w, words
from tests.rendering import rendered, written
from tests.validators import openxml

EDITIONS = {name: edition for name, edition in leaflets.editions().items() if name != "label"}
EACH = pytest.mark.parametrize("name", EDITIONS)
STANDARD, EASY_READ = EDITIONS["standard"], EDITIONS["easy-read"]
IDEA = model.Idea(leaflets.SCHOOL, (model.Text("A school."),))
OPTIONS: list[dict[str, Any]] = [
    {}, {"font_size": 36, "paper": "A5", "line_spacing": 3.0}, {"page_colour": "black"},
    {"picture_side": "right", "picture_size": 8.0}, {"section_pages": True, "paper": "Letter"},
    {"picture_style": "outline", "skin_tone": "light"}, {"typeface": "Verdana", "paper": "A3"},
]  # fmt: skip


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
def test_every_word_in_order(edition: model.Edition, tmp_path: Path) -> None:
    assert list(DocxCheck().check(written(tmp_path, "docx", edition), edition)) == []


def test_an_option_changes_what_it_says() -> None:
    plain, tall = rendered("docx", EASY_READ), None
    tall = rendered("docx", EASY_READ, font_size=24, typeface="Verdana")
    assert '<w:sz w:val="32"/>' in part(plain, "word/styles.xml")
    assert '<w:sz w:val="48"/>' in part(tall, "word/styles.xml")
    assert "Theme" not in part(tall, "word/styles.xml").split("latentStyles")[0]
    outline = rendered("docx", EASY_READ, picture_style="outline")
    toned = rendered("docx", EASY_READ, skin_tone="light")
    assert len({plain, outline, toned}) == 3


def test_checked_and_draft_are_told_apart() -> None:
    signoff = model.Signoff("current", "easy-read group", "2026-11-20")
    checked = views.edition(leaflets.easy_read(), "easy-read", signoff)
    # The date stays on one line, by no-break spaces.
    shown = part(rendered("docx", checked)).replace("\u00a0", " ")
    assert "Checked by easy-read group, on 20 November 2026" in shown
    assert "Draft: not yet checked" in part(rendered("docx", EASY_READ))


def test_no_stale_part_and_no_empty_paragraph() -> None:
    data = rendered("docx", STANDARD)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = " ".join(package.namelist())
    assert "stylesWithEffects" not in names
    assert "thumbnail" not in names
    body = etree.fromstring(part(data).encode())[0]
    empty = [p for p in body.iterchildren("{*}p") if not p.findall(".//{*}r")]
    assert empty == []


def test_a_leaflet_without_a_view_is_refused() -> None:
    with pytest.raises(RenderError, match="not been made into an edition"):
        rendered("docx", _with(model.EasyRead(())))


def _with(*blocks: model.Block, language: str = "en-GB") -> model.Edition:
    leaflet = replace(leaflets.standard(), blocks=blocks, notes=(), language=language)
    return leaflets.edition(leaflet)


def test_a_narrow_picture_does_not_tower_over_its_words() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (50, 400), "red").save(drawn, "PNG")
    media = model.Media("0" * 64, "image/png", drawn.getvalue())
    idea = model.Idea(model.Picture(media, "A tower", "tower"), (model.Text("A tower."),))
    extents = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', part(rendered("docx", _with(idea))))
    assert extents
    assert all(int(down) <= 1.26 * 8 * 360_000 for _, down in extents)
    assert any(int(across) < 1 * 360_000 for across, _ in extents)


def test_contents_lead_to_each_heading_and_store_no_page() -> None:
    document = root(STANDARD)
    entries = [p for p in document.iter(w("p")) if value(p, "pPr/pStyle") == "ContentsEntry"]
    assert [words(entry) for entry in entries][-5:-2] == [
        "Step 2 of 2: Plan", "Contact", "Notes",
    ]  # fmt: skip
    names = {mark.get(w("name")) for mark in document.iter(w("bookmarkStart"))}
    for entry in entries:
        anchor = value(entry, "hyperlink", "anchor")
        assert anchor in names
        assert [node.text for node in entry.iter(w("instrText"))] == [f" PAGEREF {anchor} "]
    kept = [p.find(f".//{w('keepNext')}") is not None for p in entries]
    assert kept == [False] * (len(kept) - 3) + [True, True, False]
    # Word would ask each reader about "fields that may refer to other files".
    assert document.find(f".//{w('fldChar')}[@{w('dirty')}]") is None
    assert root(STANDARD, "word/settings.xml").find(w("updateFields")) is None


def test_each_part_of_an_edition_begins_where_it_should() -> None:
    begun = [
        p for p in root(STANDARD).iter(w("p")) if p.find(f".//{w('pageBreakBefore')}") is not None
    ]
    assert [words(p) for p in begun] == ["Contents", "Words before the first section."]
    pictured = [
        p
        for p in root(_with(IDEA)).iter(w("p"))
        if p.find(f".//{w('pageBreakBefore')}") is not None
    ]
    assert len(pictured) == 1  # in the first row of the table


def test_lines_of_tables_are_seen_on_a_black_page() -> None:
    styles = root(STANDARD, "word/styles.xml", page_colour="black")
    grid = next(each for each in styles.iter(w("style")) if each.get(w("styleId")) == "TableGrid")
    lines = grid.find(f".//{w('tblBorders')}")
    assert lines is not None
    assert {line.get(w("color")) for line in lines} == {"FFEB3B"}


def test_a_footer_has_one_line_whatever_the_title() -> None:
    title = "Special Educational Needs (SEN) support in mainstream schools"
    for paper, size, shown in (
        ("A3", 14, f"{title} – Page  of "), ("A4", 16, "Special Educational Needs – Page  of "),
        ("A5", 36, "Page  of "),
    ):  # fmt: skip
        edition = replace(STANDARD, title=title)
        assert words(root(edition, "word/footer1.xml", paper=paper, font_size=size)) == shown


def test_an_address_may_end_a_line_but_no_word_of_it() -> None:
    shown = part(rendered("docx", STANDARD))
    assert "www.kent.\u200bgov.\u200buk/\u200beducation-\u200band-\u200bchildren<" in shown
    assert 'Target="https://www.kent.gov.uk/education-and-children"' in part(
        rendered("docx", STANDARD), "word/_rels/document.xml.rels"
    )


def test_a_link_that_leads_nowhere_is_refused_with_its_words() -> None:
    lost = model.Paragraph((model.Link("#lost", (model.Text("the lost part"),)),))
    with pytest.raises(RenderError, match="“the lost part” leads to “#lost”"):
        rendered("docx", replace(STANDARD, parts=(model.Part("text", "part.text", (), (lost,)),)))


def test_a_picture_shown_often_is_embedded_once() -> None:
    data = rendered("docx", _with(*[IDEA] * 5))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert sum(name.startswith("word/media/") for name in package.namelist()) == 1
    assert part(data).count("<wp:inline") == 5


def test_properties_are_those_of_the_edition() -> None:
    core = part(rendered("docx", EASY_READ), "docProps/core.xml")
    for expected in (
        "<dc:title>Every kind of node<", "<dc:creator>Information Advice and Support Kent<",
        "<dc:language>en-GB<", "<dc:subject>Easy read<", "2025-10-01T00:00:00Z",
        "<cp:contentStatus>Draft: not yet checked by people with learning disabilities<",
    ):  # fmt: skip
        assert expected in core


def test_a_heading_of_a_quotation_is_none_of_the_document() -> None:
    section = model.Section(1, (model.Text("Theirs"),), "theirs", (leaflets.paragraph("Words."),))
    heading = next(
        p for p in root(_with(model.Quotation((section,)))).iter(w("p")) if words(p) == "Theirs"
    )
    assert value(heading, "pPr/pStyle") == "QuotedHeading"


def test_lines_and_tabs_of_code_are_kept() -> None:
    kept = next(
        p for p in root(_with(model.Preformatted("one\n\n  two\tthree"))).iter(w("p"))
        if value(p, "pPr/pStyle") == "Lines"
    )  # fmt: skip
    shown = [
        "".join(
            node.text or f"<{node.tag[len(w('')) :]}>" for run in kept.iter(w("r")) for node in run
        )
    ]
    assert shown == ["one<br><br>  two<tab>three"]


def test_a_number_is_not_lost_where_an_item_begins_with_no_paragraph() -> None:
    inner = model.BulletList((model.ListItem((leaflets.paragraph("inner"),)),))
    items = (
        model.ListItem((inner,)),
        model.ListItem(()),
        model.ListItem((leaflets.paragraph("last"),)),
    )
    body = root(_with(model.NumberedList(items, 7)))
    numbered = [p for p in body.iter(w("p")) if p.find(f".//{w('numPr')}") is not None]
    assert [(words(p), value(p, "pPr/numPr/ilvl")) for p in numbered] == [
        ("", "0"), ("inner", "1"), ("", "0"), ("last", "0"),
    ]  # fmt: skip


def test_the_easy_read_leaflet_is_light_with_pictures_that_are_large() -> None:
    real = leaflets.edition(leaflets.real("easy-read"))
    assert len(rendered("docx", real, picture_size=6.0)) < 1_200_000
