"""A cache that is spoilt, missing, full or only to be read: the same files, and no error."""

import ast
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from PIL import Image

from formats.speech.voice import driver, trial
from formats.storage import bounds
from tests.building import sources
from tests.plugins.installed import ROOT, Command

TEXT = (
    "# A leaflet\n\n![A square](square.png)\n\nEvery child **must** be heard.\n\n"
    "::: easy-read\n![A teacher](picture:teacher) Schools must listen.\n:::\n"
)
PICTURES = '[teacher]\npeople = ["teacher"]\nalt = "A teacher"\n'
FORMATS = '[audio.options]\nengine = "espeak-ng"\n'
ASKED = ("dyslexia-friendly", "easy-read-pdf", "epub", "audio")


def _source(folder: Path) -> Command:
    own = sources.leaflet(folder, TEXT).parent
    Image.new("RGBA", (40, 30), (0, 90, 0, 128)).save(own / "square.png")
    (folder / "source" / "pictures.toml").write_text(PICTURES)
    (folder / "source" / "formats.toml").write_text(FORMATS)
    return Command(folder, environment={"FORMATS_CACHE": str(folder / "cache")})


def _built(command: Command) -> "subprocess.CompletedProcess[str]":
    """Build into an empty output folder, so that the cache is asked for everything."""
    shutil.rmtree(command.folder / "output", ignore_errors=True)
    done = command.run("build", "--format", *ASKED)
    assert done.returncode == 0, done.stderr
    assert command.run("list").returncode == 0
    assert not trial.fault(driver.HIBARI)
    return done


def _renditions(command: Command) -> dict[str, bytes]:
    files = (command.folder / "output").glob("*/[!.]*")
    return {path.name: path.read_bytes() for path in files}


def _parts_in_the_code() -> set[str]:
    """Return the parts of the cache that the program uses, by its own text."""
    calls = (
        node
        for path in (ROOT / "formats").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Cache"
    )
    return {ast.literal_eval(call.args[0]) for call in calls}


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


SPOILINGS: tuple[Callable[[Path], None], ...] = (_flip, _cut, Path.unlink)


def _spoil(objects: Iterable[Path]) -> None:
    """Spoil the objects of each part by turns in each way."""
    ways: dict[str, Iterator[Callable[[Path], None]]] = defaultdict(lambda: cycle(SPOILINGS))
    for path in objects:
        next(ways[path.parent.parent.name])(path)


def test_each_kind_of_object_is_healed_and_the_files_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path / "cache"))
    command = _source(tmp_path)
    _built(command)
    renditions = _renditions(command)
    objects = {each.path: each.path.read_bytes() for each in bounds.objects(tmp_path / "cache")}
    assert {path.parent.parent.name for path in objects} == _parts_in_the_code()
    _spoil(objects)
    done = _built(command)
    assert "One object of the cache was damaged; it was made anew." in done.stderr
    assert _renditions(command) == renditions
    assert {path: path.read_bytes() for path in objects} == objects
