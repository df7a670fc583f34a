"""What `make` installs can be installed: every pip reads the lock files, on every usual kernel."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.version import InvalidVersion

ROOT = Path(__file__).parents[1]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
# pip 24.1 to 25.3 compare `platform_release` as a version, and stop at those that are none.
KERNELS = (
    "6.8.0-49-generic", "5.15.0-1071-azure", "6.1.0-27-amd64", "6.6.56-0-lts", "6.11.5-arch1-1",
    "5.10.0", "4.18.0-553.el8_10.x86_64", "6.1.112-124.190.amzn2023.x86_64",
    "5.15.167.4-microsoft-standard-WSL2", "24.1.0",
)  # fmt: skip
LINES = {
    path.name: [
        line.partition("\\")[0].strip()
        for line in path.read_text("utf-8").splitlines()
        if re.match(r"[a-z0-9]", line)
    ]
    for path in LOCKS
}


def _markers(name: str) -> list[str]:
    return [line.partition(" ; ")[2] for line in LINES[name] if " ; " in line]


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("kernel", KERNELS)
def test_every_marker_can_be_evaluated_on_every_kernel(name: str, kernel: str) -> None:
    assert LINES[name]
    for marker in _markers(name):
        try:
            Marker(marker).evaluate({"platform_release": kernel})
        except InvalidVersion as error:
            pytest.fail(f"{marker} on {kernel}: {error}")


@pytest.mark.parametrize("name", LINES)
def test_no_marker_looks_at_the_release_of_a_kernel(name: str) -> None:
    assert [marker for marker in _markers(name) if "platform_release" in marker] == []


def test_the_lock_names_everything_that_the_program_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = {re.split(r"[=\s]", line)[0] for line in LINES["requirements.lock"]}
    wanted = {re.split(r"[>=<;\s]", line)[0].lower() for line in project["dependencies"]}
    assert wanted <= locked


def test_commands_that_messages_name_are_there() -> None:
    programs = [path.read_text("utf-8") for path in (ROOT / "formats").rglob("*.py")]
    for text in (*programs, (ROOT / "README.md").read_text("utf-8")):
        assert ".venv/bin/pip" not in text, "the environment has no pip of its own"
    assert (Path(sys.prefix) / "bin" / "formats").exists()
