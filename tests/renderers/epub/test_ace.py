"""Ace finds no violation in any kind of e-book."""

from pathlib import Path

import pytest

from tests import leaflets
from tests.rendering import written
from tests.validators import ace

pytestmark = [pytest.mark.debian, pytest.mark.xdist_group("ace")]
LEAFLETS = {
    "standard": leaflets.standard(), "easy-read": leaflets.easy_read(),
    "real": leaflets.real("standard"), "real-easy-read": leaflets.real("easy-read"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEAFLETS)
def test_ace_finds_nothing(name: str, tmp_path: Path) -> None:
    assert ace.complaints(written(tmp_path, "epub", LEAFLETS[name])) == []
