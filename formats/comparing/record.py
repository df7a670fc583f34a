"""A comparison -> JSON. Its keys are stable, and documented in docs/comparing.md."""

from typing import Any, Final

from formats.comparing.changes import Change, Comparison, Lag, Reason, Side
from formats.errors import Place

VERSION: Final = 1
"""Goes up when a key changes its meaning or goes; new keys may come without it."""


def record(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as data for `json.dumps`."""
    return {
        "version": VERSION,
        "leaflet": comparison.slug,
        "title": comparison.title,
        "language": comparison.language,
        "since": _side(comparison.before),
        "until": _side(comparison.after),
        "grade": comparison.grade.label if comparison.grade else None,
        "notes": list(comparison.notes),
        "changes": [_change(change) for change in comparison.changes],
        "not_followed": [_lag(lag) for lag in comparison.lags],
    }


def _side(side: Side) -> dict[str, Any]:
    return {"name": side.name, "edition": side.edition or None}


def _change(change: Change) -> dict[str, Any]:
    return {
        "grade": change.grade.label,
        "kind": change.kind,
        "what": change.what,
        "part": str(change.part),
        "section": list(change.section),
        "language": change.language or None,
        "since": _place(change.old_place),
        "until": _place(change.new_place),
        "before": change.before,
        "after": change.after,
        "words": [{"kind": edit.kind, "words": edit.words} for edit in change.edits],
        "reasons": [_reason(reason) for reason in change.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "grade": reason.grade.label,
        "kind": reason.kind,
        "says": reason.says,
        "before": reason.before,
        "after": reason.after,
    }


def _lag(lag: Lag) -> dict[str, Any]:
    return {
        "section": list(lag.section),
        "part": str(lag.part),
        "follows": str(lag.follows),
        "grade": lag.grade.label,
        "still": list(lag.still),
        "place": _place(lag.place),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return {"file": place.file, "line": place.line or None} if place and place.file else None
