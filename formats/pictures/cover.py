"""A plain cover in large letters, for e-books and audio players."""

from io import BytesIO

from formats.storage import cache
from formats.typefaces import bundled
from formats.typefaces.bundled import Face

VERSION = "1"
"""Raised whenever the covers change."""
WIDTH, HEIGHT = 1000, 1400  # pixels
_MARGIN = 90
_INK, _PAPER = (0x10, 0x24, 0x3E), (0xFF, 0xFF, 0xFF)  # 15.6 : 1
_LARGEST, _SMALLEST = 104, 40  # pixels of type


def cover(title: str, publisher: str, edition: str) -> bytes:
    """Return a PNG that shows the three, the title as large as it fits."""
    kept = cache.Cache("covers")
    key = cache.key(VERSION, title, publisher, edition)
    return kept.get_or_make(key, lambda: _drawn(title, publisher, edition))


def _drawn(title: str, publisher: str, edition: str) -> bytes:
    from PIL import Image, ImageDraw

    image = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    size, lines = _fitted(title)
    _write(draw, lines, "Bold", size, _MARGIN)
    foot = [*_lines(publisher, "Regular", _SMALLEST), edition]
    _write(draw, foot, "Regular", _SMALLEST, HEIGHT - _MARGIN - len(foot) * _SMALLEST * 3 // 2)
    # The greys become a palette from ink to paper, which costs nothing to work out.
    image.putpalette([
        round(ink + (paper - ink) * grey / 255)
        for grey in range(256)
        for ink, paper in zip(_INK, _PAPER, strict=True)
    ])  # fmt: skip
    out = BytesIO()
    image.save(out, "PNG", optimize=False)
    return out.getvalue()


def _fitted(title: str) -> tuple[int, list[str]]:
    """Return the largest size of type in which the title fits, and its lines."""
    for size in range(_LARGEST, _SMALLEST, -8):
        lines = _lines(title, "Bold", size)
        if len(lines) * size * 1.5 < HEIGHT * 0.7:
            return size, lines
    return _SMALLEST, _lines(title, "Bold", _SMALLEST)


def _lines(words: str, face: Face, size: int) -> list[str]:
    font = _font(face, size)
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * _MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _write(draw: object, lines: list[str], face: Face, size: int, top: int) -> None:
    for number, line in enumerate(lines):
        draw.text((_MARGIN, top + number * size * 3 // 2), line, 0, _font(face, size))  # type: ignore[attr-defined]


def _font(face: Face, size: int):  # type: ignore[no-untyped-def]
    from PIL import ImageFont

    data = BytesIO(bundled.read("atkinson-hyperlegible", face))
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)
