"""Which bit rate keeps a recording within the size that is allowed."""

import re

from formats.options.declared import OptionError

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(kb|mb|gb)?", re.IGNORECASE)
# Powers of ten: what a mail server calls 2 MB may be these or more, and never less.
_UNITS = {"kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


def parsed(written: str) -> int:
    """Return the bytes that "2 MB" means, or 0 for nothing. Raises `OptionError`."""
    if not written.strip():
        return 0
    match = _SIZE.fullmatch(written.strip())
    size = int(float(match[1]) * _UNITS[(match[2] or "mb").lower()]) if match else 0
    if not size:
        raise OptionError(f"max-size must be a size such as “2 MB”, not “{written}”.")
    return size


def shown(size: int) -> str:
    """Return a size in bytes as people write it, rounded up: "2.4 MB"."""
    unit, name = (1_000_000, "MB") if size >= 1_000_000 else (1_000, "kB")  # noqa: PLR2004
    return f"{-(-size * 10 // unit) / 10:g} {name}"
