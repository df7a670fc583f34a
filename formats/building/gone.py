"""Renditions of leaflets and formats that are gone: listed, and deleted when that is asked for."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from formats.building import folders, manifest, reasons
from formats.building.manifest import Record
from formats.building.plan import Plan


def files_of(plan: Plan, record: Record) -> list[str]:
    """Return the files of a leaflet whose formats it can no longer be had in."""
    if not plan.jobs:
        return []  # its source has errors: who knows
    possible = plan.about["formats"]
    names = {job.format.name: job.name for job in plan.jobs}
    return [
        name
        for name, row in sorted(record.rows.items())
        if row.get("format") not in possible or names.get(row["format"], name) != name
    ]


def leaflets(output: Path, known: Collection[str]) -> dict[str, Record]:
    """Return the manifests under `output` of leaflets that are not `known`, nor foreign."""
    return {
        slug: record
        for slug, record in manifest.leaflets(output).items()
        if slug not in known and not any(row.get("foreign") for row in record.rows.values())
    }


def unaltered(folder: Path, record: Record, names: Collection[str]) -> Iterator[str]:
    """Yield those of `names` that are still as they were published: ours to delete."""
    for name in names:
        if not reasons.altered(folder / name, record.rows[name]):
            yield name


def delete(output: Path, slug: str, record: Record) -> list[Path]:
    """Delete the renditions of a leaflet that is gone; return those altered by hand, which stay."""
    folder = output / slug
    ours = set(unaltered(folder, record, record.rows))
    manifest.without(output, [slug])
    for name in ours:
        (folder / name).unlink(missing_ok=True)
    (folder / folders.RECORD).unlink(missing_ok=True)
    with suppress(OSError):  # something of other people's is in it
        folder.rmdir()
    return [folder / name for name in record.rows if (folder / name).exists()]
