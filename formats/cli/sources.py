"""What the arguments of a command are turned into: the library, and a planner for it."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from formats.errors import UsageError
from formats.reading.library import Library

if TYPE_CHECKING:
    from formats.building.plan import Planner


def library(arguments: argparse.Namespace) -> Library:
    """Return the library of `--source`. Raises `UsageError` if there is no such folder."""
    source: Path = arguments.source
    if source.exists() and not source.is_dir():
        raise UsageError(f"{source} is no folder. Name the folder that holds “leaflets”.")
    return Library(source)


def planner(found: Library, *, strict: bool = False) -> "Planner":
    """Return a planner for a library, with the day's date."""
    # Views, checks and renderers, which a command that plans nothing need not wait for.
    from formats.building.plan import Planner
    from formats.reading import catalogue

    today = date.today()  # noqa: DTZ011 - a local day
    return Planner(found, catalogue.read(found.folder), today, strict=strict)
