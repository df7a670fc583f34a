"""Options -> lengths, by the rules of a guideline for large print."""

from dataclasses import dataclass

from formats.renderers.pdf import PdfOptions
from formats.typesetting import colours, faces
from formats.typesetting.papers import MM, sheet
from formats.typesetting.setting import HEADINGS, Setting

_LEAST_SPACING = 1.5  # ACB:2025


@dataclass(frozen=True)
class Guideline:
    """A guideline for large print: its name, and what it asks of headings and of stress.

    `headings` are the sizes of title, sections, their parts and the rest, in sizes of the body.
    """

    name: str
    headings: tuple[float, ...]
    underlined_stress: bool
    typeface: str = ""


_GUIDELINES = {
    "UKAAF-G003-2019": Guideline("UKAAF G003:2019", HEADINGS, False),
    # ACB asks for 20 and 22 pt above a body of 18.
    "ACB-2025": Guideline("ACB:2025", (22 / 18, 22 / 18, 20 / 18, 20 / 18, 1.0), True, "Arial"),
}


def guideline(options: PdfOptions) -> Guideline:
    """Return the guideline that `options` name."""
    return _GUIDELINES[options.guideline]


def setting(options: PdfOptions) -> Setting:
    """Return what `options` decide. Raises `RenderError` for a typeface that cannot be used."""
    rules = guideline(options)
    spacing = options.line_spacing
    return Setting(
        faces.load(options.typeface, all_bold=options.bold),
        colours.pair(options.colours),
        sheet(options.paper, options.orientation),
        options.font_size,
        options.font_size * (max(spacing, _LEAST_SPACING) if rules.underlined_stress else spacing),
        rules.headings,
        options.binding_margin * MM,
    )
