"""The words on a page, by the marked content that they are in (ISO 32000-1, 14.6)."""

import re
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name, Page

Maps = dict[int, dict[int, str]]
"""The character of each code, by the object number of the font."""
_CHARACTERS = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_UNKNOWN = "\ufffd"
_ARTIFACT, _LOOSE = -1, -2
_FILLED_AND_OUTLINED = 2  # the text rendering mode (ISO 32000-1, table 106)


@dataclass(frozen=True, slots=True)
class Face:
    """A font by its object number; `thickened` says that its letters are outlined as well."""

    font: int
    thickened: bool


@dataclass
class PageContent:
    """What one page shows.

    `marked` are the words of each marked-content identifier; `loose` those that are neither
    marked nor artifact; `sizes` every size of type in points; `faces` the fonts of each
    marked content; `unnamed` says that a letter has no character.
    """

    marked: dict[int, str] = field(default_factory=dict)
    faces: dict[int, set[Face]] = field(default_factory=dict)
    loose: str = ""
    artifacts: str = ""
    sizes: set[float] = field(default_factory=set)
    unnamed: bool = False


def read(page: Page, maps: Maps) -> PageContent:
    """Return the words of `page`. `maps` keeps the maps of fonts between pages."""
    reader = _Reader(page, maps)
    instructions: Any = pikepdf.parse_content_stream(page, "Tf Tr Tj TJ BDC BMC EMC")
    for operands, operator in instructions:
        reader.operator(str(operator), operands)
    return reader.content


class _Reader:
    """Follows the operators of one page."""

    def __init__(self, page: Page, maps: Maps) -> None:
        resources: Any = page.obj.get("/Resources", {})
        self.fonts: Any = resources.get("/Font", {})
        self.maps = maps
        self.map: dict[int, str] = {}
        self.font, self.thickened = 0, False
        self.content = PageContent()
        self.open: list[int] = []

    def operator(self, name: str, operands: Any) -> None:
        match name:
            case "BDC" | "BMC":
                self._begin(operands)
            case "EMC":
                self.open.pop()
            case "Tr":
                self.thickened = int(operands[0]) == _FILLED_AND_OUTLINED
            case "Tf":
                self.map = self._map(str(operands[0]))
                self.content.sizes.add(float(operands[1]))
            case "Tj":
                self._show(bytes(operands[0]))
            case "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        self._show(bytes(part))

    def _begin(self, operands: Any) -> None:
        if operands[0] == Name.Artifact:
            self.open.append(_ARTIFACT)
            return
        properties = operands[1] if len(operands) > 1 else {}
        mark = int(properties["/MCID"]) if "/MCID" in properties else None
        outer = self.open[-1] if self.open else _LOOSE
        self.open.append(outer if mark is None else mark)
        if mark is not None:
            self.content.marked.setdefault(mark, "")

    def _map(self, name: str) -> dict[int, str]:
        font = self.fonts[name]
        self.font = font.objgen[0]
        if self.font not in self.maps:
            self.maps[self.font] = _characters(font)
        return self.maps[self.font]

    def _show(self, codes: bytes) -> None:
        words = "".join(self.map.get(code, _UNKNOWN) for code in codes)
        self.content.unnamed |= _UNKNOWN in words or "\x00" in words
        mark = self.open[-1] if self.open else _LOOSE
        if mark == _ARTIFACT:
            self.content.artifacts += words
        elif mark == _LOOSE:
            self.content.loose += words
        else:
            self.content.marked[mark] += words
            faces = self.content.faces.setdefault(mark, set())
            faces.add(Face(self.font, self.thickened))


def _characters(font: Any) -> dict[int, str]:
    """Return the character of each code of a font, by its map to Unicode (9.10.3)."""
    if "/ToUnicode" not in font:
        return {}
    rows = font["/ToUnicode"].read_bytes().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", rows, re.DOTALL):
        for code, character in _CHARACTERS.findall(block):
            found[int(code, 16)] = bytes.fromhex(character).decode("utf-16-be", "replace")
    return found
