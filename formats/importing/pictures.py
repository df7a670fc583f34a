"""Pictures of a document -> files that a leaflet can show: PNG, JPEG or SVG."""

import hashlib

from formats.importing.draft import Image
from formats.pictures import kinds

_AS_THEY_ARE = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}


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
    converted = kinds.png(data)
    reason = "" if converted else "it is in a form that cannot be read here"
    return Image(f"{stem}.png", converted, alt, reason)
