"""A picture as pixels of the size wanted. Cached by content."""

import hashlib
import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from formats.model import Media
from formats.pictures import plate
from formats.storage import cache

if TYPE_CHECKING:
    from PIL.Image import Image

VERSION = "4"
"""Raised whenever the PNGs change."""
_SMALL = 144  # pixels wide: enough to see where a drawing ends
_OPAQUE = (255, 255)  # the least and the most of an alpha channel
_QUALITY = 85  # of a JPEG, of 95
_WIDEST = 4000  # pixels
_LONGEST_SHAPE = 20  # times as long as narrow
_ATTRIBUTE = re.compile(rb"""\b(width|height|viewBox)\s*=\s*["']([^"']*)""")
_NUMBER = re.compile(rb"\s*(\d+(?:\.\d+)?(?:e\d+)?)")
DOTS_AN_INCH = 200
"""Of pictures beside words: flat colours and thick lines, as sharp on paper as at 300."""


def png(media: Media, width: int, *, crop: bool = True) -> bytes:
    """Return `media` as PNG, `width` pixels wide (never wider than a bitmap's own pixels).

    `crop` cuts away a transparent margin first, so that the drawing itself has the width.
    Raises `ValueError` if the bytes are no picture of their media type.
    """
    kept = cache.Cache("pictures")
    key = cache.key(VERSION, media.digest, media.media_type, width, crop)
    return kept.get_or_make(key, lambda: _drawn(media, width, crop))


def fitted(media: Media, width: int) -> Media:
    """Return a photograph no wider than `width` pixels, upright, and nothing but a picture.

    Cameras write where it was taken into a photograph, and more of it than a page can show.
    A drawing stays as it is, and so does a small PNG. Raises `ValueError` if it is no picture.
    """
    if media.media_type == "image/svg+xml":
        return media
    if media.media_type == "image/png" and size(media.data)[0] <= width:
        return media
    kept = cache.Cache("pictures")
    key = cache.key(VERSION, media.digest, media.media_type, width, "fitted")
    data = kept.get_or_make(key, lambda: _scaled(media, width))
    return Media(hashlib.sha256(data).hexdigest(), media.media_type, data)


def _scaled(media: Media, width: int) -> bytes:
    from PIL import Image

    image = _opened(media.data, width).convert("RGB")
    if image.width > width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    if media.media_type == "image/jpeg":
        image.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    else:
        image.save(out, "PNG", optimize=True)
    return out.getvalue()


def size(data: bytes) -> tuple[int, int]:
    """Return the width and height in pixels of a PNG (ISO 15948, 11.2.2)."""
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def points(data: bytes) -> tuple[int, int]:
    """Return the width and height of a bitmap, which is not drawn. Raises `ValueError`."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # How large is too large is for whoever asks.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(BytesIO(data)).size
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error


def _drawn(media: Media, width: int, crop: bool) -> bytes:
    if media.media_type == "image/svg+xml":
        return _drawn_svg(media.data, width, crop)
    return _fitted(media.data, width, crop, enlarge=False)


def _drawn_svg(data: bytes, width: int, crop: bool) -> bytes:
    if not crop or plate.is_laid(data):
        return _fitted(_rendered(data, width), width, crop, enlarge=True)
    # Time goes by pixels: a small drawing tells how wide the whole must be, so that what is
    # left of it after the crop is as wide as asked.
    small = _opened(_rendered(data, _SMALL))
    box = small.getchannel("A").getbbox()
    share = (box[2] - box[0] - 1) / small.width if box else 1.0
    whole = min(round(width / max(share, 0.1)), _WIDEST)
    return _fitted(_rendered(data, whole), width, crop, enlarge=True)


def _rendered(data: bytes, width: int) -> bytes:
    import resvg_py

    _check_shape(data)
    # Without the computer's own fonts, which differ between computers.
    drawn = resvg_py.svg_to_bytes(svg_string=data.decode(), width=width, skip_system_fonts=True)
    return bytes(drawn)


def _check_shape(data: bytes) -> None:
    """Refuse a drawing a hundred times as high as wide: as pixels it would fill all memory."""
    root = re.search(rb"<svg\b[^>]*>", data)
    attributes = dict(_ATTRIBUTE.findall(root[0] if root else b""))
    box = re.split(rb"[\s,]+", attributes.get(b"viewBox", b"").strip())[2:]
    for sides in ([attributes.get(b"width", b""), attributes.get(b"height", b"")], box):
        numbers = [float(found[0]) for side in sides if (found := _NUMBER.match(side))]
        if len(numbers) > 1 and max(numbers) > _LONGEST_SHAPE * min(numbers):
            raise ValueError("it is too long and narrow")


def _opened(data: bytes, width: int = 0) -> "Image":
    """Return a picture, upright; `width` says how many pixels of a photograph are wanted."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as opened:
            if width:
                # A camera's JPEG is read at a half, a quarter or an eighth of its size, quickly.
                opened.draft("RGB", (width, width))
            # A photograph from a telephone says only in its metadata which way is up.
            return ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error


def _fitted(data: bytes, width: int, crop: bool, *, enlarge: bool) -> bytes:
    from PIL import Image

    image = _opened(data)
    box = image.getchannel("A").getbbox() if crop else None
    if box and box != (0, 0, *image.size):
        image = image.crop(box)
    if image.getchannel("A").getextrema() == _OPAQUE:
        image = image.convert("RGB")
    if (enlarge and image.width != width) or image.width > width:
        size = (width, max(1, round(image.height * width / image.width)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    if enlarge:
        # A drawing has few colours: with 256 of them nobody sees a difference, and its file
        # is a quarter of the size.
        image = image.quantize(256, method=Image.Quantize.FASTOCTREE)
    out = BytesIO()
    image.save(out, "PNG", optimize=False, compress_level=6)
    return out.getvalue()
