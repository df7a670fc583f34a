"""Boxes -> pages. What belongs together stays together, where one page can hold it."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from itertools import pairwise

from formats.typesetting.boxes import Box, Kept, PageNumber
from formats.typesetting.tagging import Element


@dataclass(slots=True)
class Placed:
    """A box on a page, `top` points below the top of the text area.

    `again`: it is a header drawn once more, and no part of the text.
    """

    box: Box
    top: float
    again: bool = False


@dataclass(slots=True)
class Page:
    """What stands on one page. `volume` counts from 1."""

    placed: list[Placed] = field(default_factory=list)
    volume: int = 1


class Pages:
    """Pages that are filled one after the other, each `height` points high."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[Page] = [Page()]
        self.volume = 1
        self._filled = 0.0
        self._after: float | None = None

    def add(self, boxes: Iterable[Box]) -> None:
        """Place `boxes` after what is there."""
        for group in _groups(boxes, Kept.IF_IT_FITS):
            if self._needed(group) <= self.height:
                self._place_group(group)
            else:
                for part in _groups(group, Kept.FIRMLY):
                    self._place_group(part)

    def _place_group(self, group: list[Box]) -> None:
        if self._space(group) + self._needed(group) > self._room:
            self.break_page()
        # What no page can hold breaks wherever it must.
        for box in group:
            self._place(box)

    def break_page(self) -> None:
        """Begin a new page, unless the last one is still empty."""
        if self._filled:
            self.pages.append(Page(volume=self.volume))
            self._filled, self._after = 0.0, None

    def begin_volume(self) -> None:
        """Begin a new volume on a new page."""
        self.volume += 1
        self.break_page()
        self.pages[-1].volume = self.volume

    def leave_page(self) -> None:
        """Leave the page that was begun as it is, and begin the next."""
        self.pages.append(Page(volume=self.volume))

    def with_added(self, boxes: Iterable[Box]) -> "Pages":
        """Return pages that hold `boxes` too; these stay as they are."""
        other = copy(self)
        last = self.pages[-1]
        other.pages = [*self.pages[:-1], Page([*last.placed], last.volume)]
        other.add(boxes)
        return other

    @property
    def _room(self) -> float:
        # A hundredth of a point is what adding up heights may lose.
        return self.height - self._filled + 0.01

    def _space(self, group: list[Box]) -> float:
        if not self._filled:
            return 0.0
        return group[0].before if self._after is None else self._after

    def _needed(self, group: list[Box]) -> float:
        return sum(box.height for box in group) + sum(
            box.before if last.after is None else last.after for last, box in pairwise(group)
        )

    def _place(self, box: Box) -> None:
        space = self._space([box])
        if space + box.height > self._room and self._filled:
            self.break_page()
            space = 0.0
        if box.header and not self._filled:
            self.pages[-1].placed.append(Placed(box.header, 0.0, again=True))
            self._filled = box.header.height
            space = box.before
        self.pages[-1].placed.append(Placed(box, self._filled + space))
        self._filled += space + box.height
        self._after = box.after


def _groups(boxes: Iterable[Box], least: Kept) -> Iterator[list[Box]]:
    """Yield runs of boxes that are kept together at least as firmly as `least`."""
    group: list[Box] = []
    for box in boxes:
        group.append(box)
        if box.kept < least:
            yield group
            group = []
    if group:
        yield group


def boxes_of(pages: Iterable[Page]) -> Iterator[tuple[int, Box]]:
    """Yield each box in order, with the page from 0 that it is on."""
    for number, page in enumerate(pages):
        yield from ((number, placed.box) for placed in page.placed if not placed.again)


def pages_of(pages: Iterable[Page]) -> dict[Element, int]:
    """Return on which page, from 0, each element stands that links can lead to."""
    return {element: number for number, box in boxes_of(pages) for element in box.anchors}


def page_numbers(pages: list[Page]) -> Iterator[tuple[PageNumber, int]]:
    """Yield each number of a page that is to be drawn, and what it is, from 1."""
    where = pages_of(pages)
    for _, box in boxes_of(pages):
        for part in box.parts:
            if isinstance(part, PageNumber):
                yield part, where[part.of] + 1
