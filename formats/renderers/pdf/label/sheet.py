"""Labels -> one page: each as large as its words fit, and under them the dots of Braille."""

from io import BytesIO
from typing import BinaryIO

from formats import wording
from formats.errors import RenderError
from formats.model import NOWHERE, Leaflet
from formats.renderers.pdf import PdfOptions
from formats.renderers.pdf.boxes import Box, Dots, Outline, height_of, stacked
from formats.renderers.pdf.compose import Composer
from formats.renderers.pdf.document import refuse_lacking
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.label import SMALLEST, LabelOptions
from formats.renderers.pdf.label.words import Label, labels
from formats.renderers.pdf.lines import widest_unit
from formats.renderers.pdf.pagination import Page, Placed
from formats.renderers.pdf.painter import Painter
from formats.renderers.pdf.runs import Look, Run
from formats.renderers.pdf.setting import MM, setting
from formats.renderers.pdf.tagging import Element, Tagging, finish
from formats.text import braille

_HOW = "Print this page at its actual size, and cut along the lines."
_BRAILLE = "In Braille, to print on swell paper:"
_SPACING = 1.3  # lines of a label
_BETWEEN = 0.3  # paragraphs of a label, in sizes of the text
_EDGE = 5 * MM  # from the cut to the words
_GAP = 6 * MM  # between labels
_MARGIN = 12 * MM  # above and below them; printers reach so far
# Braille as the UK's Association for Accessible Formats measures it, in mm.
_DOT, _DOTS_APART, _CELLS_APART, _LINES_APART = 1.5, 2.5, 6.0, 10.0


def write(leaflet: Leaflet, options: LabelOptions, out: BinaryIO) -> None:
    """Write the labels of `leaflet`. Raises `RenderError` for words that do not fit."""
    chosen = setting(
        PdfOptions(
            font_size=options.font_size, line_spacing=_SPACING, paper=options.paper,
            typeface=options.typeface, pdf_ua=options.pdf_ua,
        )
    )  # fmt: skip
    sheet = _Sheet(leaflet, options, Composer(leaflet, chosen))
    page = sheet.page()
    refuse_lacking(sheet.composer, chosen)
    drawn = BytesIO()
    tagged = Painter(chosen, leaflet.title, drawn).paint([page], numbered=False)
    tagging = Tagging(
        sheet.root, leaflet.title, leaflet.language, leaflet.organisation.name,
        part=options.pdf_ua, date=leaflet.edition,
    )  # fmt: skip
    finish(drawn.getvalue(), tagged, tagging, out)


class _Sheet:
    """The page while it is made."""

    def __init__(self, leaflet: Leaflet, options: LabelOptions, composer: Composer) -> None:
        self.leaflet = leaflet
        self.options = options
        self.composer = composer

    def page(self) -> Page:
        """Return the page. Raises `RenderError` if what is on it does not fit."""
        size = self.options.font_size
        room = self.composer.setting.paper[1] - 2 * _MARGIN
        while height_of(boxes := self._boxes(size)) > room:
            if size <= SMALLEST:
                raise RenderError(
                    f"The labels take {height_of(boxes) / MM:.0f} mm, and {self.options.paper} "
                    f"paper has room for {room / MM:.0f}. Shorten the title, or leave the Braille "
                    "out.",
                    self.leaflet.place,
                )
            size = max(SMALLEST, size - 1)
        return self._placed(boxes)

    def _boxes(self, size: float) -> list[Box]:
        """Return all boxes, with labels whose words are at most `size` points large."""
        self.root = Element("Document")
        self.frame = Frame(self.root, 0, self.composer.setting.width)
        case, stick = labels(self.leaflet)
        boxes = self._said(_HOW)
        boxes[0].before = 0
        boxes += [self._label(case, "H1", size), self._label(stick, "P", size)]
        return boxes + self._braille(case)

    def _placed(self, boxes: list[Box]) -> Page:
        setting = self.composer.setting
        page = Page()
        top = setting.top - (setting.paper[1] - _MARGIN)
        for box in boxes:
            page.placed.append(Placed(box, top + box.before))
            top += box.before + box.height
        return page

    def _said(self, words: str) -> list[Box]:
        """Return words to whoever prints the page."""
        element = self.root.add("P", language=self.composer.own_language)
        boxes = self.composer.text(
            self.composer.runs.words(words, element, NOWHERE), self.frame, SMALLEST
        )
        boxes[0].before = _GAP
        return boxes

    # --- Words

    def _label(self, label: Label, title: str, size: float) -> Box:
        """Return the box of a label, whose title is an element of the type `title`."""
        section = self.root.add("Sect")
        frame = Frame(section, _EDGE, label.width * MM - 2 * _EDGE)
        paragraphs = self._runs(label, title, section)
        while (boxes := self._fitted(paragraphs, frame, size, label)) is None:
            if size <= SMALLEST:
                raise RenderError(
                    f"The words of the label for a {label.name} do not fit {label.width:g} by "
                    f"{label.height:g} mm at {SMALLEST} pt. Shorten the title, or the name of "
                    "the organisation.",
                    self.leaflet.place,
                )
            size = max(SMALLEST, size - 1)
        return _cut_out(boxes, label.width * MM)

    def _runs(self, label: Label, title: str, section: Element) -> list[list[Run]]:
        made: list[list[Run]] = []
        for paragraph in label.paragraphs:
            element = section.add("P" if made else title)
            look = Look(bold=not made)
            place = self.leaflet.place
            made.append(self.composer.runs.inlines(paragraph.children, element, place, look))
        return made

    def _fitted(
        self, paragraphs: list[list[Run]], frame: Frame, size: float, label: Label
    ) -> list[Box] | None:
        """Return the lines of a label at a size, or None if they do not fit."""
        if size > SMALLEST and any(widest_unit(runs, size) > frame.width for runs in paragraphs):
            return None  # a word would be broken
        boxes: list[Box] = []
        for runs in paragraphs:
            made = self.composer.text(runs, frame, size)
            made[0].before = _BETWEEN * size
            boxes += made
        return boxes if height_of(boxes) + 2 * _EDGE <= label.height * MM else None

    # --- Braille

    def _braille(self, label: Label) -> list[Box]:
        """Return the boxes of the label in Braille, or of the reason why there is none."""
        if self.options.braille == "no":
            return []
        reason = braille.why_not(self.leaflet.language)
        if reason and self.options.braille == "yes":
            raise RenderError(
                f"The label cannot be made in Braille: {reason}. Install liblouis (on Debian "
                "the package liblouis-bin), or choose braille = “no”.",
                self.leaflet.place,
            )
        if reason:
            return self._said(f"There is no label in Braille: {reason}.")
        return [*self._said(_BRAILLE), self._dots(label.width)]

    def _dots(self, width: float) -> Box:
        title, kind = self.leaflet.title, wording.spoken_audio(self.leaflet)
        room = round((width * MM - 2 * _EDGE) / MM // _CELLS_APART)
        lines: list[str] = []
        for words, language in ((title, self.leaflet.language), (kind, wording.LANGUAGE)):
            made = braille.cells(words, language, contracted=self.options.contracted)
            lines += braille.lines(made, room)
        figure = self.root.add("Figure", alt=f"In Braille: {title}. {kind}.")
        middles = [
            (_EDGE + x * MM, y * MM)
            for number, line in enumerate(lines)
            for x, y in _middles(line, number * _LINES_APART)
        ]
        dots = Dots(middles, _DOT / 2 * MM, figure.content())
        return _cut_out([Box(len(lines) * _LINES_APART * MM, [dots])], width * MM)


def _middles(line: str, top: float) -> list[tuple[float, float]]:
    """Return where the dots of a line of Braille are, in mm from its left end and the top."""
    edge = _LINES_APART / 2 - _DOTS_APART  # so that a line's dots lie in the middle of it
    return [
        (_DOT / 2 + at * _CELLS_APART + column * _DOTS_APART, top + edge + row * _DOTS_APART)
        for at, cell in enumerate(line)
        for column, row in braille.dots(cell)
    ]


def _cut_out(boxes: list[Box], width: float) -> Box:
    """Return `boxes` as one, with the line to cut along around it."""
    boxes[0].before = 0
    whole = stacked([Box(_EDGE), *boxes, Box(_EDGE)])
    whole.parts.append(Outline(0, 0, width, whole.height))
    whole.before = _GAP
    return whole
