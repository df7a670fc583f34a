"""Which renditions are current, behind or failed, by the manifest: what `formats list` answers."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from formats.building import gone, manifest, reasons
from formats.building.index import Index, default_request
from formats.building.key import key_of
from formats.building.plan import Planner
from formats.building.sources import Sources
from formats.building.store import Store
from formats.errors import SourceError
from formats.reading.library import Entry


class States:
    """The states of the renditions of leaflets under an output folder.

    A leaflet that looks as it did when it was built is not read again.
    """

    def __init__(self, planner: Planner, output: Path) -> None:
        self.planner = planner
        self.output = output
        self.store = Store()
        self.index = Index(planner.library.folder, output, default_request(planner.today))
        self.sources = Sources(planner.library.folder, self.store)

    def of(self, entry: Entry) -> dict[str, Any]:
        """Return what there is to say of a leaflet, with the state of each of its files.

        Raises `FormatsError` if it cannot be read.
        """
        record = manifest.of_leaflet(self.output / entry.slug)
        if record.about and not entry.problem and self.index.is_current(entry.slug):
            files = [
                _file(row["format"], name, "current", "", row)
                for name, row in record.rows.items()
                if row["format"] in record.about["formats"]
            ]
            return {**record.about, "files": files}
        return self._read(entry, record)

    def _read(self, entry: Entry, record: manifest.Record) -> dict[str, Any]:
        plan = self.planner.plan(entry)
        if not plan.about:
            raise SourceError(plan.refusals[0].reason)
        sources, files = self.sources.of(entry), []
        for job in plan.jobs:
            name, row = job.name, record.rows.get(job.name)
            failure = record.failed.get(job.format.name) or record.failed.get("", "")
            why = "it was not made yet"
            if row is not None:
                folder = self.output / plan.slug
                why = reasons.why(job, key_of(job), row, sources, self.store)
                why = why or reasons.altered(folder / name, row)
            state = (
                "current" if not why else "failed" if failure else "behind" if row else "not made"
            )
            files.append(_file(job.format.name, name, state, failure or why, row))
        return {**plan.about, "files": files}

    def gone(self, known: Iterable[str]) -> list[str]:
        """Return the paths of renditions under the output folder whose leaflets are not known."""
        records = gone.leaflets(self.output, set(known))
        return [f"{slug}/{name}" for slug, record in records.items() for name in record.rows]


def _file(form: str, name: str, state: str, why: str, row: manifest.Row | None) -> dict[str, Any]:
    """Return the state of a file as plain data; its edition and digest if it was published."""
    known = {key: row[key] for key in ("edition", "sha256", "bytes")} if row else {}
    return {"format": form, "file": name, "state": state, "why": why, **known}
