"""Putting finished files where people find them: whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from formats.errors import FormatsError


@contextmanager
def new_file(folder: Path) -> Iterator[Path]:
    """Give the path of a new empty file in `folder`; what is left of it at the end is deleted."""
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", dir=folder)
    except OSError as error:
        raise FormatsError(f"Nothing can be written in {folder}: {error.strerror}.") from None
    os.close(handle)
    path = Path(name)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def publish(new: Path, final: Path) -> None:
    """Let the finished file `new` take the place of `final`, whole or not at all.

    Raises `FormatsError` if it cannot; the old file then stands as it was.
    """
    try:
        new.chmod(0o666 & ~umask())
        os.replace(new, final)
    except OSError as error:
        message = f"{final} cannot be written: {error.strerror}. Close it if it is open."
        raise FormatsError(message) from None
    sync_folder(final.parent)


def write(data: bytes, final: Path, by_way_of: Path | None = None) -> None:
    """Write a small file, whole or not at all, made in its folder or in another of its disk.

    Raises `FormatsError`.
    """
    with new_file(by_way_of or final.parent) as new:
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        publish(new, final)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hex. Raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def umask() -> int:
    """Return the mask of permissions of this process."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut (Windows has no way to ask for it)."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
