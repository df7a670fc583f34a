"""The white plate under a picture: all pictures of one shape, and none lost on dark paper.

Drawings have black lines and no ground. On a black page, or in a reader's night mode, the
lines vanish and what is left misleads: scales look like a sad face. So the ground is part of
the picture itself, whatever format shows it.
"""

import re
from collections.abc import Iterable
from io import BytesIO

from formats.storage import cache

WIDTH, HEIGHT = 400, 300  # units of its drawing
_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
)
_VIEW_BOX = re.compile(rb"viewBox\s*=\s*[\"']\s*" + rb"[\s,]+".join([rb"([-\d.e]+)"] * 4))
_ROOT = re.compile(rb"<svg\b[^>]*>")
_OUTER = re.compile(rb"^.*?<svg\b[^>]*>|</svg>\s*$", re.DOTALL)
_WITH_ALPHA = {4, 6}  # types of colour (ISO 15948, 11.2.2)
_MARGIN = 8  # units that OpenMoji leaves empty on each side, as a rule
_VERSION = "1"


def laid(parts: Iterable[str]) -> bytes:
    """Return a drawing of `parts`, in units of the plate, on the plate."""
    return "".join((_HEAD, *parts, "</svg>\n")).encode()


def is_laid(svg: bytes) -> bool:
    """Whether a drawing lies on a plate of ours already."""
    return svg.startswith(_HEAD.encode())


def fitted(svg: bytes, left: float, top: float, width: float, height: float) -> str:
    """Return what an OpenMoji drawing holds, as large as it fits in a box, in its middle."""
    across, down = _size(svg)
    scale = min(width / (across - 2 * _MARGIN), height / (down - 2 * _MARGIN))
    x, y = left + (width - across * scale) / 2, top + (height - down * scale) / 2
    inside = _OUTER.sub(b"", svg).decode().strip()
    return f'<g transform="translate({x:.4g} {y:.4g}) scale({scale:.4g})">{inside}</g>'


def behind(svg: bytes) -> bytes:
    """Return an OpenMoji drawing on the plate."""
    return laid([fitted(svg, 36, 36, WIDTH - 72, HEIGHT - 72)])


def under(svg: bytes) -> bytes:
    """Return a drawing from anywhere with a white ground under it, its shape as it was."""
    root, box = _ROOT.search(svg), _VIEW_BOX.search(svg)
    if root is None or is_laid(svg):
        return svg
    x, y = (box[1].decode(), box[2].decode()) if box else ("0", "0")
    ground = f'<rect x="{x}" y="{y}" width="100%" height="100%" fill="#fff"/>'
    end = root.end()
    return svg[:end] + ground.encode() + svg[end:]


def opaque(png: bytes) -> bytes:
    """Return a PNG with white where it let the page shine through.

    Raises `ValueError` if it is no picture.
    """
    if len(png) < 26 or (png[25] not in _WITH_ALPHA and b"tRNS" not in png[:4096]):  # noqa: PLR2004
        return png
    kept = cache.Cache("plates")
    return kept.get_or_make(cache.key(_VERSION, png), lambda: _filled(png))


def _filled(png: bytes) -> bytes:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(png)) as opened:
            drawn = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error
    ground = Image.new("RGBA", drawn.size, "white")
    out = BytesIO()
    Image.alpha_composite(ground, drawn).convert("RGB").save(out, "PNG")
    return out.getvalue()


def _size(svg: bytes) -> tuple[float, float]:
    box = _VIEW_BOX.search(svg)
    assert box is not None, "OpenMoji's drawings have one"
    return float(box[3]), float(box[4])
