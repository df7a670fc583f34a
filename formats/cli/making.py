"""What `formats build` does when there is something to do."""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from formats.building import folders
from formats.building.build import Build, Settings
from formats.building.index import Index
from formats.cli import sources
from formats.cli.report import Report
from formats.errors import ExitCode, UsageError
from formats.reading.library import Entry, Library
from formats.storage import cache


def build(parsed: argparse.Namespace, index: Index) -> ExitCode:
    """Bring the files of leaflets up to date, and return the worst that became of it."""
    cache.use(parsed.output / folders.CACHE)  # an account of a service may have no home
    library = sources.library(parsed)
    planner = sources.planner(library, strict=parsed.strict)
    for name in parsed.formats:
        planner.catalogue.find(name)
    entries = _entries(parsed.leaflets, library)
    report = Report(plain=parsed.plain, explain=parsed.explain)
    settings = Settings(
        parsed.output, parsed.partial, parsed.prune, parsed.time_limit, waiting=report.waiting
    )
    if parsed.jobs:
        settings = replace(settings, at_once=parsed.jobs)
    run = Build(planner, parsed.formats, settings, index)
    for event in run.run(entries, whole=not parsed.leaflets):
        report.event(event)
    report.summary()
    if report.failed:
        return ExitCode.FAILED
    return ExitCode.CHANGED if parsed.exit_changed and report.changed else ExitCode.OK


def _entries(names: Sequence[str], library: Library) -> list[Entry]:
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
