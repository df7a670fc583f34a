"""One at a time: a lock on a file, which the system takes from a process that dies.

`flock` is for POSIX alone. Where it is missing nobody waits for anybody: what two processes make
at once is made twice, and is right. The library for it, filelock, imports asyncio (60 ms), which
is longer than most of what is locked here takes.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PATIENCE = 60.0
"""Seconds that anybody is waited for. Then a thing is made twice, which does no harm."""
_SHORTEST, _LONGEST = 0.002, 0.05  # seconds between two looks
_DAY = 86_400  # seconds
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def held(path: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Hold the lock that the file `path` is, and give whether it could be had.

    It is made for that and deleted after it. It is not for the same thread twice.
    """
    if fcntl is None:
        yield True
        return
    handle = _acquired(path, patience)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            _release(handle, path)


def claim(handle: int) -> bool:
    """Lock an open file if nobody holds it, until it is closed, and return whether it is ours.

    Where nobody can tell (no `flock`, a file system of a network without it) it is.
    """
    return _locked(handle) is not False


def delete_abandoned(path: Path) -> bool:
    """Delete a file that its writer or holder left when it died, and return whether it was so.

    Where nobody can tell whether he lives, a day is given him.
    """
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR)
        try:
            ours = _locked(handle)
            if ours or (ours is None and path.stat().st_mtime < time.time() - _DAY):
                path.unlink()
                return True
        finally:
            os.close(handle)
    return False


def _locked(handle: int) -> bool | None:
    """Lock an open file; return whether it is ours, or None if that cannot be told."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _acquired(path: Path, patience: float) -> int | None:
    """Return the locked file, or None if there is none to be had, or not in time."""
    pause, end = _SHORTEST, time.monotonic() + patience
    while True:
        try:
            handle = os.open(path, _FLAGS, 0o600)
        except OSError:  # no such folder, or one that may only be read
            return None
        if claim(handle) and _is_there(handle, path):
            return handle
        os.close(handle)
        if time.monotonic() > end:
            return None
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST)


def _is_there(handle: int, path: Path) -> bool:
    """Whether the file is still the one at `path`: whoever held it before has deleted it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _release(handle: int, path: Path) -> None:
    with suppress(OSError):
        path.unlink()
    # Said, and not left to the closing: a process forked meanwhile has the file open, too.
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_UN)
    os.close(handle)
