"""What has gone out of date: the leaflet itself, and the works that it quotes."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar, Literal

from formats import wording
from formats.checks import places
from formats.errors import Place
from formats.model import Authority, Leaflet, Quotation
from formats.model.findings import Finding, Severity

_ENGLISH = wording.of(wording.ENGLISH)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?")


class Currency:
    """The review date is not past; no authority that is quoted has been superseded."""

    subject: ClassVar[Literal["source"]] = "source"
    codes: ClassVar[Mapping[str, str]] = {
        "source-review-past": "The date by which the leaflet was to be reviewed is past.",
        "source-authority-superseded": "A quoted work has been replaced by a newer edition.",
    }

    def check(self, leaflet: Leaflet, today: date) -> Iterator[Finding]:
        """Yield what was out of date on the day `today`."""
        if leaflet.review and last_day(leaflet.review) < today:
            yield _review_past(leaflet)
        quoted: dict[Authority, list[Place]] = {}
        for place, node in places.blocks(leaflet):
            if isinstance(node, Quotation) and node.citation:
                quoted.setdefault(node.citation.authority, []).append(place)
        for authority, where in quoted.items():
            if _is_superseded(authority, today):
                yield _superseded(authority, where)


def last_day(written: str) -> date:
    """Return the last day of a YYYY, YYYY-MM or YYYY-MM-DD.

    >>> last_day("2026-02")
    datetime.date(2026, 2, 28)
    """
    match [int(part) for part in written.split("-")]:
        case [year, month, day]:
            return date(year, month, day)
        case [year, month]:
            return date(year, month, monthrange(year, month)[1])
        case [year]:
            return date(year, 12, 31)
        case _:
            raise ValueError(written)


def _review_past(leaflet: Leaflet) -> Finding:
    message = (
        f"This leaflet was to be reviewed by {_written_out(leaflet.review)}. "
        "Check its facts, then change “review” and “edition” at the top of the file."
    )
    return Finding("source-review-past", Severity.WARNING, message, leaflet.place)


def _is_superseded(authority: Authority, today: date) -> bool:
    """Return whether the newer edition is out; one that is only announced does not count yet.

    Words instead of a date ("by the Code of 2015") mean that it is out, whenever that was.
    """
    written = authority.superseded
    if not _DATE.fullmatch(written):
        return bool(written)
    return date.fromisoformat((written + "-01-01")[:10]) <= today


def _superseded(authority: Authority, where: Sequence[Place]) -> Finding:
    """Return one finding for all places: the work is looked up, and replaced, once."""
    lines = ", ".join(str(place.line) for place in where)
    edition = f" of {_written_out(authority.edition)}" if authority.edition else ""
    message = (
        f"The edition{edition} of “{authority.title}” was replaced "
        f"({_written_out(authority.superseded)}). Compare what is quoted on line {lines} with the "
        f"newer edition, then change [{authority.key}] in authorities.toml."
    )
    return Finding("source-authority-superseded", Severity.WARNING, message, where[0])


def _written_out(written: str) -> str:
    return _ENGLISH.date(written).text if _DATE.fullmatch(written) else written
