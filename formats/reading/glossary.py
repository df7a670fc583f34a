"""`glossary.toml` and `authorities.toml`: terms in full and in easy words, and works quoted."""

from dataclasses import fields
from pathlib import Path
from typing import Any

from formats.model import Authority, Term
from formats.reading import tables


def read_glossary(path: Path) -> tuple[Term, ...]:
    """Return the terms, in order of the file. Raises `SourceError`."""
    return tuple(_term(path, key, row) for key, row in tables.rows(path).items())


def _term(path: Path, key: str, row: dict[str, Any]) -> Term:
    tables.check_keys(path, key, row, [f.name for f in fields(Term) if f.name != "key"])
    words = {name: tables.text(path, key, row, name) for name in ("full", "easy", "say")}
    return Term(key, variants=tables.texts(path, key, row, "variants"), **words)


def read_authorities(path: Path) -> dict[str, Authority]:
    """Return the works by key. Raises `SourceError`."""
    return {key: _authority(path, key, row) for key, row in tables.rows(path).items()}


def _authority(path: Path, key: str, row: dict[str, Any]) -> Authority:
    known = [f.name for f in fields(Authority) if f.name != "key"]
    tables.check_keys(path, key, row, known)
    words = {name: tables.text(path, key, row, name) for name in known if name in row}
    words.setdefault("title", key)
    return Authority(key, **words)
