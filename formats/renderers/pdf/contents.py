"""The contents of an edition: each entry a link, its page at the right, what is in it below."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from formats.model import NOWHERE, ContentsEntry
from formats.model.walk import plain_text
from formats.typesetting import tagging
from formats.typesetting.boxes import Box, Kept, PageNumber, Words, keep_together, keep_with_next
from formats.typesetting.compositor import Compositor
from formats.typesetting.frame import Frame
from formats.typesetting.runs import Look
from formats.typesetting.tagging import Element

_PAGE_WIDTH = 3.5  # kept free at the right for "100", in sizes of the text


def boxes(
    compositor: Compositor,
    entries: Sequence[ContentsEntry],
    anchors: Mapping[str, Element],
    frame: Frame,
) -> list[Box]:
    """Return the boxes of `entries` and of what is in them; their pages are filled in later."""
    table = frame.element.add("TOC")
    made: list[Box] = []
    for entry in entries:
        item = frame.within(table.add("TOCI"))
        lines = _entry(compositor, entry, anchors[entry.target], item)
        if entry.entries:
            inner = item.indented(compositor.setting, compositor.setting.indent)
            lines = keep_with_next(lines) + boxes(compositor, entry.entries, anchors, inner)
        if made and entry is entries[-1]:
            keep_with_next(made)  # the last entry is not alone on a page
        made += lines
    return keep_together(made)


def _entry(compositor: Compositor, entry: ContentsEntry, to: Element, frame: Frame) -> list[Box]:
    size = compositor.setting.size
    frame.element.refers = [to]  # ISO 14289-2, 8.2.5.8
    link = tagging.Link(plain_text(entry.words).strip(), element=to)
    element = frame.element.add("Reference").add("Link", link=link)
    look = Look(link=link)
    runs = compositor.runs.inlines(entry.words, element, NOWHERE, look)
    runs += compositor.runs.words(" ", element, NOWHERE, look)
    lines = compositor.text(runs, replace(frame, width=frame.width - _PAGE_WIDTH * size))
    [number] = compositor.runs.words("", element, NOWHERE, look)
    last = lines[-1].parts[0]
    assert isinstance(last, Words)
    right = frame.x + frame.width
    end = PageNumber(to, number, frame.x + last.line.width, right, last.base, size)
    lines[-1].parts.append(end)
    lines[0].before = compositor.setting.pitch / 2
    for line in lines[:-1]:
        line.kept = Kept.FIRMLY
    return lines
