"""Every look of the document, on styles: a person changes it in Word in one place."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from formats.renderers.docx import DocxOptions
from formats.renderers.docx.xml import element
from formats.text.language import is_right_to_left

TITLE, NORMAL, QUOTE, LARGE = "Title", "Normal", "Quote", "Subtitle"
LIST, FOOTER = "ListParagraph", "Footer"
LINES, ABOUT, CONTENTS, CELL = "Lines", "About", "ContentsEntry", "TableText"
QUOTED_HEADING = "QuotedHeading"
LINK, CODE = "Link", "Code"
"""The ids of styles, which are their names without spaces."""
_OWN = {
    LINES: "Lines",
    ABOUT: "About",
    CONTENTS: "Contents Entry",
    CELL: "Table Text",
    QUOTED_HEADING: "Quoted Heading",
}
_HEADINGS = {"Title": 1.7, "Subtitle": 1.4, "Heading 1": 1.4, "Heading 2": 1.2, "Heading 3": 1.1,
             "Heading 4": 1.0, "Heading 5": 1.0, "Heading 6": 1.0}  # fmt: skip
_DEEPEST = 6
# CT_PPrBase is a sequence (ISO/IEC 29500-1, 17.3.1.26): from a border on.
_AFTER = ("pBdr", "shd", "tabs", "bidi", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
# Page, text and link colours; text on page is at least 14 : 1, links at least 7 : 1.
COLOURS = {
    "white": ("FFFFFF", "000000", "003C88"),
    "cream": ("FFF8E1", "000000", "003C88"),
    "yellow": ("FFF59D", "000000", "003070"),
    "black": ("000000", "FFEB3B", "9CD3FF"),
}


def heading(level: int) -> str:
    """Return the id of the style for a heading of `level`, which is 2 for a section."""
    return f"Heading{min(max(level - 1, 1), _DEEPEST)}"


def apply(document: Any, options: DocxOptions, language: str, width: float) -> None:
    """Give the styles of `document` the looks of `options`. `width` of the text is in cm."""
    _page, ink, link = COLOURS[options.page_colour]
    size = options.font_size
    _defaults(document, options.typeface, language)
    normal = document.styles["Normal"]
    _letters(normal, options.typeface, size, ink)
    normal.paragraph_format.line_spacing = options.line_spacing
    normal.paragraph_format.space_after = Pt(size * 0.75)
    normal.paragraph_format.widow_control = True
    if is_right_to_left(language):
        _property(normal, "bidi")
    for name, factor in _HEADINGS.items():
        _heading(document.styles[name], options, round(size * factor * 2) / 2, ink)
    document.styles["Title"].paragraph_format.space_after = Pt(size * 1.2)
    _remove(document.styles["Title"], "contextualSpacing")
    document.styles["Heading 1"].paragraph_format.page_break_before = options.section_pages
    _paragraph_styles(document, options, ink, right_to_left=is_right_to_left(language))
    for line in document.styles["Table Grid"].element.find(f".//{qn('w:tblBorders')}"):
        # "auto" is black, which nobody sees on a black page.
        line.set(qn("w:color"), ink)
    _contents(document.styles[_OWN[CONTENTS]], size, width)
    for name, colour in ((LINK, link), (CODE, ink)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.font.underline = name == LINK


def _defaults(document: Any, typeface: str, language: str) -> None:
    """Set language and typeface where all styles begin.

    `core_properties.language` alone does nothing for a screen reader: each `w:lang` counts.
    """
    root = document.styles.element
    for found in root.iter(qn("w:lang")):
        for script in ("val", "eastAsia", "bidi"):
            found.set(qn(f"w:{script}"), language)
    for fonts in root.iter(qn("w:rFonts")):
        _name_fonts(fonts, typeface)


def _name_fonts(fonts: Any, typeface: str) -> None:
    # A theme's font wins over a named one until its attribute goes.
    for key in [key for key in fonts.attrib if "theme" in key.lower()]:
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), typeface)


def _letters(style: Any, typeface: str, size: float, ink: str) -> None:
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(ink)
    # No italics: UKAAF G003:2019.
    style.font.italic = style.font.cs_italic = False
    _complex_size(style, size)
    _name_fonts(style.element.get_or_add_rPr().get_or_add_rFonts(), typeface)


def _complex_size(style: Any, size: float) -> None:
    """Set the size of scripts that Word calls complex (Arabic, Devanagari …): w:sz leaves them."""
    _remove(style, "szCs")
    style.element.rPr.find(qn("w:sz")).addnext(element("szCs", val=round(size * 2)))


def _remove(style: Any, name: str) -> None:
    for found in list(style.element.iter(qn(f"w:{name}"))):
        found.getparent().remove(found)


def _property(style: Any, name: str, *children: Any) -> None:
    """Give a paragraph style a property that python-docx does not know."""
    after = _AFTER[_AFTER.index(name) + 1 :]
    shape = style.element.get_or_add_pPr()
    shape.insert_element_before(element(name, *children), *(f"w:{each}" for each in after))


def _heading(style: Any, options: DocxOptions, size: float, ink: str) -> None:
    _letters(style, options.typeface, size, ink)
    style.font.bold = style.font.cs_bold = True
    shape = style.paragraph_format
    shape.keep_with_next = True
    shape.keep_together = True
    shape.space_before = Pt(options.font_size)
    shape.space_after = Pt(options.font_size * 0.5)
    _remove(style, "pBdr")


def _paragraph_styles(
    document: Any, options: DocxOptions, ink: str, *, right_to_left: bool
) -> None:
    size = options.font_size
    for name in _OWN.values():
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = document.styles["Normal"]
    quote, listed = document.styles["Quote"], document.styles["List Paragraph"]
    _letters(quote, options.typeface, size, ink)
    quote.paragraph_format.left_indent = Pt(size)
    side = "right" if right_to_left else "left"
    _property(quote, "pBdr", element(side, val="single", sz=24, space=8, color=ink))
    listed.paragraph_format.space_after = Pt(size * 0.5)
    listed.paragraph_format.left_indent = Pt(0)
    # Word leaves out the space between items of one style unless it is told otherwise.
    _remove(listed, "contextualSpacing")
    document.styles[LINES].paragraph_format.keep_together = True
    _quoted_heading(document.styles[_OWN[QUOTED_HEADING]], quote)
    cell = document.styles[_OWN[CELL]].paragraph_format
    cell.space_before = cell.space_after = Pt(size * 0.3)


def _quoted_heading(style: Any, quote: Any) -> None:
    """A heading of somebody else's text: it stands out, and is none of this document's."""
    style.base_style = quote
    style.font.bold = style.font.cs_bold = True
    style.paragraph_format.keep_with_next = True


def _contents(style: Any, size: float, width: float) -> None:
    style.paragraph_format.space_after = Pt(size * 0.4)
    # Long words of an entry keep clear of the number of its page.
    style.paragraph_format.right_indent = Pt(size * 3)
    # No dots to the page number: it is not there before Word has worked it out.
    style.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
