"""Finding leaflets: by slug in a source folder, or by the path of a folder or file anywhere."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from formats.errors import UsageError, nearest
from formats.text.slugs import slug

if TYPE_CHECKING:
    from formats.reading.leaflet import Reading
    from formats.reading.shared import Shared

LEAFLET_FILE = "leaflet.md"


@dataclass(frozen=True, slots=True)
class Entry:
    """A leaflet that can be read: its slug, which names its output, and its file."""

    slug: str
    path: Path


class Library:
    """The source folder: leaflets, and what they share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def shared(self) -> "Shared":
        """What the leaflets share. Raises `SourceError`."""
        from formats.reading import shared

        return shared.read(self.folder)

    def entries(self) -> list[Entry]:
        """Return the leaflets of the folder, in order of their slugs."""
        found = sorted((self.folder / "leaflets").glob(f"*/{LEAFLET_FILE}"))
        return [Entry(path.parent.name, path) for path in found]

    def find(self, name: str) -> Entry:
        """Return the leaflet that a person names by slug or by path. Raises `UsageError`."""
        entries = {entry.slug: entry for entry in self.entries()}
        if name in entries:
            return entries[name]
        try:
            found = _at(Path(name))
        except OSError:  # longer than a path can be, or not ours to look into
            found = None
        if found:
            return found
        raise UsageError(f"There is no leaflet “{name[:80]}”. {nearest(name, entries)}")

    def read(self, entry: Entry, names: Collection[str] = ()) -> "Reading":
        """Read one leaflet. Raises `SourceError`."""
        from formats.reading import leaflet  # markdown-it: 40 ms that not every command needs

        return leaflet.read(entry.path, entry.slug, self.shared, names)


def _at(path: Path) -> Entry | None:
    if (path / LEAFLET_FILE).is_file():
        return Entry(_slug(path.resolve().name), path / LEAFLET_FILE)
    if path.is_file():
        stem = path.resolve().parent.name if path.name == LEAFLET_FILE else path.stem
        return Entry(_slug(stem), path)
    if path.is_dir():
        raise UsageError(f"The folder {path} has no file {LEAFLET_FILE}.")
    return None


def _slug(name: str) -> str:
    return slug(name, own_letters=True) or "leaflet"
