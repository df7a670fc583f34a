"""Pages -> marked content on a reportlab canvas."""

from collections.abc import Sequence
from itertools import groupby
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from formats.pictures import raster
from formats.text.titles import shortened
from formats.typesetting.boxes import Bar, Box, Dots, Image, Outline, PageNumber, Rule, Words
from formats.typesetting.colours import Colour
from formats.typesetting.faces import Face
from formats.typesetting.figures import DOTS_PER_POINT
from formats.typesetting.images import Images
from formats.typesetting.lines import PICTURE_HEIGHT, Piece, stretches
from formats.typesetting.pagination import Page, Placed
from formats.typesetting.setting import Setting
from formats.typesetting.tagging import Content, Link, TaggedPages, Target

# Letters in place of bytes make pictures larger and slower; qpdf would only undo it.
rl_config.useA85 = 0
_BAR = 0.12  # thickness of a quotation's bar, in sizes of the text
_UNDERLINE = 0.06  # thickness of an underline
_BELOW = 0.14  # from the base line to the underline
_WHITE = (1.0, 1.0, 1.0)
_OUTLINE = 0.03  # of thickened letters
_CUT = 0.75  # pt: thickness of lines to cut along


class Painter:
    """Paints the pages of one document to `out`."""

    def __init__(self, setting: Setting, title: str, out: BinaryIO) -> None:
        self.setting = setting
        self.title = title
        # reportlab puts its first font into every page, Helvetica if none is named, and
        # PDF/UA wants each one embedded.
        self.canvas = Canvas(
            out, pagesize=setting.paper, invariant=1, pageCompression=1,
            initialFontName=setting.typeface.regular.name, initialFontSize=setting.size,  # type: ignore[arg-type]
        )  # fmt: skip
        self.tagged = TaggedPages(self.canvas)
        self._images = Images(self.canvas)
        self._underlines: list[tuple[float, float, float, Colour]] = []

    def paint(self, pages: Sequence[Page], numbers: Sequence[tuple[str, ...]] = ()) -> TaggedPages:
        """Paint all pages; return what was marked on them.

        `numbers` are for each page the ways to say its number, the first one wanted most.
        """
        for index, page in enumerate(pages):
            if index:
                self.tagged.next_page()
            self._page(page)
            if numbers:
                with self.tagged.artifact("Pagination"):
                    self._furniture(numbers[index], titled=index > 0)
        self.tagged.end()
        self.canvas.save()
        return self.tagged

    def _page(self, page: Page) -> None:
        with self.tagged.artifact("Background"):
            self._fill(self.setting.colours.page)
            self.canvas.rect(0, 0, *self.setting.paper, stroke=0, fill=1)
        for placed in page.placed:
            self._placed(placed)
        with self.tagged.artifact("Layout"):
            self._bars(page.placed)
            for x, y, width, colour in self._underlines:
                self._fill(colour)
                thickness = _UNDERLINE * self.setting.size
                self.canvas.rect(x, y - thickness, width, thickness, stroke=0, fill=1)
        self._underlines.clear()

    # --- Boxes

    def _placed(self, placed: Placed) -> None:
        top = self.setting.top - placed.top
        if placed.again:
            with self.tagged.artifact("Pagination"):
                self._box(placed.box, top, again=True)
            return
        for element in placed.box.anchors:
            element.target = Target(self.tagged.page, top)
        self._box(placed.box, top)

    def _box(self, box: Box, top: float, *, again: bool = False) -> None:
        for part in box.parts:
            match part:
                case Words():
                    self._words(part, top, again)
                case Image():
                    self._image(part, top, again)
                case Rule():
                    self._rule(part, top, again)
                case PageNumber():
                    self._page_number(part, top)
                case Outline():
                    self._outline(part, top)
                case Dots():
                    self._dots(part, top)

    def _begin(self, content: Content | None, again: bool) -> bool:
        """Begin to draw content; say whether it is an artifact that must be ended."""
        if again:
            return False
        if content is not None:
            self.tagged.mark(content)
            return False
        self.tagged.begin_artifact("Layout")
        return True

    def _piece(self, piece: Piece, left: float, base: float, size: float, again: bool) -> None:
        run = piece.run
        ends = self._begin(run.content, again)
        x = left + piece.x
        if run.picture:
            height = PICTURE_HEIGHT * size
            media = run.picture
            if run.content:
                run.content.element.place((x, base - 0.2 * size, x + height, base + size))
            self._images.draw(media.digest, raster.png(media, round(height * DOTS_PER_POINT)),
                       (x, base - 0.2 * size, height, height))  # fmt: skip
        else:
            colours = self.setting.colours
            self._text(
                piece.text, run.face, (x, base), size, colours.link if run.link else colours.text
            )
        if ends:
            self.tagged.end_artifact()

    def _words(self, words: Words, top: float, again: bool) -> None:
        left, base = self.setting.left + words.x, top - words.base
        for piece in words.line.pieces:
            self._piece(piece, left, base, words.size, again)
        if again:
            return
        for (link, underlined), pieces in groupby(
            words.line.pieces, key=lambda piece: (piece.run.link, piece.run.underlined)
        ):
            for x, width in stretches(list(pieces), words.size):
                if link:
                    self._area(link, left + x, base, width, words.size)
                if underlined:
                    colours = self.setting.colours
                    colour = colours.link if link else colours.text
                    self._underlines.append((left + x, base - _BELOW * words.size, width, colour))

    def _area(self, link: Link, x: float, base: float, width: float, size: float) -> None:
        """Let a stretch of a line lead where `link` does."""
        area = (x, base - 0.25 * size, x + width, base + 0.85 * size)
        link.areas.append((self.tagged.page, area))

    def _page_number(self, part: PageNumber, top: float) -> None:
        width = part.run.face.width(part.text) * part.size
        x, base = self.setting.left + part.right - width, top - part.base
        leader = part.right - width - part.size / 2 - part.start
        self._rule(Rule(part.start, part.base, leader, part.size / 12, dotted=True), top, False)
        ends = self._begin(part.run.content, again=False)
        colours = self.setting.colours
        colour = colours.link if part.run.link else colours.text
        self._text(part.text, part.run.face, (x, base), part.size, colour)
        if ends:
            self.tagged.end_artifact()
        if part.run.link:
            self._area(part.run.link, x, base, width, part.size)
            part.run.link.become_one_area()
            self._underlines.append((x, base - _BELOW * part.size, width, colour))

    def _text(
        self, words: str, face: Face, at: tuple[float, float], size: float, colour: Colour
    ) -> None:
        text = self.canvas.beginText(*at)
        text.setFont(face.name, size)
        text.setFillColorRGB(*colour)
        if face.thickened:
            self.canvas.setStrokeColorRGB(*colour)
            self.canvas.setLineWidth(_OUTLINE * size)
            text.setTextRenderMode(2)
        text.textOut(words)
        if face.thickened:
            text.setTextRenderMode(0)
        self.canvas.drawText(text)

    def _image(self, image: Image, top: float, again: bool) -> None:
        ends = self._begin(image.content, again)
        x = self.setting.left + image.x
        y = top - image.top - image.height
        if self.setting.colours.dark:
            # Black lines would vanish on a black page.
            self._fill(_WHITE)
            self.canvas.rect(x, y, image.width, image.height, stroke=0, fill=1)
        png = raster.png(image.media, round(image.width * DOTS_PER_POINT))
        self._images.draw(image.media.digest, png, (x, y, image.width, image.height))
        if image.content:
            image.content.element.place((x, y, x + image.width, y + image.height))
        if ends:
            self.tagged.end_artifact()

    # --- What is no part of the text

    def _rule(self, rule: Rule, top: float, again: bool) -> None:
        ends = self._begin(None, again)
        self.canvas.setStrokeColorRGB(*self.setting.colours.text)
        self.canvas.setLineWidth(rule.thickness)
        if rule.dotted:
            self.canvas.setLineCap(1)
            self.canvas.setDash([0, 5 * rule.thickness])
        x, y = self.setting.left + rule.x, top - rule.y
        self.canvas.line(x, y, x + rule.width, y)
        if rule.dotted:
            self.canvas.setDash()
            self.canvas.setLineCap(0)
        if ends:
            self.tagged.end_artifact()

    def _outline(self, outline: Outline, top: float) -> None:
        with self.tagged.artifact("Layout"):
            self.canvas.setStrokeColorRGB(*self.setting.colours.text)
            self.canvas.setLineWidth(_CUT)
            self.canvas.setDash([4 * _CUT, 4 * _CUT])
            x, y = self.setting.left + outline.x, top - outline.top - outline.height
            self.canvas.rect(x, y, outline.width, outline.height, stroke=1, fill=0)
            self.canvas.setDash()

    def _dots(self, dots: Dots, top: float) -> None:
        self.tagged.mark(dots.content)
        self._fill(self.setting.colours.text)
        placed = [(self.setting.left + x, top - y) for x, y in dots.middles]
        for x, y in placed:
            self.canvas.circle(x, y, dots.radius, stroke=0, fill=1)
        across, down = zip(*placed, strict=True)
        low, high = (min(across), min(down)), (max(across), max(down))
        around = dots.radius
        dots.content.element.place(
            (low[0] - around, low[1] - around, high[0] + around, high[1] + around)
        )

    def _bars(self, placed: list[Placed]) -> None:
        """Draw the bars of quotations, through the spaces between their boxes too."""
        self._fill(self.setting.colours.text)
        thickness = _BAR * self.setting.size
        ends: dict[Bar, float] = {}
        for this in placed:
            box = this.box
            bottom = this.top + box.height
            for bar in box.bars:
                high = ends.get(bar, this.top)
                x, y = self.setting.left + bar.x, self.setting.top - bottom
                self.canvas.rect(x, y, thickness, bottom - high, stroke=0, fill=1)
                ends[bar] = bottom

    def _furniture(self, numbers: tuple[str, ...], titled: bool) -> None:
        """Draw page number and running title, at body size as every word (UKAAF G003:2019).

        `numbers` are ways to say the number: the first that fits is drawn, else the last.
        """
        setting = self.setting
        face, size = setting.typeface.regular, setting.size
        fitting = (words for words in numbers if face.width(words) * size <= setting.width)
        words = next(fitting, numbers[-1])
        width = face.width(words) * size
        right = setting.left + setting.width - width
        self._text(words, face, (right, setting.foot), size, setting.colours.text)
        room = (setting.width - width - 2 * size) / size
        title = shortened(self.title, lambda words: face.width(words) <= room)
        if titled and title:
            self._text(title, face, (setting.left, setting.foot), size, setting.colours.text)

    def _fill(self, colour: Colour) -> None:
        self.canvas.setFillColorRGB(*colour)
