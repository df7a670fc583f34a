"""Words -> Braille, and where each of its dots is."""

from collections.abc import Iterable, Iterator

from formats.model.walk import Piece
from formats.text import braille

# Braille as the UK's Association for Accessible Formats measures it, in mm.
DIAMETER = 1.5
LINES_APART = 10.0
_DOTS_APART, _CELLS_APART = 2.5, 6.0


def lines(passages: Iterable[Piece], width: float, *, contracted: bool) -> list[str]:
    """Return the cells of each passage, a language each, in lines `width` mm long at most."""
    room = round(width // _CELLS_APART)
    return [
        line
        for words, language in passages
        for line in braille.lines(braille.cells(words, language, contracted=contracted), room)
    ]


def middles(cells: Iterable[str]) -> Iterator[tuple[float, float]]:
    """Yield the middle of each dot of lines of cells, in mm from the left and the top."""
    edge = LINES_APART / 2 - _DOTS_APART  # so that a line's dots lie in the middle of it
    for number, line in enumerate(cells):
        for at, cell in enumerate(line):
            for column, row in braille.dots(cell):
                x = DIAMETER / 2 + at * _CELLS_APART + column * _DOTS_APART
                yield x, number * LINES_APART + edge + row * _DOTS_APART
