"""`formats build`: leaflets into files under the output folder."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module

from formats.building.index import Index, request
from formats.cli import arguments as shared
from formats.errors import ExitCode


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Bring the files of leaflets up to date: OUTPUT/<leaflet>/<leaflet>-<format>. Only what "
        "changed is made anew; all formats of a leaflet take their places together, or none does."
    )
    parser.add_argument(
        "leaflets", nargs="*", metavar="LEAFLET",
        help="Name of a leaflet, or path of a folder or .md file. Default: all leaflets.",
    )  # fmt: skip
    parser.add_argument(
        "--format", nargs="+", action="extend", default=[], metavar="NAME", dest="formats",
        help="Make these formats only. Default: all that each leaflet can have.",
    )  # fmt: skip
    shared.add_source(parser)
    shared.add_strict(parser)
    shared.add_output(parser)
    _add_manner(parser)
    shared.add_time_limit(parser)


def _add_manner(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--explain", action="store_true",
        help="Say of each file why it is made anew, or that it holds.",
    )  # fmt: skip
    parser.add_argument(
        "--partial", action="store_true",
        help="Publish the formats that passed though others of the leaflet did not.",
    )  # fmt: skip
    parser.add_argument(
        "--prune", action="store_true",
        help="Delete the files of leaflets and formats that are gone, unless altered by hand.",
    )  # fmt: skip
    parser.add_argument(
        "--verify", action="store_true",
        help="Read every source and file, and do not trust how they look (size and time).",
    )  # fmt: skip
    parser.add_argument(
        "--exit-changed", action="store_true",
        help="Exit with code 3 if a file was made, restored or deleted, and 0 if all held.",
    )  # fmt: skip
    parser.add_argument(
        "--jobs", type=_jobs, metavar="N",
        help="Make at most N files at once. Default: twice as many as there are processors.",
    )  # fmt: skip
    parser.add_argument(
        "--plain", action="store_true",
        help="Print whole plain lines only, for screen readers and log files.",
    )  # fmt: skip


def _jobs(written: str) -> int:
    jobs = int(written)
    if not 0 < jobs <= 256:  # noqa: PLR2004
        raise ValueError(written)
    return jobs


def run(parsed: argparse.Namespace) -> ExitCode:
    """Build what was asked for, and return the worst that became of it.

    What makes renditions is imported only if there is something to make.
    """
    day = date.today()  # noqa: DTZ011 - a local day
    asked = request(parsed.formats, strict=parsed.strict, day=day)
    index = Index(parsed.source, parsed.output, asked)
    if parsed.explain or parsed.verify or parsed.prune:
        index.forget_all()
    named = [name for name in parsed.leaflets if index.has(name)]
    if len(named) == len(parsed.leaflets) and index.stands(named):
        print("Nothing to do: every file is as its source says.", file=sys.stderr)
        return ExitCode.OK
    code: ExitCode = import_module("formats.cli.making").build(parsed, index)
    return code
