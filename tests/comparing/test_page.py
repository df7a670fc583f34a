"""The page of changes as chromium and the Nu HTML checker see it."""

from pathlib import Path

import pytest

from formats.comparing.page import page
from tests.comparing.test_following import SECTION, of
from tests.validators import browser, vnu

pytestmark = [pytest.mark.debian, pytest.mark.xdist_group("chromium")]
MANY = SECTION.replace("3000. Every", "3001. Every").replace("Write to us", "Cofiwch write, to us")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pages")
    welsh = "---\nlanguage: cy\n---\n" + SECTION
    texts = {
        "same": (SECTION, SECTION),
        "changed": (SECTION, MANY),
        "welsh": (welsh, f"{welsh}\n\nNewydd.\n"),
    }
    for name, (before, after) in texts.items():
        (folder / f"{name}.html").write_bytes(page(of(folder, before, after)))
    return sorted(folder.glob("*.html"))


def test_axe_and_the_nu_html_checker_find_nothing(pages: list[Path]) -> None:
    visits = browser.visits(pages)
    looks = {(name, way): look for name, v in visits.items() for way, look in v.looks.items()}
    assert {where: look.violations for where, look in looks.items() if look.violations} == {}
    narrow = [look for (_, way), look in looks.items() if "narrow" in way]
    assert max(look.width for look in narrow) <= 320
    assert [visit.outside for visit in visits.values() if visit.outside] == []
    assert vnu.complaints(pages) == []
