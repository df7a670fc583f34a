"""Files that say themselves whether they are whole, and whether they are what they are taken for.

A sealed file begins with a mark and the SHA-256 of its name and its bytes. One whose bytes have
changed is told from a whole one, and so is one that came to stand under another's name. It is no
signature: who means to forge a seal can.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from formats.storage import locks

LEFT = ".new-"
"""What the name of a file begins with until it is whole."""
_MARK = b"formats\1"
_HEADER = len(_MARK) + hashlib.sha256().digest_size
_CHUNK = 1 << 20  # bytes
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class AbsentError(Exception):
    """There is no such file, or none that can be opened."""


class DamagedError(Exception):
    """A file is not what its seal says."""


def write(path: Path, name: str, chunks: Iterable[bytes]) -> int:
    """Write `chunks` to `path`, sealed under `name`, whole or not at all; return its size.

    Raises `OSError`.
    """
    with _new(path.parent) as (new, file):
        digest = _begun(name)
        file.write(bytes(_HEADER))
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        size = file.tell()
        file.seek(0)
        file.write(_MARK + digest.digest())
        file.flush()
        os.fsync(file.fileno())
        new.replace(path)
    return size


def read(path: Path, name: str) -> bytes:
    """Return the bytes of a sealed file. Raises `AbsentError` and `DamagedError`."""
    with _opened(path) as file:
        header, data = _piece(file, _HEADER), _piece(file, -1)
    digest = _begun(name)
    digest.update(data)
    _check(header, digest.digest())
    return data


def chunks(path: Path, name: str) -> Iterator[bytes]:
    """Yield the bytes of a sealed file in pieces.

    Raises `AbsentError`, and `DamagedError`, which may come last of all.
    """
    with _opened(path) as file:
        digest, header = _begun(name), _piece(file, _HEADER)
        while piece := _piece(file, _CHUNK):
            digest.update(piece)
            yield piece
        _check(header, digest.digest())


def pieces(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file that has no seal."""
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_CHUNK):
            yield piece


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb", buffering=0)
    except OSError as error:
        raise AbsentError from error


def _piece(file: IO[bytes], size: int) -> bytes:
    try:
        return file.read(size)
    except OSError as error:  # the disk cannot give it any more
        raise DamagedError from error


def _begun(name: str) -> "hashlib._Hash":
    return hashlib.sha256(b"%d:%s" % (len(name), name.encode()))


def _check(header: bytes, digest: bytes) -> None:
    if header != _MARK + digest:
        raise DamagedError


@contextmanager
def _new(folder: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """Give a new file in `folder`, locked for as long as its writer lives."""
    new = folder / f"{LEFT}{os.urandom(8).hex()}"
    with os.fdopen(os.open(new, _FLAGS, 0o600), "w+b") as file:
        locks.claim(file.fileno())
        try:
            yield new, file
        except BaseException:
            new.unlink(missing_ok=True)
            raise
