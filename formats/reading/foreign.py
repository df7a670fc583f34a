"""Front matter as other systems have it: what it says in our names, and what is left out."""

import difflib
import re
from collections.abc import Mapping
from typing import Any, Final

from formats.errors import Place, SourceError, nearest

_MEANS: Final = {
    "lang": "language",
    "locale": "language",
    "date": "edition",
    "lastmod": "edition",
    "last_updated": "edition",
    "modified": "edition",
    "updated": "edition",
    "summary": "description",
    "excerpt": "description",
    "abstract": "description",
}
"""Keys of Jekyll, Hugo, Pandoc and others that mean one of ours, the likelier first."""
_DATE = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)(?:[T ].*)?$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_ALIKE = 0.8  # of 1: "titel" is "title" misspelt, and "tags" is nothing of ours
_NOT_MISSPELT: Final = {*_MEANS, "format", "titles"}
_MOST_NAMED = 20


def taken(
    values: Mapping[Any, Any], known: tuple[str, ...], place: Place
) -> tuple[dict[str, Any], str]:
    """Return `values` under our keys, and what to say of the others, or nothing.

    Raises `SourceError` for a key that is one of ours misspelt.
    """
    ours = {key: value for key, value in values.items() if key in known}
    read, left = [], []
    for key, value in values.items():
        if key in known:
            continue
        _check_spelling(str(key), known, place)
        name = _MEANS.get(str(key).lower(), "")
        meant = _meant(name, value)
        if meant and name not in ours:
            ours[name] = meant
            read.append(f"“{key}” is read as “{name}”")
        else:
            left.append(str(key)[:40])
    return ours, _said(read, left)


def _check_spelling(key: str, known: tuple[str, ...], place: Place) -> None:
    alike = difflib.get_close_matches(key.lower(), known, n=1, cutoff=_ALIKE)
    if alike and abs(len(alike[0]) - len(key)) <= 1 and key.lower() not in _NOT_MISSPELT:
        raise SourceError(f"“{key}” is not known here. {nearest(key, known)}", place)


def _meant(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        return ""
    written = " ".join(value.split())
    if name == "edition":
        date = _DATE.match(written)
        return date[1] if date else ""
    if name == "language":
        return written.replace("_", "-") if _LANGUAGE.fullmatch(written) else ""
    return written if name == "description" else ""


def _said(read: list[str], left: list[str]) -> str:
    said = [f"{'; '.join(read)}."] if read else []
    if left:
        over = len(left) - _MOST_NAMED
        more = f" and {over} more" if over > 0 else ""
        said.append(f"Nothing here is said by: {', '.join(left[:_MOST_NAMED])}{more}.")
    return " ".join(said)
