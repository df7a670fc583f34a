"""Tables of data, and rows of a picture with the words beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.shared import Cm

from formats.errors import Place, RenderError
from formats.model import InlinePicture, Picture, Table
from formats.model.walk import Inlines, plain_text, walk
from formats.renderers.docx import DocxOptions, measures
from formats.renderers.docx.inlines import InlineWriter, Look, spoken
from formats.renderers.docx.styles import NORMAL
from formats.renderers.docx.xml import Xml, element, paragraph, run
from formats.text import unbroken

Row = list[tuple[int, list[Xml]]]
"""The cells of a row: their width in twips and their paragraphs."""

_PADDING = 2 * 108 + 20  # twips beside the words of a cell, its lines included
_PICTURE = 1.2 * measures.TWIPS  # times the size of the text: a picture in a line
_FEWEST_EMS = 5  # beside a picture: fewer hold no word
_NARROWEST = 3.0  # cm: of a picture that can still be made out
_CM_A_POINT = 2.54 / 72
_GAP = 0.8  # cm between a picture and its words


def data(
    header: list[Xml], rows: list[list[Xml]], widths: list[int], indent: int, right_to_left: bool
) -> Xml:
    """Return a table of data whose first row is its header. Widths and indent are in twips."""
    style = element("tblStyle", val="TableGrid")
    look = element("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0,
                   noHBand=1, noVBand=1)  # fmt: skip
    inset = [element("tblInd", w=indent, type="dxa")] if indent else []
    made = [_row(list(zip(widths, [[cell] for cell in header], strict=True)), is_header=True)]
    made += [_row(list(zip(widths, [[cell] for cell in row], strict=True))) for row in rows]
    shape = [style, *_mirrored(right_to_left), _width(sum(widths)), *inset, look]
    return element("tbl", element("tblPr", *shape), _grid(widths), *made)


def _mirrored(right_to_left: bool) -> list[Xml]:
    return [element("bidiVisual")] if right_to_left else []


def _width(twips: int) -> Xml:
    return element("tblW", w=twips, type="dxa")


def _grid(widths: Iterable[int]) -> Xml:
    # LibreOffice goes by the grid, Word by the cells.
    return element("tblGrid", *(element("gridCol", w=width) for width in widths))


def _row(cells: Row, *, is_header: bool = False, centred: bool = False) -> Xml:
    marks = [element("cantSplit")] + ([element("tblHeader")] if is_header else [])
    made = [_cell(width, paragraphs, centred=centred) for width, paragraphs in cells]
    return element("tr", element("trPr", *marks), *made)


def _cell(width: int, paragraphs: list[Xml], *, centred: bool) -> Xml:
    shape = [element("tcW", w=width, type="dxa")]
    shape += [element("vAlign", val="center")] if centred else []
    return element("tc", element("tcPr", *shape), *paragraphs)


# --- How wide the columns of a table of data are


def widths(table: Table, room: int, size: float) -> list[int]:
    """Return the width of each column in twips: what its words need, within `room`.

    `size` is that of the text in pt. A column never is narrower than its longest word, unless
    there is no room for that.
    """
    columns = list(zip(table.header, *table.rows, strict=True))
    least = [max(_longest_word(cell, size) for cell in column) for column in columns]
    whole = [max(_longest_line(cell, size) for cell in column) for column in columns]
    if sum(whole) <= room:
        return whole
    spare = room - sum(least)
    if spare <= 0:
        return [width * room // sum(least) for width in least]
    more = [most - few for most, few in zip(whole, least, strict=True)]
    return [few + spare * want // sum(more) for few, want in zip(least, more, strict=True)]


def _longest_word(cell: Inlines, size: float) -> int:
    # Where no line may end there is a no-break space, which is part of a word here.
    said = unbroken.joined(plain_text(cell)).split(" ")
    words = [measures.width(word, size) for word in said]
    return _PADDING + max([*words, round(_PICTURE * size)])


def _longest_line(cell: Inlines, size: float) -> int:
    pictures = sum(isinstance(node, InlinePicture) for node in walk(cell))
    words = measures.width(plain_text(cell), size)
    return _PADDING + max(round(_PICTURE * size), words + round(pictures * _PICTURE * size))


# --- Rows: a picture at one side, words at the other


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the tables that only lay out: nothing in them says that they have a header.

    A table, as tabs put words on the lower edge of a picture, and a picture that floats leaves
    the order of reading. `width` is that of the text area in cm.
    """

    inlines: InlineWriter
    options: DocxOptions
    width: float
    right_to_left: bool

    def table(self, rows: Sequence[Row]) -> Xml:
        """Return the table of `rows`."""
        widths = [width for width, _ in rows[0]]
        layout = element("tblLayout", type="fixed")
        look = element("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0,
                       noHBand=1, noVBand=1)  # fmt: skip
        shape = [*_mirrored(self.right_to_left), _width(sum(widths)), layout, look]
        made = [_row(row, centred=True) for row in rows]
        return element("tbl", element("tblPr", *shape), _grid(widths), *made)

    def row(self, picture: Picture | None, words: list[Xml], look: Look, place: Place) -> Row:
        """Return a row of `picture` and `words`, in the order in which they are read."""
        beside = Cm(self._across + _GAP).twips
        room = Cm(self.width).twips - beside
        self._check(room, place)
        shown = (beside, [paragraph(NORMAL, self._drawn(picture, look, place))])
        said = (room, words)
        first = (self.options.picture_side == "left") != self.right_to_left
        return [shown, said] if first else [said, shown]

    @property
    def _across(self) -> float:
        """Width of the pictures in cm: as asked for, or what the words beside them leave."""
        words = _FEWEST_EMS * self.options.font_size * _CM_A_POINT
        return min(self.options.picture_size, max(self.width - _GAP - words - 0.01, _NARROWEST))

    def _check(self, room: int, place: Place) -> None:
        chosen = self.options
        if room < _FEWEST_EMS * chosen.font_size * measures.TWIPS:
            raise RenderError(
                f"Pictures {self._across:g} cm wide leave no room for words of "
                f"{chosen.font_size:g} pt on {chosen.paper} paper. Choose smaller "
                "letters or larger paper.",
                place,
            )

    def _drawn(self, picture: Picture | None, look: Look, place: Place) -> list[Xml]:
        if picture is None:
            return []
        drawing = self.inlines.figures.drawing(picture, self._across, place)
        return [run([drawing], self.inlines.marks(spoken(look, picture.language)))]
