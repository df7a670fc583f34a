"""PNG pictures on a reportlab canvas, each in the file once.

A drawing has 256 colours, and PDF holds it as PNG does: a palette and rows in zlib's packing
(ISO 32000-1, 7.4.4.4). So its bytes go over as they are, where reportlab would unpack all the
points and pack three times as many anew: half of the time of an easy-read document.
"""

from dataclasses import dataclass
from hashlib import md5
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

_HEAD, _CRC = 8, 4  # bytes of a PNG before its first chunk, and after each
_PALETTE = bytes((8, 3, 0, 0, 0))  # bits, type of colour, packing, filter, not interlaced

Box = tuple[float, float, float, float]
"""Left and bottom edge, width and height in points."""


class Images:
    """The pictures of one document."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas: Any = canvas
        self._placed: dict[str, str | ImageReader] = {}

    def draw(self, digest: str, png: bytes, box: Box) -> None:
        """Draw the PNG of the picture with that digest in `box`."""
        key = f"{digest} {len(png)}"
        if key not in self._placed:
            palette = _palette(png)
            self._placed[key] = self._added(palette) if palette else ImageReader(BytesIO(png))
        placed = self._placed[key]
        if isinstance(placed, ImageReader):
            self._canvas.drawImage(placed, *box, mask="auto")
        else:
            self._draw_added(placed, box)

    def _added(self, image: "_Palette") -> str:
        """Put an image into the document as `Canvas.drawImage` does, and return its name there."""
        document, canvas = self._canvas._doc, self._canvas  # noqa: SLF001 - no call for it
        image.name = md5(image.rows, usedforsecurity=False).hexdigest()
        canvas._setXObjects(image)  # noqa: SLF001
        document.Reference(image, document.getXObjectName(image.name))
        document.addForm(image.name, image)
        return image.name

    def _draw_added(self, name: str, box: Box) -> None:
        left, bottom, width, height = box
        canvas = self._canvas
        canvas._currentPageHasImages = 1  # noqa: SLF001
        canvas.saveState()
        canvas.translate(left, bottom)
        canvas.scale(width, height)
        canvas._code.append(f"/{canvas._doc.getXObjectName(name)} Do")  # noqa: SLF001
        canvas.restoreState()
        canvas._formsinuse.append(name)  # noqa: SLF001


@dataclass
class _Palette(pdfdoc.PDFObject):
    """An image XObject of a PNG with a palette. `rows` are its packed points."""

    width: int
    height: int
    colours: bytes
    rows: bytes
    name: str = ""

    def format(self, document: Any) -> bytes:
        """Return the stream as it stands in the file."""
        name, array = pdfdoc.PDFName, pdfdoc.PDFArray
        stream = pdfdoc.PDFStream(content=self.rows)
        last = len(self.colours) // 3 - 1
        palette = pdfdoc.PDFString(self.colours, enc="raw")
        stream.dictionary.dict |= {
            "Type": name("XObject"), "Subtype": name("Image"),
            "Width": self.width, "Height": self.height, "BitsPerComponent": 8,
            "ColorSpace": array([name("Indexed"), name("DeviceRGB"), last, palette]),
            "Filter": array([name("FlateDecode")]), "Length": len(self.rows),
            "DecodeParms": array([pdfdoc.PDFDictionary(
                {"Predictor": 15, "Colors": 1, "BitsPerComponent": 8, "Columns": self.width}
            )]),
        }  # fmt: skip
        written: bytes = stream.format(document)
        return written


def _palette(png: bytes) -> _Palette | None:
    """Return a PNG with a palette and without holes, else None."""
    chunks: dict[bytes, bytes] = {}
    at = _HEAD
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        chunks[kind] = chunks.get(kind, b"") + png[at + 8 : at + 8 + length]
        at += 8 + length + _CRC
    head = chunks.get(b"IHDR", b"")
    if head[8:] != _PALETTE or b"tRNS" in chunks:
        return None
    width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
    return _Palette(width, height, chunks[b"PLTE"], chunks[b"IDAT"])
