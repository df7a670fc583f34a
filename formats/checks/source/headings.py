"""Headings are how readers who listen find their way (WCAG 2.2, 1.3.1 and 2.4.6)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar, Literal

from formats.checks import places
from formats.errors import Place
from formats.model import Leaflet, Section, Step
from formats.model.findings import Finding, Severity
from formats.model.walk import plain_text


class Headings:
    """No heading is empty, and something stands under each."""

    subject: ClassVar[Literal["source"]] = "source"
    codes: ClassVar[Mapping[str, str]] = {
        "source-heading-empty": "A heading has no words.",
        "source-section-empty": "Nothing stands under a heading.",
    }

    def check(self, leaflet: Leaflet, today: date) -> Iterator[Finding]:  # noqa: ARG002
        """Yield what is wrong with headings."""
        for place, node in places.blocks(leaflet):
            if isinstance(node, Section | Step):
                yield from _empty(node, place)


def _empty(node: Section | Step, place: Place) -> Iterator[Finding]:
    words = plain_text(node.heading).strip()
    if not words:
        message = "This heading has no words. Write some, or delete its “#” marks."
        yield Finding("source-heading-empty", Severity.ERROR, message, place)
    if not node.blocks:
        message = f"Nothing stands under the heading “{words}”. Write its text, or delete it."
        yield Finding("source-section-empty", Severity.WARNING, message, place)
