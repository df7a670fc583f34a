"""`pictures.toml` and picture files: names -> pictures, never from outside their folders."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from formats.errors import SourceError, nearest
from formats.model import Media, Picture
from formats.pictures import openmoji, people, plate, raster, stage
from formats.pictures.people import Cast
from formats.reading import cast, drawings
from formats.storage import opening, tables
from formats.text.language import DEFAULT

_SCHEME = "picture"
_MAX_BYTES = 20_000_000
_MAX_POINTS = 40_000_000
"""Of a photograph: as many as a good telephone takes, and 160 MB of memory."""
_CAST = "cast"
_KINDS = ("openmoji", "file", "people")
_KEYS = (*_KINDS, *stage.HOWS, "alt", "credit")


class NotHereError(SourceError):
    """A picture that is on the web, or outside the leaflet's folder, and is never fetched."""


@dataclass(frozen=True)
class Pictures:
    """The pictures of the house by name, the folder that their files may come from.

    `language` is that of the words in their file (BCP 47; empty: the leaflet's).
    """

    folder: Path
    rows: Mapping[str, tuple[Path, dict[str, Any]]]
    language: str = ""
    cast: Cast = field(default_factory=cast.default)
    _found: dict[tuple[str, Path], Picture] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """Those named so far: a leaflet may show one on each of its pages, and drawing takes time."""

    def find(self, source: str, alt: str | None, folder: Path) -> Picture:
        """Return the picture that a leaflet names, by `picture:name` or by a path.

        `alt` is the alternative as written (empty: decorative); with None it is that of
        `pictures.toml`. `folder` is the leaflet's. Raises `SourceError` without a place.
        """
        try:
            parts = urlsplit(source)
        except ValueError:
            raise SourceError(f"“{source[:80]}” is no path of a picture.") from None
        if parts.scheme == _SCHEME:
            found = self._named(parts.path, folder)
            return found if alt is None else replace(found, alt=alt, language="")
        if parts.scheme or parts.netloc:
            raise NotHereError(
                f"“{source[:80]}” is an address. Save the picture beside the leaflet, "
                "and write its file name."
            )
        return replace(self.in_file(unquote(source), folder), alt=alt or "", name=source)

    def in_file(self, written: str, folder: Path) -> Picture:
        """Return the picture in a file of `folder` or of the house, without words.

        Raises `SourceError` without a place.
        """
        return Picture(media(_confined(written, (folder, self.folder))), "", written)

    def all(self) -> list[Picture]:
        """Return every house picture, in the order of the file. Raises `SourceError`."""
        return [self._named(name, self.folder) for name in self.rows]

    def named(self, name: str, folder: Path | None = None) -> Picture | None:
        """Return the house picture called `name`, or None if there is none."""
        return self._named(name, folder or self.folder) if name in self.rows else None

    def _named(self, name: str, folder: Path) -> Picture:
        key = name, folder
        if key not in self._found:
            self._found[key] = self._drawn(name, folder)
        return self._found[key]

    def _drawn(self, name: str, folder: Path) -> Picture:
        if name not in self.rows:
            raise SourceError(f"There is no picture “{name}”. {nearest(name, self.rows)}")
        path, row = self.rows[name]
        alt = tables.text(path, name, row, "alt")
        if "openmoji" in row:
            found = _openmoji(path, name, row, alt)
            return replace(found, language=self.language)
        if "people" in row:
            made, made_of = cast.scene(path, name, row, self.cast)
            found = Picture(made, alt, name, people.CREDIT, made_of, credit_language=DEFAULT)
            return replace(found, language=self.language)
        written = tables.text(path, name, row, "file")
        try:
            file = _confined(written, (path.parent / "pictures", path.parent, folder))
        except NotHereError as error:
            raise SourceError(error.message, tables.place_of(path, name)) from None
        credit, own = tables.text(path, name, row, "credit"), self.language
        return Picture(media(file), alt, name, credit, language=own, credit_language=own)

    def overridden(self, folder: Path) -> "Pictures":
        """Return these pictures with those of a leaflet's own `pictures.toml` before them."""
        path = folder / "pictures.toml"
        own, with_own = _rows(path), _cast(path, self.cast)
        return replace(self, rows={**self.rows, **own}, cast=with_own)


def read(path: Path, language: str = "") -> Pictures:
    """Return the pictures of a `pictures.toml`, its words in `language`. Raises `SourceError`."""
    return Pictures(path.parent / "pictures", _rows(path), language, _cast(path, cast.default()))


def _cast(path: Path, base: Cast) -> Cast:
    table = tables.rows(path).get(_CAST)
    return cast.read(path, table, base) if table else base


def _rows(path: Path) -> dict[str, tuple[Path, dict[str, Any]]]:
    rows = {name: row for name, row in tables.rows(path).items() if name != _CAST}
    for name, row in rows.items():
        tables.check_keys(path, name, row, _KEYS)
        for key in set(_KEYS) - {"people"}:
            tables.text(path, name, row, key)
        tables.texts(path, name, row, "people")
        if sum(kind in row for kind in _KINDS) != 1:
            message = f"[{name}] must have one of “openmoji”, “file” and “people”."
            raise SourceError(message, tables.place_of(path, name))
        thing = next((how for how in stage.HOWS if how in row), "")
        if thing and "people" not in row:
            message = f"[{name}] has “{thing}” and no people. Add a line people = [“parent”]."
            raise SourceError(message, tables.place_of(path, name))
    return {name: (path, row) for name, row in rows.items()}


def _openmoji(path: Path, name: str, row: Mapping[str, Any], alt: str) -> Picture:
    code = tables.text(path, name, row, "openmoji")
    made = openmoji.picture(code)
    if made is None:
        raise SourceError(openmoji.no_picture(code), tables.place_of(path, name))
    return Picture(made, alt, name, openmoji.CREDIT, code, credit_language=DEFAULT)


def _confined(written: str, folders: tuple[Path, ...]) -> Path:
    """Return the file that `written` names in one of `folders`. Raises `SourceError`."""
    name = "".join(letter if letter.isprintable() else "?" for letter in written[:80])
    try:
        # Links are followed first, so that one inside cannot lead out.
        paths = [((folder / written).resolve(), folder.resolve()) for folder in folders]
        inside = [path for path, folder in paths if path.is_relative_to(folder)]
        found = [path for path in inside if path.is_file()]
    except (OSError, ValueError, RuntimeError):  # too long, NUL inside, links in a circle
        raise SourceError(f"“{name}” is no path of a picture.") from None
    if not inside or Path(written).is_absolute():
        message = f"“{name}” leads out of the leaflet's folder. Copy the picture into it."
        out = Path(written).is_absolute() or ".." in Path(written).parts
        raise NotHereError(message) if out else SourceError(message)
    if not found:
        raise SourceError(f"There is no picture file “{name}” beside the leaflet.")
    return found[0]


def media(path: Path) -> Media:
    """Return the picture in a file. Raises `SourceError` if it is none that we can use."""
    data = opening.data(path, path.parent, _MAX_BYTES)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        _check_points(path, data)
        return _made("image/png", _opaque(path, data))
    if data.startswith(b"\xff\xd8\xff"):
        _check_points(path, data)
        return _made("image/jpeg", data)
    if b"<svg" in data[:4096]:
        drawings.check(path.name, data)
        return _made("image/svg+xml", plate.under(data))
    raise SourceError(f"“{path.name}” is no SVG, PNG or JPEG picture. Save it as one of them.")


def _made(kind: Literal["image/svg+xml", "image/png", "image/jpeg"], data: bytes) -> Media:
    return Media(hashlib.sha256(data).hexdigest(), kind, data)


def _opaque(path: Path, data: bytes) -> bytes:
    try:
        return plate.opaque(data)
    except ValueError as error:
        message = f"“{path.name}” cannot be read: {error}. Save it anew as PNG."
        raise SourceError(message) from None


def _check_points(path: Path, data: bytes) -> None:
    try:
        width, height = raster.points(data)
    except ValueError:
        message = f"“{path.name}” cannot be opened as a picture. Save it anew."
        raise SourceError(message) from None
    if width * height > _MAX_POINTS:
        raise SourceError(
            f"“{path.name}” is {width:,} by {height:,} points large. Make it smaller: 4,000 points "
            "on its longer side are enough for paper."
        )
