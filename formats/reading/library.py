"""Finding leaflets: by slug in a source folder, or by the path of a folder or file anywhere."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from formats.errors import Place, SourceError, UsageError, nearest
from formats.reading import limit
from formats.storage import opening
from formats.text.slugs import slug

if TYPE_CHECKING:
    from formats.reading.leaflet import Reading
    from formats.reading.shared import Shared

LEAFLET_FILE = "leaflet.md"


@dataclass(frozen=True, slots=True)
class Entry:
    """A leaflet: its slug, which names its output, and its file.

    A `foreign` one stands outside the source folder, and is not by its publisher. `problem` is
    why it cannot be read.
    """

    slug: str
    path: Path
    problem: str = ""
    foreign: bool = False


class Library:
    """The source folder: leaflets, and what they share."""

    def __init__(self, folder: Path, time_limit: float = limit.SECONDS) -> None:
        self.folder = folder
        self.time_limit = time_limit

    @cached_property
    def shared(self) -> "Shared":
        """What the leaflets share. Raises `SourceError`."""
        from formats.reading import shared

        return shared.read(self.folder)

    def entries(self) -> list[Entry]:
        """Return the leaflets of the folder, in order of their slugs.

        What looks like a leaflet and is none is there too, for `read` to say why.
        """
        leaflets = self.folder / "leaflets"
        try:
            folders = sorted(leaflets.iterdir())
        except OSError:
            return []
        return [entry for folder in folders if (entry := _entry(folder, leaflets))]

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
            return replace(found, foreign=not _is_inside(found.path, self.folder))
        raise UsageError(f"There is no leaflet “{name[:80]}”. {nearest(name, entries)}")

    def read(self, entry: Entry, names: Collection[str] = ()) -> "Reading":
        """Read one leaflet. Raises `SourceError`."""
        if entry.problem:
            raise SourceError(entry.problem, Place(opening.printable(entry.path)))
        from formats.reading import leaflet  # markdown-it: 40 ms that not every command needs

        shared = self._shared_with(entry)
        with limit.time_limit(self.time_limit, Place(opening.printable(entry.path))):
            return leaflet.read(entry.path, entry.slug, shared, names)

    def _shared_with(self, entry: Entry) -> "Shared":
        """Return what is shared with a leaflet: with a foreign one pictures and works, by name."""
        from formats.reading import shared

        if not entry.foreign:
            return self.shared
        home = _home(entry.path)
        return shared.read(home) if home else self.shared.with_strangers()


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _home(path: Path) -> Path | None:
    """Return the source folder that a leaflet outside of ours stands in, if it is one's leaflet."""
    leaflets = path.resolve().parent.parent
    is_home = leaflets.name == "leaflets" and (leaflets.parent / "organisation.toml").is_file()
    return leaflets.parent if is_home else None


def _entry(folder: Path, leaflets: Path) -> Entry | None:
    """Return the leaflet in `folder`, or None for what does not look like one."""
    shown = opening.printable(folder.name)
    try:
        names = [one.name for one in folder.iterdir() if one.name.lower() == LEAFLET_FILE]
        inside = folder.resolve(strict=True) == leaflets.resolve() / folder.name
    except NotADirectoryError:
        return None
    except (OSError, RuntimeError):
        what = "is a link that leads nowhere" if folder.is_symlink() else "cannot be opened"
        return Entry(shown, folder, f"This folder {what}. Mend or delete it.")
    if not names:
        return None
    path = folder / (LEAFLET_FILE if LEAFLET_FILE in names else names[0])
    return Entry(shown, path, _problem(path, inside=inside))


def _problem(path: Path, *, inside: bool) -> str:
    """Return why a file that is called as a leaflet is cannot be read as one, or nothing."""
    if not inside:
        return "The folder of this leaflet is a link to another. Put the folder itself there."
    if not str(path.parent.parent).isprintable():
        return (
            "A folder that holds this one has a name that cannot be shown on every computer. Give "
            "it plain letters."
        )
    if not str(path).isprintable():
        return "The name of this folder cannot be shown on every computer. Give it plain letters."
    if path.name != LEAFLET_FILE:
        return f"A leaflet's file must be called “{LEAFLET_FILE}”, in small letters. Rename it."
    return ""


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
