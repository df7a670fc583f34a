"""`formats signoff`: record that people have checked a view of a leaflet."""

import argparse
from collections.abc import Sequence
from datetime import date

from formats import signoffs
from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Record that a group of people has checked a view of a leaflet, as it is "
        "now. When its words or pictures change, the sign-off lapses."
    )
    parser.add_argument(
        "leaflet", metavar="LEAFLET", help="Name of a leaflet, or path of a folder or .md file."
    )
    parser.add_argument("view", choices=("easy-read",), help="Which view they checked.")
    parser.add_argument(
        "--by", required=True, metavar="GROUP",
        help="Who checked it: a role such as “easy-read group”, never a name or a disability.",
    )  # fmt: skip
    parser.add_argument(
        "--on", default="", metavar="DAY", help="The day they did, as 2026-11-20. Default: today."
    )
    parser.add_argument("--note", default="", metavar="WORDS", help="Anything worth keeping.")
    shared.add_source(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Write the sign-off beside the leaflet. Raises `FormatsError` if it cannot be recorded."""
    library = sources.library(parsed)
    planner, entry = sources.planner(library), library.find(parsed.leaflet)
    text = planner.open(entry).checked_text(parsed.view, planner.catalogue)
    today = date.today()  # noqa: DTZ011 - a local day
    on = parsed.on or today.isoformat()
    folder = entry.path.parent
    signoffs.sign(folder, text, parsed.view, parsed.by, on, parsed.note, today=today)
    print(f"{folder / signoffs.FILE}: {parsed.view} checked by {parsed.by}, on {on}")
    return ExitCode.OK
