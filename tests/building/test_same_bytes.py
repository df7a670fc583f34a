"""The same bytes by any road: one at a time or many, cold or warm, made or from the store."""

from pathlib import Path

import pytest

from tests.building import sources
from tests.plugins.installed import Command

TEXT = """---
formats: [large-print, large-print-docx, epub, html, audio]
---
# A leaflet

## One

Schools **must** listen. It takes 30 minutes.
"""
FORMATS = '[audio.options]\nengine = "espeak-ng"\n'


def _built(folder: Path, cache: Path, *arguments: str) -> dict[str, bytes]:
    command = Command(folder, environment={"FORMATS_CACHE": str(cache)})
    done = command.run("build", *arguments)
    assert done.returncode == 0, done.stderr
    files = (folder / "output").glob("*/[!.]*")
    return {path.name: path.read_bytes() for path in files}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    made = (tmp_path / "one", tmp_path / "other")
    for folder in made:
        sources.leaflet(folder, TEXT)
        (folder / "source" / "formats.toml").write_text(FORMATS)
    return made


def test_every_road_leads_to_the_same_bytes(folders: tuple[Path, Path], tmp_path: Path) -> None:
    one, other = folders
    cold = _built(one, tmp_path / "cache")
    assert len(cold) == 5
    assert _built(other, tmp_path / "other-cache", "--jobs", "1") == cold
    assert _built(one, tmp_path / "cache", "--output", "output", "--verify") == cold
    for path in (one / "output").glob("*/[!.]*"):
        path.unlink()
    assert _built(one, tmp_path / "cache") == cold  # from the store
    for part in ("renditions", "faces"):
        for path in (tmp_path / "cache" / part).rglob("*"):
            path.unlink() if path.is_file() else None
    for path in (one / "output").glob("*/[!.]*"):
        path.unlink()
    assert _built(one, tmp_path / "cache", "--jobs", "7") == cold  # warm
