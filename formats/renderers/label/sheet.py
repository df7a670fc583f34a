"""Labels -> one page: each as large as its words fit, and under them the dots of Braille."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from formats import wording
from formats.errors import RenderError
from formats.model import NOWHERE, Added, Edition, Paragraph, Part, Text
from formats.model.findings import Finding, Severity
from formats.model.walk import Inlines, Piece, pieces
from formats.renderers.label import SMALLEST, LabelOptions, dots
from formats.text import braille
from formats.typesetting import colours, faces
from formats.typesetting.boxes import Box, Dots, Outline, height_of, stacked
from formats.typesetting.compositor import Compositor
from formats.typesetting.frame import Frame
from formats.typesetting.lines import widest_unit
from formats.typesetting.pagination import Page, Placed
from formats.typesetting.painter import Painter
from formats.typesetting.papers import MM, sheet
from formats.typesetting.runs import Look, Run, RunMaker
from formats.typesetting.setting import Setting
from formats.typesetting.tagging import Element, Tagging, finish
from formats.views.links import as_label

_SPACING = 1.3  # lines of a label
_BETWEEN = 0.3  # paragraphs of a label, in sizes of the text
_EDGE = 5 * MM  # from the cut to the words
_GAP = 6 * MM  # between labels
_MARGIN = 12 * MM  # above and below them; printers reach so far


@dataclass(frozen=True, slots=True)
class _Card:
    """What a label is cut to: at most `width` by `height` mm."""

    name: str
    width: float
    height: float


# A CD's case takes 120 mm each way; a card of 85 by 55 mm hangs from a memory stick.
_CARDS = (_Card("CD case", 120, 120), _Card("memory stick", 85, 55))


def write(edition: Edition, options: LabelOptions, out: BinaryIO) -> tuple[Finding, ...]:
    """Write the labels of `edition`. Raises `RenderError` for words that do not fit."""
    labels = tuple(part for part in edition.parts if part.kind == "label")
    if len(labels) != len(_CARDS):
        raise RenderError(
            "Only the view “label” or “easy-read-label” of a leaflet can be made into labels. "
            "Name one of them for this format.",
            edition.place,
        )
    size = options.font_size
    setting = Setting(
        faces.load(options.typeface, all_bold=False), colours.pair("black-on-white"),
        sheet(options.paper), size, _SPACING * size,
    )  # fmt: skip
    made = _Sheet(edition, options, setting)
    page = made.page()
    made.compositor.refuse_lacking()
    drawn = BytesIO()
    tagged = Painter(setting, edition.title, drawn).paint([page])
    tagging = Tagging(
        made.root, edition.title, edition.language, edition.publisher, edition.description,
        options.pdf_ua, (), edition.date,
    )  # fmt: skip
    finish(drawn.getvalue(), tagged, tagging, out)
    return tuple(made.findings())


class _Sheet:
    """The page while it is made."""

    def __init__(self, edition: Edition, options: LabelOptions, setting: Setting) -> None:
        self.edition = edition
        self.options = options
        self.setting = setting
        self.words = wording.of(edition.language)
        runs = RunMaker(setting.typeface, {}, lambda picture: picture.media)
        self.compositor = Compositor(setting, runs)
        self.labels = [part for part in edition.parts if part.kind == "label"]
        self.sizes: dict[str, float] = {}  # pt, of the labels
        wanted = options.braille != "no"
        self.why_not = braille.why_not(edition.language) if wanted else ""

    def findings(self) -> Iterator[Finding]:
        """Yield what staff should know: readers of a label see its words alone."""
        place = self.edition.place
        for name, size in self.sizes.items():
            if size < self.options.font_size:
                message = (
                    f"The words of the label for a {name} are {size:g} pt and not "
                    f"{self.options.font_size:g}, so that they fit. Shorten the title if they "
                    "should be larger."
                )
                yield Finding("label-small", Severity.HINT, message, place)
        if self.why_not:
            message = (
                f"There is no label in Braille: {self.why_not}. Install liblouis (on Debian the "
                "package liblouis-bin), or choose braille = “no”."
            )
            yield Finding("label-no-braille", Severity.HINT, message, place)

    def page(self) -> Page:
        """Return the page. Raises `RenderError` if what is on it does not fit."""
        size = self.options.font_size
        room = self.setting.paper[1] - 2 * _MARGIN
        while height_of(boxes := self._boxes(size)) > room:
            if size <= SMALLEST:
                raise RenderError(
                    f"The labels take {height_of(boxes) / MM:.0f} mm, and {self.options.paper} "
                    f"paper has room for {room / MM:.0f}. Shorten the title, or leave the Braille "
                    "out.",
                    self.edition.place,
                )
            size = max(SMALLEST, size - 1)
        return self._placed(boxes)

    def _boxes(self, size: float) -> list[Box]:
        """Return all boxes, with labels whose words are at most `size` points large."""
        self.root = Element("Document", language=self.edition.language)
        self.frame = Frame(self.root, 0, self.setting.width)
        boxes = self._said(self.words("label-how"))
        boxes[0].before = 0
        for number, (part, card) in enumerate(zip(self.labels, _CARDS, strict=True)):
            boxes.append(self._label(part, card, "P" if number else "H1", size))
        return boxes + self._braille()

    def _placed(self, boxes: list[Box]) -> Page:
        page = Page()
        top = self.setting.top - (self.setting.paper[1] - _MARGIN)
        for box in boxes:
            page.placed.append(Placed(box, top + box.before))
            top += box.before + box.height
        return page

    def _said(self, *words: Added) -> list[Box]:
        """Return words to whoever prints the page."""
        spaced: Inlines = tuple(part for word in words for part in (word, Text(" ")))[:-1]
        runs = self.compositor.runs.inlines(spaced, self.root.add("P"), NOWHERE)
        boxes = self.compositor.text(runs, self.frame, SMALLEST)
        boxes[0].before = _GAP
        return boxes

    # --- Words

    def _label(self, part: Part, card: _Card, title: str, size: float) -> Box:
        """Return the box of a label, whose title is an element of the type `title`."""
        section = self.root.add("Sect")
        frame = Frame(section, _EDGE, card.width * MM - 2 * _EDGE)
        paragraphs = self._runs(part, title, section)
        while (boxes := self._fitted(paragraphs, frame, size, card)) is None:
            if size <= SMALLEST:
                raise RenderError(
                    f"The words of the label for a {card.name} do not fit {card.width:g} by "
                    f"{card.height:g} mm at {SMALLEST} pt. Shorten the title, or the name of "
                    "the organisation.",
                    self.edition.place,
                )
            size = max(SMALLEST, size - 1)
        self.sizes[card.name] = size
        return _cut_out(boxes, card.width * MM)

    def _runs(self, part: Part, title: str, section: Element) -> list[list[Run]]:
        inlines, place = self.compositor.runs.inlines, self.edition.place
        heading = inlines(part.heading, section.add(title), place, Look(bold=True))
        # Nobody follows a link on what is cut out and stuck on.
        rest = (inlines(as_label(p.children), section.add("P"), place) for p in _paragraphs(part))
        return [heading, *rest]

    def _fitted(
        self, paragraphs: list[list[Run]], frame: Frame, size: float, card: _Card
    ) -> list[Box] | None:
        """Return the lines of a label at a size, or None if they do not fit."""
        if size > SMALLEST and any(widest_unit(runs, size) > frame.width for runs in paragraphs):
            return None  # a word would be broken
        boxes: list[Box] = []
        for runs in paragraphs:
            made = self.compositor.text(runs, frame, size)
            made[0].before = _BETWEEN * size
            boxes += made
        return boxes if height_of(boxes) + 2 * _EDGE <= card.height * MM else None

    # --- Braille

    def _braille(self) -> list[Box]:
        """Return the boxes of the label in Braille, if there can be one."""
        if self.options.braille == "no":
            return []
        if self.why_not and self.options.braille == "yes":
            raise RenderError(
                f"The label cannot be made in Braille: {self.why_not}. Install liblouis (on Debian "
                "the package liblouis-bin), or choose braille = “no”.",
                self.edition.place,
            )
        if self.why_not:
            return []
        return [*self._said(self.words("label-braille")), self._dots()]

    def _dots(self) -> Box:
        """Return the box of the title and what the recording is, as on the largest label."""
        width = _CARDS[0].width * MM
        said = [_whole(self.labels[0].heading, self.edition.language)]
        said += [_whole(p.children, self.edition.language) for p in _paragraphs(self.labels[0])[:1]]
        room = (width - 2 * _EDGE) / MM
        lines = dots.lines(said, room, contracted=self.options.contracted)
        alt = self.words("braille-of", words=f"{'. '.join(words for words, _ in said)}.")
        spoken = "" if alt.language == self.edition.language else alt.language
        figure = self.root.add("Figure", alt=alt.text, language=spoken)
        middles = [(_EDGE + x * MM, y * MM) for x, y in dots.middles(lines)]
        drawn = Dots(middles, dots.DIAMETER / 2 * MM, figure.content())
        return _cut_out([Box(len(lines) * dots.LINES_APART * MM, [drawn])], width)


def _paragraphs(part: Part) -> list[Paragraph]:
    return [block for block in part.blocks if isinstance(block, Paragraph)]


def _whole(inlines: Inlines, language: str) -> Piece:
    """Return the words of a run with the language that they begin in."""
    found = list(pieces(inlines, language))
    return "".join(words for words, _ in found), found[0][1]


def _cut_out(boxes: list[Box], width: float) -> Box:
    """Return `boxes` as one, with the line to cut along around it."""
    boxes[0].before = 0
    whole = stacked([Box(_EDGE), *boxes, Box(_EDGE)])
    whole.parts.append(Outline(0, 0, width, whole.height))
    whole.before = _GAP
    return whole
