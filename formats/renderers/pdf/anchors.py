"""The elements that links can lead to, which are there before anything is composed."""

from formats.model import Edition, NoteList, Section, Step, walk
from formats.typesetting.tagging import Element

TITLE, PART = 1, 2
"""Levels of the headings of parts."""
_DEEPEST = 6  # ISO 32000-1 knows H1 to H6


def headings(edition: Edition) -> dict[str, Element]:
    """Return the headings that links can lead to, by identifier."""
    levels = {part.id: TITLE if part.kind == "cover" else PART for part in edition.parts}
    levels |= {head.id: level(head) for head in walk.headings(edition.blocks())}
    return {name: Element(f"H{min(level, _DEEPEST)}") for name, level in levels.items()}


def level(block: Section | Step) -> int:
    """Return the level of a heading. One in a quotation may claim that of the title."""
    return max(block.level, PART)


def notes(edition: Edition) -> dict[Element, int]:
    """Return the elements of the notes, each with its number."""
    lists = (node for node in walk.walk(edition.blocks()) if isinstance(node, NoteList))
    return {Element("Note"): note.number for each in lists for note in each.notes}
