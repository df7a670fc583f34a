"""Length: at most 24 pages, and yet no section left out."""

from collections.abc import Iterator
from math import ceil
from typing import Final

from formats.checks.easy_read.text import EasyText, Scope
from formats.model.findings import Finding, Severity

MOST_PAGES: Final = 24
"""Department of Health, 2010."""
IDEAS_A_PAGE: Final = 5
"""At 16 pt with pictures of 3.5 cm on A4."""
_DEFINITIONS_A_PAGE = 8
_COVER_AND_CONTACT = 2
CODES: Final = {
    "easy-pages": "The easy-read edition would have more than 24 pages.",
    "easy-section-none": "A section has no easy-read text.",
}


def pages(text: EasyText) -> int:
    """Return about how many pages the easy-read edition will have in its usual layout."""
    explained = len(text.explained)
    rows = len(text.rows) + explained / 2
    lists = ceil(explained / _DEFINITIONS_A_PAGE)
    return ceil(rows / IDEAS_A_PAGE) + lists + _COVER_AND_CONTACT


def too_many_pages(text: EasyText) -> Iterator[Finding]:
    """Yield a finding if the easy-read edition is too long to be read in one go."""
    count = pages(text)
    if count > MOST_PAGES:
        message = (
            f"The easy-read edition will have about {count} pages; people can use at most "
            f"{MOST_PAGES}. Keep what readers need most, or make two leaflets of it."
        )
        yield Finding("easy-pages", Severity.WARNING, message, text.leaflet.place)


def sections_left_out(text: EasyText) -> Iterator[Finding]:
    """Yield the sections whose words no easy-read text stands for."""
    yield from _left_out(text.root)


def _left_out(scope: Scope) -> Iterator[Finding]:
    for inside in scope.inside:
        if inside.rows:
            continue  # its rows stand for all that is inside it and has none
        if inside.all_rows:
            yield from _left_out(inside)
        elif any(part.words for part in inside.walk()):
            message = (
                f"The section “{inside.heading}” has no easy-read text. Write some between "
                "“::: easy-read” and “:::”, or say in editorial-notes.md why there is none."
            )
            yield Finding("easy-section-none", Severity.WARNING, message, inside.place)


RULES: Final = (too_many_pages, sections_left_out)
ENGLISH_RULES: Final = ()
