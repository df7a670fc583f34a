"""Pictures as boxes, with a text alternative, or as decoration."""

from formats.errors import Place, RenderError
from formats.model import Media, Picture
from formats.pictures import openmoji, raster
from formats.renderers.pdf.boxes import Box, Image
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.setting import Setting
from formats.renderers.pdf.tagging import Content, Element

DOTS_PER_POINT = 300 / 72
_TALLEST = 0.6  # of a page
_TALLEST_BY_WIDTH = 1.25  # or the words beside it would be lost there


class Figures:
    """Makes the boxes of pictures for one document."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def box(
        self, picture: Picture, element: Element, frame: Frame, width: float, place: Place
    ) -> Box:
        """Return the box of `picture`, `width` points wide if it is not too high for that.

        A picture with a text alternative becomes a Figure in `element`, any other an
        artifact. Raises `RenderError` if it cannot be drawn.
        """
        media = self.media(picture)
        across, down = self._shape(media, width, picture, place)
        height = width * down / across
        tallest = min(_TALLEST * self._setting.height, _TALLEST_BY_WIDTH * width)
        if height > tallest:
            width, height = width * tallest / height, tallest
        content = figure(picture, element)
        return Box(height, [Image(media, frame.x, 0.0, width, height, content)])

    def media(self, picture: Picture) -> Media:
        """Return the drawing in the style and skin tone that were asked for."""
        options = self._setting.options
        return openmoji.restyled(picture, options.skin_tone, options.picture_style)

    def _shape(self, media: Media, width: float, picture: Picture, place: Place) -> tuple[int, int]:
        try:
            return raster.size(raster.png(media, round(width * DOTS_PER_POINT)))
        except ValueError as error:
            message = f"The picture “{picture.name}” cannot be drawn: {error}. Save it as PNG."
            raise RenderError(message, place) from None


def figure(picture: Picture, element: Element) -> Content | None:
    """Add a Figure for `picture` to `element`, or nothing if it is decoration."""
    return element.add("Figure", alt=picture.alt).content() if picture.alt else None
