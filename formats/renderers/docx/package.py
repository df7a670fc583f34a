"""The whole document: page, properties, footer, parts. The same edition gives the same bytes."""

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm

from formats import wording
from formats.model import Added, Edition
from formats.renderers.docx import DocxOptions, measures, parts, styles
from formats.renderers.docx.blocks import BlockWriter
from formats.renderers.docx.bookmarks import Bookmarks
from formats.renderers.docx.figures import Figures
from formats.renderers.docx.inlines import InlineWriter, Look
from formats.renderers.docx.numbering import Numbering
from formats.renderers.docx.tables import Rows
from formats.renderers.docx.xml import Xml, element, field, paragraph
from formats.storage import zips
from formats.text import dates
from formats.text.language import is_right_to_left
from formats.text.titles import shortened

_PAPERS = {"A4": (21.0, 29.7), "A3": (29.7, 42.0), "A5": (14.8, 21.0), "Letter": (21.59, 27.94)}
_MARGIN = 2.5  # cm: at least 25 mm (US Access Board)
_NARROW_MARGIN = 1.5  # cm: for A5, where large letters need the room
_INDENT = 1.6  # times the size of the text: that of a level of a list
# Parts of python-docx's first document that say nothing true of this one.
_STALE = ("stylesWithEffects", "thumbnail", "customXml", "extended-properties")
_PAGE, _PAGES = "\ue000", "\ue001"  # of no script: they hold the places of fields
_FIELDS = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}
_DASH = " – "
_HUNDREDS = "0000"  # beside what stands in their places: pages have three figures
_LONGEST = 255  # letters of a property: python-docx holds to the limit of Word


def write(edition: Edition, options: DocxOptions, out: BinaryIO) -> None:
    """Write the document of `edition` to `out`."""
    document = Document()
    _drop_stale_parts(document)
    width = _set_page(document, edition, options)
    styles.apply(document, options, edition.language, width)
    _set_properties(document, edition)
    bookmarks = Bookmarks()
    inlines = _inlines(document, edition, options, bookmarks)
    writer = _writer(document, inlines, options, width)
    document.element.body[:0] = list(parts.body(edition, writer))
    bookmarks.check()
    _set_footer(document, edition, inlines, options.font_size, width)
    packed = io.BytesIO()
    with zips.in_any_year():
        document.save(packed)
    zips.normalised(packed, out)


def _inlines(
    document: Any, edition: Edition, options: DocxOptions, bookmarks: Bookmarks
) -> InlineWriter:
    def relate(address: str) -> str:
        kind = RELATIONSHIP_TYPE.HYPERLINK
        return str(document.part.relate_to(address, kind, is_external=True))

    figures = Figures(document, options)
    height = options.font_size / 28  # cm: about that of a line
    return InlineWriter(edition.language, figures, bookmarks, relate, height)


def _writer(
    document: Any, inlines: InlineWriter, options: DocxOptions, width: float
) -> BlockWriter:
    numbering = Numbering(document, options.font_size * _INDENT)
    rows = Rows(inlines, options, width, is_right_to_left(inlines.language))
    return BlockWriter(inlines, numbering, rows, options.font_size, width)


def _drop_stale_parts(document: Any) -> None:
    for owner in (document.part, document.part.package):
        for name, relation in list(owner.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _STALE:
                owner.rels.pop(name)


def _set_page(document: Any, edition: Edition, options: DocxOptions) -> float:
    """Set paper, margins, colour and direction, and return the width of the text area in cm."""
    width, height = _PAPERS[options.paper]
    margin = _NARROW_MARGIN if options.paper == "A5" else _MARGIN
    section = document.sections[0]
    section.page_width, section.page_height = Cm(width), Cm(height)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Cm(margin))
    if is_right_to_left(edition.language):
        section._sectPr.find(qn("w:docGrid")).addprevious(element("bidi"))
    page = styles.COLOURS[options.page_colour][0]
    if page != "FFFFFF":
        document.element.insert(0, element("background", color=page))
        _show_page_colour(document.settings.element)
    return width - 2 * margin


def _show_page_colour(settings: Any) -> None:
    """Let Word show the colour on the screen and print it.

    The mark stands after these four, which come first (ISO/IEC 29500-1, 17.15.1.78).
    """
    first = ("writeProtection", "view", "zoom", "removePersonalInformation")
    before = {qn(f"w:{name}") for name in first}
    place = sum(child.tag in before for child in settings)
    settings.insert(place, element("displayBackgroundShape"))


def _set_properties(document: Any, edition: Edition) -> None:
    properties = document.core_properties
    properties.title = edition.title[:_LONGEST]
    properties.author = edition.publisher[:_LONGEST]
    properties.subject = edition.kind.text if edition.kind else ""
    properties.comments = edition.description[:_LONGEST]
    properties.content_status = edition.status.text[:_LONGEST] if edition.status else ""
    properties.keywords = properties.category = properties.last_modified_by = ""
    properties.language = edition.language
    properties.identifier = edition.identifier[:_LONGEST]
    properties.revision = 1
    # The edition's day and not the clock's: the same edition gives the same bytes.
    properties.created = properties.modified = dates.moment(edition.date)


def _set_footer(
    document: Any, edition: Edition, inlines: InlineWriter, size: float, width: float
) -> None:
    """Set the title and "Page 3 of 12" under each page: on one line, whatever the size."""
    page = wording.of(edition.language)("page-of", number=_PAGE, total=_PAGES)
    room = Cm(width).twips - measures.width(_DASH + page.text + _HUNDREDS, size)
    title = shortened(
        edition.short_title or edition.title, lambda words: measures.width(words, size) <= room
    )
    runs = [inlines.words(title + _DASH, Look(edition.language))] if title else []
    footer = document.sections[0].footer._element
    # Written the way that the words beside the numbers are, or LibreOffice parts them.
    direction = inlines.direction(page.language)
    footer[:] = [paragraph(styles.FOOTER, [*runs, *_fields(page, inlines)], direction)]


def _fields(words: Added, inlines: InlineWriter) -> Iterator[Xml]:
    """Yield the runs of words in which the number of the page and that of pages are fields."""
    look = Look(words.language)
    for piece in re.split(f"([{_PAGE}{_PAGES}])", words.text):
        if piece in _FIELDS:
            yield from field(_FIELDS[piece], inlines.marks(look))
        elif piece:
            yield inlines.words(piece, look)
