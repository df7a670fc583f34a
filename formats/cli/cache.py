"""`formats cache`: what is kept to save work, whether it is whole, and away with it."""

import argparse
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from formats.errors import ExitCode, FormatsError
from formats.storage import bounds, cache, sizes
from formats.storage.opening import printable

_ACTIONS = ("show", "check", "clear")


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Show what is kept to save work: pictures drawn, words spoken. Nothing is lost with it. "
        f"It lies in the folder named by {cache.ENVIRONMENT_VARIABLE}, and takes no more than "
        f"{bounds.ENVIRONMENT_VARIABLE} (“500 MB”; 2 GB where nothing is said)."
    )
    parser.add_argument(
        "action", nargs="?", choices=_ACTIONS, default="show", metavar="|".join(_ACTIONS),
        help="check: read every object, and delete those that were damaged (exit code 1 if there "
        "were any). clear: delete all. Default: show.",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="Print it for programs, as JSON.")


def run(parsed: argparse.Namespace) -> ExitCode:
    """Carry out the action, and print what the cache is then."""
    root = cache.root()
    damaged = _checked(root) if parsed.action == "check" else []
    if parsed.action == "clear":
        _clear(root)
    shown: dict[str, Any] = _described(root)
    if parsed.action == "check":
        shown["damaged"] = damaged
    print(json.dumps(shown, indent=2, ensure_ascii=False) if parsed.json else _text(shown))
    return ExitCode.FAILED if damaged else ExitCode.OK


def _checked(root: Path) -> list[dict[str, Any]]:
    """Delete what was damaged, and return what it was."""
    rows = []
    for each in bounds.damaged(root):
        with suppress(OSError):
            each.path.unlink()
        gone = not os.path.lexists(each.path)
        rows.append({"part": each.part, "file": printable(each.path), "deleted": gone})
    return rows


def _clear(root: Path) -> None:
    try:
        bounds.clear(root)
    except OSError as error:
        message = f"The cache in {printable(root)} cannot be cleared: {error.strerror}."
        raise FormatsError(message) from None


def _described(root: Path) -> dict[str, Any]:
    parts: dict[str, dict[str, int]] = {}
    for each in bounds.objects(root):
        row = parts.setdefault(each.part, {"objects": 0, "bytes": 0})
        row["objects"] += 1
        row["bytes"] += each.size
    return {
        "folder": printable(root),
        "writable": cache.is_writable(root),
        "limit": bounds.limit(),
        "objects": sum(row["objects"] for row in parts.values()),
        "bytes": sum(row["bytes"] for row in parts.values()),
        "parts": dict(sorted(parts.items())),
    }


def _text(shown: dict[str, Any]) -> str:
    lines = [f"The cache is in {shown['folder']}."]
    if not shown["writable"]:
        lines += ["Nothing can be written there, so work is done anew each time."]
    lines += [f"  {name}: {_amount(row)}" for name, row in shown["parts"].items()]
    lines += [f"Together: {_amount(shown)}, of {sizes.shown(shown['limit'])} that it may take."]
    if "damaged" in shown:
        lines += [_damage(row) for row in shown["damaged"]] or ["Every object is whole."]
    return "\n".join(lines)


def _amount(row: dict[str, int]) -> str:
    objects = "1 object" if row["objects"] == 1 else f"{row['objects']:,} objects"
    return f"{objects}, {sizes.shown(row['bytes'])}"


def _damage(row: dict[str, Any]) -> str:
    if row["deleted"]:
        return f"{row['file']} was damaged and is deleted. It will be made anew when it is needed."
    return f"{row['file']} is damaged and cannot be deleted. It will not be used."
