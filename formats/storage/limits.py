"""How a process that makes something starts; its limits of memory, time and files; and its end.

They are far above what any leaflet has needed, and far below what brings a computer down.
"""

import ctypes
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

# A fork has everything imported already, and is safe while the process has no threads.
START: Final = "fork" if sys.platform == "linux" else "spawn"
"""How processes are started here, as `multiprocessing` names it."""
_GIGABYTE = 1 << 30
MEMORY: Final = 4 * _GIGABYTE
"""Bytes of memory that a process may fill (RLIMIT_DATA; libraries reserve addresses for more)."""
FILE: Final = 4 * _GIGABYTE
"""Bytes of the largest file it may write."""
FILES: Final = 1024
"""Files that it may have open."""
PROCESSES: Final = 1000
"""Processes and threads that may be started beside those there are on the whole computer."""
_SIGNAL_WHEN_PARENT_ENDS = 1  # PR_SET_PDEATHSIG


def limit(seconds: float) -> None:
    """Limit this process and all that it starts, each to `seconds` of every processor's time."""
    if resource is None:
        return
    time = int(seconds * (os.cpu_count() or 1)) + 1
    limits = {
        "RLIMIT_DATA": MEMORY, "RLIMIT_FSIZE": FILE, "RLIMIT_NOFILE": FILES, "RLIMIT_CPU": time,
        "RLIMIT_CORE": 0, "RLIMIT_NPROC": _running() + PROCESSES,
    }  # fmt: skip
    for name, most in limits.items():
        _set(getattr(resource, name, None), most)


def names() -> list[str]:
    """Return what is limited on this system."""
    limited = {
        "memory": "RLIMIT_DATA", "size of a file": "RLIMIT_FSIZE", "open files": "RLIMIT_NOFILE",
        "processor time": "RLIMIT_CPU", "processes": "RLIMIT_NPROC",
    }  # fmt: skip
    return [name for name, constant in limited.items() if hasattr(resource, constant)]


def end_with_parent() -> None:
    """Have this process killed when the thread that started it ends, however that ends.

    Linux alone can do that. A parent that ended before this was called ends it, too.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_SIGNAL_WHEN_PARENT_ENDS, signal.SIGKILL, 0, 0, 0)
    if _is_orphan():
        os._exit(1)


def _is_orphan() -> bool:
    # Who is started by it has it loaded; who only asks for the limits need not.
    import multiprocessing
    from multiprocessing.context import ForkServerProcess

    parent = multiprocessing.parent_process()
    if parent is None:
        return False
    if isinstance(multiprocessing.current_process(), ForkServerProcess):
        return not parent.is_alive()  # it was started by the server, on the parent's behalf
    return os.getppid() != parent.pid


def _set(which: int | None, most: int) -> None:
    """Set a limit, and raise none: some systems have one that they cannot set."""
    if which is None:
        return
    # At the higher one the kernel kills; at the lower it says why.
    spare = 1 if which == resource.RLIMIT_CPU else 0
    soft, hard = resource.getrlimit(which)
    with suppress(OSError, ValueError):
        resource.setrlimit(which, (_lower(most, soft), _lower(most + spare, hard)))


def _lower(most: int, now: int) -> int:
    return most if now == resource.RLIM_INFINITY else min(most, now)


def _running() -> int:
    """Return how many processes and threads there are: the limit counts all of the user's."""
    try:
        return int(Path("/proc/loadavg").read_text("ascii").split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return PROCESSES
