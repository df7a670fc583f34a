"""Lists: L, LI, Lbl and LBody, and words listed with their meanings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from formats.model import BulletList, NumberedList, WordList
from formats.renderers.pdf.boxes import Box, Dots, keep_with_next
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.lines import natural_width
from formats.renderers.pdf.runs import Look, Run
from formats.renderers.pdf.tagging import Element

if TYPE_CHECKING:
    from formats.renderers.pdf.compose import Composer

_BULLET = "•"


def boxes(composer: Composer, block: BulletList | NumberedList, frame: Frame) -> list[Box]:
    """Return the boxes of a list. A label stands left of its item's first line."""
    ordered = isinstance(block, NumberedList)
    element = list_element(frame.element, "Decimal" if ordered else "Disc")
    items = [element.add("LI") for _ in block.items]
    labels = [
        composer.runs.words(
            f"{number}." if ordered else _BULLET, item.add("Lbl"), block.place, Look(bold=ordered)
        )
        for number, item in enumerate(items, getattr(block, "start", 1))
    ]
    size = composer.setting.size
    widest = max((natural_width(label, size) for label in labels), default=0.0)
    inner = frame.indented(composer.setting, max(composer.setting.indent, widest + size / 2))
    made: list[Box] = []
    for item, part, label in zip(block.items, items, labels, strict=True):
        body = composer.blocks(item.blocks, inner.within(part.add("LBody")))
        made += _labelled(composer, label, frame, body)
    if made:
        made[0].before = composer.setting.pitch / 2
    return made


def list_element(parent: Element, numbering: str) -> Element:
    """Add an element L that says how its items are numbered (ISO 32000-1, table 347)."""
    return parent.add("L", attributes={"O": "/List", "ListNumbering": f"/{numbering}"})


def _labelled(composer: Composer, label: list[Run], frame: Frame, body: list[Box]) -> list[Box]:
    """Put `label` beside the first line of `body`, or above where there is no room beside."""
    [head] = composer.text(label, Frame(frame.element, frame.x, frame.width, frame.bars))
    # A label says nothing alone, and marks content before its item's.
    if not body:
        body = [head]
    elif _first_line_starts(body[0]) > frame.x and body[0].parts:
        body[0].parts = head.parts + body[0].parts
    else:
        body = keep_with_next([head]) + body
        body[1].before = 0.0
    body[0].before = composer.setting.pitch / 2
    return body


def _first_line_starts(box: Box) -> float:
    return min((part.x for part in box.parts if not isinstance(part, Dots)), default=0.0)


def word_list(composer: Composer, block: WordList, frame: Frame) -> list[Box]:
    """Return the boxes of hard words, each followed by what it means."""
    element = list_element(frame.element, "Description")
    made: list[Box] = []
    for definition in block.definitions:
        item = element.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        runs = composer.runs.words(f"{definition.term}: ", label, block.place, Look(bold=True))
        runs += composer.runs.words(definition.meaning, body, block.place)
        made += composer.text(runs, frame)
    return made
