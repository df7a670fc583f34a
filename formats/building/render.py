"""Making one rendition: what runs in a process of its own."""

import os
import time
import traceback
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from formats.building.plan import Job
from formats.checks import registry as checks
from formats.errors import FormatsError, Place
from formats.model.findings import Finding
from formats.renderers import registry
from formats.storage import files, shortage


@dataclass(frozen=True, slots=True)
class Made:
    """A rendition as its process left it: new, checked, not yet published."""

    sha256: str
    size: int
    seconds: float
    findings: tuple[Finding, ...]
    checks: tuple[str, ...] = ()
    """The modules of the checks that it passed."""

    def as_data(self) -> dict[str, Any]:
        """Return this as plain data."""
        return {**asdict(self), "findings": [each.as_data() for each in self.findings]}

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Made":
        """Return what `as_data` was made of. Raises `ValueError` for anything else."""
        try:
            findings = tuple(Finding.of(each) for each in data["findings"])
            size, seconds = int(data["size"]), float(data["seconds"])
            checks = tuple(str(each) for each in data["checks"])
            return cls(str(data["sha256"]), size, seconds, findings, checks)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"no verdict on a rendition: {error}") from None

    def at(self, path: Path, old: str) -> "Made":
        """Return this with its findings at `path`, where they were at `old`."""
        found = (
            replace(f, place=Place(str(path), f.place.line))
            if f.place and f.place.file == old
            else f
            for f in self.findings
        )
        return replace(self, findings=tuple(found))


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a rendition could not be made."""

    reason: str

    def as_data(self) -> dict[str, Any]:
        """Return this as plain data."""
        return asdict(self)


def render(job: Job, path: Path) -> Made | Failed:
    """Render `job` to the new file `path`, and check it."""
    start = time.perf_counter()
    try:
        renderer = registry.load(job.format.renderer)
        with path.open("wb+") as out:
            said = findings_of(renderer.render(job.edition, job.options, out))
            out.flush()
            os.fsync(out.fileno())
        findings = (*said, *checks.check_rendition(path, job.edition, job.kind.media_type))
        digest = files.digest(path)
    except FormatsError as error:
        return Failed(str(error))
    except Exception as error:  # noqa: BLE001 - a renderer may be a stranger's
        return Failed(str(shortage.of(error, path.parent) or _fault(job, error)))
    size, seconds = path.stat().st_size, time.perf_counter() - start
    return Made(digest, size, seconds, findings, checks.modules(job.kind.media_type))


def findings_of(said: object) -> tuple[Finding, ...]:
    """Return what a renderer has to say. Raises `TypeError` for what is no findings."""
    if not isinstance(said, Iterable):
        raise TypeError(f"render() must return findings, if only an empty list, not {said!r}")
    findings = tuple(said)
    for finding in findings:
        if not isinstance(finding, Finding):
            raise TypeError(f"render() gave {finding!r}, which is no finding")
    return findings


def _fault(job: Job, error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return (
        f"the renderer “{job.format.renderer}” has a fault: {type(error).__name__}: {error} "
        f"({where}). Please report this to whoever maintains it"
    )
