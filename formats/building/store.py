"""Renditions by their keys, and the sources that they were made from: what was made once is kept.

The store is a part of the cache: bounded, checked when it is read, and no loss when it is gone.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from formats.building.render import Made
from formats.storage.cache import Cache, key

_RENDITIONS = 1_500_000_000  # bytes
_SOURCES = 50_000_000  # bytes
_LARGEST_SOURCE = 1_000_000  # bytes; a picture that changed is named, and not compared


@dataclass(frozen=True, slots=True)
class Kept:
    """A rendition as it passed its checks, with what they said of it."""

    data: bytes
    made: Made


class Store:
    """The renditions and sources kept on this machine."""

    def __init__(self) -> None:
        self._renditions = Cache("renditions", _RENDITIONS)
        self._sources = Cache("sources", _SOURCES)

    def rendition(self, digest: str) -> Kept | None:
        """Return what is kept under the digest of a key, whole and unaltered, or None."""
        verdict = self._renditions.get(key(digest, "verdict"))
        data = self._renditions.get(digest) if verdict else None
        if verdict is None or data is None:
            return None
        made = Made.of(json.loads(verdict))
        return Kept(data, made) if hashlib.sha256(data).hexdigest() == made.sha256 else None

    def keep_rendition(self, digest: str, path: Path, made: Made) -> None:
        """Keep the rendition at `path`, which has passed its checks."""
        self._renditions.put(digest, path.read_bytes())
        self._renditions.put(key(digest, "verdict"), json.dumps(made.as_data()).encode())

    def source(self, digest: str) -> bytes | None:
        """Return the source file of that SHA-256, or None."""
        return self._sources.get(digest)

    def keep_source(self, digest: str, data: bytes) -> None:
        """Keep a source file, if it is one to be compared with what comes after it."""
        if len(data) <= _LARGEST_SOURCE and self._sources.get(digest) is None:
            self._sources.put(digest, data)

    def prune(self) -> None:
        """Drop what was used least lately, down to the limits."""
        self._renditions.prune()
        self._sources.prune()
