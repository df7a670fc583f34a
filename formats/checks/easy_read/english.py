"""What the easy-read rules know of English, from `english.toml` beside this file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class English:
    """Words as data, so that adding one needs no programming."""

    irregular_participles: frozenset[str]
    not_participles: frozenset[str]
    not_participles_after_get: frozenset[str]
    everyday: frozenset[str]
    names: tuple[tuple[str, ...], ...]


@cache
def english() -> English:
    """Return the words of `english.toml`."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    nots = frozenset(table["not_participles"].split())
    return English(
        frozenset(table["irregular_participles"].split()),
        nots,
        nots | frozenset(table["not_participles_after_get"].split()),
        frozenset(table["everyday"].split()),
        tuple(map(tuple, table["names"])),
    )
