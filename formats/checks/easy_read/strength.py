"""Strength: what the law says people must do is still a “must”, and no duty is invented.

Each section's own standard text is held against its own easy-read text. A “must” over a list
counts once, so easy-read text may have more of them, never fewer.
"""

import re
from collections.abc import Iterator
from typing import Final

from formats.checks.easy_read.text import EasyText, Scope
from formats.errors import Place
from formats.model.findings import Finding, Severity

CODES: Final = {
    "easy-must-lost": "A “must” of the standard text is missing from the easy-read text.",
    "easy-must-invented": "The easy-read text says “must” where the standard text does not.",
    "easy-should-lost": "The standard text says “should”, and the easy-read text does not.",
}
_MUST = re.compile(r"\bmust\b", re.IGNORECASE)
_SHOULD = re.compile(r"\bshould\b", re.IGNORECASE)
_DUTY = re.compile(
    r"\b(?:must|shall|duty|duties|legally|by law|the law|statutory|(?:has|have) to|required to)\b",
    re.IGNORECASE,
)


def lost(text: EasyText) -> Iterator[Finding]:
    """Yield the scopes whose easy-read text has fewer “must” than their standard text."""
    for scope, standard, easy in _pairs(text):
        wanted, found = len(_MUST.findall(standard)), len(_MUST.findall(easy))
        if found < wanted:
            message = (
                f"The standard text of “{scope.heading}” says “must” {_times(wanted)}, its "
                f"easy-read text {_times(found)}. Say every duty with “must”."
            )
            yield Finding("easy-must-lost", Severity.ERROR, message, _place(scope))


def invented(text: EasyText) -> Iterator[Finding]:
    """Yield the rows that say “must” though their scope's standard text lays no duty on anyone."""
    for scope in text.root.walk():
        if _DUTY.search(scope.standard):
            continue
        for row in scope.rows:
            if _MUST.search(row.passage.text):
                message = (
                    f"The standard text of “{scope.heading}” does not say “must”. Say “should” or "
                    "“can”, as it does: “must” is for what the law says."
                )
                yield row.passage.finding("easy-must-invented", Severity.ERROR, message)


def should_lost(text: EasyText) -> Iterator[Finding]:
    """Yield the scopes whose standard text says “should” and whose easy-read text never does."""
    for scope, standard, easy in _pairs(text):
        if _SHOULD.search(standard) and not (_SHOULD.search(easy) or _MUST.search(easy)):
            message = (
                f"The standard text of “{scope.heading}” says “should”, and its easy-read text "
                "does not. Keep “should” for what people should do."
            )
            yield Finding("easy-should-lost", Severity.WARNING, message, _place(scope))


def _pairs(text: EasyText) -> Iterator[tuple[Scope, str, str]]:
    """Yield each scope with its standard words and the easy-read words that stand for them.

    Where a section has easy-read text in its sub-sections alone, all its words are held
    against all of theirs.
    """
    for scope in text.root.walk():
        rows, standard = scope.rows, scope.standard
        if not rows and not scope.is_whole:
            rows = scope.all_rows
            standard = "\n".join(s.standard for s in scope.walk() if s is scope or s.all_rows)
        if rows and scope.standard:
            yield scope, standard, "\n".join(row.passage.text for row in rows)


def _place(scope: Scope) -> Place:
    return scope.rows[0].passage.place if scope.rows else scope.place


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


RULES: Final = ()
ENGLISH_RULES: Final = (lost, invented, should_lost)
