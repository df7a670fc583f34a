"""A picture as a PNG of the size wanted, cropped of its empty margin. Cached by content."""

from io import BytesIO

from formats import cache
from formats.model import Media

VERSION = "1"
"""Raised whenever the PNGs change."""
_CACHE_LIMIT = 200_000_000  # bytes


def png(media: Media, width: int, *, crop: bool = True) -> bytes:
    """Return `media` as PNG, `width` pixels wide (never wider than a bitmap's own pixels).

    `crop` cuts away a transparent margin first, so that the drawing itself has the width.
    Raises `ValueError` if the bytes are no picture of their media type.
    """
    kept = cache.Cache("pictures", _CACHE_LIMIT)
    key = cache.key(VERSION, media.digest, media.media_type, width, crop)
    return kept.get_or_make(key, lambda: _drawn(media, width, crop))


def size(data: bytes) -> tuple[int, int]:
    """Return the width and height in pixels of a PNG (ISO 15948, 11.2.2)."""
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _drawn(media: Media, width: int, crop: bool) -> bytes:
    if media.media_type == "image/svg+xml":
        return _drawn_svg(media.data, width, crop)
    return _fitted(media.data, width, crop, enlarge=False)


def _drawn_svg(data: bytes, width: int, crop: bool) -> bytes:
    import resvg_py

    # Drawn at twice the width: after the crop the drawing is still at least `width` wide
    # unless more than half of it was margin.
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=data.decode(), width=2 * width))
    return _fitted(drawn, width, crop, enlarge=True)


def _fitted(data: bytes, width: int, crop: bool, *, enlarge: bool) -> bytes:
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as opened:
            # A photograph from a telephone says only in its metadata which way is up.
            image = ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error
    box = image.getchannel("A").getbbox() if crop else None
    if box:
        image = image.crop(box)
    if enlarge or image.width > width:
        size = (width, max(1, round(image.height * width / image.width)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    out = BytesIO()
    image.save(out, "PNG", optimize=False, compress_level=9)
    return out.getvalue()
