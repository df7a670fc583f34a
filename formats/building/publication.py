"""A leaflet on its way: which renditions hold, which are made anew, and all into their places."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from formats.building import manifest, publishing, reasons
from formats.building.key import Key, canonical, digest_of, key_of
from formats.building.plan import Job, Plan
from formats.building.render import Failed, Made
from formats.building.store import Store
from formats.errors import FormatsError
from formats.model.findings import Finding, errors_in


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: a published file, or the reason why there is none.

    `how` is "made", "restored" (from the store), "current" (nothing to do) or "failed"; `why`
    says in words what had changed.
    """

    job: Job
    path: Path
    how: str
    why: str = ""
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    size: int = 0

    @property
    def published(self) -> bool:
        """Whether the rendition that was asked for stands at `path`."""
        return self.how != "failed"


@dataclass(slots=True)
class Step:
    """One rendition: its key, why it is made anew (nothing if it holds), and what came of it."""

    job: Job
    key: Key
    why: str
    result: Made | Failed | None = None
    restored: bool = False


@dataclass
class Publication:
    """The renditions of one leaflet that take their places together."""

    plan: Plan
    output: Path
    new: Path
    sources: Mapping[str, str]
    store: Store
    partial: bool = False
    foreign: bool = False
    steps: list[Step] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The folder that the renditions are for."""
        return self.output / self.plan.slug

    def decide(self, old: manifest.Record) -> list[Step]:
        """Decide for each rendition whether it holds, restore those in the store, return the rest.

        All are decided before the first is made: it would seem to be the only one.

        Raises `FormatsError` if the new folder cannot be written.
        """
        for job in self.plan.jobs:
            key, row = key_of(job), old.rows.get(job.name)
            why = reasons.why(job, key, row, self.sources, self.store)
            step = Step(job, key, why or reasons.altered(self.folder / job.name, row))
            self.steps.append(step)
            if step.why:
                self._restore(step)
        return [step for step in self.steps if step.why and not step.result]

    def _restore(self, step: Step) -> None:
        try:
            step.result = self.store.restore(step.key.digest, self.new / step.job.name)
        except OSError as error:
            raise FormatsError(f"{self.new} cannot be written: {error.strerror}.") from None
        step.restored = step.result is not None

    def take(self, step: Step, result: Made | Failed) -> None:
        """Take what became of a step, and keep what passed its checks."""
        path = self.new / step.job.name
        if isinstance(result, Made):
            result = result.at(self.folder / step.job.name, str(path))
            if not fault(result):
                with suppress(OSError):  # one that is not there is met again when it is published
                    self.store.keep(step.key.digest, path, result)
        step.result = result

    @property
    def is_complete(self) -> bool:
        """Whether nothing is waited for."""
        return all(step.result for step in self.steps if step.why)

    def publish(self, old: manifest.Record, gone: Collection[str]) -> list[Outcome]:
        """Let the renditions take their places together, and return what became of each.

        If one failed none does, unless this is to be partial.
        """
        failed = [s for s in self.steps if fault(s.result)]
        wanted = [r for r in self.plan.refusals if r.wanted]
        hold_back = bool(failed or wanted) and not self.partial
        refusal = ""
        try:
            self._publish(old, gone, hold_back=hold_back)
        except FormatsError as error:
            hold_back, refusal = True, str(error)
        names = [s.job.format.name for s in failed] or [r.format for r in wanted if r.format]
        refusal = refusal or (
            f"it waits for {', '.join(names) or 'the rest'}, since all formats of an edition "
            "take their places together. Mend that, or see --partial"
        )
        return [self._outcome(step, refusal if hold_back else "") for step in self.steps]

    def _publish(self, old: manifest.Record, gone: Collection[str], *, hold_back: bool) -> None:
        failed = {s.job.format.name: fault(s.result) for s in self.steps if fault(s.result)}
        failed |= {r.format: r.reason for r in self.plan.refusals if r.wanted}
        names = {s.job.format.name for s in self.steps}
        failed = {n: r for n, r in old.failed.items() if n and n not in names} | failed
        passed = [] if hold_back else [s for s in self.steps if s.why and not fault(s.result)]
        rows = {name: row for name, row in old.rows.items() if name not in gone}
        rows = {name: row for name, row in rows.items() if (self.folder / name).is_file()}
        rows |= {s.job.name: self._row(s) for s in passed}
        record = manifest.Record(rows, failed, self.plan.about or old.about)
        if not passed and not gone:
            if self.folder.is_dir():
                manifest.note(self.folder, record)
            return
        for step in self.steps:
            if step not in passed:
                (self.new / step.job.name).unlink(missing_ok=True)
        manifest.without(self.output, [self.plan.slug])
        publishing.publish(self.new, self.output, self.plan.slug, record, gone)

    def _row(self, step: Step) -> manifest.Row:
        libraries = digest_of(step.key.libraries)
        self.store.keep_source(libraries, canonical(step.key.libraries))
        assert isinstance(step.result, Made)
        origin = manifest.Origin(self.sources, self.plan.text, self.foreign)
        return manifest.row(step.job, step.key, step.result, origin)

    def _outcome(self, step: Step, held_back: str) -> Outcome:
        path, reason = self.folder / step.job.name, fault(step.result)
        made = step.result if isinstance(step.result, Made) else None
        findings = made.findings if made and not step.restored else ()
        seconds, size = (made.seconds, made.size) if made else (0.0, 0)
        if not step.why:
            return Outcome(step.job, path, "current")
        if reason or held_back:
            return Outcome(step.job, path, "failed", step.why, reason or held_back, findings)
        how = "restored" if step.restored else "made"
        return Outcome(step.job, path, how, step.why, "", findings, seconds, size)


def fault(result: Made | Failed | None) -> str:
    """Return why a rendition is none that may be published, or nothing."""
    if isinstance(result, Failed):
        return result.reason
    if result and errors_in(result.findings):
        return "it did not pass its checks, so it was not published"
    return ""
