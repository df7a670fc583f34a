"""What a computer has run out of, told from a fault in a program or in a leaflet."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from formats.errors import FormatsError

_LITTLE = 100_000  # bytes: what is left when an ordinary write no longer fits
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


class ShortageError(FormatsError):
    """The computer has not enough of something. Nothing is wrong with what it was to be for."""


def of(error: BaseException, *folders: Path) -> ShortageError | None:
    """Return what was short if `error` says that something was, or None.

    `folders` are those that were being written in, beside that of temporary files.
    """
    number = error.errno if isinstance(error, OSError) else 0
    if number in _FULL:
        return ShortageError(_no_room(folders))
    if number in (errno.EMFILE, errno.ENFILE):
        return ShortageError(
            f"too many files are open at once{_files_allowed()}. Close other programs, or allow "
            "more (“ulimit -n 1024”)"
        )
    if number == errno.EFBIG:
        return ShortageError(
            "a file would have been larger than files may be here. Split the leaflet, or see "
            "“ulimit -f”"
        )
    if number == errno.ENOMEM or isinstance(error, MemoryError):
        return ShortageError(
            "there was not enough memory. Split the leaflet, or close other programs"
        )
    if number == errno.EAGAIN:
        return ShortageError("no more programs can be started. Close others, or see “ulimit -u”")
    return None


def _no_room(folders: tuple[Path, ...]) -> str:
    for folder in folders:
        if _is_full(folder):
            return f"there is no room left in {folder}. Make room there"
    # What filled the folder of temporary files is gone with whoever made it.
    return (
        f"there is no room left for temporary files in {_temporary()}. Make room there, or name "
        "another folder in the environment variable TMPDIR"
    )


def _temporary() -> Path:
    """Return the folder of temporary files, and not one of our own in it."""
    import tempfile  # 10 ms that most commands need not pay

    folder = Path(tempfile.gettempdir())
    while folder.name.startswith("formats-"):
        folder = folder.parent
    return folder


def _is_full(folder: Path) -> bool:
    with suppress(OSError, AttributeError):  # Windows has no statvfs
        found = os.statvfs(folder)
        return found.f_bavail * found.f_frsize < _LITTLE or (found.f_files > 0 == found.f_favail)
    return False


def _files_allowed() -> str:
    with suppress(ImportError):
        import resource

        return f" ({resource.getrlimit(resource.RLIMIT_NOFILE)[0]} are allowed)"
    return ""
