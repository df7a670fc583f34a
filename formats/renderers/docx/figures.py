"""Pictures, cropped of their margin, with a text alternative or marked as decoration."""

from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from docx.shared import Cm

from formats.errors import Place, RenderError
from formats.model import Picture
from formats.pictures import openmoji, raster
from formats.renderers.docx import DocxOptions

_DOTS_PER_CM = 300 / 2.54
_TALLEST = 1.25  # times the width that was asked for
# [MS-ODRAWXML] 2.8: the mark of decoration.
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)


class Figures:
    """Puts pictures into the runs of one document."""

    def __init__(self, document: Any, options: DocxOptions) -> None:
        self._part = document.part
        self._options = options
        self._count = 0

    def add(self, paragraph: Any, picture: Picture, width: float, place: Place) -> None:
        """Add `picture`, `width` cm wide, to the end of a python-docx paragraph.

        Raises `RenderError` if its file cannot be drawn.
        """
        media = openmoji.restyled(picture, self._options.skin_tone, self._options.picture_style)
        try:
            data = raster.png(media, round(width * _DOTS_PER_CM))
        except ValueError as error:
            message = f"The picture “{picture.name}” cannot be drawn: {error}. Save it as PNG."
            raise RenderError(message, place) from None
        across, down = raster.size(data)
        # A narrow picture would tower over the words beside it.
        shown = min(width, width * _TALLEST * across / down)
        inline = self._part.new_pic_inline(BytesIO(data), width=Cm(shown))
        self._count += 1
        inline.docPr.set("id", str(self._count))
        inline.docPr.set("name", f"Picture {self._count}")
        inline.docPr.set("descr", picture.alt)
        if not picture.alt:
            inline.docPr.append(parse_xml(_DECORATIVE))
        paragraph.add_run()._r.add_drawing(inline)
