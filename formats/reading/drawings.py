"""Drawings (SVG) that would call for other files, or keep a computer busy without end."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET  # entities are refused before it sees them

from formats.errors import SourceError

_CALLS_OUT = re.compile(
    rb"""\bhref\s*=\s*["']\s*(?!["'#]|data:)|@import|url\(\s*["']?(?!["'#]|data:)"""
)
_REFERENCE = re.compile(r"(?:^#|url\(\s*[\"']?#)([^\"')\s]+)")
_MOST_PARTS = 100_000
"""Shapes to draw, each use of a shape counted."""
_DEEPEST = 200
_MOST_FILTERS = 200
# Of a filter: its octaves of noise, and how far it blurs or spreads, in points.
_BOUNDS: Final = {"numOctaves": 10, "stdDeviation": 500, "radius": 500}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def check(name: str, data: bytes) -> None:
    """Refuse a drawing that names its own entities or other files, or is without end.

    Entities can grow to gigabytes; a file or address of its choosing would be opened; shapes
    that use each other, and filters, can take hours. Raises `SourceError` without a place.
    """
    if b"<!ENTITY" in data:
        raise SourceError(f"“{name}” declares entities. Save it anew as “plain SVG”.")
    if _CALLS_OUT.search(data):
        raise SourceError(f"“{name}” calls for other files. Save it with its pictures inside.")
    try:
        data.decode()
    except UnicodeDecodeError:
        raise SourceError(f"“{name}” is not UTF-8. Save it anew as “plain SVG”.") from None
    try:
        root = ET.fromstring(data)  # noqa: S314 - see above
    except (ET.ParseError, RecursionError):
        raise SourceError(f"“{name}” is no whole SVG drawing. Save it anew.") from None
    if _is_endless(root):
        message = f"“{name}” would take too long to draw. Save it as a PNG picture instead."
        raise SourceError(message)


def _is_endless(root: ET.Element) -> bool:
    filters = 0
    for element in root.iter():
        kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        filters += kind.startswith("fe")
        for attribute, most in _BOUNDS.items():
            if kind.startswith("fe") and _largest(element.get(attribute, "")) > most:
                return True
    return filters > _MOST_FILTERS or _parts(root) > _MOST_PARTS


def _largest(written: str) -> float:
    return max((abs(float(number)) for number in _NUMBER.findall(written)), default=0)


def _parts(root: ET.Element) -> int:
    """Return how many shapes are drawn, or more than may be if they are nested too deep."""
    named = {e.get("id", ""): e for e in root.iter() if e.get("id")}
    known: dict[int, int] = {}

    def count(element: ET.Element, depth: int) -> int:
        if depth > _DEEPEST:
            return _MOST_PARTS + 1
        if id(element) not in known:
            known[id(element)] = 0  # a shape that uses itself is drawn once
            inside = [*element, *_used(element, named)]
            total = 1 + sum(count(one, depth + 1) for one in inside)
            known[id(element)] = min(total, _MOST_PARTS + 1)
        return known[id(element)]

    return count(root, 0)


def _used(element: ET.Element, named: dict[str, ET.Element]) -> Iterator[ET.Element]:
    for value in element.attrib.values():
        for name in _REFERENCE.findall(value):
            if name in named:
                yield named[name]
