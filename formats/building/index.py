"""The index: how files looked when a build was done, so that the next one need not read them.

As in git: size, time of change and inode of each file tell whether it may be another. What they
tell is only that there is nothing to do; whatever looks other is read, and its key decides. The
file `output/.index.json` is a note of one machine: deleting it costs time and nothing else.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import formats
from formats.building import folders
from formats.storage import files

NAME = ".index.json"
_MOST_REQUESTS = 8


def default_request(day: date) -> str:
    """Return what is asked for by `formats build` with nothing else said."""
    return request((), strict=False, day=day)


def request(formats: Iterable[str], *, strict: bool, day: date) -> str:
    """Return what is asked for, as the index knows it by."""
    return f"{sorted(formats)} {strict} {day}"


def look(folder: Path, besides: str = "") -> str:
    """Return how all files under `folder` look, but for those in the folder `besides` of it."""
    digest = hashlib.blake2b(digest_size=12)
    for name, size, changed, inode in _files(str(folder), "", besides):
        digest.update(f"{name}\0{size} {changed} {inode}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _files(folder: str, above: str, besides: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        name = above + entry.name
        with suppress(OSError):
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in (besides, "__pycache__"):
                    yield from _files(entry.path, f"{name}/", "")
                continue
            stat = entry.stat(follow_symlinks=False)
            yield name, stat.st_size, stat.st_mtime_ns, stat.st_ino


class Index:
    """What is known of an output folder, for one source folder and one request.

    `request` is what was asked for: a digest of formats and settings and the day, since what the
    checks of a source say can depend on it.
    """

    def __init__(self, source: Path, output: Path, request: str) -> None:
        self.source = source
        self.output = output
        self.leaflets = source / "leaflets"
        self._kept = _read(output / NAME)
        base = f"{_program()}\n{look(source, 'leaflets')}\n{source.resolve()}\n{request}"
        self.base = hashlib.blake2b(base.encode(errors="surrogatepass"), digest_size=12).hexdigest()
        self._looks: dict[str, str] = dict(self._kept.get("requests", {}).get(self.base, {}))

    def stands(self, names: Iterable[str] = ()) -> bool:
        """Whether the leaflets asked for (none named: all) stand as made, with no more to say."""
        asked = list(names) or self._folders()
        if not names and set(asked) != set(self._looks):
            return False
        return (
            bool(asked)
            and self.manifest_stands()
            and self._outside_is_as_it_was()
            and all(self.is_current(name) for name in asked)
        )

    def has(self, name: str) -> bool:
        """Whether the leaflet in the folder `name` of the source folder is known."""
        return name in self._looks

    def is_current(self, name: str) -> bool:
        """Whether the leaflet in the folder `name` stands as it was made of what is there now."""
        return self._looks.get(name) == self._now(name)

    def manifest_stands(self) -> bool:
        """Whether the manifest of all is the one that was written last."""
        return self._kept.get("manifest") == _look_of_file(self.output / folders.MANIFEST)

    def source_of(self, name: str) -> str:
        """Return how the source of a leaflet looks."""
        return look(self.leaflets / name)

    def record(self, name: str, source: str) -> None:
        """Record that a leaflet is published as its source says, which looked like `source`."""
        self._looks[name] = f"{source} {look(self.output / name)}"

    def forget(self, name: str) -> None:
        """Have the next build look at a leaflet."""
        self._looks.pop(name, None)

    def forget_all(self) -> None:
        """Have this build look at everything."""
        self._looks.clear()

    def save(self, outside: Iterable[str]) -> None:
        """Write the index. `outside` are paths of other files that the renditions depend on."""
        names = self._folders()
        looks = {name: self._looks[name] for name in names if name in self._looks}
        requests = {self.base: looks, **self._kept.get("requests", {})}
        requests[self.base] = looks
        paths = {*outside, *self._kept.get("outside", {})}
        kept = {
            "manifest": _look_of_file(self.output / folders.MANIFEST),
            "outside": {path: _look_of_file(Path(path)) for path in sorted(paths)},
            "requests": dict(list(requests.items())[:_MOST_REQUESTS]),
        }
        data = json.dumps(kept).encode()
        if data != json.dumps(self._kept).encode():
            files.write(data, self.output / NAME)

    def _folders(self) -> list[str]:
        try:
            with os.scandir(self.leaflets) as entries:
                return sorted(e.name for e in entries if e.is_dir(follow_symlinks=False))
        except OSError:
            return []

    def _now(self, name: str) -> str:
        return f"{self.source_of(name)} {look(self.output / name)}"

    def _outside_is_as_it_was(self) -> bool:
        held = self._kept.get("outside", {})
        return all(_look_of_file(Path(path)) == looked for path, looked in held.items())


def _look_of_file(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}"


def installed() -> list[str]:
    """Return the names of the records of what is installed, sorted; each holds its version."""
    found = []
    for folder in sys.path:
        with suppress(OSError):
            names = os.listdir(folder or ".")  # noqa: PTH208 - a tenth of the time
            found += [name for name in names if name.endswith((".dist-info", ".egg-info"))]
    return sorted(found)


def _program() -> str:
    """Return how the program and what is installed beside it look."""
    return look(Path(formats.__file__).parent) + " ".join(installed())


def _read(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    whole = isinstance(held, dict) and all(
        isinstance(held.get(name), dict) for name in ("outside", "requests")
    )
    return held if whole else {}
