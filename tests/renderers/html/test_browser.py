"""Web pages as chromium and the Nu HTML checker see them."""

from pathlib import Path

import pytest

from tests import leaflets
from tests.rendering import rendered
from tests.validators import browser, vnu

pytestmark = [pytest.mark.debian, pytest.mark.xdist_group("chromium")]
EDITIONS = {
    **{name: each for name, each in leaflets.editions().items() if name != "label"},
    "real": leaflets.edition(leaflets.real("standard")),
}
LARGE = {"font_size": 400, "typeface": "lexend", "colours": "yellow-on-black"}
NARROW, SHORTEST = 320, 30  # CSS pixels; rules of axe that have something to say of any page


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pages")
    files = {name: rendered("html", edition) for name, edition in EDITIONS.items()}
    files["large"] = rendered("html", EDITIONS["easy-read"], **LARGE)
    for name, data in files.items():
        (folder / f"{name}.html").write_bytes(data)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def visits(pages: list[Path]) -> dict[str, browser.Visit]:
    return browser.visits(pages)


def _looks(visits: dict[str, browser.Visit]) -> dict[tuple[str, str], browser.Look]:
    return {(name, way): look for name, v in visits.items() for way, look in v.looks.items()}


def test_axe_finds_nothing(visits: dict[str, browser.Visit]) -> None:
    looks = _looks(visits)
    assert {where: look.violations for where, look in looks.items() if look.violations} == {}
    assert min(look.passes for look in looks.values()) >= SHORTEST


def test_pages_reflow_at_320_pixels(visits: dict[str, browser.Visit]) -> None:
    narrow = {where: look for where, look in _looks(visits).items() if "narrow" in where[1]}
    assert len(narrow) == 3 * len(visits)
    assert {where: look.width for where, look in narrow.items() if look.width > NARROW} == {}


def test_wider_spacing_cuts_nothing_off(visits: dict[str, browser.Visit]) -> None:
    looks = _looks(visits)
    assert {where: look.cut for where, look in looks.items() if look.cut} == {}
    assert {where for where, look in looks.items() if look.spaced > look.width} == set()


def test_the_first_stop_of_the_keyboard_skips_to_the_text(visits: dict[str, browser.Visit]) -> None:
    for visit in visits.values():
        assert visit.skipped["href"] == "#part.text"
        assert visit.skipped["width"] > 100
        assert visit.skipped["left"] >= 0


def test_nothing_is_loaded_from_outside(visits: dict[str, browser.Visit]) -> None:
    assert {name: visit.outside for name, visit in visits.items() if visit.outside} == {}


def test_the_nu_html_checker_finds_nothing(pages: list[Path]) -> None:
    assert vnu.complaints(pages) == []
