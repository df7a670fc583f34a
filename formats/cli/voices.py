"""`formats voices`: the voices of every engine, and the fetching of those not in a package."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from formats.errors import ExitCode, RenderError, UsageError, nearest
from formats.speech.voice import catalogue, driver, hibari
from formats.speech.voice.catalogue import Listed
from formats.speech.voice.engine import EngineError


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Show the voices of every engine: name, language, accent, sort, and where its file is or "
        "how to get it. The engine best understood comes first."
    )
    parser.add_argument(
        "--get", metavar="VOICE",
        help="Fetch the file of a voice over the network from its maker, and check its digest. "
        "Nothing else here uses the network.",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="Print it for programs, as JSON.")


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the voices, or fetch one."""
    if parsed.get:
        print(_fetched(parsed.get))
        return ExitCode.OK
    rows = [_row(each) for name in catalogue.DRIVERS.values() for each in catalogue.of(name)]
    if parsed.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return ExitCode.OK
    for engine, name in catalogue.DRIVERS.items():
        listed = [row for row in rows if row["engine"] == engine]
        fault = "" if listed else catalogue.fault(name)
        print(f"{engine}: {fault or f'{len(listed)} voices'}")
        for row in listed:
            print("  " + "  ".join(_columns(row)).rstrip())
    return ExitCode.OK


def _row(each: Listed) -> dict[str, Any]:
    return {
        "engine": each.engine, "voice": each.name, "language": each.language,
        "accent": each.accent, "sort": each.sort, "file": str(each.path or ""),
        "ready": each.is_there and not each.fault(),
    }  # fmt: skip


def _columns(row: dict[str, Any]) -> tuple[str, ...]:
    where = "in the package"
    if row["file"]:
        get = f"not here: formats voices --get {row['voice']}, or put it at {row['file']}"
        where = row["file"] if row["ready"] else get
    return (
        f"{row['voice']:18}", f"{row['language']:18}", f"{row['accent']:36}", f"{row['sort']:7}",
        where,
    )  # fmt: skip


def _fetched(name: str) -> Path:
    """Fetch the file of a voice and return where it is. Raises `UsageError` or `RenderError`."""
    if not catalogue.is_installed(driver.HIBARI):
        raise RenderError(catalogue.fault(driver.HIBARI))
    voices = hibari.voices()
    if name not in voices:
        raise UsageError(f"There is no voice “{name}” to fetch. {nearest(name, voices)}")
    wanted = voices[name]
    if not wanted.bundled and not (wanted.is_there and not wanted.fault()):
        print(f"Fetching {wanted.size / 1e6:.1f} MB over the network …", flush=True)
    try:
        return hibari.fetch(name)
    except EngineError as error:
        raise RenderError(f"The voice “{name}” could not be fetched. {error}.") from None
