"""`formats build`: leaflets into files under the output folder."""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from formats.building.build import build
from formats.building.plan import Plan
from formats.cli import arguments as shared
from formats.cli.report import Report
from formats.errors import ExitCode, UsageError
from formats.reading.library import Entry, Library


def declare(parser: argparse.ArgumentParser, _given: Sequence[str]) -> None:
    """Declare the arguments."""
    parser.description = "Make leaflets into files: OUTPUT/<leaflet>/<leaflet>-<format>."
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
    parser.add_argument(
        "--output", type=Path, default=Path("output"), metavar="DIR",
        help="Folder that the files are written to. Default: output.",
    )  # fmt: skip
    parser.add_argument(
        "--plain", action="store_true",
        help="Print whole plain lines only, for screen readers and log files.",
    )  # fmt: skip
    shared.add_time_limit(parser)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Build what was asked for, and return the worst that became of it."""
    library = shared.library(parsed)
    planner = shared.planner(library, strict=parsed.strict)
    for name in parsed.formats:
        planner.catalogue.find(name)
    report = Report(plain=parsed.plain)
    plans = [planner.plan(e, parsed.formats) for e in _entries(parsed.leaflets, library)]
    failed = _report_plans(plans, report)
    jobs = [job for plan in plans for job in plan.jobs]
    report.progress(0, len(jobs))
    for done, outcome in enumerate(build(jobs, parsed.output, parsed.time_limit), 1):
        report.outcome(outcome)
        failed |= not outcome.published
        report.progress(done, len(jobs))
    return ExitCode.FAILED if failed else ExitCode.OK


def _entries(names: Iterable[str], library: Library) -> list[Entry]:
    found = [library.find(name) for name in names] if names else library.entries()
    if not found:
        leaflets = library.folder / "leaflets"
        raise UsageError(
            f"There are no leaflets in {leaflets}. Name a file, or a source folder with --source."
        )
    entries = list(dict.fromkeys(found))
    slug, count = Counter(entry.slug for entry in entries).most_common(1)[0]
    if count > 1:
        raise UsageError(f"Two leaflets are both called “{slug}”. Build them one at a time.")
    return entries


def _report_plans(plans: Iterable[Plan], report: Report) -> bool:
    """Print what the plans say, and return whether something wanted cannot be made."""
    failed = False
    for plan in plans:
        for finding in plan.findings:
            report.finding(finding)
        for refusal in plan.refusals:
            report.refusal(refusal)
            failed |= refusal.wanted
    return failed
