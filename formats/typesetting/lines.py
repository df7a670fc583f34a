"""Breaking runs into lines: ragged right, no hyphens, nothing split that belongs together."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from formats.text import unbroken
from formats.typesetting.runs import Run, text_of

_PARTS = re.compile(r" +|[^ ]+")
_FILLED = 0.55  # of a line that ends where an address divides most
PICTURE_HEIGHT = 1.2  # of a picture among words, in sizes of the text


@dataclass(slots=True)
class Piece:
    """Some words of one run on a line. `x` and `width` in points, from where the line begins."""

    text: str
    run: Run
    width: float
    x: float = 0.0


@dataclass(slots=True)
class Line:
    """One line: its pieces from left to right. `leads_on`: the next has more of an address."""

    pieces: list[Piece] = field(default_factory=list)
    width: float = 0.0
    leads_on: bool = False


@dataclass(slots=True)
class _Unit:
    """What stays together where it fits, and the space after it."""

    pieces: list[Piece]
    space: Piece | None = None
    ends_line: bool = False

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def break_lines(runs: list[Run], size: float, width: float, most: int) -> list[Line]:
    """Return the lines of `runs` set `size` pt large, at most `width` pt and `most` letters long.

    Every letter is kept, the space at a line's end too: without it two words would be read
    as one. A unit that is wider than a line is split: an address where `unbroken.soft_ends`
    says, anything else between letters. An address begins a line of its own.
    """
    breaker = _Breaker(size, width, most)
    for unit in _units(runs, size):
        breaker.add(unit)
    return breaker.finished()


def widest_unit(runs: list[Run], size: float) -> float:
    """Return the width in points of the widest unit of `runs`."""
    return max((unit.width for unit in _units(runs, size)), default=0.0)


def natural_width(runs: list[Run], size: float) -> float:
    """Return the width in points of `runs` on one line."""
    return sum(_piece(run.text, run, size).width for run in runs)


def stretches(pieces: list[Piece], size: float) -> Iterator[tuple[float, float]]:
    """Yield where pieces that follow one another begin and how wide they are, the end's space off.

    Pieces that stand apart are stretches of their own.
    """
    stretch: list[Piece] = []
    for piece in pieces:
        if stretch and piece.x > stretch[-1].x + stretch[-1].width + 1:
            yield from stretches(stretch, size)
            stretch = []
        stretch.append(piece)
    if stretch:
        last = stretch[-1]
        words = last.text.rstrip(" ")
        width = last.width if words == last.text else last.run.face.width(words) * size
        if last.x + width > stretch[0].x:
            yield stretch[0].x, last.x + width - stretch[0].x


def _piece(text: str, run: Run, size: float) -> Piece:
    if run.picture:
        return Piece("\ufffc", run, PICTURE_HEIGHT * size)
    return Piece(text, run, run.face.width(text) * size)


def _units(runs: Iterable[Run], size: float) -> Iterator[_Unit]:
    runs = list(runs)
    kept = unbroken.spaces("".join(text_of(runs)))
    unit, at = _Unit([]), 0
    for run in runs:
        if run.ends_line or run.picture:
            at += 1
            if run.picture:
                unit.pieces.append(_piece("", run, size))
                continue
            unit.ends_line = True
            yield unit
            unit = _Unit([])
            continue
        for part in _PARTS.findall(run.text):
            piece = _piece(part, run, size)
            if part[0] == " " and at not in kept:
                unit.space = piece
                yield unit
                unit = _Unit([])
            else:
                unit.pieces.append(piece)
            at += len(part)
    if unit.pieces:
        yield unit


class _Breaker:
    """Fills lines one after the other."""

    def __init__(self, size: float, width: float, most: int) -> None:
        self.size, self.width, self.most = size, width, most
        self.lines: list[Line] = []
        self.line = Line()
        self.letters = 0

    def add(self, unit: _Unit) -> None:
        letters = sum(len(piece.text) for piece in unit.pieces)
        if not self._fits(unit.width, letters) and self.line.pieces:
            # What an address belongs to stands before it.
            self._end_line(leads_on=unbroken.is_address(unit.text))
        if self._fits(unit.width, letters):
            for piece in unit.pieces:
                self._place(piece)
        else:
            self._split(unit)
        # A space at the very start has nothing to stand after.
        if unit.space and self.line.pieces:
            self._place(unit.space)
        if unit.ends_line:
            self._end_line()

    def finished(self) -> list[Line]:
        if self.line.pieces or not self.lines:
            self._end_line()
        return self.lines

    def _fits(self, width: float, letters: int) -> bool:
        # A hundredth of a point is what adding up widths may lose.
        wide = self.line.width + width <= self.width + 0.01
        return wide and self.letters + letters <= self.most

    def _place(self, piece: Piece) -> None:
        piece.x = self.line.width
        last = self.line.pieces[-1] if self.line.pieces else None
        if last and last.run is piece.run and not piece.run.picture:
            last.text += piece.text
            last.width += piece.width
        else:
            self.line.pieces.append(piece)
        self.line.width += piece.width
        self.letters += len(piece.text)

    def _end_line(self, *, leads_on: bool = False) -> None:
        self.line.leads_on = leads_on
        self.lines.append(self.line)
        self.line, self.letters = Line(), 0

    def _split(self, unit: _Unit) -> None:
        """Place a unit wider than a line, split at its soft ends or else between letters."""
        ends = sorted({*unbroken.soft_ends(unit.text), *_spaces(unit.text), len(unit.text)})
        strong = {*unbroken.strong_ends(unit.text), *_spaces(unit.text)}
        start = 0
        while start < len(unit.text):
            first = bisect_right(ends, start)
            near = ends[first : max(first + 1, bisect_right(ends, start + self.most))]
            fitting = [end for end in near if self._holds(unit, start, end)]
            if not fitting and self.line.pieces:
                self._end_line(leads_on=True)
                continue
            end = self._best(unit, start, fitting, strong) if fitting else near[0]
            for piece in _cut(unit.pieces, start, end, self.size):
                self._pour(piece)
            start = end
            if fitting and start < len(unit.text):
                self._end_line(leads_on=True)

    def _best(self, unit: _Unit, start: int, fitting: list[int], strong: set[int]) -> int:
        """Return which of the ends that fit ends the line.

        It is where the address divides most, if that fills the line well enough, or else the last.
        """
        full = [
            end for end in fitting
            if end in strong and not self._holds(unit, start, end, _FILLED * self.width)
        ]  # fmt: skip
        return fitting[-1] if fitting[-1] == len(unit.text) or not full else full[-1]

    def _holds(self, unit: _Unit, start: int, end: int, width: float | None = None) -> bool:
        """Whether the line, or `width` of it, holds the letters of a unit from `start` to `end`."""
        pieces = _cut(unit.pieces, start, end, self.size)
        needed = sum(piece.width for piece in pieces)
        if width is not None:
            return self.line.width + needed <= width
        return self._fits(needed, end - start)

    def _pour(self, piece: Piece) -> None:
        """Place a piece on as many lines as it needs."""
        start = 0
        while start < len(piece.text):
            some = piece.text[start : start + self.most + 1]
            count = self._letters_that_fit(some, piece.run)
            if count:
                self._place(_piece(some[:count], piece.run, self.size))
            start += count
            if start < len(piece.text):
                self._end_line()

    def _letters_that_fit(self, text: str, run: Run) -> int:
        """Return how many letters of `text` the line still takes: on an empty one at least one."""
        widths = list(accumulate(run.face.width(letter) * self.size for letter in text))
        room = self.width - self.line.width + 0.01
        fitting = min(bisect_right(widths, room), self.most - self.letters)
        return max(fitting, 0 if self.line.pieces else 1)


def _spaces(text: str) -> Iterator[int]:
    return (at + 1 for at, letter in enumerate(text) if letter == " ")


def _cut(pieces: list[Piece], start: int, end: int, size: float) -> list[Piece]:
    """Return the pieces of the letters from `start` to `end`."""
    cut, at = [], 0
    for piece in pieces:
        low, high = max(start - at, 0), min(end - at, len(piece.text))
        if low < high:
            cut.append(_piece(piece.text[low:high], piece.run, size))
        at += len(piece.text)
    return cut
