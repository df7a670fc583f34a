"""`formats export`: one file to one person's needs."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from formats import options
from formats.building.build import export
from formats.building.plan import one
from formats.building.publication import Outcome
from formats.cli import arguments as shared
from formats.cli import sources
from formats.errors import ExitCode, FormatsError, UsageError
from formats.options import OptionDetail
from formats.reading import catalogue
from formats.reading.catalogue import Format
from formats.renderers import registry


def declare(parser: argparse.ArgumentParser, given: Sequence[str]) -> None:
    """Declare the arguments, with the options of the format that `given` names."""
    parser.description = (
        "Make one leaflet in one format, fitted to one person's needs. "
        "Each format has options of its own: see them with --format NAME --help."
    )
    parser.add_argument(
        "leaflet", metavar="LEAFLET", help="Name of a leaflet, or path of a folder or .md file."
    )
    parser.add_argument("--format", required=True, metavar="NAME", help="Format to make.")
    parser.add_argument("--to", required=True, type=Path, metavar="FILE", help="File to write.")
    shared.add_source(parser)
    shared.add_time_limit(parser)
    _add_options(parser, given)


def _add_options(parser: argparse.ArgumentParser, given: Sequence[str]) -> None:
    """Add the options of the renderer of the format that is asked for, if there is such a one."""
    first = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    first.add_argument("--format")
    shared.add_source(first)
    known, _ = first.parse_known_args(list(given))
    if known.format is None:
        return
    try:
        chosen, details = _chosen(known.source, known.format)
    except FormatsError:
        return  # `run` meets it again, and says what is wrong
    group = parser.add_argument_group(f"options of {chosen.name} ({chosen.label})")
    taken = {flag for action in parser._actions for flag in action.option_strings}  # noqa: SLF001
    for detail in details:
        flag = f"--{detail.name}"
        shared.add_option(group, f"--option-{detail.name}" if flag in taken else flag, detail)


def _chosen(source: Path, name: str) -> tuple[Format, tuple[OptionDetail, ...]]:

    chosen = catalogue.read(source).find(name)
    return chosen, options.details(registry.load(chosen.renderer).Options)


def run(parsed: argparse.Namespace) -> ExitCode:
    """Make the file. Raises `FormatsError` with the reason if it cannot be made."""
    library = sources.library(parsed)
    planner = sources.planner(library)
    planner.catalogue.find(parsed.format)
    plan = planner.plan(library.find(parsed.leaflet), [parsed.format], shared.asked(parsed))
    _print_findings(plan.findings)
    job = one(plan)
    outcome = export(job, _checked(parsed.to, job.kind.suffix), parsed.time_limit)
    return _finished(outcome)


def _checked(final: Path, suffix: str) -> Path:
    if final.is_dir():
        raise UsageError(f"{final} is a folder. Name a file in it, ending in “{suffix}”.")
    if not final.parent.is_dir():
        raise UsageError(f"There is no folder {final.parent}. Make it first, or name another.")
    if final.suffix.lower() != suffix:
        raise UsageError(f"{final.name} must end in “{suffix}”, so that it opens.")
    return final


def _print_findings(findings: Sequence[object]) -> None:
    for finding in findings:
        print(finding, file=sys.stderr)


def _finished(outcome: Outcome) -> ExitCode:
    _print_findings(outcome.findings)
    if not outcome.published:
        raise FormatsError(f"{outcome.path} was not made: {outcome.reason}")
    print(outcome.path)
    return ExitCode.OK
