"""Pictures as files that are safe to show."""

import hashlib

from formats.model import Media, Picture
from formats.pictures import openmoji, raster

_PHOTOGRAPHS_WIDTH = 1600  # pixels: all that a tablet shows
_STRANGERS_WIDTH = 1200  # pixels that a stranger's SVG is drawn with
SUFFIXES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}


def safe(picture: Picture, *, tone: str = "as-chosen", style: str = "colour") -> Media:
    """Return the media of `picture` as it may be sent out, its drawing as asked for.

    An SVG from elsewhere can hold scripts and call for outside files, so it becomes pixels.
    Those of OpenMoji and of the cast hold drawings only. A photograph is scaled, and loses the
    place where it was taken.
    """
    media = openmoji.restyled(picture, tone, style)
    if media.media_type != "image/svg+xml":
        return raster.fitted(media, _PHOTOGRAPHS_WIDTH)
    if picture.openmoji:
        return media
    data = raster.png(media, _STRANGERS_WIDTH)
    return Media(hashlib.sha256(data).hexdigest(), "image/png", data)
