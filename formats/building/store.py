"""Renditions by their keys, and the sources that they were made from: what was made once is kept.

The store is a part of the cache: bounded, checked when it is read, and no loss when it is gone.
"""

import json
from pathlib import Path

from formats.building.render import Made
from formats.storage.cache import Cache, key

_LARGEST_SOURCE = 1_000_000  # bytes; a picture that changed is named, and not compared


class Store:
    """The renditions and sources kept on this machine."""

    def __init__(self) -> None:
        self._renditions = Cache("renditions", closed=True)
        self._sources = Cache("sources", closed=True)

    def restore(self, digest: str, path: Path) -> Made | None:
        """Write to `path` what is kept under the digest of a key; return what its checks said.

        Returns None if it is not kept. Raises `OSError` if `path` cannot be written.
        """
        verdict = self._renditions.get(key(digest, "verdict"))
        if verdict is None or not self._renditions.get_into(digest, path):
            return None
        return Made.of(json.loads(verdict))

    def keep(self, digest: str, path: Path, made: Made) -> None:
        """Keep the rendition at `path`, which has passed its checks."""
        self._renditions.put_file(digest, path)
        self._renditions.put(
            key(digest, "verdict"), json.dumps({**made.as_data(), "seconds": 0}).encode()
        )

    def source(self, digest: str) -> bytes | None:
        """Return the source file of that SHA-256, or None."""
        return self._sources.get(digest)

    def keep_source(self, digest: str, data: bytes) -> None:
        """Keep a source file, if it is one to be compared with what comes after it."""
        if len(data) <= _LARGEST_SOURCE and self._sources.get(digest) is None:
            self._sources.put(digest, data)
