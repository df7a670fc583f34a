"""Keeping a renderer to its own file: in its process nothing else is written, and nobody called.

Python tells an audit hook of whatever is opened, renamed, deleted or called (PEP 578). A hook
cannot be taken away again, so it is set only in the process of one rendition, and in those of
speech engines. It is there for accidents: what a library written in C does by itself is not seen.
"""

import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from formats.storage import cache

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Event of the audit hook -> how many of its first arguments are paths that it changes.
_CHANGES = {
    "os.rename": 2, "os.remove": 1, "os.rmdir": 1, "os.mkdir": 1, "os.link": 2, "os.symlink": 2,
    "os.truncate": 1, "os.chmod": 1, "os.chown": 1,
}  # fmt: skip
_OWN_SOCKET = "\0listener-"  # multiprocessing.connection.arbitrary_address, on Linux
_CALLS = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind")


def confine(file: Path, scratch: Path) -> None:
    """Let this process write `file`, temporary files in `scratch`, and the cache; nothing else.

    Whoever tries gets a `PermissionError` that says so. There is no way back.
    """
    tempfile.tempdir = os.environ["TMPDIR"] = str(scratch)
    with suppress(OSError):
        cache.root().mkdir(parents=True, exist_ok=True)
    allowed = tuple(os.path.realpath(path) for path in (file, scratch, cache.root(), os.devnull))
    sys.addaudithook(_hook(allowed))


def _hook(allowed: tuple[str, ...]) -> Callable[[str, tuple[Any, ...]], None]:
    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if flags & _WRITING:
                _check((path,), allowed)
        elif event in _CHANGES:
            _check(arguments[: _CHANGES[event]], allowed)
        elif event in _CALLS and not _is_own_socket(event, arguments, allowed):
            raise PermissionError(errno.EPERM, "a renderer may call nobody over the network")

    return hook


def _is_own_socket(event: str, arguments: tuple[Any, ...], allowed: tuple[str, ...]) -> bool:
    """Whether a process here speaks to another of its own, as `multiprocessing` lets them."""
    address = arguments[-1] if event in ("socket.bind", "socket.connect") else None
    if not isinstance(address, str | bytes):  # an address of the internet is a pair
        return False
    name = os.fsdecode(address)
    return name.startswith(_OWN_SOCKET) or _is_inside(os.path.realpath(name.strip("\0")), allowed)


def _check(paths: Iterable[Any], allowed: tuple[str, ...]) -> None:
    for path in paths:
        if isinstance(path, str | bytes | os.PathLike):
            real = os.path.realpath(os.fsdecode(path))
            if not (_is_inside(real, allowed) or "__pycache__" in real):
                raise PermissionError(errno.EPERM, "a renderer may write its own file only", real)


def _is_inside(path: str, allowed: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(place + os.sep) for place in allowed)
