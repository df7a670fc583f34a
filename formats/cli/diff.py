"""`formats diff`: what a new edition of a leaflet changes, and how much it matters."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from formats.building.past import NOW, Past
from formats.cli import arguments as shared
from formats.cli import sources
from formats.comparing import Comparison
from formats.comparing.lines import lines
from formats.comparing.record import record
from formats.errors import ExitCode
from formats.storage import files

_SIDES = "a file, an edition (such as 2025-10, looked for in git) or a revision of git"


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Say what is different between two editions of a leaflet: facts first (telephone numbers, "
        "dates, times, sums, addresses …), then meaning (must, not, only, a sentence added), "
        "wording, and layout; and whether easy read and translations have followed."
    )
    parser.add_argument(
        "leaflet", metavar="LEAFLET", help="Name of a leaflet, or path of a folder or .md file."
    )
    parser.add_argument(
        "--since", default="HEAD", metavar="EDITION",
        help=f"The older one: {_SIDES}. Default: HEAD, what was last committed.",
    )  # fmt: skip
    parser.add_argument(
        "--until", default=NOW, metavar="EDITION",
        help=f"The newer one: {_SIDES}. Default: the leaflet as it is now.",
    )  # fmt: skip
    shapes = parser.add_mutually_exclusive_group()
    shapes.add_argument("--json", action="store_true", help="Print it for programs, as JSON.")
    shapes.add_argument("--html", type=Path, metavar="FILE", help="Write it as a web page.")
    parser.add_argument(
        "--exit-changed", action="store_true",
        help=f"End with exit code {ExitCode.CHANGED.value} if anything has changed.",
    )  # fmt: skip
    shared.add_source(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print or write what has changed. Raises `FormatsError`."""
    library = sources.library(parsed)
    found = Past(library, library.find(parsed.leaflet)).compared(parsed.since, parsed.until)
    _show(found, parsed)
    return ExitCode.CHANGED if found.changes and parsed.exit_changed else ExitCode.OK


def _show(found: Comparison, parsed: argparse.Namespace) -> None:
    if parsed.json:
        print(json.dumps(record(found), indent=2, ensure_ascii=False))
    elif parsed.html:
        from formats.comparing.page import page  # lxml, which plain lines need not wait for

        files.write(page(found), parsed.html)
        print(parsed.html)
    else:
        print("\n".join(lines(found)))
