"""Having a system build at regular times: a timer of systemd, or a line of a crontab.

Sources: systemd.timer(5), systemd.exec(5), crontab(5).
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from formats.errors import FormatsError, UsageError

_EVERY = re.compile(r"(\d+) *(min|minutes?|h|hours?)")
_AT = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_HOUR = 60  # minutes
NAME = "formats-build"
_MARK = f"# {NAME}"


@dataclass(frozen=True, slots=True)
class Times:
    """When to build: every so many minutes, or each day at a time."""

    every: int = 0
    at: tuple[int, int] = (6, 0)

    @property
    def on_calendar(self) -> str:
        """As systemd.time(7) has it."""
        if not self.every:
            return f"*-*-* {self.at[0]:02}:{self.at[1]:02}:00"
        if self.every < _HOUR:
            return f"*:0/{self.every}"
        return f"0/{self.every // _HOUR}:00"

    @property
    def cron(self) -> str:
        """As the first five fields of crontab(5)."""
        if not self.every:
            return f"{self.at[1]} {self.at[0]} * * *"
        if self.every < _HOUR:
            return f"*/{self.every} * * * *"
        return f"0 */{self.every // _HOUR} * * *"


def times(every: str, at: str) -> Times:
    """Return the times that a person asks for: "15min", "2h" or "daily" with `at` as "06:00".

    Raises `UsageError`. What does not divide an hour or a day is refused: no clock can keep it.
    """
    if every == "daily":
        found = _AT.fullmatch(at)
        if not found:
            raise UsageError(f"“{at}” is no time of day. Write it as 06:00.")
        return Times(0, (int(found[1]), int(found[2])))
    found = _EVERY.fullmatch(every)
    minutes = int(found[1]) * (_HOUR if found[2][0] == "h" else 1) if found else 0
    whole = minutes and (_HOUR % minutes == 0 if minutes < _HOUR else (24 * _HOUR) % minutes == 0)
    if not whole or (minutes > _HOUR and minutes % _HOUR):
        raise UsageError(f"“{every}” cannot be kept. Use 15min, 30min, 1h, 2h … 12h, or daily.")
    return Times(minutes)


@dataclass(frozen=True, slots=True)
class Order:
    """What to build, and when. The paths are absolute."""

    times: Times
    source: Path
    output: Path
    cache: Path

    @property
    def command(self) -> list[str]:
        """The command that is run."""
        program = [sys.executable, "-m", "formats", "build", "--plain"]
        return [*program, "--source", str(self.source), "--output", str(self.output)]


def units(order: Order) -> dict[str, str]:
    """Return the service and the timer of systemd, by the names of their files."""
    return {f"{NAME}.service": _service(order), f"{NAME}.timer": _timer(order)}


def _service(order: Order) -> str:
    # It writes to two folders, calls nobody, and needs nothing of the system but to run.
    writable = " ".join(_quoted(str(path)) for path in (order.output, order.cache))
    return f"""[Unit]
Description=Leaflets in alternative formats: build what changed

[Service]
Type=oneshot
ExecStart={" ".join(_quoted(word).replace("$", "$$") for word in order.command)}
Environment={_quoted(f"FORMATS_CACHE={order.cache}")}
Nice=10
NoNewPrivileges=yes
PrivateTmp=yes
PrivateNetwork=yes
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths={writable}
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictSUIDSGID=yes
RestrictRealtime=yes
LockPersonality=yes
SystemCallArchitectures=native
MemoryMax=4G
TimeoutStartSec=6h
"""


def _timer(order: Order) -> str:
    return f"""[Unit]
Description=Leaflets in alternative formats: when to build

[Timer]
OnCalendar={order.times.on_calendar}
Persistent=true
RandomizedDelaySec=30

[Install]
WantedBy=timers.target
"""


def _quoted(word: str) -> str:
    """Return a word as systemd.syntax(7) reads it."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{plain}"'


def crontab_line(order: Order) -> str:
    """Return the line of a crontab; a percent sign would end the command there."""
    command = shlex.join(["env", f"FORMATS_CACHE={order.cache}", *order.command])
    return f"{order.times.cron} {command.replace('%', chr(92) + '%')} {_MARK}"


def install_units(order: Order) -> list[str]:
    """Put the units where systemd looks for those of this user; return what was done, in words.

    Raises `FormatsError` if they cannot be written, or systemd refuses them.
    """
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"
    try:
        home.mkdir(parents=True, exist_ok=True)
        for folder in (order.output, order.cache):
            folder.mkdir(parents=True, exist_ok=True)
        for name, text in units(order).items():
            (home / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise FormatsError(f"{home} cannot be written: {error.strerror}.") from None
    for words in (["daemon-reload"], ["enable", "--now", f"{NAME}.timer"]):
        _run(["systemctl", "--user", *words])
    return [f"{home / name} is in place." for name in units(order)] + [
        f"See when it runs: systemctl --user list-timers {NAME}.timer",
        f"Read what it said: journalctl --user -u {NAME}",
        "So that it runs while nobody is signed in: loginctl enable-linger",
    ]


def install_crontab(order: Order) -> list[str]:
    """Put the line into the crontab of this user, in place of an older one; say what was done.

    Raises `FormatsError` if there is no cron, or it refuses.
    """
    old = _run(["crontab", "-l"], refused="").splitlines()
    lines = [*(line for line in old if not line.endswith(_MARK)), crontab_line(order)]
    _run(["crontab", "-"], given="\n".join(lines) + "\n")
    return ["The line is in your crontab. See it: crontab -l"]


def _run(command: list[str], given: str = "", refused: str | None = None) -> str:
    """Run a program of the system, and return what it prints, or `refused` where it says no."""
    if not shutil.which(command[0]):
        raise FormatsError(
            f"There is no {command[0]} here. Without --install this prints what an administrator "
            "can put in place."
        )
    done = subprocess.run(  # noqa: S603 - systemctl and crontab, asked for by --install
        command, input=given, capture_output=True, text=True, check=False, timeout=60
    )
    if done.returncode and refused is None:
        raise FormatsError(f"{' '.join(command)} refused: {done.stderr.strip()}")
    return refused or "" if done.returncode else done.stdout
