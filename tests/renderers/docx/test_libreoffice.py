"""LibreOffice opens every Word document, and finds its words in order."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from formats.checks.words import differences
from formats.model import Edition
from tests import leaflets, strategies
from tests.rendering import written
from tests.validators import libreoffice

pytestmark = [pytest.mark.debian, pytest.mark.xdist_group("libreoffice")]
EDITIONS = {name: edition for name, edition in leaflets.editions().items() if name != "label"} | {
    f"real-{view}": leaflets.edition(leaflets.real(view)) for view in ("standard", "easy-read")
}


def _assert_all_there(edition: Edition, path: Path) -> None:
    found = [[(libreoffice.text(path), edition.language)]]
    lost = [each for each in differences(edition, found) if not each.is_of_language]
    assert lost == []


@pytest.mark.parametrize("name", EDITIONS)
def test_the_words_come_back_in_order(name: str, tmp_path: Path) -> None:
    _assert_all_there(EDITIONS[name], written(tmp_path, "docx", EDITIONS[name]))


@given(edition=strategies.editions())
@settings(max_examples=3)
def test_the_words_of_any_edition_come_back(edition: Edition, tmp_path: Path) -> None:
    _assert_all_there(edition, written(tmp_path, "docx", edition))
