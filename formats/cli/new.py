"""`formats new`: a leaflet that begins."""

import argparse
from collections.abc import Sequence
from datetime import date

from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode, UsageError
from formats.service import folder, leaflet
from formats.text.slugs import slug


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Make a leaflet with a place for each thing that it needs, easy read included."
    )
    parser.add_argument("title", metavar="TITLE", help="Title of the leaflet, in quotation marks.")
    shared.add_source(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Write the leaflet. Raises `UsageError` if there is one of that name."""
    if not any(letter.isalnum() for letter in parsed.title) or not parsed.title.isprintable():
        raise UsageError(f"“{parsed.title}” is no title. Write a few words.")
    name = slug(parsed.title) or "leaflet"
    file = sources.library(parsed).folder / "leaflets" / name / "leaflet.md"
    if file.exists():
        raise UsageError(f"{file} is there already. Give the new leaflet another title.")
    today = date.today()  # noqa: DTZ011 - a local day
    folder.write(leaflet.frame(parsed.title, today), file)
    print(file)
    print(f"Write in it, then type: formats check {name}")
    return ExitCode.OK
