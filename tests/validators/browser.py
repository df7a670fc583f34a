"""Web pages in Debian's chromium: what axe finds, whether they reflow, what they load.

axe-core and playwright-core come from npm (`package.json` here, which `.ci/run` installs).
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SCRIPT = Path(__file__).parent / "browser.mjs"


@dataclass(frozen=True)
class Look:
    """A page in one way of having it ("narrow dark"): widths are in CSS pixels.

    `spaced` is its width with the spacing of WCAG 1.4.12, `cut` what then does not fit.
    """

    violations: list[str]
    passes: int
    width: int
    spaced: int
    cut: list[str]


@dataclass(frozen=True)
class Visit:
    """A page as chromium had it: its looks by way, the first stop of the keyboard, its requests."""

    looks: dict[str, Look]
    skipped: dict[str, Any]
    outside: list[str]


def visits(paths: Iterable[Path]) -> dict[str, Visit]:
    """Return what chromium sees of each page, by the stem of its file's name."""
    chromium = shutil.which("chromium")
    assert chromium, "this needs chromium"
    command = ["node", str(_SCRIPT), chromium, *map(str, paths)]
    run = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    return {Path(name).stem: _visit(each) for name, each in json.loads(run.stdout).items()}


def _visit(found: dict[str, Any]) -> Visit:
    looks = {way: Look(**look) for way, look in found["ways"].items()}
    return Visit(looks, found["skipped"], found["outside"])
