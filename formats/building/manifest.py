"""The build manifest: what was built, from what, with what, checked how, under which key.

Each leaflet's folder has its own, `.manifest.json`, which takes its place together with the
renditions that it tells of, and so is never untrue. `output/manifest.json` is all of them in one,
for people and programs: before a leaflet is replaced its rows are taken out of it, and it is
written last. Both are sorted and without times of the clock: the same build, the same manifest.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from formats.building import folders
from formats.building.key import Key, digest_of
from formats.building.plan import Job
from formats.building.render import Made
from formats.storage import files

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """What renditions of a leaflet are made of.

    `sources` are the digests of the files of the leaflet and of those it shares, by name; `text`
    is the digest of the leaflet as it was read, by which renditions are of one edition; `foreign`
    says that it stands outside the source folder.
    """

    sources: Mapping[str, str]
    text: str
    foreign: bool


def row(job: Job, key: Key, made: Made, origin: Origin) -> Row:
    """Return what the manifest says of one rendition."""
    return {
        "foreign": origin.foreign,
        "leaflet": job.edition.slug,
        "title": job.edition.title,
        "edition": job.edition.date,
        "language": job.edition.language,
        "format": job.format.name,
        "view": job.format.view,
        "renderer": job.format.renderer,
        "options": asdict(job.options),
        "key": key.digest,
        "content_sha256": key.edition,
        "code_sha256": key.code,
        "checks_sha256": key.checks,
        "libraries_sha256": digest_of(key.libraries),
        "outside": dict(key.outside),
        "sources": dict(origin.sources),
        "text_sha256": origin.text,
        "sha256": made.sha256,
        "bytes": made.size,
        "checks": list(made.checks),
        "findings": [finding.as_data() for finding in made.findings],
    }


@dataclass
class Record:
    """The manifest of one leaflet: a row for each file, and why formats could not be made."""

    rows: dict[str, Row] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    """The reason by format; under no name what concerns the whole leaflet."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """What there is to say of the leaflet, for a list."""

    def written(self) -> bytes:
        """Return this as a file."""
        return _lines({"about": self.about, "failed": self.failed, "renditions": self.rows})


def of_leaflet(folder: Path) -> Record:
    """Return the manifest in a leaflet's folder. One that is damaged says nothing."""
    held = _read(folder / folders.RECORD)
    rows, failed, about = (_table(held.get(name)) for name in ("renditions", "failed", "about"))
    return Record({n: row for n, row in rows.items() if isinstance(row, dict)}, failed, about)


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def note(folder: Path, record: Record) -> None:
    """Write the manifest of a leaflet whose renditions stay as they are."""
    if record.written() != _bytes(folder / folders.RECORD):
        # What is new is made beside the folder, where the next build sweeps if this is killed.
        files.write(record.written(), folder / folders.RECORD, folder.parent)


def leaflets(output: Path) -> dict[str, Record]:
    """Return the manifest of every leaflet under `output`, by the name of its folder."""
    homes = sorted(path.parent for path in output.glob(f"*/{folders.RECORD}"))
    return {home.name: of_leaflet(home) for home in homes if not home.name.startswith(".")}


def without(output: Path, slugs: Iterable[str]) -> None:
    """Take the leaflets that are about to be replaced out of the manifest of all."""
    gone = set(slugs)
    rows = _read(output / folders.MANIFEST).get("renditions")
    if isinstance(rows, dict) and any(name.partition("/")[0] in gone for name in rows):
        kept = {name: r for name, r in rows.items() if name.partition("/")[0] not in gone}
        files.write(_lines({"renditions": kept}), output / folders.MANIFEST)


def put_together(output: Path, slugs: Iterable[str] | None = None) -> None:
    """Write the manifest of all, with the leaflets `slugs` read anew (none named: all are)."""
    rows = _read(output / folders.MANIFEST).get("renditions")
    known = dict(rows) if isinstance(rows, dict) and slugs is not None else {}
    again = leaflets(output) if not known else {s: of_leaflet(output / s) for s in slugs or ()}
    kept = {name: r for name, r in known.items() if name.partition("/")[0] not in again}
    for slug, record in again.items():
        kept.update({f"{slug}/{name}": each for name, each in record.rows.items()})
    written = _lines({"renditions": kept})
    if written != _bytes(output / folders.MANIFEST):
        files.write(written, output / folders.MANIFEST)


def _lines(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return JSON with a line for each row: quick to write, and a change is a line in a diff."""
    parts = []
    for name, rows in sorted(tables.items()):
        lines = [f"{_json(key)}: {_json(rows[key])}" for key in sorted(rows)]
        parts.append(f"{_json(name)}: {{\n" + ",\n".join(lines) + "\n}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _read(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(_bytes(path))
    except (ValueError, RecursionError):
        return {}  # none yet, or damaged: what is built now is written anew
    return held if isinstance(held, dict) else {}
