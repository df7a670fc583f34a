"""`places.toml`: names that a voice gets wrong, respelt: `Tonbridge = "TUN-bridge"`."""

from pathlib import Path

from formats.errors import SourceError
from formats.storage import tables


def read(path: Path) -> tuple[tuple[str, str], ...]:
    """Return the names with how they are said, in order of the file. Raises `SourceError`."""
    table = tables.read(path)
    return tuple((name, said(path, "places.toml", table, name)) for name in table)


def said(path: Path, where: str, table: dict[str, object], key: str) -> str:
    """Return words that a voice is given. Raises `SourceError` if they have no letter to say."""
    words = tables.text(path, where, table, key)
    if words and not any(map(str.isalnum, words)):
        message = f"No voice can say “{words}”. Write “{key}” as it sounds, such as “TUN-bridge”."
        raise SourceError(message, tables.place_of(path, key))
    return words
