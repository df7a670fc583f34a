"""Pictures, cropped of their margin, with a text alternative or marked as decoration."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Cm, Length

from formats.errors import Place, RenderError
from formats.model import Picture
from formats.pictures import openmoji, raster
from formats.renderers.docx import DocxOptions
from formats.renderers.docx.xml import Xml, element

_DOTS_PER_CM = raster.DOTS_AN_INCH / 2.54
_TALLEST = 1.25  # times the width that was asked for
# [MS-ODRAWXML] 2.8: the mark of decoration.
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)

_Embedded = tuple[str, Length, Length]


class Figures:
    """Makes drawings of pictures for one document, which holds each picture once."""

    def __init__(self, document: Any, options: DocxOptions) -> None:
        self._part = document.part
        self._options = options
        self._placed: dict[tuple[str, float], _Embedded] = {}
        self._count = 0

    def drawing(self, picture: Picture, width: float, place: Place) -> Xml:
        """Return the `<w:drawing>` of `picture`, `width` cm wide.

        Raises `RenderError` if its file cannot be drawn.
        """
        relation, across, down = self._embedded(picture, width, place)
        self._count += 1
        inline = CT_Inline.new_pic_inline(self._count, relation, f"{self._count}.png", across, down)
        inline.docPr.set("name", f"Picture {self._count}")
        inline.docPr.set("descr", picture.alt)
        if not picture.alt:
            inline.docPr.append(parse_xml(_DECORATIVE))
        return element("drawing", inline)

    def _embedded(self, picture: Picture, width: float, place: Place) -> _Embedded:
        """Return the relation of the embedded picture and its sides in EMU."""
        key = (picture.media.digest, width)
        if key not in self._placed:
            data = self._png(picture, width, place)
            pixels, high = raster.size(data)
            # A narrow picture would tower over the words beside it.
            shown = Cm(min(width, width * _TALLEST * pixels / high))
            self._placed[key] = (self._related(data), shown, Length(round(shown * high / pixels)))
        return self._placed[key]

    def _related(self, data: bytes) -> str:
        """Embed a PNG and return the id of the document's relation to it.

        python-docx would look for a free name, and at the digest of each picture before it.
        """
        name = PackURI(f"/word/media/image{len(self._placed) + 1}.png")
        part = ImagePart(name, CONTENT_TYPE.PNG, data)
        return str(self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE))

    def _png(self, picture: Picture, width: float, place: Place) -> bytes:
        media = openmoji.restyled(picture, self._options.skin_tone, self._options.picture_style)
        try:
            return raster.png(media, round(width * _DOTS_PER_CM))
        except ValueError as error:
            message = f"The picture “{picture.name}” cannot be drawn: {error}. Save it as PNG."
            raise RenderError(message, place) from None
