"""Several pictures of OpenMoji drawn as one: a teacher beside a child, a bubble over them.

OpenMoji draws one thing at a time on a square of 72 units, and its families are yellow
shapes; most ideas of easy-read text need two people, or a person and what they do.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_SQUARE: Final = 72
_ROW: Final = 56
"""How far apart rows stand, so that their empty margins fall together."""
_GROUND: Final = 61
"""Where people end, counted from the top of their square."""
_PERSON: Final = re.compile(r"1F(?:9D[12]|46[6-9])(?:-1F3F[B-F])?")
_CHILD: Final = re.compile(r"1F(?:9D2|46[67])")
_PERSON_WIDTH, _WIDTH, _CHILD_SCALE = 48, 64, 0.78
_OUTER = re.compile(rb"^.*?<svg\b[^>]*>|</svg>\s*$", re.DOTALL)
_ID = re.compile(rb'(\bid="|\bhref="#|url\(#)([^")]+)')


def rows(written: str) -> list[list[str]]:
    """Return the codes of "A + B" (side by side) and "A / B" (A over B), row by row.

    >>> rows("1F4AC / 1F9D1-1F3FE + 1F9D2-1F3FB")
    [['1F4AC'], ['1F9D1-1F3FE', '1F9D2-1F3FB']]
    """
    return [[code.strip() for code in row.split("+")] for row in written.split("/")]


def drawn(codes: Sequence[Sequence[str]], svgs: Iterable[bytes]) -> bytes:
    """Return one SVG of `svgs`, the pictures of `codes` in order. Rows are centred."""
    width = max(sum(map(_width, row)) for row in codes)
    height = _SQUARE - _ROW + sum(map(_height, codes))
    placed = zip(svgs, _places(codes, width), strict=True)
    parts = [_group(number, data, place) for number, (data, place) in enumerate(placed, 1)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
    return b"\n".join((head.encode(), *parts, b"</svg>\n"))


def _scale(code: str) -> float:
    return _CHILD_SCALE if _CHILD.match(code) else 1


def _width(code: str) -> float:
    return (_PERSON_WIDTH if _PERSON.fullmatch(code) else _WIDTH) * _scale(code)


def _height(row: Sequence[str]) -> float:
    return _ROW * max(map(_scale, row))


def _places(codes: Sequence[Sequence[str]], width: float) -> Iterator[str]:
    """Yield the transform of each picture. Children are smaller, and stand on the same ground."""
    top: float = 0
    for row in codes:
        left = (width - sum(map(_width, row))) / 2
        ground = top + _GROUND * max(map(_scale, row))
        for code in row:
            scale = _scale(code)
            x = left + (_width(code) - _SQUARE * scale) / 2
            yield f"translate({x:g} {ground - _GROUND * scale:g}) scale({scale:g})"
            left += _width(code)
        top += _height(row)


def _group(number: int, data: bytes, place: str) -> bytes:
    inside = _OUTER.sub(b"", data)
    if number > 1:
        # An id may stand once in a file. OpenMoji has a “line-2” itself, so a number is not enough.
        inside = _ID.sub(rb"\g<1>\g<2>-of-%d" % number, inside)
    return b'<g transform="%s">%s</g>' % (place.encode(), inside)
