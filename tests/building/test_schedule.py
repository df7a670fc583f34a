"""What has a system build at regular times, held against systemd's own reading of it."""

import os
import shlex
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from formats.building import schedule
from formats.building.schedule import Order, Times
from formats.errors import FormatsError, UsageError

ORDER = Order(
    Times(15), Path("/srv/my leaflets"), Path("/srv/100%/out"), Path("/var/cache/formats")
)


@pytest.mark.parametrize(
    ("every", "at", "calendar", "cron"),
    [
        ("15min", "", "*:0/15", "*/15 * * * *"),
        ("30 minutes", "", "*:0/30", "*/30 * * * *"),
        ("1h", "", "0/1:00", "0 */1 * * *"),
        ("6 hours", "", "0/6:00", "0 */6 * * *"),
        ("daily", "6:05", "*-*-* 06:05:00", "5 6 * * *"),
    ],
)
def test_times_are_those_asked_for(every: str, at: str, calendar: str, cron: str) -> None:
    found = schedule.times(every, at)
    assert (found.on_calendar, found.cron) == (calendar, cron)
    if shutil.which("systemd-analyze"):
        subprocess.run(["systemd-analyze", "calendar", found.on_calendar], check=True)


@pytest.mark.parametrize("every", ["7min", "0min", "90min", "5h", "weekly", "daily", ""])
def test_what_no_clock_can_keep_is_refused(every: str) -> None:
    with pytest.raises(UsageError, match=r"cannot be kept|no time of day"):
        schedule.times(every, "25:00")


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name, text in schedule.units(ORDER).items():
        (tmp_path / name).write_text(text)
    if not shutil.which("systemd-analyze"):
        return
    said = subprocess.run(
        ["systemd-analyze", "verify", *map(str, tmp_path.iterdir())],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "formats-build" not in said.stderr, said.stderr


def test_the_line_of_a_crontab_is_one_command() -> None:
    line = schedule.crontab_line(ORDER)
    assert line.startswith("*/15 * * * * env FORMATS_CACHE=/var/cache/formats ")
    command = line.split(" ", 5)[5].replace("\\%", "%")
    words = shlex.split(command, comments=True)
    assert words[-4:] == ["--source", "/srv/my leaflets", "--output", "/srv/100%/out"]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that stand for those of the system, and the only ones there are."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("KEPT", str(tmp_path / "kept"))
    return folder


def _program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_a_crontab_keeps_its_other_lines_and_has_ours_once(programs: Path) -> None:
    text = 'if [ "$1" = -l ]; then cat "$KEPT" 2>/dev/null; else cat > "$KEPT"; fi'
    _program(programs, "crontab", text)
    kept = Path(os.environ["KEPT"])
    kept.write_text("1 2 * * * theirs\n")
    schedule.install_crontab(ORDER)
    schedule.install_crontab(ORDER)
    assert kept.read_text().splitlines() == ["1 2 * * * theirs", schedule.crontab_line(ORDER)]


def test_units_are_put_in_place_and_started(programs: Path, tmp_path: Path) -> None:
    _program(programs, "systemctl", 'echo "$@" >> "$KEPT"')
    order = Order(Times(15), tmp_path, tmp_path / "out", tmp_path / "cache")
    said = schedule.install_units(order)
    home = tmp_path / "config" / "systemd" / "user"
    assert {path.name: path.read_text() for path in home.iterdir()} == schedule.units(order)
    assert Path(os.environ["KEPT"]).read_text().splitlines() == [
        "--user daemon-reload", "--user enable --now formats-build.timer",
    ]  # fmt: skip
    assert str(home / "formats-build.timer") in said[1]


def test_a_system_that_refuses_is_quoted(programs: Path, tmp_path: Path) -> None:
    _program(programs, "systemctl", 'echo "no bus" >&2; exit 1')
    order = Order(Times(15), tmp_path, tmp_path / "out", tmp_path / "cache")
    with pytest.raises(FormatsError, match="daemon-reload refused: no bus"):
        schedule.install_units(order)


def test_without_cron_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FormatsError, match="Without --install"):
        schedule.install_crontab(ORDER)
