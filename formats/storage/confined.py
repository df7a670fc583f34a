"""Keeping a renderer to its own file: in its process nothing else is written, and nobody called.

It is there for accidents, and for pictures and typefaces made to harm whoever opens them.

The kernel of Linux keeps a process to it, libraries written in C included: `landlock`. A second
line, and the first elsewhere, is Python's audit hook (PEP 578), which names what was tried and
does not see what such a library does by itself. Neither can be taken away again, so they are set
in the process of one rendition and in those of speech engines only.
"""

import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from formats.storage import cache, landlock, limits

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Event of the audit hook -> which of its arguments are paths that it changes, each with the
# place of the folder that it is relative to (dir_fd).
_CHANGES: dict[str, dict[int, int | None]] = {
    "os.rename": {0: 2, 1: 3}, "os.remove": {0: 1}, "os.rmdir": {0: 1}, "os.mkdir": {0: 2},
    "os.link": {0: 2, 1: 3}, "os.symlink": {1: 2}, "os.truncate": {0: None},
    "os.chmod": {0: 2}, "os.chown": {0: 3},
}  # fmt: skip
_OF_NAMES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink"}
"""Events that change a name in a folder, and not what a link of that name leads to."""
_OWN_SOCKET = "\0listener-"  # multiprocessing.connection.arbitrary_address, on Linux
_CALLS = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind")
_SEMAPHORES = Path("/dev/shm")  # noqa: S108 - where the C library makes those of multiprocessing
TIME_LIMIT = 3600.0
"""Seconds of every processor that a process may use, where nobody says less."""


def confine(file: Path, scratch: Path, *, seconds: float = TIME_LIMIT, cached: bool = True) -> None:
    """Let this process write `file`, temporary files in `scratch`, and the cache; nothing else.

    Of the cache it may write the parts that are open to it, and none if `cached` is false.
    Whoever tries more gets a `PermissionError`. The process has limits, and ends with the one
    that started it. There is no way back. Raises `landlock.LandlockError` and `OSError`.
    """
    limits.end_with_parent()
    limits.limit(seconds)
    tempfile.tempdir = os.environ["TMPDIR"] = str(scratch)
    folders = [scratch, *([cache.opened()] if cached else [])]
    for folder in folders:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
    with suppress(OSError):  # the kernel allows no file that is not there
        file.touch()
    if landlock.version():
        readable = landlock.readable([file, scratch, cache.root(), *_python()])
        written = [file, Path(os.devnull)]
        landlock.restrict(landlock.Rules(written, folders, [_SEMAPHORES], readable))
    sys.addaudithook(_hook(_Allowed(file, folders)))


def confinement() -> dict[str, Any]:
    """Return what keeps renderers to their own on this system, for programs and for people."""
    version = landlock.version()
    python = "Python"
    return {
        "landlock": version,
        "writes": "kernel" if version else python,
        "reads of hidden files in the home folder": "kernel" if version else "",
        "TCP": "kernel" if version > 3 else python,  # noqa: PLR2004 - since its version 4
        "other network": python,
        "signals to other processes": "kernel" if version > 5 else "",  # noqa: PLR2004
        "limits": limits.names(),
        "ends with its parent": sys.platform == "linux",
    }


def _python() -> Iterator[Path]:
    """Yield where this Python and its packages are."""
    yield from map(Path, (sys.prefix, sys.base_prefix, *filter(None, sys.path)))
    yield Path(__file__).parents[2]


class _Allowed:
    """What may be written: one file, and everything in some folders."""

    def __init__(self, file: Path, folders: list[Path]) -> None:
        self._file = os.path.realpath(file)
        self._folders = tuple(map(os.path.realpath, folders))

    def to_write(self, path: str) -> bool:
        return path in (self._file, os.devnull) or self.to_change(path) or "__pycache__" in path

    def to_change(self, path: str) -> bool:
        """Whether the name may be made, given to another file or deleted."""
        return any(path == place or path.startswith(place + os.sep) for place in self._folders)


def _hook(allowed: _Allowed) -> Callable[[str, tuple[Any, ...]], None]:
    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if flags & _WRITING and not _is_handle(path):
                _check(allowed.to_write, os.path.realpath(os.fsdecode(path)))
        elif event in _CHANGES:
            is_allowed = allowed.to_change if event in _OF_NAMES else allowed.to_write
            for path in _changed(event, arguments):
                _check(is_allowed, path)
        elif event in _CALLS and not _is_own_socket(event, arguments, allowed):
            raise PermissionError(errno.EPERM, "a renderer may call nobody over the network")

    return hook


def _changed(event: str, arguments: tuple[Any, ...]) -> Iterator[str]:
    """Yield the real paths that an event changes."""
    for place, folder in _CHANGES[event].items():
        path = arguments[place]
        if _is_handle(path):
            continue  # opened before, and looked at then
        base = -1 if folder is None else arguments[folder]
        whole = os.path.join(_path_of(base), os.fsdecode(path))  # noqa: PTH118 - one may be ""
        if event in _OF_NAMES:
            real, name = os.path.realpath(os.path.dirname(whole)), os.path.basename(whole)  # noqa: PTH119, PTH120
            yield os.path.normpath(os.path.join(real, name))  # noqa: PTH118
        else:
            yield os.path.realpath(whole)


def _path_of(folder: int | None) -> str:
    """Return the path of an open folder, by which `shutil.rmtree` names what is in it."""
    if folder is None or folder < 0:
        return ""
    try:
        return os.readlink(f"/proc/self/fd/{folder}")  # noqa: PTH115
    except OSError:
        with suppress(ImportError, AttributeError, OSError):  # macOS
            import fcntl

            path: bytes = fcntl.fcntl(folder, getattr(fcntl, "F_GETPATH"), bytes(1024))  # noqa: B009
            return os.fsdecode(path.rstrip(b"\0"))
    return os.sep  # nobody can say what is in it


def _is_handle(path: object) -> bool:
    return not isinstance(path, str | bytes | os.PathLike)


def _is_own_socket(event: str, arguments: tuple[Any, ...], allowed: _Allowed) -> bool:
    """Whether a process here speaks to another of its own, as `multiprocessing` lets them."""
    address = arguments[-1] if event in ("socket.bind", "socket.connect") else None
    if not isinstance(address, str | bytes):  # an address of the internet is a pair
        return False
    name = os.fsdecode(address)
    return name.startswith(_OWN_SOCKET) or allowed.to_change(os.path.realpath(name.strip("\0")))


def _check(is_allowed: Callable[[str], bool], path: str) -> None:
    if not is_allowed(path):
        raise PermissionError(errno.EPERM, "a renderer may write its own file only", path)
