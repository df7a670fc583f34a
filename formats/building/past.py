"""Two editions of a leaflet, wherever they are kept, opened and compared.

A side is the file as it is now, another file, a revision of git, or an edition by its date,
looked for in git. What git has of a revision is put into a folder that lasts as long as it is
read, with what its leaflets shared then, so that there is one way to open a leaflet.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final

from formats import model
from formats.comparing import Change, Comparison, Lag, Side, compare
from formats.errors import FormatsError, Place, SourceError, UsageError
from formats.model.findings import errors_in
from formats.reading import front_matter
from formats.reading.library import Entry, Library
from formats.storage import opening
from formats.storage.git import Kept, Repository
from formats.storage.limits import START

NOW: Final = ""
"""The name of the side that is the file as it is now."""
_EDITION = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_MOST_COMMITS = 2_000
_LARGEST_TEXT = 2_000_000
_LONG = 300_000  # bytes of a leaflet that takes longer to read than a process to start
_LARGEST_SHARED = 5_000_000
_LARGEST_PICTURE = 20_000_000
_MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Version:
    """A leaflet as it was on one side. Places in `folder` are said as `shown` has them."""

    leaflet: model.Leaflet
    side: Side
    notes: tuple[str, ...] = ()
    folder: str = ""
    shown: str = ""

    def placed(self, place: Place | None) -> Place | None:
        """Return a place of this side as a person knows it."""
        if place is None or not self.folder or not place.file.startswith(self.folder):
            return place
        return Place(self.shown + place.file[len(self.folder) :].lstrip("/\\"), place.line)


class _EveryName(frozenset[str]):
    """The formats of the past, which nobody here knows: `::: only` may name any."""

    def __contains__(self, _name: object) -> bool:
        return True


class Past:
    """The editions of one leaflet of a library."""

    def __init__(self, library: Library, entry: Entry) -> None:
        self.library = library
        self.entry = entry
        self.repository = Repository(entry.path.parent)

    def compared(self, since: str, until: str = NOW) -> Comparison:
        """Return what is different between two sides, as a person names them.

        A name is a file, an edition (YYYY, YYYY-MM or YYYY-MM-DD) or a revision of git; `NOW`
        is the file as it is. Raises `FormatsError` for what is not there or no leaflet.
        """
        before, after = self._both(since, until)
        found = compare(
            before.leaflet, after.leaflet, (before.side, after.side),
            (*before.notes, *after.notes),
        )  # fmt: skip
        changes = tuple(_placed(change, before, after) for change in found.changes)
        lags = tuple(_of_lag(lag, after) for lag in found.lags)
        return replace(found, changes=changes, lags=lags)

    def _both(self, since: str, until: str) -> tuple[Version, Version]:
        """Return both sides. Those of a book are read at the same time: it takes seconds."""
        if not self._is_long():
            return self.version(since), self.version(until)
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

        with ProcessPoolExecutor(1, _context()) as other:
            reading = other.submit(self.version, since)
            after = self.version(until)
            try:
                return reading.result(), after
            except BrokenExecutor:  # no memory for two, as like as not
                return self.version(since), after

    def _is_long(self) -> bool:
        with suppress(OSError):
            return self.entry.path.stat().st_size > _LONG
        return False

    def version(self, name: str) -> Version:
        """Return one side. Raises `FormatsError`."""
        if name == NOW:
            return _opened(self.library, self.entry, "now")
        with suppress(OSError, ValueError):  # no name that a file could have
            if Path(name).is_file():
                return self._file(name)
        if _EDITION.fullmatch(name):
            commit = self._edition(name)
            if commit:
                return self._revision(commit, f"edition {name} ({commit[:9]})")
        commit = self.repository.commit(name)
        if commit is None:
            raise self._unknown(name)
        shown = name if commit.startswith(name) else f"{name} ({commit[:9]})"
        return self._revision(commit, shown)

    def _file(self, name: str) -> Version:
        """Return another file, as if it stood in the place of the leaflet."""
        found = self.library.find(name)
        entry = replace(found, slug=self.entry.slug, foreign=self.entry.foreign)
        return _opened(self.library, entry, name)

    # --- Revisions

    def _revision(self, commit: str, name: str) -> Version:
        repository = self.repository
        leaflet = repository.path_of(self.entry.path)
        if leaflet is None:
            raise UsageError(f"{self.entry.path} is a link out of its git repository.")
        with tempfile.TemporaryDirectory(prefix="formats-") as folder:
            home = Path(folder).resolve()
            source = repository.path_of(self.library.folder)
            self._write(commit, name, leaflet, source, home)
            # With the shared files of then, if git has them.
            limit = self.library.time_limit
            library = self.library if source is None else Library(home / source, limit)
            try:
                version = _opened(library, replace(self.entry, path=home / leaflet), name)
            except SourceError as error:
                message = error.message if error.place else str(error)
                raise SourceError(f"The leaflet of {name} cannot be read: {message}") from None
        return replace(version, folder=str(home), shown=f"{commit[:9]}:")

    def _write(
        self, commit: str, name: str, leaflet: PurePosixPath, source: PurePosixPath | None,
        home: Path,
    ) -> None:  # fmt: skip
        """Write what a leaflet was made of then into the folder `home`."""
        own = list(self.repository.files(commit, leaflet.parent, deep=source != leaflet.parent))
        self._check(next((kept for kept in own if kept.path == leaflet), None), name)
        shared = list(self._shared(commit, source))
        texts = [k for k in (*own, *shared) if k.path.suffix in (".toml", ".md")]
        written = self._extract(texts, home, _LARGEST_SHARED)
        others = [k for k in (*own, *shared, *self._pictures(commit, source)) if k not in texts]
        named = b"\n".join(written)
        wanted = [k for k in others if _is_named(k.path.name, named)]
        self._extract(wanted, home, _LARGEST_PICTURE)

    def _shared(self, commit: str, source: PurePosixPath | None) -> Iterator[Kept]:
        if source is not None:
            yield from self.repository.files(commit, source, deep=False)

    def _pictures(self, commit: str, source: PurePosixPath | None) -> Iterator[Kept]:
        if source is not None:
            yield from self.repository.files(commit, source / "pictures", deep=True)

    def _check(self, kept: Kept | None, name: str) -> None:
        slug = self.entry.slug
        if kept is None:
            message = (
                f"There is no leaflet “{slug}” in {name}. It may not have been written then, or "
                "had another name: “git log --follow” shows its past."
            )
            raise UsageError(message)
        if not kept.is_plain:
            raise SourceError(f"The leaflet of {name} is a link, and links are not followed.")
        if kept.size > _LARGEST_TEXT:
            size = f"{_LARGEST_TEXT // 1_000_000} MB"
            raise SourceError(f"The leaflet of {name} is larger than {size}, too large to read.")

    def _extract(self, wanted: list[Kept], home: Path, largest: int) -> list[bytes]:
        """Write files, but for links and what is too large: reading says that they are missing."""
        plain = [kept for kept in wanted if kept.is_plain and kept.size <= largest]
        if sum(kept.size for kept in plain) > _MOST_BYTES:
            raise SourceError("This leaflet has more pictures than can be compared (200 MB).")
        contents = self.repository.contents(kept.content for kept in plain)
        for kept in plain:
            path = home / kept.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(contents[kept.content])
        return list(contents.values())

    # --- Editions

    def _edition(self, wanted: str) -> str | None:
        """Return the newest commit whose leaflet names this edition, or None if none does."""
        editions = dict(self._editions())
        return next((commit for commit, edition in editions.items() if edition == wanted), None)

    def _editions(self) -> Iterator[tuple[str, str]]:
        """Yield the commits that changed the leaflet with its edition, the newest first."""
        path = self.repository.path_of(self.entry.path)
        commits = self.repository.history(path, _MOST_COMMITS) if path else []
        found = self.repository.sizes([f"{commit}:{path}" for commit in commits])
        kept = [
            (commit, about[0])
            for commit, about in zip(commits, found, strict=True)
            if about and about[1] <= _LARGEST_TEXT
        ]
        contents = self.repository.contents(name for _, name in kept)
        for commit, name in kept:
            yield commit, _edition_of(contents[name])

    def _unknown(self, name: str) -> FormatsError:
        shown, slug = opening.printable(name[:80]), self.entry.slug
        if name == "HEAD":
            return UsageError("Nothing was committed here yet. Name a file with --since FILE.")
        what = f"“{shown}” is no file, no edition of “{slug}” and no revision of git."
        if self.repository.is_shallow:
            return UsageError(
                f"{what} This copy of the repository has only the newest revisions. Get the "
                "others with “git fetch --unshallow”."
            )
        editions = ", ".join(dict.fromkeys(e for _, e in self._editions() if e))
        has = f"Editions in git: {editions}." if editions else "git has no dated edition of it."
        return UsageError(f"{what} {has}")


def _context() -> Any:
    import multiprocessing

    return multiprocessing.get_context(START)


def _opened(library: Library, entry: Entry, name: str) -> Version:
    reading = library.read(entry, _EveryName())
    errors = errors_in(reading.findings)
    notes: tuple[str, ...] = ()
    if errors:
        count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        notes = (
            f"the source of “{name}” has {count}, so some of its words may not be compared. "
            f"The first: {errors[0].message}",
        )
    return Version(reading.leaflet, Side(name, reading.leaflet.edition), notes)


def _edition_of(text: bytes) -> str:
    with suppress(SourceError, UnicodeDecodeError):
        return front_matter.split(text.decode("utf-8-sig").replace("\r\n", "\n"), "")[0].edition
    return ""


def _is_named(name: str, texts: bytes) -> bool:
    """Whether a text names a file: pictures that none names need not be written."""
    from urllib.parse import quote

    return name.encode(errors="replace") in texts or quote(name).encode() in texts


def _placed(change: Change, before: Version, after: Version) -> Change:
    old, new = before.placed(change.old_place), after.placed(change.new_place)
    return replace(change, old_place=old, new_place=new)


def _of_lag(lag: Lag, after: Version) -> Lag:
    return replace(lag, place=after.placed(lag.place))
