"""Landlock: what a process may write, read and call, kept by the kernel (Linux 5.13 and later).

What a library written in C does is held, too, and so is what the process starts. The packages
for it on PyPI are younger than a year or say “dev”; the whole of it is three system calls.
https://docs.kernel.org/userspace-api/landlock.html
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same on every processor but Alpha
_VERSION, _PATH_BENEATH, _NO_NEW_PRIVILEGES = 1, 1, 38
_WRITE_FILE, _READ_FILE = 1 << 1, 1 << 2
_REMOVE_FILE, _MAKE_FILE = 1 << 5, 1 << 8
_CHANGES: Final = sum(1 << bit for bit in range(4, 13)) | _WRITE_FILE  # remove and make anything
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_TCP, _SCOPES = 0b11, 0b11  # bind and connect; abstract sockets and signals
_O_PATH = getattr(os, "O_PATH", 0)
# Where in a hidden folder of the home there is something to read that is no secret.
_NO_SECRETS = (".cache", ".fonts", ".local/lib", ".local/share/fonts")


class LandlockError(Exception):
    """The kernel has it, and would not do it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a process may do: `file` is one it may write, `folders` those where it may do all.

    `shared` is where it may make files and delete them. `readable` is what it may read.
    """

    files: Sequence[Path]
    folders: Sequence[Path]
    shared: Sequence[Path]
    readable: Sequence[Path]


@cache
def version() -> int:
    """Return the version of Landlock that the kernel has, or 0."""
    if sys.platform != "linux":
        return 0
    return max(0, _call(_CREATE, None, 0, _VERSION))


def restrict(rules: Rules) -> bool:
    """Hold this thread and all that it starts to `rules`, and return whether the kernel does.

    A process that has other threads already leaves those as they were. There is no way back.
    Raises `LandlockError`, and `OSError` when a file cannot be opened that is there.
    """
    if not version():
        return False
    handle = _checked(_call(_CREATE, _ruleset(version()), 24, 0), "made no rules")
    try:
        for paths, rights in _rights(rules):
            for path in paths:
                _allow(handle, path, rights & _file_system(version()))
        _checked(_libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "kept its privileges")
        _checked(_call(_RESTRICT, handle, 0), "did not take the rules")
    finally:
        os.close(handle)
    return True


def readable(needed: Iterable[Path]) -> list[Path]:
    """Return what may be read: everything but the hidden files and folders of the user's home.

    There lie keys, passwords and the histories of browsers and shells. `needed` may be read
    wherever it is, such as an environment of Python in a hidden folder, but is not the home.
    """
    home = Path(os.path.realpath(Path("~").expanduser()))
    if not home.is_dir() or home == Path(home.anchor):
        return [Path("/")]
    found = [path for path in needed if not home.is_relative_to(os.path.realpath(path))]
    found += [home / name for name in _NO_SECRETS]
    found += [path for path in _entries(home) if not path.name.startswith(".")]
    for folder, way in zip(home.parents, [home, *home.parents], strict=False):
        found += [path for path in _entries(folder) if path != way]
    return found


def _entries(folder: Path) -> list[Path]:
    """Return what is in a folder. Where a link leads is named there, or is no link's to open."""
    with suppress(PermissionError), os.scandir(folder) as found:
        return [Path(entry.path) for entry in found if not entry.is_symlink()]
    return []


def _file_system(version: int) -> int:
    refer, truncate = _REFER * (version > 1), _TRUNCATE * (version > 2)  # noqa: PLR2004
    return _CHANGES | _READ_FILE | refer | truncate


def _ruleset(version: int) -> bytes:
    tcp, scopes = _TCP * (version > 3), _SCOPES * (version > 5)  # noqa: PLR2004
    return struct.pack("=QQQ", _file_system(version), tcp, scopes)


def _rights(rules: Rules) -> Iterable[tuple[Sequence[Path], int]]:
    written = _WRITE_FILE | _READ_FILE | _TRUNCATE
    yield rules.files, written
    yield rules.folders, _CHANGES | written | _REFER
    yield rules.shared, _MAKE_FILE | _REMOVE_FILE | written
    yield rules.readable, _READ_FILE


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        handle = os.open(path, _O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return  # what is not there, or not to be reached, need not be allowed
    try:
        _call(_ADD, ruleset, _PATH_BENEATH, struct.pack("=Qi", rights, handle), 0)
    finally:
        os.close(handle)


def _call(number: int, *arguments: object) -> int:
    return int(_libc().syscall(ctypes.c_long(number), *map(_passed, arguments)))


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _passed(argument: object) -> object:
    return ctypes.c_long(argument) if isinstance(argument, int) else argument


def _checked(result: int, what: str) -> int:
    if result < 0:
        raise LandlockError(f"the kernel {what}: {os.strerror(ctypes.get_errno())}")
    return result
