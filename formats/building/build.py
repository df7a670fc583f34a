"""Building: leaflets in, published renditions and their outcomes out; only what changed is made."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from formats.building import executor, gone, manifest, program, publishing
from formats.building.executor import Task
from formats.building.index import Index
from formats.building.plan import Job, Plan, Planner
from formats.building.publication import Outcome, Publication, Step, fault
from formats.building.render import Failed, Made
from formats.building.sources import Sources
from formats.building.store import Store
from formats.errors import FormatsError
from formats.reading.library import LEAFLET_FILE, Entry
from formats.storage import files


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build.

    `partial` publishes what passed though other formats did not; `prune` deletes what is gone;
    `at_once` is how many processes there may be, `time_limit` seconds for each; `waiting` is
    called if another build holds the output folder.
    """

    output: Path
    partial: bool = False
    prune: bool = False
    time_limit: float = executor.TIME_LIMIT
    # More than there are cores: renditions differ much in how long they take.
    at_once: int = 2 * (os.cpu_count() or 1)
    waiting: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be told that is about no rendition that was asked for.

    `kind` is "failed" for what has to be mended, "deleted" for a file that is no more.
    """

    message: str
    kind: str = "notice"


Event = Plan | Outcome | Notice


@dataclass
class _Leaflet:
    """A leaflet on its way, with how its source looked before it was read."""

    entry: Entry
    looked: str
    publication: Publication
    old: manifest.Record
    leaving: ExitStack


class Build:
    """One run over leaflets of a planner's library.

    `wanted` are the formats asked for (none: all that each leaflet can have). The renditions of
    a leaflet take their places together.
    """

    def __init__(
        self, planner: Planner, wanted: Sequence[str], settings: Settings,
        index: Index | None = None,
    ) -> None:  # fmt: skip
        self.planner = planner
        self.wanted = wanted
        self.settings = settings
        self.index = index
        self.output = settings.output
        self.store = Store()
        self.sources = Sources(planner.library.folder, self.store)
        self._watched: set[str] = set()
        self._events: deque[Event] = deque()
        self._on_their_way: dict[Path, tuple[_Leaflet, Step]] = {}

    def run(self, entries: Sequence[Entry], *, whole: bool = False) -> Iterator[Event]:
        """Bring leaflets up to date, and yield what is known as it is known.

        `whole` says that they are all there are. Raises `FormatsError` if the output cannot be
        written.
        """
        with publishing.alone(self.output, self.settings.waiting), ExitStack() as stack:
            # What stands is known by the index only if nobody wrote the manifest meanwhile.
            known = bool(self.index and self.index.manifest_stands())
            stack.callback(self._finish, [entry.slug for entry in entries] if known else None)
            at_once, limit = self.settings.at_once, self.settings.time_limit
            for (_, path), result in executor.run(self._tasks(entries, stack), at_once, limit):
                self._take(path, result)
                yield from self._known()
            if whole:
                self._leaflets_gone(entries)
            yield from self._known()

    def _known(self) -> Iterator[Event]:
        while self._events:
            yield self._events.popleft()

    def _finish(self, slugs: Sequence[str] | None) -> None:
        manifest.put_together(self.output, slugs)
        if self.index:
            self.index.save(self._watched)

    def _tasks(self, entries: Sequence[Entry], stack: ExitStack) -> Iterator[Task]:
        """Plan one leaflet after the other, as there is room for what is to be made of it."""
        for entry in entries:
            if not (self.index and self.index.is_current(self._folder(entry))):
                try:
                    yield from self._tasks_of(entry, stack)
                except FormatsError as error:
                    self._events.append(Notice(f"{entry.slug}: error: {error}", "failed"))

    def _tasks_of(self, entry: Entry, stack: ExitStack) -> Iterator[Task]:
        name = self._folder(entry)
        looked = self.index.source_of(name) if self.index and name else ""
        plan = self.planner.plan(entry, self.wanted)
        self._events.append(plan)
        leaving = stack.enter_context(ExitStack())
        new = leaving.enter_context(publishing.new_folder(self.output))
        publication = Publication(
            plan, self.output, new, self.sources.of(entry), self.store,
            self.settings.partial, entry.foreign,
        )  # fmt: skip
        old = manifest.of_leaflet(publication.folder)
        leaflet = _Leaflet(entry, looked, publication, old, leaving)
        steps = publication.decide(old)
        for step in steps:
            self._watched |= program.watched(step.key.module)
            self._on_their_way[new / step.job.name] = leaflet, step
            yield step.job, new / step.job.name
        if not steps:
            self._publish(leaflet)

    def _take(self, path: Path, result: Made | Failed) -> None:
        leaflet, step = self._on_their_way.pop(path)
        leaflet.publication.take(step, result)
        if leaflet.publication.is_complete:
            self._publish(leaflet)

    def _publish(self, leaflet: _Leaflet) -> None:
        publication = leaflet.publication
        unwanted = gone.files_of(publication.plan, leaflet.old)
        ours = list(gone.unaltered(publication.folder, leaflet.old, unwanted))
        dropped = ours if self.settings.prune else []
        outcomes = publication.publish(leaflet.old, dropped)
        leaflet.leaving.close()
        self._events += outcomes
        deleted = [name for name in dropped if not (publication.folder / name).exists()]
        self._were_deleted([publication.folder / name for name in deleted])
        self._are_gone([publication.folder / name for name in unwanted if name not in deleted])
        self._record(leaflet, outcomes, settled=set(unwanted) == set(dropped))

    def _record(self, leaflet: _Leaflet, outcomes: Sequence[Outcome], *, settled: bool) -> None:
        """Look at the source again, and record that it is published if it is as it was read."""
        name, plan = self._folder(leaflet.entry), leaflet.publication.plan
        if not self.index or not name:
            return
        if self.index.source_of(name) != leaflet.looked:
            message = "was changed while it was built. The next build takes the change up."
            self._events.append(Notice(f"{plan.slug}: {message}"))
        elif settled and all(o.published for o in outcomes) and not _refused(plan):
            self.index.record(name, leaflet.looked)
            return
        self.index.forget(name)

    def _folder(self, entry: Entry) -> str:
        """Return the name of a leaflet's folder in the source folder; none for any other file."""
        home = self.planner.library.folder / "leaflets" / entry.slug / LEAFLET_FILE
        return entry.slug if entry.path == home else ""

    def _leaflets_gone(self, entries: Sequence[Entry]) -> None:
        for slug, record in gone.leaflets(self.output, {entry.slug for entry in entries}).items():
            if self.settings.prune:
                left = gone.delete(self.output, slug, record)
                for path in left:
                    message = "was altered by hand, so it was not deleted"
                    self._events.append(Notice(f"{path}: {message}."))
                paths = [self.output / slug / name for name in record.rows]
                self._were_deleted([path for path in paths if path not in left])
            else:
                self._are_gone([self.output / slug / name for name in record.rows])

    def _were_deleted(self, paths: Sequence[Path]) -> None:
        for path in paths:
            message = "deleted, since its leaflet or format is gone"
            self._events.append(Notice(f"{path}: {message}.", "deleted"))

    def _are_gone(self, paths: Sequence[Path]) -> None:
        for path in paths:
            why = (
                "its leaflet or format is gone. “formats build --prune” deletes it, unless altered"
            )
            self._events.append(Notice(f"{path}: {why}."))


def _refused(plan: Plan) -> bool:
    return any(refusal.wanted for refusal in plan.refusals)


def export(job: Job, final: Path, time_limit: float = executor.TIME_LIMIT) -> Outcome:
    """Make one job into the file `final`. Raises `FormatsError` if it cannot be written there."""
    with files.new_file(final.parent) as new:
        ((_, result),) = executor.run([(job, new)], 1, time_limit)
        if isinstance(result, Failed):
            return Outcome(job, final, "failed", reason=fault(result))
        result = result.at(final, str(new))
        if reason := fault(result):
            return Outcome(job, final, "failed", "", reason, result.findings)
        files.publish(new, final)
    return Outcome(job, final, "made", "", "", result.findings, result.seconds, result.size)
