"""Boxes: what is laid out, from above to below. A page is a pile of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from formats.model import Media
from formats.typesetting.lines import Line
from formats.typesetting.runs import Run
from formats.typesetting.tagging import Bookmark, Content, Element


@dataclass(slots=True)
class Words:
    """A line of text in a box. `x` from the left of the text area, `base` from the box's top."""

    line: Line
    x: float
    base: float
    size: float


@dataclass(slots=True)
class Image:
    """A picture in a box, `top` points below the box's top. `content` is None for decoration."""

    media: Media
    x: float
    top: float
    width: float
    height: float
    content: Content | None


@dataclass(slots=True)
class Rule:
    """A ruled line or leader across a box; never part of the text. `y` from the box's top."""

    x: float
    y: float
    width: float
    thickness: float
    dotted: bool = False


@dataclass(slots=True)
class PageNumber:
    """The number of the page where `of` stands, at the right end of a line after dots.

    `text` is filled in when all pages are known. It ends `right` and the dots begin `start`
    points from the left of the text area; `base` is from the box's top.
    """

    of: Element
    run: Run
    start: float
    right: float
    base: float
    size: float
    text: str = ""


@dataclass(slots=True)
class Outline:
    """A dashed rectangle to cut along; never part of the text. `top` from the box's top."""

    x: float
    top: float
    width: float
    height: float


@dataclass(slots=True)
class Dots:
    """Round dots of one picture: the middle of each from the left of the text and the box's top."""

    middles: list[tuple[float, float]]
    radius: float
    content: Content


@dataclass(frozen=True, slots=True, eq=False)
class Bar:
    """The bar that runs down the left of one quotation, `x` from the left of the text area."""

    x: float


Part = Words | Image | Rule | PageNumber | Outline | Dots


class Kept(IntEnum):
    """How firmly a box is kept on one page with the next."""

    NOT = 0
    IF_IT_FITS = 1
    """Unless all that hangs together so is longer than a page."""
    FIRMLY = 2
    """Even then, unless what is kept firmly is itself longer than a page."""


@dataclass(slots=True)
class Box:
    """What no page break divides: a line of a paragraph, a row of a table, a picture.

    `before` is the space above it unless it begins a page; `after`, if given, replaces the
    `before` of the next. `kept` says whether the next is on the same page. `bars` are those
    of the quotations it stands in. `anchors` are the elements that links to here lead to, and
    `bookmarks` those of the document that do. `header` is drawn again, as no part of the text,
    where this box begins a page.
    """

    height: float
    parts: list[Part] = field(default_factory=list)
    before: float = 0.0
    after: float | None = None
    kept: Kept = Kept.NOT
    bars: tuple[Bar, ...] = ()
    anchors: list[Element] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    header: Box | None = None


def keep_together(boxes: list[Box]) -> list[Box]:
    """Keep all of `boxes` on one page, if one page can hold them."""
    for box in boxes[:-1]:
        box.kept = max(box.kept, Kept.IF_IT_FITS)
    return boxes


def keep_with_next(boxes: list[Box]) -> list[Box]:
    """Keep the last of `boxes` with what will follow it."""
    if boxes:
        boxes[-1].kept = Kept.FIRMLY
    return boxes


def no_lonely_lines(boxes: list[Box]) -> list[Box]:
    """Keep the first two lines of a paragraph together, and the last two."""
    if len(boxes) > 1:
        boxes[0].kept = boxes[-2].kept = Kept.FIRMLY
    return boxes


def height_of(boxes: list[Box]) -> float:
    """Return how high `boxes` are one below the other."""
    return sum(box.height for box in boxes) + sum(box.before for box in boxes[1:])


def stacked(boxes: Iterable[Box]) -> Box:
    """Return one box that holds `boxes`, one below the other."""
    whole = Box(0.0)
    for number, box in enumerate(boxes):
        if number:
            whole.height += box.before
        for part in box.parts:
            _lower(part, whole.height)
            whole.parts.append(part)
        whole.anchors += box.anchors
        whole.bookmarks += box.bookmarks
        whole.height += box.height
        if not number:
            whole.before = box.before
    return whole


def beside(one: Box, other: Box) -> Box:
    """Return one box that holds two side by side, the lower one in the middle of the higher."""
    height = max(one.height, other.height)
    for box in (one, other):
        for part in box.parts:
            _lower(part, (height - box.height) / 2)
    return Box(
        height, [*one.parts, *other.parts], anchors=[*one.anchors, *other.anchors],
        bookmarks=[*one.bookmarks, *other.bookmarks],
    )  # fmt: skip


def _lower(part: Part, by: float) -> None:
    match part:
        case Words() | PageNumber():
            part.base += by
        case Image() | Outline():
            part.top += by
        case Dots():
            part.middles = [(x, y + by) for x, y in part.middles]
        case Rule():
            part.y += by
