"""The bounds of the cache as a whole: counted while it is written, looked through now and then.

::

    <cache>/open/written        one byte for each 16 kB written since the last look
    <cache>/open/<part>/…       what renderers make to save work; any of them can write there
    <cache>/closed/<part>/…     what is made and read by the process that starts them
                   …/<2>/<62>   an object, by the 64 hexadecimal digits of its key
                   …/<2>/.new-  being written, and .lock- being made: by a process that lives
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from formats.errors import UsageError
from formats.storage import locks, sealed, sizes

ENVIRONMENT_VARIABLE = "FORMATS_CACHE_MAX"
LOCK = ".lock-"
"""What the name of a lock begins with."""
OPEN, CLOSED = "open", "closed"
_DEFAULT = 2_000_000_000  # bytes
_SHARE = 10  # a look is due when a tenth of the limit was written since the last
_UNIT = 16_384  # bytes
_COUNT, _LOOKING = Path(OPEN, "written"), Path(OPEN, ".looking")
_FOLDER, _OBJECT = re.compile("[0-9a-f]{2}"), re.compile("[0-9a-f]{62}")


@dataclass(frozen=True, slots=True)
class Kept:
    """An object of the cache: its part, its file, its size in bytes, when it was last used."""

    part: str
    path: Path
    size: int
    used: float

    @property
    def name(self) -> str:
        """What it is sealed under."""
        return f"{self.part}/{self.path.parent.name}{self.path.name}"


def limit() -> int:
    """Return how many bytes the cache may take. Raises `UsageError` for what is no size."""
    written = os.environ.get(ENVIRONMENT_VARIABLE, "").strip()
    try:
        return sizes.parsed(written) if written else _DEFAULT
    except ValueError:
        raise UsageError(
            f"{ENVIRONMENT_VARIABLE} must be a size such as “500 MB” or “2 GB”, not “{written}”."
        ) from None


def is_welcome(size: int) -> bool:
    """Whether there is room for an object of `size` bytes at all."""
    return size <= _limit() // 2


def count(root: Path, size: int) -> None:
    """Count `size` bytes written, and look through the cache if it is time. Raises `OSError`."""
    (root / OPEN).mkdir(exist_ok=True)
    handle = os.open(root / _COUNT, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(handle, bytes(size // _UNIT + 1))
        written = os.fstat(handle).st_size * _UNIT
    finally:
        os.close(handle)
    if written * _SHARE >= _limit():
        prune(root)


def prune(root: Path) -> None:
    """Drop what was used least lately until there is room, unless another process does."""
    with locks.held(root / _LOOKING, patience=0) as ours:
        if not ours:
            return
        with suppress(OSError):
            os.truncate(root / _COUNT, 0)
        found = sorted(objects(root), key=lambda each: each.used)
        spare = _limit() - _limit() // _SHARE
        total = sum(each.size for each in found)
        for each in found:
            if total <= spare:
                break
            with suppress(OSError):
                each.path.unlink()
                total -= each.size
        for folder in _folders(root):
            sweep(folder)


def objects(root: Path) -> Iterator[Kept]:
    """Yield the objects of the cache, and nothing else that somebody may have put there."""
    for folder in _folders(root):
        for entry in _entries(folder):
            if _OBJECT.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    stat = entry.stat(follow_symlinks=False)
                    part = folder.parent.name
                    yield Kept(part, Path(entry.path), stat.st_size, stat.st_mtime)


def damaged(root: Path) -> Iterator[Kept]:
    """Read every object, and yield those that are not what their seals say."""
    for each in objects(root):
        try:
            for _ in sealed.chunks(each.path, each.name):
                pass
        except sealed.DamagedError:
            yield each
        except sealed.AbsentError:
            continue  # another process dropped it meanwhile


def clear(root: Path) -> None:
    """Delete every object, and the folders that are empty then. Raises `OSError`."""
    for each in list(objects(root)):
        each.path.unlink(missing_ok=True)
    with suppress(FileNotFoundError, NotADirectoryError):
        (root / _COUNT).unlink()
    for folder in _folders(root):
        sweep(folder)
        with suppress(OSError):  # another process makes something there
            folder.rmdir()
            folder.parent.rmdir()
            folder.parents[1].rmdir()


def sweep(folder: Path) -> None:
    """Delete what writers and makers that were killed have left in a folder of objects."""
    for entry in _entries(folder):
        if entry.name.startswith((sealed.LEFT, LOCK)):
            locks.delete_abandoned(Path(entry.path))


def _folders(root: Path) -> Iterator[Path]:
    for part in (*_entries(root / OPEN), *_entries(root / CLOSED)):
        if part.is_dir(follow_symlinks=False):
            yield from (Path(e.path) for e in _entries(part.path) if _FOLDER.fullmatch(e.name))


def _entries(folder: Path | str) -> "list[os.DirEntry[str]]":
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _limit() -> int:
    """Return the limit, or the usual one for what is none: a command says so before all else."""
    try:
        return limit()
    except UsageError:
        return _DEFAULT
