"""Every look of the document, on styles: a person changes it in Word in one place."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from formats.renderers.docx import DocxOptions
from formats.renderers.docx.xml import element

QUOTE, QUOTED_LIST, LIST = "Quote", "Quoted List", "List Paragraph"
LINES, SMALL_PRINT, CONTENTS = "Lines", "About", "Contents Entry"
LINK, CODE = "Link", "Code"
_HEADINGS = {"Title": 1.7, "Heading 1": 1.4, "Heading 2": 1.2, "Heading 3": 1.1, "Heading 4": 1.0,
             "Heading 5": 1.0, "Heading 6": 1.0}  # fmt: skip
# Page, text and link colours; text on page is at least 14 : 1, links at least 7 : 1.
COLOURS = {
    "white": ("FFFFFF", "000000", "003C88"),
    "cream": ("FFF8E1", "000000", "003C88"),
    "yellow": ("FFF59D", "000000", "003070"),
    "black": ("000000", "FFEB3B", "9CD3FF"),
}


def apply(document: Any, options: DocxOptions, language: str) -> None:
    """Give the styles of `document` the looks of `options`."""
    _page, ink, link = COLOURS[options.page_colour]
    size = options.font_size
    _defaults(document, options.typeface, language)
    normal = document.styles["Normal"]
    _letters(normal, options.typeface, size, ink)
    normal.paragraph_format.line_spacing = options.line_spacing
    normal.paragraph_format.space_after = Pt(size * 0.75)
    normal.paragraph_format.widow_control = True
    for name, factor in _HEADINGS.items():
        _heading(document.styles[name], options, round(size * factor * 2) / 2, ink)
    document.styles["Heading 1"].paragraph_format.page_break_before = options.section_pages
    _paragraph_styles(document, options, ink)
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
        found.set(qn("w:val"), language)
    for fonts in root.iter(qn("w:rFonts")):
        _name_fonts(fonts, typeface)


def _name_fonts(fonts: Any, typeface: str) -> None:
    # A theme's font wins over a named one until its attribute goes.
    for key in [key for key in fonts.attrib if "Theme" in key]:
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), typeface)


def _letters(style: Any, typeface: str, size: float, ink: str) -> None:
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(ink)
    style.font.italic = False  # no italics: UKAAF G003:2019
    _name_fonts(style.element.get_or_add_rPr().get_or_add_rFonts(), typeface)


def _heading(style: Any, options: DocxOptions, size: float, ink: str) -> None:
    _letters(style, options.typeface, size, ink)
    style.font.bold = True
    shape = style.paragraph_format
    shape.keep_with_next = True
    shape.keep_together = True
    shape.space_before = Pt(options.font_size)
    shape.space_after = Pt(options.font_size * 0.5)
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)


def _paragraph_styles(document: Any, options: DocxOptions, ink: str) -> None:
    size = options.font_size
    for name in (QUOTED_LIST, LINES, SMALL_PRINT, CONTENTS):
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = document.styles["Normal"]
    for name in (QUOTE, QUOTED_LIST):
        style = document.styles[name]
        _letters(style, options.typeface, size, ink)
        style.paragraph_format.left_indent = Pt(size)
        _rule_at_left(style, ink)
    document.styles[LIST].paragraph_format.space_after = Pt(size * 0.5)
    for name in (LIST, QUOTED_LIST):
        # Word leaves out the space between items of one style unless it is told otherwise.
        for found in document.styles[name].element.iter(qn("w:contextualSpacing")):
            found.getparent().remove(found)
    document.styles[LINES].paragraph_format.keep_together = True
    document.styles[CONTENTS].paragraph_format.space_after = Pt(size * 0.4)


def _rule_at_left(style: Any, ink: str) -> None:
    rule = element("left", val="single", sz=24, space=8, color=ink)
    shape = style.element.get_or_add_pPr()
    shape.insert_element_before(
        element("pBdr", rule), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
