"""Pictures: one for each idea, and not the same for two ideas side by side."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from formats.checks.easy_read.text import EasyText, excerpt
from formats.model.findings import Finding, Severity

CODES: Final = {
    "easy-picture-none": "An idea has no picture.",
    "easy-picture-twice": "Two ideas side by side have the same picture.",
}


def none(text: EasyText) -> Iterator[Finding]:
    """Yield the ideas without a picture."""
    for row in text.rows:
        if row.idea.picture is None:
            message = (
                f"{excerpt(row.passage.text)} has no picture. Begin the paragraph with one: "
                "![](picture:name). “formats pictures WORD” finds pictures."
            )
            yield row.passage.finding("easy-picture-none", Severity.ERROR, message)


def twice(text: EasyText) -> Iterator[Finding]:
    """Yield the ideas with the picture of the one before, in one section."""
    for scope in text.root.walk():
        for before, row in pairwise(scope.rows):
            first, second = before.idea.picture, row.idea.picture
            if first and second and first.media.digest == second.media.digest:
                message = (
                    f"{excerpt(row.passage.text)} has the same picture as the idea before it, "
                    f"“{second.name}”. Choose one that shows what is new here."
                )
                yield row.passage.finding("easy-picture-twice", Severity.WARNING, message)


RULES: Final = (none, twice)
ENGLISH_RULES: Final = ()
