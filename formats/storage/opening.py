"""Reading a file that is only what it is: an ordinary file, in its folder, of a size to be read.

A source folder may come from anybody. A link in it can lead to a password file, a pipe never
ends, and a sparse file of 5 GB takes no room until it is read: all are looked at first.
"""

import os
import stat
from pathlib import Path

from formats.errors import Place, SourceError

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
# Does not wait for somebody to write into a pipe that took the file's place meanwhile.
_FLAGS |= getattr(os, "O_NONBLOCK", 0)
_MEGABYTE = 1_000_000


class NoFileError(SourceError):
    """Nothing of that name is there, not even a link."""


def data(path: Path, inside: Path, most: int) -> bytes:
    """Return the bytes of the file at `path`, which links may not lead out of `inside`.

    Raises `NoFileError` if there is none, and `SourceError` if it is no ordinary file, is
    larger than `most` bytes, leads elsewhere or cannot be read.
    """
    place = Place(printable(path))
    try:
        return _read(_checked(path, inside, most, place), most, place)
    except OSError as error:
        raise SourceError(f"The file cannot be read: {error.strerror}.", place) from None


def printable(path: Path | str) -> str:
    """Return `path` with whatever cannot be printed as a question mark."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(path))


def _checked(path: Path, inside: Path, most: int, place: Place) -> Path:
    """Return the path of the file itself, after all links."""
    try:
        path.lstat()
    except FileNotFoundError:
        raise NoFileError("The file cannot be read: there is no such file.", place) from None
    try:
        real = path.resolve(strict=True)
    except FileNotFoundError:
        raise SourceError("This is a link to a file that is not there.", place) from None
    except RuntimeError:  # links in a circle; OSError from Python 3.13 on
        raise SourceError("This is a link that leads in a circle.", place) from None
    if not real.is_relative_to(inside.resolve()):
        message = "This is a link that leads out of its folder. Put the file itself there."
        raise SourceError(message, place)
    _check(real.stat(), most, place)
    return real


def _check(found: os.stat_result, most: int, place: Place) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise SourceError("This is no ordinary file. Put one there.", place)
    if found.st_size > most:
        raise SourceError(f"The file is larger than {most // _MEGABYTE} MB. Split it.", place)


def _read(path: Path, most: int, place: Place) -> bytes:
    handle = os.open(path, _FLAGS)
    with os.fdopen(handle, "rb") as file:
        # Once more: what was looked at may have been changed for something else.
        _check(os.fstat(handle), most, place)
        read = file.read(most + 1)
    if len(read) > most:
        raise SourceError(f"The file is larger than {most // _MEGABYTE} MB. Split it.", place)
    return read
