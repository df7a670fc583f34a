"""What stands before the text: the title block, the contents, the first page of a volume."""

from collections.abc import Iterator
from dataclasses import dataclass

from formats import wording
from formats.model import NOWHERE, Leaflet
from formats.model.walk import pictures
from formats.renderers.pdf import tagging
from formats.renderers.pdf.boxes import Box, Kept, Rule, Words, keep_together, keep_with_next
from formats.renderers.pdf.compose import Composer
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.lines import Piece
from formats.renderers.pdf.runs import Look
from formats.renderers.pdf.tagging import Element

_PAGE_WIDTH = 3.5  # kept free at the right of the contents for "100", in sizes of the text
_COVER = 0.45  # width of the picture on an easy-read cover, in widths of the text


def title_block(composer: Composer, leaflet: Leaflet, frame: Frame) -> list[Box]:
    """Return the boxes of title, publisher and edition; of an easy-read view its checking too."""
    inner = frame.within(frame.element.add("Sect"))
    title = inner.element.add("H1")
    runs = composer.runs.words(leaflet.title, title, leaflet.place, Look(bold=True))
    boxes = composer.heading_boxes(runs, title, 1, inner)
    if leaflet.view == "easy-read":
        shown = next(pictures(leaflet), None)
        if shown:
            width = _COVER * frame.width
            box = composer.figures.box(shown, inner.element, inner, width, leaflet.place)
            box.before = composer.setting.pitch
            boxes.append(box)
        boxes += composer.said("Easy read", inner, leaflet.place, bold=True)
    for line in _lines(leaflet):
        boxes += composer.said(line, inner, leaflet.place)
    if leaflet.view == "easy-read":
        words = wording.signoff(leaflet.signoff)
        boxes += composer.said(words, inner, leaflet.place, bold=True)
    return boxes


def _lines(leaflet: Leaflet) -> Iterator[str]:
    organisation = leaflet.organisation
    lines = (leaflet.subtitle, organisation.name, organisation.about, organisation.strapline)
    yield from (line for line in (*lines, wording.edition_line(leaflet)) if line)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a section's words, its heading, its page from 1 as printed."""

    words: str
    heading: Element
    page: int


def contents(composer: Composer, entries: list[Entry], frame: Frame) -> list[Box]:
    """Return the boxes of the contents, each entry a link with its page at the right."""
    inner = frame.within(frame.element.add("Sect"))
    boxes = composer.heading(wording.CONTENTS, 2, inner, NOWHERE)
    table = inner.element.add("TOC")
    for number, entry in enumerate(entries, 1):
        made = _entry(composer, entry, inner.within(table))
        made[0].before = composer.setting.pitch / 2
        for box in made[:-1]:
            box.kept = Kept.FIRMLY
        boxes += made
        if number == len(entries) - 1:
            keep_with_next(boxes)  # the last entry is not alone on a page
    return keep_together(boxes)


def _entry(composer: Composer, entry: Entry, frame: Frame) -> list[Box]:
    setting = composer.setting
    item = frame.element.add("TOCI", refers=[entry.heading])  # ISO 14289-2, 8.2.5.8
    reference = item.add("Reference")
    link = tagging.Link(f"{entry.words}, page {entry.page}", element=entry.heading)
    element = reference.add("Link", link=link)
    look = Look(link=link)
    runs = composer.runs.words(f"{entry.words} ", element, NOWHERE, look)
    narrow = Frame(element, frame.x, frame.width - _PAGE_WIDTH * setting.size)
    boxes = composer.text(runs, narrow)
    [number] = composer.runs.words(str(entry.page), element, NOWHERE, look)
    last = boxes[-1].parts[0]
    assert isinstance(last, Words)
    width = number.face.width(number.text) * setting.size
    used = last.line.width
    last.line.pieces.append(Piece(number.text, number, width, frame.width - width))
    leader = frame.width - used - width - setting.size / 2
    boxes[-1].parts.append(Rule(frame.x + used, last.base, leader, setting.size / 12, dotted=True))
    return boxes
