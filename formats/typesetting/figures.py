"""Pictures as boxes, with a text alternative, or as decoration."""

from collections.abc import Callable

from formats.errors import Place, RenderError
from formats.model import Media, Picture
from formats.pictures import plate, raster
from formats.typesetting.boxes import Box, Image
from formats.typesetting.frame import Frame
from formats.typesetting.runs import figure
from formats.typesetting.tagging import Element

DOTS_PER_POINT = raster.DOTS_AN_INCH / 72
_TALLEST = 0.6  # of a page
_TALLEST_BY_WIDTH = 1.25  # or the words beside it would be lost there


class Figures:
    """Makes the boxes of pictures on pages `height` points high.

    `drawing` gives what is drawn of a picture: in the style and skin tone asked for.
    """

    def __init__(self, height: float, drawing: Callable[[Picture], Media]) -> None:
        self._height = height
        self._drawing = drawing

    def box(
        self, picture: Picture, element: Element, frame: Frame, width: float, place: Place
    ) -> Box:
        """Return the box of `picture`, `width` points wide if it is not too high for that.

        A picture with a text alternative becomes a Figure in `element`, any other an
        artifact. Raises `RenderError` if it cannot be drawn.
        """
        media = self._drawing(picture)
        across, down = _shape(media, width, picture, place)
        height = width * down / across
        tallest = min(_TALLEST * self._height, _TALLEST_BY_WIDTH * width)
        if height > tallest:
            width, height = width * tallest / height, tallest
        content = figure(picture, element)
        return Box(height, [Image(media, frame.x, 0.0, width, height, content)])


def _shape(media: Media, width: float, picture: Picture, place: Place) -> tuple[int, int]:
    try:
        if plate.is_laid(media.data):
            return plate.WIDTH, plate.HEIGHT
        return raster.size(raster.png(media, round(width * DOTS_PER_POINT)))
    except ValueError as error:
        message = f"The picture “{picture.name}” cannot be drawn: {error}. Save it as PNG."
        raise RenderError(message, place) from None
