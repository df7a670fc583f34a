"""Ace finds no violation in any kind of e-book."""

from pathlib import Path

import pytest

from tests import leaflets
from tests.rendering import written
from tests.validators import ace

pytestmark = [pytest.mark.debian, pytest.mark.xdist_group("ace")]
EDITIONS = {
    **{name: each for name, each in leaflets.editions().items() if name != "label"},
    "real": leaflets.edition(leaflets.real("standard")),
    "real-easy-read": leaflets.edition(leaflets.real("easy-read")),
}


@pytest.mark.parametrize("name", EDITIONS)
def test_ace_finds_nothing(name: str, tmp_path: Path) -> None:
    assert ace.complaints(written(tmp_path, "epub", EDITIONS[name])) == []
