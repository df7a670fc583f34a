"""Lists: one definition for bullets and one for numbers, nine levels deep; each list restarts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from formats.renderers.docx.xml import Xml, add, element, paragraph

_BULLETS, _NUMBERS = 90, 91  # ids of our definitions, clear of the document's own
LEVELS = 9
_SIGNS = "•–•–•–•–•"


class Numbering:
    """The lists of one document. Each level is `indent` pt further in."""

    def __init__(self, document: Any, indent: float) -> None:
        self.indent = indent
        self._root = document.part.numbering_part.element
        twips = round(indent * 20)
        definitions = [_definition(_BULLETS, twips), _definition(_NUMBERS, twips)]
        # w:abstractNum come before w:num (ISO/IEC 29500-1, 17.9.16).
        first = self._root.find(qn("w:num"))
        for made in definitions:
            first.addprevious(made)
        self._last = max(int(n.get(qn("w:numId"))) for n in self._root.iter(qn("w:num")))

    def bullets(self) -> int:
        """Return the number of a new list of bullets."""
        return self._list(_BULLETS)

    def numbers(self, start: int) -> int:
        """Return the number of a new numbered list that begins with `start`."""
        return self._list(_NUMBERS, start)

    def _list(self, definition: int, start: int = 1) -> int:
        self._last += 1
        made = element("num", element("abstractNumId", val=definition), numId=self._last)
        if definition == _NUMBERS:
            for level in range(LEVELS):
                override = element("startOverride", val=start)
                made.append(element("lvlOverride", override, ilvl=level))
        self._root.append(made)
        return self._last


def _definition(number: int, indent: int) -> Xml:
    levels = [_level(number, level, indent) for level in range(LEVELS)]
    kind = element("multiLevelType", val="hybridMultilevel")
    return element("abstractNum", kind, *levels, abstractNumId=number)


def _level(number: int, level: int, indent: int) -> Xml:
    bullets = number == _BULLETS
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet" if bullets else "decimal"),
        element("lvlText", val=_SIGNS[level] if bullets else f"%{level + 1}."),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=indent * (level + 1), hanging=indent)),
        ilvl=level,
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of the items of one list, which hangs `hanging` pt out of what is `indent` pt in."""

    number: int
    level: int
    indent: float
    hanging: float

    def before(self, item: Iterable[Xml], style: str) -> Iterator[Xml]:
        """Yield the blocks of an item, the first paragraph with the sign.

        What cannot have it (a table, the first item of a list within) has an item of its own
        before it: a number must not get lost.
        """
        blocks = list(item)
        first = blocks[0] if blocks else None
        if first is None or first.tag != qn("w:p") or first.find(f".//{qn('w:numPr')}") is not None:
            first = paragraph(style, ())
            yield first
        depth = min(self.level, LEVELS - 1)
        levels = element("ilvl", val=depth), element("numId", val=self.number)
        add(first, element("numPr", *levels))
        add(first, element("ind", left=round(self.indent * 20), hanging=round(self.hanging * 20)))
        yield from blocks
