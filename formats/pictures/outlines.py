"""Outlines of a drawing in fewer letters: whole units, each point counted from the last."""

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

Point = tuple[float, float]


def shortened(path: str) -> str:
    """Return an SVG path with its points on whole units: a third shorter, the same to the eye.

    Each point is rounded where it stands and not how far it is from the last one, so that
    errors do not add up.

    >>> shortened("M10.2 10.4l20.1 .3 h-5z")
    'm10 10l20 1-5 0-15-1z'
    """
    pen = _Shortening()
    parse_path(path, pen)
    return "".join(pen.written)


class _Shortening(BasePen):  # type: ignore[misc]
    """Writes down what it is told to draw."""

    def __init__(self) -> None:
        super().__init__(None)
        self.written: list[str] = []
        self._at = self._start = (0, 0)
        self._last = ""

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - fontTools' names
        self._write("m", pt)
        self._start = self._at
        self._last = ""  # more points after a move would be lines

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self._write("l", pt)

    def _curveToOne(self, *points: Point) -> None:  # noqa: N802
        self._write("c", *points)

    def _qCurveToOne(self, *points: Point) -> None:  # noqa: N802
        self._write("q", *points)

    def _closePath(self) -> None:  # noqa: N802
        self.written.append("z")
        self._at, self._last = self._start, ""

    def _endPath(self) -> None:  # noqa: N802
        """Leave the path open."""

    def _write(self, command: str, *points: Point) -> None:
        rounded = [(round(x), round(y)) for x, y in points]
        x, y = self._at
        text = " ".join(f"{across - x} {down - y}" for across, down in rounded).replace(" -", "-")
        if command != self._last:
            text = command + text
        elif not text.startswith("-"):
            text = f" {text}"
        self.written.append(text)
        self._at, self._last = rounded[-1], command
