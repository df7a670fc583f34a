"""What the pages look like: sizes, edges, colours, what stays together."""

import io
from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from formats import model
from formats.checks.pdf import content
from formats.errors import Place, RenderError, UsageError
from formats.typefaces import bundled
from tests import leaflets
from tests.leaflets import paragraph
from tests.renderers.pdf import reading
from tests.rendering import rendered

MM = 72 / 25.4


STANDARD = leaflets.edition(leaflets.standard())
EASY_READ = leaflets.edition(leaflets.easy_read())


def _edition(*blocks: Any, **more: Any) -> model.Edition:
    changes: dict[str, Any] = {"blocks": blocks, "notes": ()} | more
    return leaflets.edition(replace(leaflets.standard(), **changes))


def _section(name: str, *blocks: Any) -> model.Section:
    return model.Section(2, (model.Text(name),), name.lower().replace(" ", "-"), blocks)


def _prose(count: int) -> tuple[model.Paragraph, ...]:
    words = "The school should talk with you about the help that your child gets there. " * 3
    return tuple(paragraph(f"{words}{number}.") for number in range(count))


@pytest.mark.parametrize("size", [14, 18, 36, 72])
@pytest.mark.parametrize("edition", [STANDARD, EASY_READ], ids=["standard", "easy-read"])
def test_every_letter_is_at_least_as_large_as_asked(size: float, edition: model.Edition) -> None:
    data = rendered("pdf", edition, font_size=size)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sizes = set(chain.from_iterable(content.read(page, {}).sizes for page in pdf.pages))
    assert min(sizes) == size


@pytest.mark.parametrize(
    "options",
    [
        {}, {"font_size": 72}, {"font_size": 44, "paper": "A5"}, {"paper": "A3"},
        {"orientation": "landscape", "font_size": 36}, {"binding_margin": 40, "paper": "A5"},
        {"bold": True, "line_spacing": 3},
    ],
)  # fmt: skip
@pytest.mark.parametrize("edition", [STANDARD, EASY_READ], ids=["standard", "easy-read"])
def test_nothing_is_off_the_page_or_in_its_margins(
    options: dict[str, Any], edition: model.Edition
) -> None:
    data = rendered("pdf", edition, **options)
    width, height = reading.sheet(data)
    left = (25 + options.get("binding_margin", 0)) * MM
    for page in reading.letters(data):
        for letter in page:
            # The tail of a j reaches left of where it begins, those of g and p below the line.
            assert letter.left >= left - 0.1 * letter.size, letter
            assert letter.right <= width - 25 * MM + 0.1 * letter.size, letter
            assert letter.bottom >= 25 * MM - 0.3 * letter.size, letter
            assert letter.top <= height - 25 * MM + 0.3 * letter.size, letter


@pytest.mark.parametrize(
    ("paper", "orientation", "sides"),
    [
        ("A4", "portrait", (210, 297)), ("A4", "landscape", (297, 210)),
        ("A3", "portrait", (297, 420)), ("A5", "portrait", (148, 210)),
        ("Letter", "portrait", (215.9, 279.4)),
    ],
)  # fmt: skip
def test_the_paper_is_as_asked(paper: str, orientation: str, sides: tuple[float, float]) -> None:
    data = rendered("pdf", _edition(*_prose(1)), paper=paper, orientation=orientation)
    assert reading.sheet(data) == pytest.approx([side * MM for side in sides], abs=0.1)


@pytest.mark.parametrize("size", [18, 24, 36])
def test_no_heading_is_last_on_a_page_and_no_line_alone(size: float) -> None:
    sections = [_section(f"Heading {n}", *_prose(1 + n % 3)) for n in range(25)]
    data = rendered("pdf", _edition(*sections), font_size=size)
    pages = reading.lines(data)
    first = next(
        n for n, page in enumerate(pages) if "Heading 0" in [each.strip() for each in page]
    )
    for page in pages[first:]:
        text = [line for line in page if not line.startswith(("Every kind", "Page "))]
        assert text
        assert not text[-1].startswith("Heading"), text


@pytest.mark.parametrize("size", [18, 30])
def test_a_lead_in_is_on_the_page_of_its_first_item(size: float) -> None:
    items = tuple(model.ListItem((paragraph(f"Item {n}"),)) for n in range(3))
    blocks = [
        b
        for n in range(12)
        for b in (*_prose(n % 3), paragraph(f"Lead {n}:"), model.BulletList(items))
    ]
    for page in reading.lines(rendered("pdf", _edition(*blocks), font_size=size)):
        text = [line for line in page if not line.startswith(("Every kind", "Page "))]
        assert not text[-1].startswith("Lead"), text


def test_lines_are_at_most_70_letters_long() -> None:
    data = rendered("pdf", _edition(*_prose(5)), font_size=14, paper="A3")
    assert max(len(line.rstrip()) for page in reading.lines(data) for line in page) <= 70


UNBROKEN = ["03000 41 3000", "1 May 2026", "March 2024", "paragraph 6.17", "ME16 8AE", "KS 2",
            "£1,200 million", "50 per cent", "Step 3"]  # fmt: skip


@pytest.mark.parametrize("together", UNBROKEN)
def test_numbers_stay_whole(together: str) -> None:
    blocks = [paragraph("a" * n + f" and then {together} is said here") for n in range(1, 60)]
    found = "\n".join(chain.from_iterable(reading.lines(rendered("pdf", _edition(*blocks)))))
    assert found.count(together) >= len(blocks)


def test_a_long_address_ends_lines_only_at_slashes_and_stops() -> None:
    address = "www.kent.gov.uk/education-and-children/special-educational-needs/what-to-do-if.pdf"
    data = rendered("pdf", _edition(paragraph(f"See https://{address} for more.")), font_size=24)
    lines = list(chain.from_iterable(reading.lines(data)))
    start = next(n for n, line in enumerate(lines) if "https" in line)
    for line, following in zip(lines[start:], lines[start + 1 :], strict=False):
        if "for more" in following:
            break
        assert line.rstrip().endswith("/") or following.startswith("."), (line, following)


COLOURS = {
    "black-on-white": ((0, 0, 0), (255, 255, 255)),
    "yellow-on-black": ((255, 238, 51), (0, 0, 0)),
    "#1a1a1a-on-#fff8e0": ((26, 26, 26), (255, 248, 224)),
}


@pytest.mark.parametrize("name", COLOURS)
def test_pages_have_the_colours_asked_for(name: str) -> None:
    picture = reading.picture(rendered("pdf", _edition(*_prose(3)), colours=name), scale=2)
    [(page, _), (text, _)] = Counter(picture.get_flattened_data()).most_common(2)
    assert (text, page) == COLOURS[name]


def test_a_dark_page_shows_pictures_on_white() -> None:
    data = rendered("pdf", EASY_READ, colours="white-on-black")
    pages = range(len(reading.lines(data)))
    white = [Counter(reading.picture(data, page).get_flattened_data()) for page in pages]
    assert max(counted[255, 255, 255] for counted in white) > 10_000


def test_contrast_too_low_is_refused_with_the_ratio() -> None:
    with pytest.raises(UsageError, match=r"3\.54 : 1"):
        rendered("pdf", STANDARD, colours="#888888-on-#ffffff")
    with pytest.raises(UsageError, match="no colours called"):
        rendered("pdf", STANDARD, colours="pink")


def test_each_section_can_begin_a_page() -> None:
    sections = [_section(f"Part {n}", paragraph("Short.")) for n in range(5)]
    pages = reading.lines(rendered("pdf", _edition(*sections), section_pages=True))
    firsts = [page[0].strip() for page in pages]
    assert [f"Part {n}" for n in range(5)] == [line for line in firsts if line.startswith("Part")]


def test_volumes_begin_at_sections_and_hold_no_more_sheets_than_asked() -> None:
    sections = [_section(f"Part {n}", *_prose(6)) for n in range(8)]
    pages = reading.lines(rendered("pdf", _edition(*sections), volume_sheets=2))
    volumes = Counter(line.split(",")[0] for page in pages for line in page if ", page" in line)
    numbers = [key.partition("Volume ")[2] for key in volumes]
    assert len(set(numbers)) > 2
    first = [page for page in pages if any("Volume 2 of" in line for line in page)]
    assert len(first) == 1
    assert all(count <= 4 for key, count in volumes.items() if "Volume 1" not in key), volumes


def test_contents_name_the_right_pages() -> None:
    sections = [_section(f"Part {'ABCDEFGH'[n]}", *_prose(4)) for n in range(8)]
    pages = reading.lines(rendered("pdf", _edition(*sections)))
    entries = {line[:6]: int(line.split()[-1]) for page in pages[:2] for line in page
               if line.startswith("Part ")}  # fmt: skip
    assert len(entries) == 8
    for words, number in entries.items():
        assert any(line.strip() == words for line in pages[number - 1]), (words, number)


def test_the_foot_of_a_page_says_something() -> None:
    title = "Special Educational Needs (SEN) support in mainstream schools"
    for short, expected in (
        ("", "Special Educational Needs (SEN)"),
        ("SEN support", "SEN support"),
    ):
        edition = replace(_edition(*_prose(9), title=title), short_title=short)
        assert any(
            line.startswith(f"{expected} Page") or line.strip() == expected
            for line in reading.lines(rendered("pdf", edition))[1]
        )


def test_an_entry_of_the_contents_is_one_link_as_wide_as_the_text() -> None:
    long = _section("A heading that is so long that its entry takes two lines of the contents")
    data = rendered("pdf", _edition(*(_section(f"Part {n}", *_prose(1)) for n in range(3)), long))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        entries = [note for note in pdf.pages[0].Annots if "page" in str(note.Contents)]
    assert len(entries) == 5  # that about this edition, too
    assert len({str(entry.Contents) for entry in entries}) == 5
    for entry in entries:
        left, _, right, _ = map(float, entry.Rect)
        assert left < 26 * MM
        assert right > (210 - 26) * MM


def test_a_short_leaflet_has_no_contents() -> None:
    pages = reading.lines(rendered("pdf", _edition(_section("Only part", *_prose(1)))))
    assert len(pages) <= 3
    assert not any("Contents" in line for page in pages for line in page)


def test_notes_name_the_page_that_calls_them() -> None:
    calling = model.Paragraph((model.Text("Called here"), model.NoteReference(1), model.Text(".")))
    blocks = [_section(f"Part {n}", *_prose(4)) for n in range(5)]
    notes = (model.Note(1, (paragraph("What it says."),)),)
    edition = _edition(*blocks, _section("Calls", calling), notes=notes)
    pages = reading.lines(rendered("pdf", edition))
    number = next(n for n, page in enumerate(pages, 1) if any("Called here" in x for x in page))
    assert any(f"Note 1, page {number}" in line for page in pages for line in page)


def test_addresses_behind_words_stand_in_full_once() -> None:
    link = model.Link("https://www.kent.gov.uk/send", (model.Text("the hub"),))
    shown = model.Link("https://www.iask.org.uk", (model.Text("www.iask.org.uk"),))
    edition = _edition(
        model.Paragraph((link, model.Text(" and "), link, model.Text(" and "), shown))
    )
    text = "\n".join(chain.from_iterable(reading.lines(rendered("pdf", edition))))
    assert text.count("www.kent.gov.uk/send") == 1
    assert text.count("www.iask.org.uk") == 1


def test_a_table_too_wide_becomes_a_list_with_headers() -> None:
    header = tuple((model.Text(f"Column {n}"),) for n in range(12))
    row = tuple((model.Text(f"cell {n}"),) for n in range(12))
    table = model.Table(header, (row, row), ("",) * 12)
    text = "\n".join(chain.from_iterable(reading.lines(rendered("pdf", _edition(table)))))
    assert "Each entry gives: Column 0; Column 1" in text.replace("\n", " ")
    assert text.count("Column 7: cell 7") == 2


def test_a_table_shows_its_header_again_on_each_page() -> None:
    rows = tuple(((model.Text(f"row {n}"),), (model.Text("value"),)) for n in range(60))
    table = model.Table(((model.Text("Header one"),), (model.Text("Two"),)), rows, ("", ""))
    pages = reading.lines(rendered("pdf", _edition(table)))
    for page in pages:
        if any(line.startswith("row ") for line in page):
            assert any("Header one" in line for line in page)


@pytest.mark.parametrize("words", ["你好", "مرحبا", "नमस्ते", "שלום", "🎉", "กขค"])
def test_letters_that_cannot_be_set_are_refused_by_name(words: str) -> None:
    block = model.Paragraph((model.Text(f"Hello {words}"),), Place("leaflet.md", 12))
    with pytest.raises(RenderError) as error:
        rendered("pdf", _edition(block))
    assert words[0] in str(error.value)
    assert "leaflet.md:12" in str(error.value)
    assert "EPUB" in str(error.value)


def test_welsh_letters_name_a_typeface_that_has_them() -> None:
    edition = _edition(paragraph("Dŵr a thŷ"))
    with pytest.raises(RenderError, match="arimo"):
        rendered("pdf", edition)
    assert rendered("pdf", edition, typeface="arimo")


def test_a_typeface_from_a_file_is_thickened_where_it_has_no_bold(tmp_path: Path) -> None:
    path = tmp_path / "Own.ttf"
    path.write_bytes(bundled.read("lexend", "Regular"))
    thick = reading.picture(rendered("pdf", STANDARD, typeface=str(path)))
    (tmp_path / "Own-Bold.ttf").write_bytes(bundled.read("lexend", "Bold"))
    bold = reading.picture(rendered("pdf", STANDARD, typeface=str(path)))
    assert thick.tobytes() != bold.tobytes()


def test_a_file_that_is_no_typeface_is_refused() -> None:
    with pytest.raises(RenderError, match=r"nothing\.ttf"):
        rendered("pdf", STANDARD, typeface="nothing.ttf")


def test_every_easy_read_pdf_says_draft() -> None:
    pages = reading.lines(rendered("pdf", EASY_READ))
    assert "Draft: not yet checked" in " ".join(pages[0])


def test_stress_is_bold_or_underlined_by_the_guideline() -> None:
    by_ukaaf = reading.picture(rendered("pdf", STANDARD), 2, 2)
    by_acb = reading.picture(rendered("pdf", STANDARD, guideline="ACB-2025"), 2, 2)
    assert by_ukaaf.tobytes() != by_acb.tobytes()
