"""`glossary.toml` and `authorities.toml`: terms in full and in easy words, and works quoted."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from formats.errors import SourceError
from formats.model import Authority, Term
from formats.reading import places
from formats.storage import tables
from formats.text import sounds


def read_glossary(path: Path, language: str = "") -> tuple[Term, ...]:
    """Return the terms, in order of the file, its words in `language`. Raises `SourceError`."""
    rows = tables.rows(path).items()
    return tuple(replace(_term(path, key, row), language=language) for key, row in rows)


def _term(path: Path, key: str, row: dict[str, Any]) -> Term:
    tables.check_keys(path, key, row, _own_fields(Term))
    words = {name: tables.text(path, key, row, name) for name in ("full", "easy", "sounds")}
    if sign := sounds.stranger(words["sounds"]):
        message = (
            f"“{sign}” in “sounds” of [{key}] is no sign for a sound of English. Use those of the "
            "International Phonetic Alphabet in this list, or write “say” in plain letters: "
            f"{' '.join(sounds.SIGNS.strip())}"
        )
        raise SourceError(message, tables.place_of(path, key))
    words["say"] = places.said(path, key, row, "say")
    return Term(key, variants=tables.texts(path, key, row, "variants"), **words)


def read_authorities(path: Path, language: str = "") -> dict[str, Authority]:
    """Return the works by key, the words of the file in `language`. Raises `SourceError`."""
    rows = tables.rows(path).items()
    return {key: replace(_authority(path, key, row), language=language) for key, row in rows}


def _authority(path: Path, key: str, row: dict[str, Any]) -> Authority:
    known = _own_fields(Authority)
    tables.check_keys(path, key, row, known)
    words = {name: tables.text(path, key, row, name) for name in known if name in row}
    words.setdefault("title", key)
    return Authority(key, **words)


def _own_fields(node: type) -> list[str]:
    """Return the keys that a row may have."""
    return [field.name for field in fields(node) if field.name not in ("key", "language")]
