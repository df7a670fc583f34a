"""The cast of pictures.toml, and scenes that its people stand in."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from formats.errors import SourceError, nearest
from formats.model import Media
from formats.pictures import openmoji, people, stage
from formats.pictures.people import Cast, Look
from formats.storage import tables

SCENE_KEYS = ("people", *stage.HOWS)
_KEYS = ("style", "head", "skin", "hair", "clothes", "glasses", "beard", "size")
_STYLE = "open-peeps"
_SIZES: tuple[Literal["adult", "child"], ...] = ("adult", "child")
_COLOUR = re.compile("#[0-9a-f]{6}", re.IGNORECASE)
_MOST_DRAWN = 512
_Scene = tuple[tuple[tuple[stage.Person, Look], ...], stage.Thing | None]
_DRAWN: dict[_Scene, Media] = {}


@cache
def default() -> Cast:
    """Return the cast that comes with the program."""
    path = Path(str(files("formats.pictures") / "cast.toml"))
    return Cast(_looks(path, tables.rows(path)))


def read(path: Path, table: Mapping[str, Any], base: Cast) -> Cast:
    """Return `base` with the people in the table [cast] of `path`. Raises `SourceError`."""
    return Cast({**base.looks, **_looks(path, table, "cast.")})


def _looks(path: Path, rows: Mapping[str, Any], under: str = "") -> dict[str, Look]:
    for name, row in rows.items():
        if not isinstance(row, dict):
            message = f"“{name}” in [cast] is no person. Write a line such as [cast.senco]."
            raise SourceError(message, tables.place_of(path, name))
    return {name: _look(path, under + name, row) for name, row in rows.items()}


def _look(path: Path, name: str, row: Mapping[str, Any]) -> Look:
    tables.check_keys(path, name, row, _KEYS)
    written = {key: tables.text(path, name, row, key) for key in _KEYS}

    def chosen(key: str, known: Collection[str], default: str = "") -> str:
        value = written[key] or default
        if value and value not in known:
            message = f"“{value}” in [{name}] is no {key} that people have. {nearest(value, known)}"
            raise SourceError(message, tables.place_of(path, key))
        return value

    def colour(key: str, default: str) -> str:
        value = people.SKINS.get(written[key], written[key]) if key == "skin" else written[key]
        if value and not _COLOUR.fullmatch(value):
            message = f"“{value}” in [{name}] is no colour. Write one such as “{default}”."
            raise SourceError(message, tables.place_of(path, key))
        return (value or default).lower()

    chosen("style", (_STYLE,))
    size = chosen("size", _SIZES, "adult")
    return Look(
        chosen("head", people.HEADS, "short1"), colour("skin", people.SKINS["medium"]),
        colour("hair", "#2c1b18"), colour("clothes", "#8fa7df"),
        chosen("glasses", people.GLASSES), chosen("beard", people.BEARDS),
        "child" if size == "child" else "adult",
    )  # fmt: skip


def scene(path: Path, name: str, row: Mapping[str, Any], cast: Cast) -> tuple[Media, str]:
    """Return the picture of a scene, and in words what it is made of.

    Raises `SourceError` if there are no such people, or no such thing.
    """
    named = tables.texts(path, name, row, "people")
    who = [_person(path, name, written, cast) for written in named]
    if not 0 < len(who) <= stage.MOST:
        message = f"[{name}] must have 1 to {stage.MOST} people. More would be too small to see."
        raise SourceError(message, tables.place_of(path, name))
    thing = _thing(path, name, row)
    return _drawn(cast, who, thing), stage.written(who, thing)


def _drawn(cast: Cast, who: list[stage.Person], thing: stage.Thing | None) -> Media:
    """Return a scene, drawn once however many leaflets, or editions of one, show it."""
    key = tuple((person, cast.looks[person.name]) for person in who), thing
    if key not in _DRAWN:
        if len(_DRAWN) >= _MOST_DRAWN:
            _DRAWN.clear()
        _DRAWN[key] = openmoji.media(stage.drawn(cast, who, thing))
    return _DRAWN[key]


def _person(path: Path, name: str, written: str, cast: Cast) -> stage.Person:
    who, _, expression = (part.strip() for part in written.partition(":"))
    for value, known, what in (
        (who, tuple(cast.looks), "in the cast"),
        (expression or stage.USUAL, people.EXPRESSIONS, "a face that people make"),
    ):
        if value not in known:
            message = f"“{value}” in [{name}] is not {what}. {nearest(value, known)}"
            raise SourceError(message, tables.place_of(path, name))
    return stage.Person(who, expression or stage.USUAL)


def _thing(path: Path, name: str, row: Mapping[str, Any]) -> stage.Thing | None:
    hows = [how for how in stage.HOWS if how in row]
    if len(hows) > 1:
        message = f"[{name}] has “{hows[0]}” and “{hows[1]}”. A scene has one thing in it."
        raise SourceError(message, tables.place_of(path, name))
    if not hows:
        return None
    code = tables.text(path, name, row, hows[0])
    svg = openmoji.svg(code)
    if svg is None:
        raise SourceError(openmoji.no_picture(code), tables.place_of(path, name))
    return stage.Thing(code, svg, hows[0])
