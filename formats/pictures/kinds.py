"""Kinds of picture that leaflets do not have, made into one that they have."""

import io
import warnings

from PIL import Image

_MOST_POINTS = 50_000_000
_KINDS = ("GIF", "BMP", "TIFF", "WEBP")


def png(data: bytes) -> bytes:
    """Return the picture as PNG, or nothing if it cannot be read or is too large."""
    stream = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_KINDS) as opened:
                if opened.width * opened.height > _MOST_POINTS:
                    return b""
                opened.convert("RGBA").save(stream, "PNG")
    except Exception:  # noqa: BLE001 - Pillow raises a dozen kinds for spoilt pictures
        return b""
    return stream.getvalue()
