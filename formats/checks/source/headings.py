"""Headings are how readers who listen find their way (WCAG 2.2, 1.3.1 and 2.4.6)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import ClassVar, Literal

from formats.checks import places
from formats.errors import Place
from formats.model import Block, Inline, Leaflet, Section, Step, Steps
from formats.model.findings import Finding, Severity
from formats.model.walk import parts, plain_text

_TITLE_LEVEL = 1


class Headings:
    """Levels are not skipped; no heading is empty; something stands under each."""

    subject: ClassVar[Literal["source"]] = "source"
    codes: ClassVar[Mapping[str, str]] = {
        "source-heading-skipped": "A heading is more than one level below the one it stands under.",
        "source-heading-empty": "A heading has no words.",
        "source-section-empty": "Nothing stands under a heading.",
    }

    def check(self, leaflet: Leaflet, today: date) -> Iterator[Finding]:  # noqa: ARG002
        """Yield what is wrong with headings."""
        yield from _skipped(leaflet.blocks, _TITLE_LEVEL)
        for place, node in places.blocks(leaflet):
            if isinstance(node, Section | Step):
                yield from _empty(node, place)


def _skipped(blocks: Iterable[Block | Step], above: int) -> Iterator[Finding]:
    for block in blocks:
        level = above
        if isinstance(block, Section | Step):
            level = block.level
            if level > above + 1:
                yield _too_deep(block, above)
        for inside in _inside(block):
            yield from _skipped(inside, level)


def _inside(block: Block | Step) -> Iterator[tuple[Block | Step, ...]]:
    if isinstance(block, Steps):
        yield block.blocks
        yield block.steps
        return
    for part in parts(block):
        yield tuple(node for node in part if not isinstance(node, Inline))


def _too_deep(block: Section | Step, above: int) -> Finding:
    right, written = "#" * (above + 1), "#" * block.level
    message = (
        f"The heading “{plain_text(block.heading)}” skips a level. "
        f"Write it with “{right}” instead of “{written}”, or add the heading that is missing."
    )
    return Finding("source-heading-skipped", Severity.ERROR, message, block.place)


def _empty(node: Section | Step, place: Place) -> Iterator[Finding]:
    words = plain_text(node.heading).strip()
    if not words:
        message = "This heading has no words. Write some, or delete its “#” marks."
        yield Finding("source-heading-empty", Severity.ERROR, message, place)
    if not node.blocks:
        message = f"Nothing stands under the heading “{words}”. Write its text, or delete it."
        yield Finding("source-section-empty", Severity.WARNING, message, place)
