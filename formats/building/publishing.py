"""Putting the renditions of a leaflet where people find them: all together, or none.

New renditions come to be in a folder of their own beside the leaflet's. When the last has passed
its checks, all else that lies in the leaflet's folder is linked into the new one, and the two
change names in one step of the kernel (`renameat2` with RENAME_EXCHANGE, Linux): at no moment is
there a torn rendition, a mixed edition or a manifest that tells of other files. Where a system
cannot do that, each file is renamed into its place, the manifest last.
"""

import ctypes
import errno
import math
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from formats.building import folders, manifest
from formats.errors import FormatsError
from formats.storage import files, locks

_NEW = ".new-"
_LOCK = ".lock"
_AT_FDCWD = -100  # fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h


@contextmanager
def alone(output: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the output folder, made if need be, and sweep what a killed build left in it.

    `waiting` is called first if another build holds it. Raises `FormatsError`.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FormatsError(f"The folder {output} cannot be made: {error.strerror}.") from None
    if not os.access(output, os.W_OK):
        raise FormatsError(f"Nothing can be written in {output}: permission denied.")
    with ExitStack() as stack:
        if not stack.enter_context(locks.held(output / _LOCK, 0)):
            waiting()
            stack.enter_context(locks.held(output / _LOCK, math.inf))
        for left in output.glob(_NEW + "*"):
            _sweep(left, output)
        yield


@contextmanager
def new_folder(output: Path) -> Iterator[Path]:
    """Give a new folder for renditions that are being made. Raises `FormatsError`."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=_NEW, dir=output))
    except OSError as error:
        raise FormatsError(f"Nothing can be written in {output}: {error.strerror}.") from None
    try:
        yield folder
    finally:
        _sweep(folder, output)


def publish(
    new: Path, output: Path, slug: str, record: manifest.Record, gone: Collection[str] = ()
) -> None:
    """Let the files in `new` and their manifest take their places, and drop those in `gone`.

    Raises `FormatsError` if it cannot be; the old edition then stands whole.
    """
    final = folders.folder_for(output, slug)
    try:
        for path in new.iterdir():
            _readable(path)
        (new / folders.RECORD).write_bytes(record.written())
        _readable(new / folders.RECORD)
        if not _exchanged(new, final, gone):
            _one_by_one(new, final, gone)
        files.sync_folder(output)
    except OSError as error:
        message = f"{final} cannot be written: {error.strerror}. Close what is open of it."
        raise FormatsError(message) from None


def _exchanged(new: Path, final: Path, gone: Collection[str]) -> bool:
    """Let the two folders change their names, and return whether the system can do that."""
    swap = _swapper()
    if swap is None:
        return False
    for path in final.iterdir():
        if not path.is_dir() and path.name not in gone and not (new / path.name).exists():
            _link(path, new / path.name)
    shutil.copymode(final, new)
    files.sync_folder(new)
    if not swap(new, final):
        return False
    for path in new.iterdir():  # folders of other people's, and what came this very moment
        if path.name not in gone and not (final / path.name).exists():
            path.rename(final / path.name)
    return True


def _one_by_one(new: Path, final: Path, gone: Collection[str]) -> None:
    for path in sorted(new.iterdir(), key=lambda p: p.name == folders.RECORD):
        path.replace(final / path.name)
    for name in gone:
        (final / name).unlink(missing_ok=True)
    files.sync_folder(final)


def _link(path: Path, to: Path) -> None:
    try:
        os.link(path, to, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(path, to, follow_symlinks=False)


@cache
def _swapper() -> Callable[[Path, Path], bool] | None:
    """Return what lets two folders change their names in one step, if the system has it."""
    if sys.platform != "linux":
        return None
    renameat2: Any = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:  # glibc before 2.28, musl before 1.2.5
        return None

    def swap(one: Path, other: Path) -> bool:
        paths = os.fsencode(one), os.fsencode(other)
        if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
            return True
        fault = ctypes.get_errno()
        if fault in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
            return False  # a file system that cannot do it, NFS for one
        raise OSError(fault, os.strerror(fault))

    return swap


def _sweep(left: Path, output: Path) -> None:
    """Delete a folder of new renditions that were not published, or of old ones that were not yet.

    Of an old one, which has a manifest, what the program did not make is put back first.
    """
    if not left.is_dir():
        left.unlink(missing_ok=True)
        return
    record = manifest.of_leaflet(left)
    leaflets = {str(row.get("leaflet")) for row in record.rows.values()}
    homes = [folder for folder in output.iterdir() if folder.name in leaflets]
    for path in left.iterdir() if homes else ():
        if path.name not in (*record.rows, folders.RECORD):
            _put_back(path, homes[0] / path.name)
    shutil.rmtree(left, ignore_errors=True)


def _put_back(path: Path, to: Path) -> None:
    with suppress(OSError):
        if not to.exists():
            path.rename(to)


def _readable(path: Path) -> None:
    path.chmod(0o666 & ~files.umask())
    with path.open("rb") as file:
        os.fsync(file.fileno())
