"""Windows and macOS start processes anew, with nothing inherited: that road is tried here too."""

import multiprocessing
from pathlib import Path

import pytest

from formats.building import executor
from formats.cli import main
from formats.errors import ExitCode
from formats.speech.voice import speaker


@pytest.mark.parametrize("name", ["large-print", "easy-read", "epub", "audio"])
def test_every_renderer_works_in_a_process_that_begins_anew(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    spawn = multiprocessing.get_context("spawn")
    monkeypatch.setattr(executor, "_CONTEXT", spawn)
    monkeypatch.setattr(speaker, "PROCESSES", spawn)
    monkeypatch.chdir(tmp_path)
    assert main(["init", ".", "--name", "Advice", "--phone", "01234 567890"]) == ExitCode.OK
    assert main(["build", "--format", name]) == ExitCode.OK, capfd.readouterr().err
    assert len(list((tmp_path / "output").glob("*/[!.]*"))) == 1
