"""`formats cache`."""

import json
from pathlib import Path

import pytest

from formats.cli import main
from formats.errors import ExitCode
from formats.storage import cache
from formats.storage.cache import Cache

KEY, OTHER = cache.key("one"), cache.key("another")


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path / "cache"))
    Cache("pictures").put(KEY, bytes(500))
    Cache("speech").put(KEY, bytes(2_000_000))
    Cache("speech").put(OTHER, b"x")
    return tmp_path / "cache"


def _said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_it_shows_the_parts_and_the_limit(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMATS_CACHE_MAX", "500 MB")
    assert main(["cache"]) == ExitCode.OK
    assert _said(capsys) == [
        f"The cache is in {folder}.",
        "  pictures: 1 object, 0.6 kB",
        "  speech: 2 objects, 2.1 MB",
        "Together: 3 objects, 2.1 MB, of 500 MB that it may take.",
    ]


def test_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cache", "--json"]) == ExitCode.OK
    shown = json.loads(capsys.readouterr().out)
    assert shown["folder"] == str(folder)
    assert (shown["writable"], shown["objects"], shown["limit"]) == (True, 3, 2_000_000_000)
    assert shown["parts"]["pictures"] == {"objects": 1, "bytes": 540}


def test_it_checks_every_object_and_deletes_what_was_damaged(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["cache", "check"]) == ExitCode.OK
    assert _said(capsys)[-1] == "Every object is whole."
    path = Cache("speech").folder / OTHER[:2] / OTHER[2:]
    path.write_bytes(path.read_bytes()[:-1] + b"y")
    assert main(["cache", "check"]) == ExitCode.FAILED
    assert _said(capsys)[-1].startswith(f"{path} was damaged and is deleted.")
    assert main(["cache", "check", "--json"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["damaged"] == []


def test_it_clears_what_is_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "letter.txt").write_text("somebody's")
    assert main(["cache", "clear"]) == ExitCode.OK
    assert _said(capsys)[-1].startswith("Together: 0 objects")
    assert [path.name for path in folder.rglob("*")] == ["letter.txt"]


def test_a_cache_that_cannot_be_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMATS_CACHE", "/dev/null/cache")
    assert main(["cache"]) == ExitCode.OK
    assert _said(capsys)[1] == "Nothing can be written there, so work is done anew each time."
    assert main(["cache", "clear"]) == ExitCode.OK


@pytest.mark.parametrize("command", [["cache"], ["list"], ["build"]])
def test_a_limit_that_is_no_size_is_wrong_usage(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMATS_CACHE_MAX", "lots")
    assert main(command) == ExitCode.USAGE
    error = capsys.readouterr().err
    assert error == (
        "formats: FORMATS_CACHE_MAX must be a size such as “500 MB” or “2 GB”, not “lots”.\n"
    )
