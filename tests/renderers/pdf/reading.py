"""What a finished PDF looks like, read by PDFium, which wrote no part of it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from PIL.Image import Image
from pypdfium2 import raw


@dataclass(frozen=True)
class Letter:
    """A letter on a page: its size in points, and its box from the bottom left."""

    text: str
    size: float
    left: float
    bottom: float
    right: float
    top: float


def letters(data: bytes) -> Iterator[list[Letter]]:
    """Yield the letters of each page."""
    with pdfium.PdfDocument(data) as document:
        for page in document:
            yield [letter for letter in _letters(page.get_textpage()) if letter.text.strip()]


def _letters(text: Any) -> Iterator[Letter]:
    for index in range(text.count_chars()):
        box = text.get_charbox(index, loose=False)
        code = raw.FPDFText_GetUnicode(text, index)
        yield Letter(chr(code), raw.FPDFText_GetFontSize(text, index), *box)


def lines(data: bytes) -> list[list[str]]:
    """Return the lines of each page, from above to below, furniture last."""
    with pdfium.PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded().splitlines() for page in document]


def sheet(data: bytes) -> tuple[float, float]:
    """Return width and height of the first page in points."""
    with pdfium.PdfDocument(data) as document:
        size: tuple[float, float] = document[0].get_size()
        return size


def picture(data: bytes, page: int = 0, scale: float = 1.0) -> Image:
    """Return a page as pixels, 72 to the inch where `scale` is 1."""
    with pdfium.PdfDocument(io.BytesIO(data)) as document:
        image: Image = document[page].render(scale=scale).to_pil()
        return image.convert("RGB")
