"""`organisation.toml`: who publishes, how to reach them, their offer of other formats."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from formats.errors import SourceError, nearest
from formats.model import ContactEntry, ContactKind, Organisation, Picture
from formats.storage import tables
from formats.text.language import DEFAULT, TAG

_KEYS = ("name", "strapline", "about", "language", "contact", "offer", "voice", "logo")
_KINDS: tuple[ContactKind, ...] = get_args(ContactKind)


def read(
    path: Path,
    house_picture: Callable[[str], Picture | None],
    picture_file: Callable[[str], Picture],
) -> Organisation:
    """Return the organisation. `house_picture` finds the picture named after a kind of contact.

    `picture_file` gives the picture in a file of the source folder.

    Raises `SourceError`. With no file there is an organisation without a name.
    """
    table = tables.read(path)
    tables.check_keys(path, "organisation.toml", table, _KEYS)
    offer = _table(path, table, "offer")
    tables.check_keys(path, "offer", offer, ("words", "ask"))
    contacts = tuple(
        _entry(path, key, entry, house_picture)
        for key, entry in _table(path, table, "contact").items()
    )
    ask = tables.text(path, "offer", offer, "ask")
    if ask and ask not in [contact.key for contact in contacts]:
        message = f"There is no [contact.{ask}]. {nearest(ask, [c.key for c in contacts])}"
        raise SourceError(message, tables.place_of(path, "ask"))
    return Organisation(
        name=tables.text(path, "organisation.toml", table, "name"),
        strapline=tables.text(path, "organisation.toml", table, "strapline"),
        about=tables.text(path, "organisation.toml", table, "about"),
        contacts=contacts,
        offer=tables.text(path, "offer", offer, "words"),
        ask=ask,
        language=language(path),
        voices=_voices(path, _table(path, table, "voice")),
        logo=_logo(path, table, picture_file),
    )


def _logo(
    path: Path, table: dict[str, Any], picture_file: Callable[[str], Picture]
) -> Picture | None:
    """Return the logo, which shows the name: its text alternative is the name."""
    written = tables.text(path, "organisation.toml", table, "logo")
    name = tables.text(path, "organisation.toml", table, "name")
    if not written:
        return None
    if not name:
        message = "The logo has no words for those who cannot see it. Add a line name = “…”."
        raise SourceError(message, tables.place_of(path, "logo"))
    try:
        return replace(picture_file(written), alt=name, language=language(path))
    except SourceError as error:
        raise SourceError(error.message, tables.place_of(path, "logo")) from None


def language(path: Path) -> str:
    """Return the language (BCP 47) of what an organisation's leaflets share. Raises `SourceError`.

    It is written once, as `language` in `organisation.toml`, for all the shared files.
    """
    table = tables.read(path)
    tag = tables.text(path, "organisation.toml", table, "language", DEFAULT)
    if not TAG.fullmatch(tag):
        message = f"“{tag}” is no language tag. Write one such as en-GB, cy or pl."
        raise SourceError(message, tables.place_of(path, "language"))
    return tag


def _voices(path: Path, table: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the voices of the house by language. Which of them are there, speech knows."""
    for key in table:
        if key != "english" and not TAG.fullmatch(key):
            message = f"In [voice], “{key}” is no language. Write “english”, or a tag such as “cy”."
            raise SourceError(message, tables.place_of(path, key))
    return tuple((key.lower(), tables.text(path, "voice", table, key)) for key in table)


def _table(path: Path, table: dict[str, Any], name: str) -> dict[str, Any]:
    value = table.get(name, {})
    if not isinstance(value, dict):
        message = f"“{name}” must be a table, under a line such as [{name}]."
        raise SourceError(message, tables.place_of(path, name))
    return value


def _entry(
    path: Path, key: str, entry: object, house_picture: Callable[[str], Picture | None]
) -> ContactEntry:
    name = f"contact.{key}"
    if not isinstance(entry, dict):
        message = f"Write “{key}” as a table, under a line of [{name}]."
        raise SourceError(message, tables.place_of(path, key))
    tables.check_keys(path, name, entry, ("label", "note", *_KINDS))
    kinds = [kind for kind in _KINDS if kind in entry]
    if len(kinds) != 1:
        message = f"[{name}] must have just one of {', '.join(_KINDS)}."
        raise SourceError(message, tables.place_of(path, name))
    kind = kinds[0]
    value = (
        tables.texts(path, name, entry, kind)
        if isinstance(entry[kind], list)
        else (tables.text(path, name, entry, kind),)
    )
    label = tables.text(path, name, entry, "label", key.capitalize())
    note = tables.text(path, name, entry, "note")
    return ContactEntry(key, kind, label, value, note, house_picture(kind))
