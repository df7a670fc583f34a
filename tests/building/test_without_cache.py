"""No cache, a full one or one that may only be read, and a full folder of temporary files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from formats.storage import bounds
from tests.building import sources
from tests.plugins.installed import Command

TEXT = "# A leaflet\n\nEvery child **must** be heard.\n"
FORMATS = '[audio.options]\nengine = "espeak-ng"\n[epub-audio.options]\nrate = 200\n'
ASKED = ("audio", "html")


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is made with a cache."""
    folder = tmp_path_factory.mktemp("right")
    command = _command(folder, folder / "cache")
    assert command.run("build", "--format", *ASKED).returncode == 0
    return _renditions(folder)


def _command(folder: Path, cache: Path) -> Command:
    sources.leaflet(folder, TEXT)
    (folder / "source" / "formats.toml").write_text(FORMATS)
    return Command(folder, environment={"FORMATS_CACHE": str(cache)})


def _renditions(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "output").glob("*/[!.]*")}


def _mounted(
    command: Command, place: Path, options: str, *arguments: str, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run `formats` where a small file system of its own is mounted at `place`."""
    place.mkdir(exist_ok=True)
    script = f'mount -t tmpfs -o {options} none "$0" && exec "$@"'
    as_root = [] if os.geteuid() == 0 else ["--map-root-user"]
    shell = ["unshare", "--mount", *as_root, "sh", "-c", script, str(place)]
    return subprocess.run(
        [*shell, sys.executable, "-m", "formats", *arguments],
        cwd=command.folder, env={**os.environ, **command.paths, **environment},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("options", ["ro", "size=16k"])
def test_a_cache_that_cannot_be_written_is_slower_and_no_error(
    options: str, right: dict[str, bytes], tmp_path: Path
) -> None:
    command = _command(tmp_path, tmp_path / "cache")
    done = _mounted(command, tmp_path / "cache", options, "build", "--format", *ASKED)
    assert (done.returncode, done.stderr) == (0, "")
    assert _renditions(tmp_path) == right


def test_no_cache_at_all_is_slower_and_no_error(right: dict[str, bytes], tmp_path: Path) -> None:
    command = _command(tmp_path, Path("/dev/null/cache"))
    done = command.run("build", "--format", *ASKED)
    assert (done.returncode, done.stderr) == (0, "")
    assert _renditions(tmp_path) == right
    assert command.run("list").returncode == 0


def test_an_account_without_a_home_keeps_its_cache_beside_the_output(tmp_path: Path) -> None:
    command = _command(tmp_path, Path())
    # Nobody can make a folder under a file, root neither.
    command.environment = {"FORMATS_CACHE": "", "XDG_CACHE_HOME": "", "HOME": os.devnull}
    first = command.run("build", "--format", "html")
    assert (first.returncode, first.stderr) == (0, "")
    kept = list(bounds.objects(tmp_path / "output" / ".cache"))
    assert "renditions" in {each.part for each in kept}
    (tmp_path / "output" / "a-leaflet" / "a-leaflet-html.html").unlink()
    again = command.run("build", "--prune", "--format", "html")
    assert "from the store" in again.stdout
    assert all(each.path.exists() for each in kept)


def test_a_full_folder_of_temporary_files_is_named_and_the_rest_is_built(
    right: dict[str, bytes], tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    command = _command(tmp_path, tmp_path / "cache")
    done = _mounted(
        command, temporary, "size=64k", "build", "--partial", "--format", *ASKED,
        TMPDIR=str(temporary),
    )  # fmt: skip
    assert done.returncode == 1
    [line] = [line for line in done.stderr.splitlines() if "error" in line]
    assert line.startswith(
        f"a-leaflet, audio: error: there is no room left for temporary files in {temporary}. "
    )
    assert _renditions(tmp_path) == {"a-leaflet-html.html": right["a-leaflet-html.html"]}
