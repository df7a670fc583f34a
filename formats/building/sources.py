"""The files that a leaflet is made of: its own folder's, and those that all leaflets share."""

import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from formats.building.store import Store
from formats.errors import SourceError
from formats.reading.library import Entry
from formats.storage import opening

_LARGEST = 50_000_000  # bytes
_LEAFLETS = "leaflets"


class Sources:
    """The sources of the leaflets of one folder, kept in the store to be compared later."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store

    def of(self, entry: Entry) -> dict[str, str]:
        """Return the SHA-256 of each file of a leaflet and of those it shares, by name."""
        home = entry.path.parent
        own = home.rglob("*") if home.parent == self.folder / _LEAFLETS else [entry.path]
        return {**self._shared, **dict(self._digests(own, home))}

    @cached_property
    def _shared(self) -> dict[str, str]:
        return dict(self._digests(self.folder.glob("*.toml"), self.folder))

    def _digests(self, paths: Iterator[Path] | list[Path], home: Path) -> Iterator[tuple[str, str]]:
        for path in sorted(paths):
            try:
                data = opening.data(path, home, _LARGEST)
            except SourceError:
                continue  # a folder, or what the reading of the leaflet has to say something of
            digest = hashlib.sha256(data).hexdigest()
            self.store.keep_source(digest, data)
            yield path.relative_to(home).as_posix(), digest
