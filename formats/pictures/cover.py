"""A plain cover in large letters, for e-books and audio players."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from formats.storage import cache as store
from formats.typefaces import bundled
from formats.typefaces.bundled import Face

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

VERSION = "2"
"""Raised whenever the covers change."""
WIDTH, HEIGHT = 1000, 1400  # pixels
_MARGIN = 90
_INK, _PAPER = (0x10, 0x24, 0x3E), (0xFF, 0xFF, 0xFF)  # 15.6 : 1
_LARGEST, _KIND, _SMALLEST = 104, 72, 40  # pixels of type


def cover(title: str, publisher: str, edition: str, kind: str = "") -> bytes:
    """Return a PNG that shows all of them, the title as large as it fits, `kind` large below it."""
    kept = store.Cache("covers")
    key = store.key(VERSION, title, publisher, edition, kind)
    return kept.get_or_make(key, lambda: _drawn(title, publisher, edition, kind))


def _drawn(title: str, publisher: str, edition: str, kind: str) -> bytes:
    from PIL import Image, ImageDraw

    typeface = _typeface(f"{title}{publisher}{edition}{kind}")
    image = Image.new("L", (WIDTH, HEIGHT), 255)
    if typeface:
        _say(_Type(ImageDraw.Draw(image), typeface), title, publisher, edition, kind)
    # The greys become a palette from ink to paper, which costs nothing to work out.
    image.putpalette([
        round(ink + (paper - ink) * grey / 255)
        for grey in range(256)
        for ink, paper in zip(_INK, _PAPER, strict=True)
    ])  # fmt: skip
    out = BytesIO()
    image.save(out, "PNG", optimize=False)
    return out.getvalue()


def _typeface(letters: str) -> str:
    """Return the first bundled typeface that has all the letters, or nothing if none has.

    A cover with boxes on it says less than a plain one, and its words stand in the text.
    """
    if letters.isascii():
        return bundled.NAMES[0]
    wanted = {ord(letter) for letter in letters if not letter.isspace()}
    return next((name for name in bundled.NAMES if wanted <= _letters(name)), "")


@cache
def _letters(name: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(bundled.read(name, "Bold")), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _say(page: "_Type", title: str, publisher: str, edition: str, kind: str) -> None:
    size, lines = page.fitted(title)
    page.write(lines, "Bold", size, _MARGIN)
    below = _MARGIN + len(lines) * size * 3 // 2 + size
    page.write(page.lines(kind, "Bold", _KIND), "Bold", _KIND, below)
    foot = [*page.lines(publisher, "Regular", _SMALLEST), edition]
    page.write(foot, "Regular", _SMALLEST, HEIGHT - _MARGIN - len(foot) * _SMALLEST * 3 // 2)


@dataclass(frozen=True)
class _Type:
    """Sets words on a page in one typeface. Sizes in pixels."""

    draw: "ImageDraw"
    typeface: str

    def fitted(self, title: str) -> tuple[int, list[str]]:
        """Return the largest size of type in which the title fits, and its lines."""
        for size in range(_LARGEST, _SMALLEST, -8):
            lines = self.lines(title, "Bold", size)
            if len(lines) * size * 1.5 < HEIGHT * 0.6:
                return size, lines
        return _SMALLEST, self.lines(title, "Bold", _SMALLEST)

    def lines(self, words: str, face: Face, size: int) -> list[str]:
        """Return words in lines that fit the page."""
        font = self._font(face, size)
        lines = [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".strip()
            if font.getlength(longer) <= WIDTH - 2 * _MARGIN or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def write(self, lines: list[str], face: Face, size: int, top: int) -> None:
        """Write lines one below the other."""
        for number, line in enumerate(lines):
            at = (_MARGIN, top + number * size * 3 // 2)
            self.draw.text(at, line, 0, self._font(face, size))

    def _font(self, face: Face, size: int) -> "FreeTypeFont":
        from PIL import ImageFont

        data = BytesIO(bundled.read(self.typeface, face))
        return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)
