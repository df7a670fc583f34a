"""Why a rendition is made anew: what is other than when it was made, in words."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from formats.building import program
from formats.building.key import Key, digest_of
from formats.building.manifest import Row
from formats.building.plan import Job
from formats.building.store import Store
from formats.storage import files

_MOST = 6


def why(job: Job, key: Key, row: Row | None, sources: Mapping[str, str], store: Store) -> str:
    """Return why the rendition of the manifest's `row` does not hold, or nothing if it does.

    `sources` are the digests of what the leaflet is made of now.
    """
    if row is None:
        return "it was not made before"
    if row.get("key") == key.digest:
        return ""
    found = [*_options(job, row), *_program(key, row, store)]
    if row.get("content_sha256") != key.edition:
        found += list(_sources(row.get("sources", {}), sources, store)) or [
            "the program makes another edition of the same source"
        ]
    more = [f"and {len(found) - _MOST} more changes"] if len(found) > _MOST else []
    return "; ".join([*found[:_MOST], *more]) or "the program changed"


def altered(path: Path, row: Row | None) -> str:
    """Return why a file is not the one that the manifest's `row` tells of, or nothing."""
    try:
        digest = files.digest(path)
    except FileNotFoundError:
        return "the file is missing"
    except OSError as error:
        return f"the file cannot be read ({error.strerror})"
    return "" if row and row.get("sha256") == digest else "the file was altered by hand"


def _options(job: Job, row: Row) -> Iterator[str]:
    old, new = row.get("options", {}), json.loads(json.dumps(asdict(job.options)))
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            shown = name.replace("_", "-")
            yield f"option {shown}: {old.get(name, 'none')} → {new.get(name, 'none')}"


def _program(key: Key, row: Row, store: Store) -> Iterator[str]:
    if row.get("code_sha256") != key.code:
        yield f"{key.renderer}: code changed"
    if row.get("checks_sha256") != key.checks:
        yield f"{key.renderer}: checks changed"
    if row.get("libraries_sha256") != digest_of(key.libraries):
        old = json.loads(store.source(row.get("libraries_sha256", "")) or b"{}")
        listed = ", ".join(program.changed(old, key.libraries)) if old else "changed"
        yield f"libraries: {listed}"
    for change in program.changed(row.get("outside", {}), key.outside):
        yield f"outside: {change}"


def _sources(old: Mapping[str, str], new: Mapping[str, str], store: Store) -> Iterator[str]:
    for name in sorted({*old, *new}):
        if old.get(name) == new.get(name):
            continue
        shown = name.rpartition(".")[0] or name
        if name not in new or name not in old:
            yield f"{name} is {'gone' if name not in new else 'new'}"
            continue
        before, after = store.source(old[name]), store.source(new[name])
        parts = list(_parts(name, before, after)) if before and after else []
        yield from [f"{shown}: {part} changed" for part in parts] or [f"{name} changed"]


def _parts(name: str, before: bytes, after: bytes) -> Iterator[str]:
    """Yield the names of the parts of a file that differ."""
    split = _leaves if name.endswith(".toml") else _sections if name.endswith(".md") else None
    if split is None:
        return
    old, new = dict(split(before)), dict(split(after))
    for part in sorted({*old, *new}, key=[*new, *old].index):
        if old.get(part) != new.get(part):
            yield part


def _leaves(data: bytes) -> Iterator[tuple[str, str]]:
    try:
        yield from _flat(tomllib.loads(data.decode("utf-8-sig")), "")
    except (ValueError, RecursionError):
        return


def _flat(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", repr(value)


def _sections(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the headings of Markdown with the lines under each."""
    heading, lines = "what stands first", list[str]()
    for line in data.decode("utf-8", "replace").splitlines():
        if line.startswith("#"):
            yield heading, "\n".join(lines)
            heading, lines = f"“{line.strip('# ')}”", []
        lines.append(line)
    yield heading, "\n".join(lines)
