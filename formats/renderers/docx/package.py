"""The whole document: page, properties, footer, parts. The same leaflet gives the same bytes."""

import io
import zipfile
from datetime import datetime
from typing import Any, BinaryIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from formats.model import Leaflet
from formats.renderers.docx import DocxOptions, front, styles
from formats.renderers.docx.writer import Writer
from formats.renderers.docx.xml import element, field, run, text

_PAPERS = {"A4": (21.0, 29.7), "A3": (29.7, 42.0), "A5": (14.8, 21.0), "Letter": (21.59, 27.94)}
_MARGIN = 2.5  # cm: at least 25 mm (US Access Board)
_NARROW_MARGIN = 1.5  # cm: for A5, where large letters need the room
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP can hold
# Parts of python-docx's first document that say nothing true of this one.
_STALE = ("stylesWithEffects", "thumbnail", "customXml", "extended-properties")


def write(leaflet: Leaflet, options: DocxOptions, out: BinaryIO) -> None:
    """Write the document of `leaflet` to `out`."""
    document = Document()
    _drop_stale_parts(document)
    width = _set_page(document, options)
    styles.apply(document, options, leaflet.language)
    _set_properties(document, leaflet)
    writer = Writer(document, options, width)
    front.cover(writer, leaflet)
    front.page_break(writer)
    front.contents(writer, leaflet, width)
    writer.blocks(leaflet.blocks)
    front.notes(writer, leaflet)
    front.about(writer, leaflet)
    _set_footer(document, leaflet, options)
    _save(document, out)


def _drop_stale_parts(document: Any) -> None:
    for owner in (document.part, document.part.package):
        for name, relation in list(owner.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _STALE:
                owner.rels.pop(name)


def _set_page(document: Any, options: DocxOptions) -> float:
    """Set paper, margins and colour, and return the width of the text area in cm."""
    width, height = _PAPERS[options.paper]
    margin = _NARROW_MARGIN if options.paper == "A5" else _MARGIN
    section = document.sections[0]
    section.page_width, section.page_height = Cm(width), Cm(height)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Cm(margin))
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


def _set_properties(document: Any, leaflet: Leaflet) -> None:
    properties = document.core_properties
    properties.title = leaflet.title[:255]
    properties.author = leaflet.organisation.name[:255]
    properties.subject = "Easy read" if leaflet.view == "easy-read" else ""
    properties.comments = leaflet.description[:255]
    properties.keywords = properties.category = properties.last_modified_by = ""
    properties.language = leaflet.language
    properties.identifier = leaflet.identifier[:255]
    properties.revision = 1
    # The edition's day and not the clock's: the same leaflet gives the same bytes.
    parts = [int(part) for part in (leaflet.edition or "1980").split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    properties.created = properties.modified = datetime(year, month, day)  # noqa: DTZ001


def _set_footer(document: Any, leaflet: Leaflet, options: DocxOptions) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.space_before = Pt(options.font_size)
    # The footer's own style has tab stops made for another width.
    paragraph.style = document.styles["Normal"]
    paragraph._p.append(run(text(f"{leaflet.title} – page ")))
    for part in field("PAGE", "1"):
        paragraph._p.append(part)


def _save(document: Any, out: BinaryIO) -> None:
    """Save with members in order, and fixed dates and attributes."""
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            fixed = zipfile.ZipInfo(info.filename, _EPOCH)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 3
            fixed.external_attr = 0o600 << 16
            target.writestr(fixed, source.read(info))
