"""Nobody to print to, too few files, a clock of 1970, odd names: told plainly, the rest made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import sources
from tests.plugins.installed import Command

TEXT = "# A leaflet\n\nEvery child **must** be heard.\n"
BUILD = ("build", "--format", "html", "epub", "large-print-docx")
MADE = {"a-leaflet-epub.epub", "a-leaflet-html.html", "a-leaflet-large-print-docx.docx"}
ODD = os.fsdecode(b"caf\xe9")  # Latin-1


@pytest.fixture
def command(tmp_path: Path) -> Command:
    sources.leaflet(tmp_path, TEXT)
    return Command(tmp_path, environment={"FORMATS_CACHE": str(tmp_path / "cache")})


def _made(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*/[!.]*")}


def _in_shell(
    command: Command,
    script: str,
    *arguments: str,
    program: str = "from formats.__main__ import main",
) -> "subprocess.CompletedProcess[str]":
    """Run `formats` as `"$@"` in a shell script."""
    python = [sys.executable, "-c", f"import sys; {program}; sys.exit(main())"]
    return subprocess.run(
        ["sh", "-c", script, "sh", *python, *arguments],
        cwd=command.folder, env={**os.environ, **command.paths},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


LOST = {
    '"$@" >&-': (0, "formats: standard output is closed: what is printed there is lost.\n"),
    '"$@" >/dev/full': (
        1,
        "formats: what was to be printed is lost: No space left on device. All else was done.\n",
    ),
    '{ "$@" || echo failed >&2; } | true': (0, ""),
    '"$@" >&- 2>&-': (0, ""),
    '"$@" <&- >/dev/null': (0, ""),
}


@pytest.mark.parametrize("script", LOST)
def test_a_build_goes_on_though_nobody_can_read_what_it_prints(
    script: str, command: Command
) -> None:
    done = _in_shell(command, script, *BUILD)
    assert (done.returncode, done.stderr) == LOST[script]
    assert _made(command.folder / "output") == MADE


@pytest.mark.parametrize("script", ['"$@" >/dev/full', '"$@" >&-'])
def test_a_list_that_nobody_can_read_is_said_to_be_lost(script: str, command: Command) -> None:
    done = _in_shell(command, script, "list")
    assert (done.returncode, done.stderr) == LOST[script]


@pytest.mark.parametrize("files", [10, 12])
def test_too_few_files_are_named_and_not_taken_for_a_fault(files: int, command: Command) -> None:
    done = _in_shell(command, f'ulimit -n {files} && "$@"', *BUILD)
    assert done.returncode == 1
    assert f"too many files are open at once ({files} are allowed)" in done.stderr
    assert "Traceback" not in done.stderr
    assert _made(command.folder / "output") <= MADE
    assert command.run(*BUILD).returncode == 0
    assert _made(command.folder / "output") == MADE


def test_a_clock_of_1970_changes_nothing(command: Command) -> None:
    assert command.run(*BUILD).returncode == 0
    right = {path.name: path.read_bytes() for path in (command.folder / "output").glob("*/[!.]*")}
    command.environment["FORMATS_CACHE"] = str(command.folder / "another")
    clock = "import time; time.time = lambda: 5.0; from formats.__main__ import main"
    done = _in_shell(command, '"$@"', *BUILD, "--output", "early", program=clock)
    assert (done.returncode, done.stderr) == (0, "")
    early = {path.name: path.read_bytes() for path in (command.folder / "early").glob("*/[!.]*")}
    assert early == right


def test_a_leaflet_whose_name_is_no_utf_8_is_named_and_the_rest_is_built(command: Command) -> None:
    sources.leaflet(command.folder, TEXT, ODD)
    done = command.run(*BUILD)
    assert done.returncode == 1
    assert done.stderr == (
        "caf?: error: source/leaflets/caf?/leaflet.md: The name of this folder cannot be shown on "
        "every computer. Give it plain letters.\n"
    )
    assert _made(command.folder / "output") == MADE


def test_folders_around_a_leaflet_whose_names_are_no_utf_8(command: Command) -> None:
    odd = command.folder / ODD
    (command.folder / "source").rename(odd)
    done = command.run(*BUILD, "--source", ODD)
    assert "A folder that holds this one has a name that cannot be shown" in done.stderr
    command.environment["FORMATS_CACHE"] = str(odd / "cache")
    done = command.run(
        "build", f"{ODD}/leaflets/a-leaflet", *BUILD[1:], "--output", f"{ODD}/output"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert _made(odd / "output") == MADE
    assert command.run("cache", "check").returncode == 0
