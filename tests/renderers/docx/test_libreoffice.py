"""LibreOffice opens every Word document, and finds its words in order."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from formats.checks.words import missing
from formats.model import Leaflet
from formats.model.walk import note_words, words
from tests import leaflets, strategies
from tests.rendering import written
from tests.validators import libreoffice

pytestmark = [pytest.mark.debian, pytest.mark.xdist_group("libreoffice")]
LEAFLETS = {
    "standard": leaflets.standard(), "easy-read": leaflets.easy_read(),
    "real": leaflets.real("standard"), "real-easy-read": leaflets.real("easy-read"),
}  # fmt: skip


def _assert_all_there(leaflet: Leaflet, path: Path) -> None:
    found = libreoffice.text(path)
    for expected in ([leaflet.title], words(leaflet), *note_words(leaflet)):
        assert missing(expected, found) == []


@pytest.mark.parametrize("name", LEAFLETS)
def test_the_words_come_back_in_order(name: str, tmp_path: Path) -> None:
    _assert_all_there(LEAFLETS[name], written(tmp_path, "docx", LEAFLETS[name]))


@given(leaflet=strategies.viewed_leaflets())
@settings(max_examples=3)
def test_the_words_of_any_leaflet_come_back(leaflet: Leaflet, tmp_path: Path) -> None:
    _assert_all_there(leaflet, written(tmp_path, "docx", leaflet))
