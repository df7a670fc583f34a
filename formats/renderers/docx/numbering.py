"""Lists: one definition for bullets and one for numbers, nine levels deep; each list restarts."""

from typing import Any

from docx.oxml.ns import qn

from formats.renderers.docx.xml import Xml, element

_BULLETS, _NUMBERS = 90, 91  # ids of our definitions, clear of the document's own
LEVELS = 9
_SIGNS = "•–•–•–•–•"


class Numbering:
    """The lists of one document."""

    def __init__(self, document: Any, indent: int) -> None:
        """Add the definitions. `indent` is that of a level, in twentieths of a point."""
        self._root = document.part.numbering_part.element
        definitions = [_definition(_BULLETS, indent), _definition(_NUMBERS, indent)]
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
                first = start if level == 0 else 1
                override = element("startOverride", val=first)
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


def properties(number: int, level: int) -> Xml:
    """Return what makes a paragraph an item of a list."""
    depth = min(level, LEVELS - 1)
    return element("numPr", element("ilvl", val=depth), element("numId", val=number))
