"""`formats import`: a document of Word or of others into a leaflet."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode, UsageError
from formats.importing import leaflet
from formats.importing.leaflet import Outcome
from formats.model.findings import Severity
from formats.reading.library import Library


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Make a leaflet of a document: leaflet.md, its pictures, and a report of what "
        "an editor has to look at and where every word went. Of a newer document, show what "
        "is different."
    )
    parser.add_argument(
        "document", type=Path, metavar="FILE", help="A .docx, .odt, .html, .md or .txt file."
    )
    parser.add_argument(
        "--to", default="", metavar="LEAFLET",
        help="Name of the leaflet, or path of its folder. Default: the name of the file.",
    )  # fmt: skip
    parser.add_argument(
        "--take", action="store_true",
        help="Take over into leaflet.md what is different in a newer document. Without it, that "
        "is written to proposed.md.",
    )  # fmt: skip
    shared.add_source(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Import the document, and print what there is to look at. Words without a place fail."""
    library = sources.library(parsed)
    folder = _folder(parsed.to or leaflet.slug_of(parsed.document), library)
    names = sources.planner(library).names
    outcome = leaflet.bring_in(parsed.document, folder, library.shared, names, take=parsed.take)
    for finding in outcome.findings:
        if finding.severity is not Severity.HINT:
            print(finding)
    _print_outcome(outcome)
    return ExitCode.FAILED if outcome.account.lost else ExitCode.OK


def _folder(name: str, library: Library) -> Path:
    path = Path(name)
    if path.name != name:
        return path
    if name in ("", ".", ".."):
        raise UsageError(f"“{name}” cannot name a leaflet. Use letters, figures and hyphens.")
    return library.folder / "leaflets" / name


def _print_outcome(outcome: Outcome) -> None:
    counted = outcome.account
    out = sum(number for place, number in counted.places if place.startswith("left out"))
    weights = Counter(finding.severity.value for finding in outcome.findings)
    told = ", ".join(f"{weights[s.value]} {s.value}s" for s in Severity if weights[s.value])
    if counted.original:
        kept = counted.original - out - len(counted.lost)
        words = f"{kept:,} of {counted.original:,} words, {out:,} left out and listed"
        print(f"{outcome.leaflet}: {words}")
    else:
        print(f"{outcome.leaflet}: carried over letter for letter")
    if outcome.differences:
        taken = sum(each.taken for each in outcome.differences)
        print(f"{len(outcome.differences)} changes, {taken} of them taken over here")
    print(f"{outcome.report} says what to look at{f': {told}' if told else ''}.")
