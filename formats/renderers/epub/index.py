"""Which file of the e-book each thing stands in, so that links find it."""

import hashlib
from dataclasses import dataclass, field

from formats.model import Leaflet, Media, NoteReference, Picture, Section, Steps
from formats.pictures import raster
from formats.renderers.epub.said import Said
from formats.walk import pictures, walk

NOTES_FILE = "notes.xhtml"
START_FILE = "start.xhtml"
_PHOTOGRAPHS_WIDTH = 1600  # pixels: all that a tablet shows
_STRANGERS_WIDTH = 1200  # pixels that a stranger's SVG is drawn with


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as the e-book holds it, once however often it is shown."""

    file: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Index:
    """The files of one e-book: of sections and steps by id, of calls by note, of pictures.

    `said` is where sentences stand, for an e-book that speaks.
    """

    ids: dict[str, str]
    calls: dict[int, str]
    images: dict[str, Image]
    said: Said | None = None

    def image(self, picture: Picture) -> Image:
        """Return the image that shows `picture`."""
        return self.images[_key(picture)]


def index(
    leaflet: Leaflet, files: list[tuple[str, tuple[object, ...]]], *, speaking: bool = False
) -> Index:
    """Return the index of a leaflet whose blocks stand in `files`."""
    ids: dict[str, str] = {}
    calls: dict[int, str] = {}
    for file, blocks in files:
        for node in walk(blocks):  # type: ignore[arg-type]
            if isinstance(node, Section):
                ids[node.id] = file
            elif isinstance(node, Steps):
                ids.update((step.id, file) for step in node.steps)
            elif isinstance(node, NoteReference):
                calls.setdefault(node.number, file)
    images = {_key(picture): _image(picture) for picture in pictures(leaflet)}
    return Index(ids, calls, images, Said() if speaking else None)


def _key(picture: Picture) -> str:
    return picture.media.digest


def _image(picture: Picture) -> Image:
    media = _safe(picture)
    suffix = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}[media.media_type]
    return Image(f"media/{media.digest[:16]}.{suffix}", media.media_type, media.data)


def _safe(picture: Picture) -> Media:
    """Return the media as it may be packed.

    An SVG from elsewhere can hold scripts and call for outside files, so it is packed as
    pixels. Those of OpenMoji hold drawings only.
    """
    media = picture.media
    if media.media_type != "image/svg+xml":
        return raster.fitted(media, _PHOTOGRAPHS_WIDTH)
    if picture.openmoji:
        return media
    data = raster.png(media, _STRANGERS_WIDTH)
    return Media(hashlib.sha256(data).hexdigest(), "image/png", data)
