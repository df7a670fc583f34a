"""`formats signoff`: record that people have checked a view of a leaflet."""

import argparse
from datetime import date

from formats.cli import arguments as shared
from formats.errors import ExitCode


def add(commands: shared.Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "signoff",
        help="record that people have checked a text",
        description="Record that a group of people has checked a view of a leaflet, as it is "
        "now. When its words or pictures change, the sign-off lapses.",
        allow_abbrev=False,
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
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Write the sign-off beside the leaflet. Raises `FormatsError` if it cannot be recorded."""
    from formats import signoffs, views

    library = shared.library(parsed)
    entry = library.find(parsed.leaflet)
    # As the built-in format of that view shows it.
    viewed = views.view(library.read(entry).leaflet, parsed.view, {parsed.view, "docx"})
    today = date.today()  # noqa: DTZ011 - a local day
    on = parsed.on or today.isoformat()
    folder = entry.path.parent
    signoffs.sign(folder, viewed, parsed.view, parsed.by, on, parsed.note, today=today)
    print(f"{folder / signoffs.FILE}: {parsed.view} checked by {parsed.by}, on {on}")
    return ExitCode.OK
