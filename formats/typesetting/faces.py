"""The two faces of one typeface: which letters they have, and how wide words are."""

import hashlib
import struct
import unicodedata
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from formats.errors import RenderError
from formats.typefaces import bundled
from formats.typesetting.tagging import TaggedFont

# Scripts whose letters join, stack or run from right to left: placing one letter after the
# other, which is all that reportlab does, prints them wrong.
_SHAPED = ((0x0900, 0x109F), (0x1780, 0x17FF), (0x1A20, 0x1AAF), (0xA800, 0xA8FF), (0xAA00, 0xABFF))
_RIGHT_TO_LEFT = {"R", "AL"}


@dataclass
class Face:
    """One face of a typeface, known to reportlab as `name`. Widths are in em.

    `thickened`: the typeface has no bold, so letters get an outline in place of it.
    """

    name: str
    font: Any
    thickened: bool = False
    _widths: dict[str, float] = field(default_factory=dict)

    def width(self, text: str) -> float:
        """Return the width of `text` in em."""
        known = self._widths.get(text)
        if known is None:
            face = self.font.face
            widths, other = face.charWidths, face.defaultWidth
            known = sum(widths.get(ord(letter), other) for letter in text) / 1000
            self._widths[text] = known
        return known


@dataclass(frozen=True)
class Typeface:
    """A typeface with its two faces. `name` is what the colophon calls it."""

    name: str
    regular: Face
    bold: Face

    def lacking(self, text: str) -> str:
        """Return the letters of `text` that cannot be set right, each once."""
        covers = self.regular.font.face.charToGlyph, self.bold.font.face.charToGlyph
        return "".join(
            letter
            for letter in dict.fromkeys(text)
            if any(ord(letter) not in cover for cover in covers) or needs_shaping(letter)
        )


def needs_shaping(letter: str) -> bool:
    """Whether a letter changes with those beside it, or stands over them, or runs leftwards."""
    code = ord(letter)
    return (
        any(low <= code <= high for low, high in _SHAPED)
        or unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT
        or unicodedata.combining(letter) > 0
    )


def load(chosen: str, *, all_bold: bool) -> Typeface:
    """Return the bundled typeface called `chosen`, or the one in that TrueType file.

    Raises `RenderError` if there is no such file, or it is no TrueType font that may be
    embedded.
    """
    if chosen in bundled.NAMES:
        name = bundled.title(chosen)
        regular = _registered(f"{chosen}-Regular", BytesIO(bundled.read(chosen, "Regular")))
        bold = _registered(f"{chosen}-Bold", BytesIO(bundled.read(chosen, "Bold")))
    else:
        regular, bold = _from_files(Path(chosen))
        name = str(regular.font.face.familyName.decode("utf-8", "replace"))
    return Typeface(name, bold if all_bold else regular, bold)


def that_have(letters: str) -> list[str]:
    """Return the bundled typefaces that have all of `letters`."""
    loaded = ((name, load(name, all_bold=False)) for name in bundled.NAMES)
    return [name for name, typeface in loaded if not typeface.lacking(letters)]


def _from_files(path: Path) -> tuple[Face, Face]:
    """Return the face in the file at `path`, and "Name-Bold.ttf" beside "Name-Regular.ttf"."""
    beside = path.with_name(f"{path.stem.removesuffix('-Regular')}-Bold{path.suffix}")
    try:
        regular = _own(path)
        if beside == path or not beside.is_file():
            return regular, Face(regular.name, regular.font, thickened=True)
        return regular, _own(beside)
    except (TTFError, OSError, struct.error, LookupError) as error:
        raise RenderError(
            f"The typeface “{path}” cannot be used: {error}. Give the path of a static TrueType "
            f"file (.ttf), or one of the names {', '.join(bundled.NAMES)}."
        ) from None


def _own(path: Path) -> Face:
    """Return the face in a file of the user's own."""
    data = path.read_bytes()
    return _registered(path.stem, BytesIO(data), f"-{hashlib.sha256(data).hexdigest()[:8]}")


def _registered(name: str, data: BytesIO, mark: str = "") -> Face:
    """Return a face with `mark` after its names.

    reportlab takes faces of one name, its own or its PostScript name, for one face, and draws
    the second with the outlines of the first.
    """
    font: TTFont = TaggedFont(name + mark, data, validate=0)
    font.face.name += mark.encode()
    # Anew for each document: a font remembers the subsets of the last one.
    pdfmetrics.registerFont(font)
    return Face(font.fontName, font)
