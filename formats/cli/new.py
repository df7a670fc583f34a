"""`formats new`: a leaflet that begins."""

import argparse
from datetime import date

from formats.cli import arguments as shared
from formats.errors import ExitCode, UsageError


def add(commands: shared.Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "new",
        help="begin a leaflet",
        description="Make a leaflet with a place for each thing that it needs, easy read included.",
        allow_abbrev=False,
    )
    parser.add_argument("title", metavar="TITLE", help="Title of the leaflet, in quotation marks.")
    shared.add_source(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Write the leaflet. Raises `UsageError` if there is one of that name."""
    from pathlib import Path

    from formats.importing.leaflet import slug_of
    from formats.service import folder, leaflet

    if not any(letter.isalnum() for letter in parsed.title) or not parsed.title.isprintable():
        raise UsageError(f"“{parsed.title}” is no title. Write a few words.")
    slug = slug_of(Path(f"{parsed.title}.md"))
    file = shared.library(parsed).folder / "leaflets" / slug / "leaflet.md"
    if file.exists():
        raise UsageError(f"{file} is there already. Give the new leaflet another title.")
    today = date.today()  # noqa: DTZ011 - a local day
    folder.write(leaflet.frame(parsed.title, today), file)
    print(file)
    print(f"Write in it, then type: formats check {slug}")
    return ExitCode.OK
