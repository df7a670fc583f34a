"""Editions as they are written (YYYY, YYYY-MM or YYYY-MM-DD), as moments of time."""

from datetime import UTC, datetime

_NONE = "1980"  # the first year that a ZIP can hold


def fields(written: str) -> tuple[int, ...]:
    """Return year, month and day of an edition, as many as it names."""
    return tuple(int(part) for part in written.split("-") if part)


def moment(written: str) -> datetime:
    """Return the first moment of an edition, for files that need one: a clock would differ."""
    year, month, day = (*fields(written or _NONE), 1, 1)[:3]
    return datetime(year, month, day, tzinfo=UTC)
