"""The wheel stands alone: installed outside the checkout, it begins a service and builds it."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_BUILT = (".toml", ".css", ".md", ".txt")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of what is committed or about to be, with no network."""
    folder = tmp_path_factory.mktemp("wheel")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "formats", "pyproject.toml", "README.md",
         "LICENSE"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / "copy" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "copy" / name).write_bytes((ROOT / name).read_bytes())
    program = "from setuptools import build_meta; print(build_meta.build_wheel('..'))"
    subprocess.run(
        [sys.executable, "-c", program], cwd=folder / "copy", check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


def test_it_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    data = {p for p in (ROOT / "formats").rglob("*") if p.suffix in (*_BUILT, ".py")}
    assert names >= {p.relative_to(ROOT).as_posix() for p in data}
    assert {name.partition("/")[0] for name in names} == {"formats"}


def _environment(folder: Path, wheel: Path) -> Path:
    """Return the Python of an environment with the wheel, and the libraries of this one.

    A `.pth` file adds their folder without reading the `.pth` files in it, so that the checkout
    this environment was installed from is not there.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()
    )  # fmt: skip
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _environment(tmp_path_factory.mktemp("alone") / "env", wheel)


def _run(python: Path, folder: Path, *arguments: str) -> str:
    # Neither make nor a shell is to be had there, nor anything else.
    environment = {**os.environ, "PATH": str(folder / "nothing"), "PYTHONPATH": ""}
    run = subprocess.run(
        [python, "-m", "formats", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_it_begins_a_service_and_builds_it(python: Path, tmp_path: Path) -> None:
    where = "import formats; print(formats.__file__)"
    found = subprocess.check_output([python, "-c", where], cwd=tmp_path, text=True)
    assert str(ROOT) not in found
    _run(python, tmp_path, "init", "mine", "--name", "Advice", "--phone", "01234 567890")
    mine = tmp_path / "mine"
    (mine / "a.txt").write_text("Help at school\n\nSchools should listen to parents.\n")
    _run(python, mine, "import", "a.txt")
    _run(python, mine, "new", "Another")
    assert "large-print" in _run(python, mine, "list")
    wanted = ("--format", "large-print", "easy-read", "epub", "audio")
    _run(python, mine, "build", "alternative-formats", *wanted)
    made = sorted(path.suffix for path in (mine / "output" / "alternative-formats").glob("[!.]*"))
    assert made == [".docx", ".epub", ".mp3", ".pdf"]


@pytest.mark.debian
def test_an_empty_environment_needs_the_wheel_and_the_lock_alone(
    wheel: Path, tmp_path: Path
) -> None:
    """As a council installs it: nothing borrowed, everything by pip."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "env"], check=True)
    python = tmp_path / "env/bin/python"
    pip = [_with_pip(), "-m", "pip", "--python", str(python), "install", "--quiet"]
    lock = ["--require-hashes", "-r", str(ROOT / "requirements.lock")]
    subprocess.run([*pip, *lock], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    _run(python, tmp_path, "init", "mine", "--name", "Advice")
    _run(python, tmp_path / "mine", "build", "--format", "large-print", "easy-read", "epub")


def _with_pip() -> str:
    """Return a Python that has pip; the environment of the tests has none."""
    return str(Path(sys.base_prefix) / "bin/python3")
