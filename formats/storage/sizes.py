"""Sizes as people write them: “2 MB” ↔ bytes."""

import re

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(kb|mb|gb)?", re.IGNORECASE)
# Powers of ten: what a mail server calls 2 MB may be these or more, and never less.
_UNITS = {"kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


def parsed(written: str) -> int:
    """Return the bytes that "2 MB" means; a number alone is in MB.

    Raises `ValueError` for what is no size, or none at all.
    """
    match = _SIZE.fullmatch(written.strip())
    size = int(float(match[1]) * _UNITS[(match[2] or "mb").lower()]) if match else 0
    if not size:
        raise ValueError(written)
    return size


def shown(size: int) -> str:
    """Return a size in bytes as people write it, rounded up: "2.4 MB"."""
    name, unit = next((n.upper(), u) for n, u in reversed(_UNITS.items()) if size >= u or n == "kb")
    return f"{-(-size * 10 // unit) / 10:g} {name.replace('KB', 'kB')}"
