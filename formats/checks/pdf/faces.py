"""Is each face in a PDF embedded as itself, and is bold bold?

No validator asks. A PDF whose bold words were drawn with the outlines of the regular face, on
the widths of the bold one, passed eight of them.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from io import BytesIO
from typing import Any

import pikepdf

from formats.checks.pdf.content import Face, Maps, PageContent
from formats.checks.pdf.tree import Node
from formats.typefaces import bundled

Found = tuple[str, str]
_BOLD = 600  # the least weight that counts as bold (OpenType, OS/2 usWeightClass)
_IN_BOLD = {"H1", "H2", "H3", "H4", "H5", "H6", "Strong"}
_ROUNDING = 1.0  # thousandths of an em
_SHOWN = 20  # letters that a message names


class _Embedded:
    """A font of the PDF, with its font file `program`, and `letters` by their codes."""

    def __init__(self, font: Any, letters: Mapping[int, str]) -> None:
        self.font = font
        self.letters = letters
        self.program = _opened(font.FontDescriptor.FontFile2.read_bytes())

    @cached_property
    def name(self) -> str:
        """Its PostScript name, without the letters that stand for a subset (9.6.4)."""
        return str(self.font.BaseFont).removeprefix("/").split("+")[-1]

    @cached_property
    def weight(self) -> int:
        """How bold it says it is: 400 is regular."""
        return int(self.program["OS/2"].usWeightClass) if "OS/2" in self.program else 0

    @cached_property
    def glyphs(self) -> Mapping[int, str]:
        """The name of the glyph of each code."""
        tables = self.program["cmap"].tables if "cmap" in self.program else []
        return next((table.cmap for table in tables if table.platformID == 1), {})


def findings(
    pdf: pikepdf.Pdf, root: Node, pages: Mapping[int, PageContent], maps: Maps
) -> Iterator[Found]:
    """Yield the code and message of each fault of the fonts of `pdf`."""
    embedded: dict[int, _Embedded] = {}
    for number, font in _fonts(pdf):
        if "/FontFile2" in font.get("/FontDescriptor", {}):
            embedded[number] = _Embedded(font, maps.get(number, {}))
        else:
            yield "pdf-font", f"The typeface {font.get('/BaseFont')} is not in the PDF."
    for face in embedded.values():
        yield from _itself(face)
    yield from _bold(root, pages, embedded)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    """Yield each font that pages use, once, with its object number."""
    seen = set()
    for page in pdf.pages:
        resources: Any = page.obj.get("/Resources", {})
        for font in resources.get("/Font", {}).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield font.objgen[0], font


def _opened(file: bytes) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(BytesIO(file), lazy=True)


@cache
def _bundled(postscript: str) -> Any:
    file = bundled.called(postscript)
    return _opened(file) if file else None


def _itself(face: _Embedded) -> Iterator[Found]:
    """Yield where outlines are not those that the font's name and widths promise."""
    within = face.program["name"].getDebugName(6) if "name" in face.program else face.name
    if not face.name.startswith(within):
        yield "pdf-face", f"The typeface {face.name} is drawn with the outlines of {within}."
    other = "".join(_other_widths(face))
    if other:
        yield "pdf-face", f"In {face.name} these letters have wrong widths: “{other[:_SHOWN]}”."
    original = _bundled(face.name)
    if original is None:
        return
    weight = original["OS/2"].usWeightClass
    if face.weight != weight:
        yield "pdf-face", f"The weight of {face.name} is {face.weight} in the PDF, not {weight}."
    other = "".join(_other_outlines(face, original))
    if other:
        yield "pdf-face", f"In {face.name} these letters have wrong outlines: “{other[:_SHOWN]}”."


def _other_widths(face: _Embedded) -> Iterator[str]:
    """Yield the letters whose width in the PDF is not that of their outline (9.2.4)."""
    advances, em = face.program["hmtx"], face.program["head"].unitsPerEm
    first, widths = int(face.font.get("/FirstChar", 0)), list(face.font.get("/Widths", []))
    for code, letter in face.letters.items():
        if code in face.glyphs and 0 <= code - first < len(widths):
            drawn = advances[face.glyphs[code]][0] * 1000 / em
            if abs(drawn - float(widths[code - first])) > _ROUNDING:
                yield letter


def _other_outlines(face: _Embedded, original: Any) -> Iterator[str]:
    """Yield the letters that look other than in the font file.

    Letters of scripts that join or stack have no one outline.
    """
    named = original.getBestCmap()
    drawn, meant = face.program["glyf"], original["glyf"]
    for code, letter in face.letters.items():
        alone = len(letter) == 1 and not "\u0590" <= letter < "\u1e00"
        if not alone or code not in face.glyphs or ord(letter) not in named:
            continue
        if not _alike(drawn, face.glyphs[code], meant, named[ord(letter)]):
            yield letter


def _alike(drawn: Any, name: str, meant: Any, original: str) -> bool:
    """Whether two glyphs are the same, or are put together to the same from parts."""
    # Quick: glyphs that nobody has looked into are bytes still, filled up with zeros.
    here, there = (
        getattr(glyphs.glyphs[of], "data", b"") for glyphs, of in ((drawn, name), (meant, original))
    )
    if here and here.rstrip(b"\0") == there.rstrip(b"\0"):
        return True
    return _outline(drawn, name) == _outline(meant, original)


def _outline(glyphs: Any, name: str) -> tuple[list[tuple[int, int]], list[int]]:
    points, ends, _ = glyphs[name].getCoordinates(glyphs)
    return list(points), list(ends)


def _bold(
    root: Node, pages: Mapping[int, PageContent], embedded: Mapping[int, _Embedded]
) -> Iterator[Found]:
    """Yield the first words that the structure calls strong, or a heading, and are not bold."""
    for node in root.walk():
        if node.kind not in _IN_BOLD:
            continue
        for mark in node.marks():
            page = pages.get(mark.page, PageContent())
            words = page.marked.get(mark.mcid, "").strip()
            faces = page.faces.get(mark.mcid, set())
            if words and not all(_is_bold(face, embedded) for face in faces):
                yield "pdf-bold", f"These words should be bold, and are not: “{words}”."
                return


def _is_bold(face: Face, embedded: Mapping[int, _Embedded]) -> bool:
    return face.thickened or face.font not in embedded or embedded[face.font].weight >= _BOLD
