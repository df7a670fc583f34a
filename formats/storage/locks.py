"""Locks between processes: held on an open file, so that a dead holder holds nothing.

`filelock` does the same for more systems, and takes 90 ms of processor to import.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


@contextmanager
def held(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock at `path`; `waiting` is called first if somebody else holds it.

    Where a lock cannot be had at all (a folder that may only be read, a system without `flock`)
    it goes on without one. The file stays: deleting it would let two hold it.
    """
    try:
        file = path.open("ab")
    except OSError:
        yield
        return
    with file:
        _lock(file, waiting)
        yield  # closing the file lets go of it


def _lock(file: BinaryIO, waiting: Callable[[], None]) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(file, fcntl.LOCK_EX)
    except OSError:
        return  # a file system without locks (ENOLCK)
    os.set_inheritable(file.fileno(), False)
