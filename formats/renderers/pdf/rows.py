"""Rows of a picture and words beside it: the ideas of easy read, and ways to get in touch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from formats.errors import Place
from formats.model import Contact, ContactEntry, Idea, Picture
from formats.renderers.pdf import tagging
from formats.renderers.pdf.boxes import (
    Box,
    beside,
    height_of,
    keep_together,
    keep_with_next,
    stacked,
)
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.lists import list_element
from formats.renderers.pdf.runs import Look
from formats.renderers.pdf.setting import MM
from formats.renderers.pdf.tagging import Element
from formats.text import addresses

if TYPE_CHECKING:
    from formats.renderers.pdf.compose import Composer


def idea(composer: Composer, block: Idea, frame: Frame) -> list[Box]:
    """Return the box of one idea: its picture left, its words and explanations right."""
    element = frame.element.add("Div")
    picture = _picture(composer, block.picture, element, frame, block.place)
    column = _column(composer, frame).within(element)
    words = composer.paragraph(block.children, column, block.place)
    for definition in block.explained:
        paragraph = element.add("P")
        runs = composer.runs.words(
            f"{definition.term}: ", paragraph.add("Strong"), block.place, Look(bold=True)
        )
        runs += composer.runs.words(definition.meaning, paragraph, block.place)
        more = composer.text(runs, column)
        more[0].before = composer.setting.pitch / 2
        words += more
    return _row(composer, picture, words)


def contact(composer: Composer, block: Contact, frame: Frame) -> list[Box]:
    """Return the boxes of contact details, a list of ways to get in touch."""
    made = composer.blocks(block.blocks, frame)
    entries = block.organisation.contacts
    if not entries:
        return made
    keep_with_next(made)
    element = list_element(frame.element, "None")
    pictured = any(entry.picture for entry in entries)
    for entry in entries:
        body = element.add("LI").add("LBody")
        picture = _picture(composer, entry.picture, body, frame, block.place)
        column = _column(composer, frame) if pictured else frame
        words = _entry(composer, entry, column.within(body), block.place)
        made += _row(composer, picture, words) if pictured else keep_together(words)
    return made


def _entry(composer: Composer, entry: ContactEntry, frame: Frame, place: Place) -> list[Box]:
    """Return the boxes of a way to get in touch: its label above, so that a number stays whole."""
    paragraph = frame.element.add("P")
    runs = composer.runs.words(f"{entry.label}: ", paragraph, place, Look(bold=True))
    for number, line in enumerate(entry.value):
        if number:
            runs += composer.runs.lines("\n", paragraph, place)[1:2]
        address = addresses.of_contact(entry.kind, line)
        if address:
            link = tagging.Link(f"{entry.label}: {line}", address=address)
            look = Look(bold=True, link=link)
            runs += composer.runs.words(line, paragraph.add("Link", link=link), place, look)
        else:
            runs += composer.runs.words(line, paragraph, place)
    boxes = composer.text(runs, frame)
    if entry.note:
        note = composer.text(composer.runs.words(entry.note, frame.element.add("P"), place), frame)
        note[0].before = 0.0
        boxes = keep_with_next(boxes) + note
    return boxes


def _column(composer: Composer, frame: Frame) -> Frame:
    """Return the column right of the pictures."""
    width = _width(composer) + composer.setting.size
    return replace(frame, x=frame.x + width, width=frame.width - width)


def _width(composer: Composer) -> float:
    return composer.setting.options.picture_size * 10 * MM


def _picture(
    composer: Composer, picture: Picture | None, element: Element, frame: Frame, place: Place
) -> Box | None:
    if picture is None:
        return None
    return composer.figures.box(picture, element, frame, _width(composer), place)


def _row(composer: Composer, picture: Box | None, words: list[Box]) -> list[Box]:
    """Return picture and words as one box, or one above the other where no page could hold it."""
    bars = words[0].bars
    if picture:
        if max(picture.height, height_of(words)) > composer.setting.height:
            return keep_with_next([picture]) + words
        made = [beside(picture, stacked(words))]
    else:
        made = keep_together(words)
    made[0].before, made[0].bars = composer.setting.pitch, bars
    return made
