"""Building: jobs in, published renditions and their outcomes out."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from formats.building import executor, folders, manifest
from formats.building.plan import Job
from formats.building.render import Failed, Made
from formats.errors import FormatsError
from formats.model.findings import Finding, errors_in
from formats.storage import files


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: a published file, or the reason why there is none."""

    job: Job
    path: Path
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    size: int = 0

    @property
    def published(self) -> bool:
        """Whether the new rendition stands at `path`."""
        return not self.reason


def build(
    jobs: Sequence[Job], output: Path, time_limit: float = executor.TIME_LIMIT
) -> Iterator[Outcome]:
    """Make `jobs` into files under `output`, and yield what became of each as it is known.

    An error leaves the old rendition as it was. Raises `FormatsError` if the manifest cannot
    be written.
    """
    rows: dict[str, dict[str, Any]] = {}
    try:
        for job, outcome, row in _made(jobs, partial(_final, output), time_limit):
            if row:
                rows[f"{job.edition.slug}/{job.name}"] = row
            yield outcome
    finally:
        if rows:
            manifest.update(output, rows)


def _final(output: Path, job: Job) -> Path:
    return folders.folder_for(output, job.edition.slug) / job.name


def export(job: Job, final: Path, time_limit: float = executor.TIME_LIMIT) -> Outcome:
    """Make one job into the file `final`."""
    return next(outcome for _, outcome, _ in _made([job], lambda _: final, time_limit))


def _made(
    jobs: Sequence[Job], final_of: Callable[[Job], Path], time_limit: float
) -> Iterator[tuple[Job, Outcome, dict[str, Any]]]:
    tasks: list[executor.Task] = []
    finals: dict[int, Path] = {}
    with ExitStack() as stack:
        for job in jobs:
            try:
                finals[id(job)] = final = final_of(job)
                tasks.append((job, stack.enter_context(files.new_file(final.parent))))
            except FormatsError as error:
                yield job, Outcome(job, Path(job.name), str(error)), {}
        # More than there are cores: renditions differ much in how long they take.
        at_once = 2 * (os.cpu_count() or 1)
        for (job, new), result in executor.run(tasks, at_once, time_limit):
            outcome = _published(job, new, finals[id(job)], result)
            made = isinstance(result, Made) and outcome.published
            yield job, outcome, manifest.row(job, result) if made else {}  # type: ignore[arg-type]


def _published(job: Job, new: Path, final: Path, result: Made | Failed) -> Outcome:
    if isinstance(result, Failed):
        return Outcome(job, final, result.reason)
    if errors_in(result.findings):
        reason = "it did not pass its checks, so it was not published"
        return Outcome(job, final, reason, result.findings, result.seconds)
    try:
        files.publish(new, final)
    except FormatsError as error:
        return Outcome(job, final, str(error), result.findings, result.seconds)
    return Outcome(job, final, "", result.findings, result.seconds, result.size)
