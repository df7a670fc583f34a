"""Pictures of a document -> files that a leaflet can show: PNG, JPEG or SVG."""

import hashlib
import io
import warnings

from formats.importing.draft import Image

_AS_THEY_ARE = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}
_MOST_POINTS = 50_000_000


def image(data: bytes | None, alt: str | None, number: int, missing: str) -> Image:
    """Return the picture in `data`, made PNG if it is of another kind that Pillow can read.

    It is named by its bytes, so that it keeps its name in a newer document; one that cannot be
    had (`missing` says why, if `data` is None) by its number.
    """
    if data is None:
        return Image(f"picture-{number}.png", b"", alt, missing)
    stem = f"picture-{hashlib.sha256(data).hexdigest()[:6]}"
    for start, suffix in _AS_THEY_ARE.items():
        if data.startswith(start):
            return Image(stem + suffix, data, alt)
    if b"<svg" in data[:4096]:
        return Image(f"{stem}.svg", data, alt)
    converted = _converted(data)
    reason = "" if converted else "it is in a form that cannot be read here"
    return Image(f"{stem}.png", converted, alt, reason)


def _converted(data: bytes) -> bytes:
    """Return the picture as PNG, or nothing if it cannot be read or is too large."""
    from PIL import Image as Pillow

    stream = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(io.BytesIO(data), formats=("GIF", "BMP", "TIFF", "WEBP")) as opened:
                if opened.width * opened.height > _MOST_POINTS:
                    return b""
                opened.convert("RGBA").save(stream, "PNG")
    except Exception:  # noqa: BLE001 - Pillow raises a dozen kinds for spoilt pictures
        return b""
    return stream.getvalue()
