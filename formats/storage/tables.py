"""Reading the TOML files that leaflets share: one way, with messages a person can act on."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from formats.errors import Place, SourceError, nearest
from formats.storage import controls, opening

_MAX_BYTES = 5_000_000


def read(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file, or none if there is no such file.

    Raises `SourceError` if it is there and cannot be read.
    """
    try:
        data = opening.data(path, path.parent, _MAX_BYTES)
    except opening.NoFileError:
        return {}
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(f"The file is not right TOML: {error}.", Place(str(path))) from None


def rows(path: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of a file that holds nothing but tables. Raises `SourceError`."""
    tables = read(path)
    for name, value in tables.items():
        if not isinstance(value, dict):
            message = f"“{name}” stands outside a table. Write it under a line such as [{name}]."
            raise SourceError(message, place_of(path, name))
    return tables


def check_keys(path: Path, name: str, table: Mapping[str, Any], known: Collection[str]) -> None:
    """Raise `SourceError` if `table`, written under [name], has a key that is not known."""
    for key in table:
        if key not in known:
            message = f"“{key}” is not known in [{name}]. {nearest(key, known)}"
            raise SourceError(message, place_of(path, key))


def text(path: Path, name: str, table: Mapping[str, Any], key: str, default: str = "") -> str:
    """Return the words under `key`. Raises `SourceError` if they are not words."""
    value = table.get(key, default)
    if not isinstance(value, str):
        message = f"“{key}” in [{name}] must be words in quotation marks."
        raise SourceError(message, place_of(path, key))
    return _without_controls(path, key, value)


def texts(path: Path, name: str, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the list of words under `key`. Raises `SourceError` if it is not one."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        message = f"“{key}” in [{name}] must be a list such as [“one”, “two”]."
        raise SourceError(message, place_of(path, key))
    return tuple(_without_controls(path, key, item) for item in value)


def _without_controls(path: Path, key: str, words: str) -> str:
    """Return `words`. Raises `SourceError` if an escape hides a control character in them."""
    found = controls.CONTROLS.search(words)
    if found:
        raise SourceError(controls.message(found[0]), place_of(path, key))
    return words


def place_of(path: Path, key: str) -> Place:
    """Return the line where `key`, a table's name or a key, is first written."""
    starts = (f"[{key}]", f'["{key}"]', f"{key} ", f"{key}=", f'"{key}"')
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return Place(str(path))
    found = (n for n, line in enumerate(lines, 1) if line.lstrip().startswith(starts))
    return Place(str(path), next(found, 0))
