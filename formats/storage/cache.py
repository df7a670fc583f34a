"""A store of bytes by the content they were made from. Deleting it loses nothing.

It lives under the folder named by `FORMATS_CACHE`, else the user's cache folder. Each
entry is one file named by the SHA-256 of its key, written whole or not at all, so that
two processes can share it.
"""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

ENVIRONMENT_VARIABLE = "FORMATS_CACHE"


def root() -> Path:
    """Return the folder that everything cached lives under."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return Path(named)
    import platformdirs  # 8 ms that most commands need not pay

    return Path(platformdirs.user_cache_dir("formats", appauthor=False))


def key(*parts: str | bytes | float) -> str:
    """Return the key of something made from `parts`; each part's length counts."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode()
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


class Cache:
    """One named part of the cache. `limit` is in bytes; what was used least lately goes first."""

    def __init__(self, name: str, limit: int) -> None:
        self.folder = root() / name
        self.limit = limit

    def get(self, key: str) -> bytes | None:
        """Return the bytes kept under `key`, or None."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # a cache that may only be read is one, too
            os.utime(path)
        return data or None  # a power cut can leave a file without its bytes

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`. A cache that cannot be written is no error, only slower."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, data)

    def get_or_make(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the bytes kept under `key`, made and kept first if there are none."""
        data = self.get(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data

    def prune(self) -> None:
        """Drop the entries used least lately until the rest is under the limit."""
        try:
            entries = [(p.stat(), p) for p in self.folder.glob("*/*")]
        except OSError:
            return
        total = sum(stat.st_size for stat, _ in entries)
        for stat, path in sorted(entries, key=lambda e: e[0].st_mtime):
            if total <= self.limit:
                return
            path.unlink(missing_ok=True)
            total -= stat.st_size

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _write(path: Path, data: bytes) -> None:
    import tempfile  # 10 ms that reading from the cache need not pay

    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
