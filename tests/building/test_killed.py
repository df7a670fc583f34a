"""Killed at any step a build leaves whole editions and true manifests; the next one finishes."""

import hashlib
import itertools
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from formats.building import folders
from tests.building.sources import leaflet
from tests.plugins.installed import ROOT, Command

TEXT = "---\nformats: [html, one, two]\n---\n# A leaflet\n\n## One\n\nIt takes {} minutes.\n"
FORMATS = "\n".join(f'[{name}]\nrenderer = "html"\nview = "standard"' for name in ("one", "two"))
NO_SUCH_STEP = 64


@pytest.fixture
def command(tmp_path: Path) -> Command:
    made = Command(tmp_path, environment={"FORMATS_CACHE": str(tmp_path / "cache")})
    leaflet(tmp_path, TEXT.format(30))
    (tmp_path / "source" / "formats.toml").write_text(FORMATS)
    assert made.run("build").returncode == 0
    (tmp_path / "output" / "a-leaflet" / "note.txt").write_text("mine")
    return made


def _killed(command: Command, step: int, name: str) -> int:
    """Build, be sent the signal `name` just before the step, and return the exit code."""
    asked = [sys.executable, "-m", "tests.building.killed", str(step), name, "build"]
    return subprocess.run(
        [*asked, "--source", str(command.folder / "source"), "--output",
         str(command.folder / "output")],
        cwd=ROOT, env={**os.environ, **command.paths}, capture_output=True, check=False, timeout=60,
    ).returncode  # fmt: skip


def _editions(folder: Path) -> set[str]:
    """Return what each rendition says: the minutes, by the digest that the manifest has."""
    record = json.loads((folder / folders.RECORD).read_bytes())["renditions"]
    for name, row in record.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == row["sha256"], name
    assert len(record) == 3
    return {row["text_sha256"] for row in record.values()}


def _assert_whole(output: Path) -> None:
    assert len(_editions(output / "a-leaflet")) == 1
    assert (output / "a-leaflet" / "note.txt").read_text() == "mine"
    rows = json.loads((output / folders.MANIFEST).read_bytes())["renditions"]
    for name, row in rows.items():
        assert hashlib.sha256((output / name).read_bytes()).hexdigest() == row["sha256"], name


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_killed_at_every_step_it_leaves_whole_editions(name: str, command: Command) -> None:
    output = command.folder / "output"
    minutes = itertools.count(31)
    # Every step was tried once; these strides meet each kind of step in a run of the tests.
    for step in itertools.count(1, 3 if name == "SIGKILL" else 11):
        leaflet(command.folder, TEXT.format(next(minutes)))
        code = _killed(command, step, name)
        if code == NO_SUCH_STEP:
            break
        expected = -signal.SIGKILL if name == "SIGKILL" else 128 + getattr(signal, name)
        assert code == expected, step
        _assert_whole(output)
    assert step > 10
    assert command.run("build").returncode == 0
    _assert_whole(output)
    left = {path.name for path in output.iterdir()} - {".index.json"}
    assert left == {"a-leaflet", folders.MANIFEST}


def test_two_builds_at_once_take_their_turns(command: Command) -> None:
    leaflet(command.folder, TEXT.format(45))
    arguments = [sys.executable, "-m", "formats", "build"]
    both = [
        subprocess.Popen(
            arguments, cwd=command.folder, env={**os.environ, **command.paths},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    said = [each.communicate(timeout=60) for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert sorted(len(out.splitlines()) for out, _ in said) == [0, 3]
    _assert_whole(command.folder / "output")
