"""Labels: valid, on one page, with every word, and with Braille that reads back."""

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pikepdf
import pypdfium2
import pytest

from formats import model, views
from formats.checks.pdf import PdfCheck
from formats.checks.words import missing
from formats.errors import RenderError
from formats.model import Edition, Leaflet, Organisation, ViewName
from formats.model.findings import Finding
from formats.model.walk import plain_text
from formats.options import Layer, make
from formats.renderers import registry
from formats.renderers.label import sheet
from formats.typesetting.papers import MM
from tests import leaflets
from tests.rendering import rendered, written
from tests.validators import page_ua, verapdf

View = Literal["standard", "easy-read"]
DRAFT = "Draft: not yet checked by people with learning disabilities"
pytestmark = pytest.mark.xdist_group("jvm")


def _labels(leaflet: Leaflet) -> Edition:
    view: ViewName = "easy-read-label" if leaflet.view == "easy-read" else "label"
    return leaflets.edition(leaflet, view)


OPTIONS: dict[str, dict[str, Any]] = {
    "as-it-is": {},
    "largest": {"font_size": 24},
    "smallest-on-letter": {"font_size": 14, "paper": "Letter"},
    "arimo-uncontracted": {"typeface": "arimo", "contracted": False},
    "no-braille": {"braille": "no"},
}


def _page(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        return " ".join(str(document[0].get_textpage().get_text_range()).split())


def _operators(pdf: pikepdf.Pdf) -> Iterator[tuple[list[float], str]]:
    """Yield each operator of the page's content with the numbers before it."""
    for instruction in pikepdf.parse_content_stream(pdf.pages[0]):
        numbers = [float(o) for o in instruction.operands if isinstance(o, int | float | Decimal)]
        yield numbers, str(instruction.operator)


@pytest.mark.parametrize("view", ["standard", "easy-read"])
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("part", [1, 2])
def test_validators_find_nothing(
    view: View, options: dict[str, Any], part: int, tmp_path: Path
) -> None:
    edition = _labels(leaflets.real(view))
    path = written(tmp_path, "label", edition, pdf_ua=part, **options)
    assert verapdf.complaints(path, part) == []
    assert list(PdfCheck().check(path, edition)) == []
    if part == 1:
        assert page_ua.complaints(path) == []


@pytest.mark.parametrize("view", ["standard", "easy-read"])
def test_each_label_says_what_is_on_the_disc(view: View, tmp_path: Path) -> None:
    leaflet = leaflets.real(view)
    found = _page(written(tmp_path, "label", _labels(leaflet)))
    kind = "Easy read spoken audio" if view == "easy-read" else "Spoken audio"
    both = [leaflet.title, kind, "Edition: October 2025", "Helpline: 03000 41 3000"]
    case = [*both[:2], leaflet.organisation.name, *both[2:]]
    draft = [DRAFT] if view == "easy-read" else []
    assert missing([*case, *draft, *both], found) == []
    assert (DRAFT in found) == (view == "easy-read")


def test_the_read_back_misses_a_word_that_a_label_lacks(tmp_path: Path) -> None:
    leaflet = leaflets.real("standard")
    path = written(tmp_path, "label", _labels(leaflet))
    other = _labels(replace(leaflet, edition="2027-01"))
    found = list(PdfCheck().check(path, other))
    assert {finding.code for finding in found} == {"pdf-words", "pdf-information"}


# --- Braille


def _cells(path: Path) -> list[str]:
    """Return the lines of Braille that the circles of a page make, read as eyes do."""
    dots = []
    with pikepdf.open(path) as pdf:
        start = None
        for operands, name in _operators(pdf):
            if name == "m":
                start = operands
            elif name == "c" and start:
                # A circle begins at its right or left end; all begin alike.
                dots.append((start[0], start[1]))
                start = None
    tops = sorted({round(y / MM, 1) for _, y in dots}, reverse=True)
    left = min(x for x, _ in dots) / MM
    lines: dict[int, dict[int, int]] = {}
    for x, y in dots:
        down = tops[0] - y / MM
        across = x / MM - left
        line, row = divmod(round(down / 0.5) * 0.5, 10)
        cell, column = divmod(round(across / 0.5) * 0.5, 6)
        bit = round(column / 2.5) * 3 + round(row / 2.5)
        lines.setdefault(int(line), {}).setdefault(int(cell), 0)
        lines[int(line)][int(cell)] |= 1 << bit
    return [
        "".join(chr(0x2800 + cells.get(at, 0)) for at in range(max(cells) + 1))
        for _, cells in sorted(lines.items())
    ]


def _read(cells: list[str]) -> str:
    command = ["lou_translate", "--backward", "unicode.dis,en-ueb-g2.ctb"]
    words = " ".join(cells).replace("\u2800", " ")
    done = subprocess.run(command, input=words, capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


@pytest.mark.debian
def test_the_dots_read_back_as_title_and_kind(tmp_path: Path) -> None:
    leaflet = leaflets.real("standard")
    assert (
        _read(_cells(written(tmp_path, "label", _labels(leaflet))))
        == f"{leaflet.title} Spoken audio"
    )


@pytest.mark.debian
def test_the_dots_have_a_text_alternative(tmp_path: Path) -> None:
    leaflet = leaflets.real("standard")
    with pikepdf.open(written(tmp_path, "label", _labels(leaflet))) as pdf:
        figures = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
        alts = [str(o.Alt) for o in figures if o.get("/S") == "/Figure"]
    assert alts == [f"In Braille: {leaflet.title}. Spoken audio."]


def test_without_liblouis_staff_are_told_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    leaflet = leaflets.real("standard")
    monkeypatch.setenv("PATH", str(tmp_path))
    messages = [finding.message for finding in _findings(_labels(leaflet))]
    assert any("no label in Braille: liblouis is not installed" in each for each in messages)
    with pytest.raises(RenderError, match="liblouis-bin"):
        rendered("label", _labels(leaflet), braille="yes")


# --- What may be written on them


def _titled(title: str, **changes: Any) -> Edition:
    return _labels(replace(leaflets.real("standard"), title=title, **changes))


def test_a_long_title_is_set_smaller(tmp_path: Path) -> None:
    title = "Choosing a school: what parents of children with special needs can ask for, and when"
    path = written(tmp_path, "label", _titled(title), braille="no")
    with pikepdf.open(path) as pdf:
        sizes = {operands[-1] for operands, name in _operators(pdf) if name == "Tf"}
    assert min(sizes) >= 14
    assert max(sizes) == 18
    assert missing([title, title], _page(path)) == []


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("word " * 80, r"for a (CD case|memory stick) do not fit .* at 14 pt"),
        ("x" * 3000, "do not fit"),
        ("Cefnogaeth \u0627", "cannot show these letters"),
    ],
)
def test_what_does_not_fit_is_an_error(title: str, message: str) -> None:
    with pytest.raises(RenderError, match=message):
        rendered("label", _titled(title.strip()), braille="no")


@pytest.mark.debian
def test_more_than_the_page_has_room_for_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_MARGIN", 60 * MM)
    with pytest.raises(RenderError, match=r"take \d+ mm, and A4 .* leave the Braille out"):
        rendered("label", _titled("À É " * 18))  # four cells a letter


def test_a_welsh_leaflet_has_a_welsh_label(tmp_path: Path) -> None:
    edition = _titled("Cymorth yn yr ysgol", language="cy")
    path = written(tmp_path, "label", edition)
    assert list(PdfCheck().check(path, edition)) == []
    assert "Recordiad sain" in _page(path)
    assert verapdf.complaints(path) == []


@pytest.mark.debian
def test_staff_are_told_of_no_braille_and_readers_are_not(tmp_path: Path) -> None:
    edition = _titled("Pomoc w szkole", language="pl")
    [finding] = _findings(edition)
    assert finding.code == "label-no-braille"
    assert "There is no label in Braille: " in finding.message
    assert "Braille" not in _page(written(tmp_path, "label", edition))


def _findings(edition: Edition, **options: Any) -> list[Finding]:
    renderer = registry.load("label")
    made: Any = make(renderer.Options, Layer(options))
    return list(renderer.render(edition, made, io.BytesIO()))


def test_staff_are_told_of_words_that_got_smaller() -> None:
    title = "Choosing a school: what parents of children with special needs can ask for, and when"
    [finding] = _findings(_titled(title), braille="no")
    assert finding.code == "label-small"
    assert re.search(r"memory stick are 1[4-7] pt and not 18", finding.message)
    assert _findings(_titled("Help"), braille="no") == []


@pytest.mark.parametrize(
    ("rate", "words"), [(0, "Spoken audio"), (155, "Spoken audio"), (120, "Spoken audio, slow")]
)
def test_a_slow_recording_is_called_slow(rate: int, words: str) -> None:
    described = views.Described("Labels", rate=rate)
    made = views.edition(leaflets.real("standard"), "label", model.Signoff(), described)
    said = [
        plain_text(block.children) for block in made.blocks() if isinstance(block, model.Paragraph)
    ]
    assert said.count(words) == 2


def test_a_leaflet_with_a_title_alone(tmp_path: Path) -> None:
    bare = _titled("Help", edition="", organisation=Organisation(""))
    assert missing(["Help", "Spoken audio", "Help", "Spoken audio"], _page(
        written(tmp_path, "label", bare)
    )) == []  # fmt: skip
