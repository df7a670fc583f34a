"""`formats check`: what the checks say of leaflets, and how hard each view is to read."""

import argparse
from collections.abc import Sequence

from formats.building.plan import Planner
from formats.checks.easy_read import readability
from formats.checks.easy_read.readability import Figures
from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode, FormatsError, UsageError
from formats.model import Leaflet
from formats.model.findings import errors_in
from formats.reading.library import Entry


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = (
        "Say what the checks find in leaflets, and how hard each view of them is to "
        "read. Each finding has a code that docs/findings.md explains."
    )
    parser.add_argument(
        "leaflets", nargs="*", metavar="LEAFLET",
        help="Name of a leaflet, or path of a folder or .md file. Default: all leaflets.",
    )  # fmt: skip
    shared.add_source(parser)
    shared.add_strict(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Print the findings and figures of each leaflet; errors fail."""
    library = sources.library(parsed)
    entries = [library.find(n) for n in parsed.leaflets] if parsed.leaflets else library.entries()
    if not entries:
        leaflets = library.folder / "leaflets"
        raise UsageError(
            f"There are no leaflets in {leaflets}. Name a file, or a source folder with --source."
        )
    planner = sources.planner(library, strict=parsed.strict)
    failed = False
    for entry in entries:
        try:
            failed |= _check(entry, planner)
        except FormatsError as error:
            print(error)
            failed = True
    return ExitCode.FAILED if failed else ExitCode.OK


def _check(entry: Entry, planner: Planner) -> bool:
    opened = planner.open(entry)
    findings = opened.findings
    for finding in findings:
        print(finding)
    errors = errors_in(findings)
    print(f"{entry.slug}: {len(errors)} errors, {len(findings) - len(errors)} other findings")
    if not errors:
        _print_figures(opened.leaflet)
    return bool(errors)


def _print_figures(leaflet: Leaflet) -> None:
    views = readability.side_by_side(leaflet)
    for name, words in _ROWS:
        cells = "  ".join(f"{view}: {_shown(found, name)}" for view, found in views.items())
        print(f"  {words}: {cells}")


_ROWS = (
    ("words", "words"),
    ("words_a_sentence", "words in a sentence"),
    ("longest", "words in the longest sentence"),
    ("uncommon", "uncommon words"),
    ("ease", "Flesch reading ease, 0 to 100 (easy)"),
    ("grade", "Flesch-Kincaid grade"),
)


def _shown(figures: Figures, name: str) -> str:
    value = getattr(figures, name)
    if value is None:
        return "not known for this language"
    if name == "uncommon":
        return f"{value:.0%}"
    return f"{value:.1f}" if isinstance(value, float) else str(value)
