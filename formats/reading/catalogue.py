"""Formats as data: the built-in `formats.toml`, and what a source folder adds or changes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, cast

from formats.errors import Place, SourceError, UsageError, nearest
from formats.model import VIEWS, ViewName
from formats.storage import tables
from formats.text.language import DEFAULT

FILE = "formats.toml"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Format:
    """What a person asks for: a renderer, a view, and values for the renderer's options.

    `follows` names the guidance that it is set to; `language` is that of its label (BCP 47);
    `place` is where its options are written.
    """

    name: str
    renderer: str
    view: ViewName
    label: str = ""
    follows: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    place: Place = Place("")
    language: str = DEFAULT


class Catalogue(Mapping[str, Format]):
    """The formats by name, in the order they are offered."""

    def __init__(self, formats: Mapping[str, Format]) -> None:
        self._formats = dict(formats)

    def __getitem__(self, name: str) -> Format:
        return self._formats[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._formats)

    def __len__(self) -> int:
        return len(self._formats)

    def find(self, name: str) -> Format:
        """Return the format called `name`. Raises `UsageError` with the nearest name."""
        if name not in self._formats:
            raise UsageError(f"There is no format “{name}”. {nearest(name, self._formats)}")
        return self._formats[name]


def read(source: Path) -> Catalogue:
    """Return the built-in formats with those of a source folder. Raises `SourceError`.

    A table of the source folder that bears a built-in name changes what it says, and keeps
    the rest; option values are merged one by one.
    """
    formats: dict[str, Format] = {}
    for path in (Path(__file__).parent / FILE, source / FILE):
        for name, row in tables.rows(path).items():
            formats[name] = _format(path, name, row, formats.get(name))
    return Catalogue(formats)


def _format(path: Path, name: str, row: dict[str, Any], base: Format | None) -> Format:
    place = tables.place_of(path, name)
    if not _NAME.fullmatch(name):
        message = f"“{name}” cannot name a format. Use small letters, figures and hyphens."
        raise SourceError(message, place)
    tables.check_keys(path, name, row, _keys())
    words = {key: tables.text(path, name, row, key) for key in _keys() if key != "options"}
    given = {key: words[key] for key in words if key in row}
    merged = {**_as_row(base), **given}
    for needed in ("renderer", "view"):
        if not merged.get(needed):
            raise SourceError(f"[{name}] must say its “{needed}”.", place)
    if merged["view"] not in VIEWS:
        message = f"There is no view “{merged['view']}”. {nearest(merged['view'], VIEWS)}"
        raise SourceError(message, tables.place_of(path, "view"))
    options = {**(base.options if base else {}), **_options(path, name, row)}
    view = cast("ViewName", merged.pop("view"))
    return Format(name=name, view=view, options=options, place=place, **merged)


def _keys() -> list[str]:
    return [f.name for f in fields(Format) if f.name not in ("name", "place")]


def _as_row(base: Format | None) -> dict[str, str]:
    if base is None:
        return {}
    return {key: str(getattr(base, key)) for key in _keys() if key != "options"}


def _options(path: Path, name: str, row: dict[str, Any]) -> dict[str, Any]:
    options = row.get("options", {})
    if not isinstance(options, dict):
        message = f"“options” in [{name}] must be a table such as {{font-size = 18}}."
        raise SourceError(message, tables.place_of(path, "options"))
    return options
