"""`signoffs.toml`: reading it, adding to it, and where the sign-off of a view stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from formats.errors import Place, SourceError, UsageError
from formats.model import Leaflet, Signoff
from formats.signoffs.seen import Seen, changes, digest, folded, seen
from formats.storage import tables

FILE = "signoffs.toml"
_HEADER = """\
# Who checked what. “formats signoff” writes this file: a role such as “easy-read group”, never
# the name of a person. “seen” is what they saw, so that it can be said what changed since.

"""
_KEYS = ("view", "by", "on", "note", "digest", "seen")
_EMAIL = re.compile(r"\S+@\S+|\S+ ?\[at\] ?\S+", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_PHONE = re.compile(r"\+?\(?\d(?:[\s().-]*\d){6,}")
"""Seven digits or more in one run, as in every telephone number of the United Kingdom."""
_LONGEST = 200  # letters


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[signoff]]`: `on` is a day as YYYY-MM-DD, `digest` that of `seen`."""

    view: str
    by: str
    on: str
    note: str
    digest: str
    seen: tuple[Seen, ...]


def read(folder: Path) -> tuple[Entry, ...]:
    """Return the sign-offs in the leaflet's folder, in order of the file. Raises `SourceError`."""
    path = folder / FILE
    rows = tables.read(path).get("signoff", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        message = "Sign-offs must stand under lines of [[signoff]]. “formats signoff” writes them."
        raise SourceError(message, Place(str(path)))
    return tuple(_entry(path, row) for row in rows)


def state(entries: Iterable[Entry], leaflet: Leaflet, view: str) -> Signoff:
    """Return where the sign-off of `view` stands for `leaflet`, which must be in that view."""
    of_view = [entry for entry in entries if entry.view == view]
    if not of_view:
        return Signoff()
    now = seen(leaflet)
    holding = [entry for entry in of_view if entry.digest == digest(now)]
    if holding:
        return Signoff("current", holding[-1].by, holding[-1].on)
    last = of_view[-1]
    return Signoff("lapsed", last.by, last.on, tuple(map(str, changes(last.seen, now))))


def of(leaflet: Leaflet, folder: Path) -> Signoff:
    """Return the sign-off of a leaflet whose text is in a view. Raises `SourceError`.

    `folder` is that of its source.
    """
    entries = read(folder)
    return state(entries, leaflet, leaflet.view) if entries else Signoff()


def sign(  # noqa: PLR0913 - one argument for each thing that a sign-off says
    folder: Path, leaflet: Leaflet, view: str, by: str, on: str, note: str = "", *, today: date
) -> Entry:
    """Record in `folder` that `by` checked `view` on the day `on`, and return the entry.

    `leaflet` is in that view, as they saw it. Raises `UsageError` for what may not be
    recorded, `SourceError` if the file there is broken, `FormatsError` if it cannot be written.
    """
    from formats.storage import files

    _check_words("by", by)
    _check_words("note", note)
    if not by.strip():
        raise UsageError("Say who checked it: --by “easy-read group”.")
    _check_day(on, today)
    pieces = seen(leaflet)
    entry = Entry(view, folded(by), on, folded(note), digest(pieces), pieces)
    files.write(_written((*read(folder), entry)), folder / FILE)
    return entry


def _check_words(key: str, words: str) -> None:
    if len(words) > _LONGEST:
        raise UsageError(f"--{key} is longer than {_LONGEST} letters. Say it shorter.")
    if _EMAIL.search(words) or _PHONE.search(_DATE.sub("", words)):
        raise UsageError(
            f"--{key} looks as if it held an email address or a telephone number. Name a role "
            "such as “easy-read group”: this file is for everybody to read."
        )


def _check_day(on: str, today: date) -> None:
    try:
        day = date.fromisoformat(on)
    except ValueError:
        day = None
    if day is None or day.isoformat() != on:
        raise UsageError(f"“{on}” is no day. Write it as 2026-11-20.")
    if day > today:
        raise UsageError(f"{on} has not come yet. Give the day on which it was checked.")


def _entry(path: Path, row: dict[str, Any]) -> Entry:
    tables.check_keys(path, "signoff", row, _KEYS)
    texts = {key: tables.text(path, "signoff", row, key) for key in _KEYS[:-1] if key != "on"}
    pieces = row.get("seen", [])
    try:
        day = date.fromisoformat(str(row.get("on"))).isoformat()
        entry = Entry(**texts, on=day, seen=tuple(Seen(**piece) for piece in pieces))
    except (TypeError, ValueError):
        message = "A sign-off is not as “formats signoff” wrote it. Delete it, and sign again."
        raise SourceError(message, Place(str(path))) from None
    if entry.digest != digest(entry.seen):
        message = "A sign-off does not fit what was seen. Delete it, and sign again."
        raise SourceError(message, Place(str(path)))
    return entry


def _written(entries: Iterable[Entry]) -> bytes:
    import tomli_w

    rows = [
        {
            "view": entry.view,
            "by": entry.by,
            "on": date.fromisoformat(entry.on),
            "note": entry.note,
            "digest": entry.digest,
            "seen": [_row(piece) for piece in entry.seen],
        }
        for entry in entries
    ]
    return (_HEADER + tomli_w.dumps({"signoff": rows})).encode()


def _row(piece: Seen) -> dict[str, str]:
    row = {"words": piece.words, "picture": piece.picture, "alt": piece.alt}
    return {key: value for key, value in row.items() if value}
