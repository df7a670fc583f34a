"""Model blocks -> structure elements, and the boxes that show them."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import assert_never

from formats import wording
from formats.errors import Place, RenderError
from formats.model import (
    Block,
    BulletList,
    Contact,
    EasyRead,
    Figure,
    Idea,
    LanguageBlock,
    Leaflet,
    NumberedList,
    Only,
    Paragraph,
    Preformatted,
    Quotation,
    Section,
    Step,
    Steps,
    Table,
    WordList,
)
from formats.model.walk import Inlines, plain_text, walk
from formats.renderers.pdf import lists, rows, tables
from formats.renderers.pdf.boxes import (
    Bar,
    Box,
    Kept,
    Words,
    keep_with_next,
    no_lonely_lines,
)
from formats.renderers.pdf.figures import Figures
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.lines import break_lines
from formats.renderers.pdf.runs import Look, Run, RunMaker
from formats.renderers.pdf.setting import CHARACTERS_A_LINE, Setting
from formats.renderers.pdf.tagging import Element

_DEEPEST = 6  # ISO 32000-1 knows H1 to H6
_BASE = 0.7  # height of capitals, in sizes of the text


class Composer:
    """Composes one document. `bookmarks` are (level from 0, title, element), in order."""

    def __init__(self, leaflet: Leaflet, setting: Setting) -> None:
        self.setting = setting
        self.figures = Figures(setting)
        self.anchors = _anchors(leaflet)
        self.runs = RunMaker(setting.typeface, setting.guideline.underlined_stress, self.anchors)
        self.bookmarks: list[tuple[int, str, Element]] = []
        self.table_numbers = count(1)
        english = leaflet.language.partition("-")[0].lower() == "en"
        self.own_language = "" if english else wording.LANGUAGE

    # --- Blocks

    def blocks(self, blocks: Iterable[Block], frame: Frame) -> list[Box]:
        """Return the boxes of `blocks`. A paragraph that leads on is kept with the next."""
        made: list[Box] = []
        blocks = list(blocks)
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            boxes = self.block(block, frame)
            if following and _leads_in(block, following):
                keep_with_next(boxes)
            made += boxes
        return made

    def block(self, block: Block, frame: Frame) -> list[Box]:
        """Return the boxes of one block, whose structure is added to the frame's element."""
        match block:
            case Paragraph():
                return self.paragraph(block.children, frame, block.place)
            case Section():
                return self.section(block, frame)
            case BulletList() | NumberedList():
                return lists.boxes(self, block, frame)
            case Table():
                return tables.boxes(self, block, frame)
            case Figure():
                return self.figure(block, frame)
            case Quotation():
                return self._quotation(block, frame)
            case Steps():
                return self._steps(block, frame)
            case Contact():
                return rows.contact(self, block, frame)
            case LanguageBlock():
                part = frame.element.add("Div", language=block.lang)
                return self.blocks(block.blocks, frame.within(part))
            case Preformatted():
                element = frame.element.add("P")
                return self.text(
                    self.runs.lines(block.text, element.add("Code"), block.place), frame
                )
            case Idea():
                return rows.idea(self, block, frame)
            case WordList():
                return lists.word_list(self, block, frame)
            case EasyRead() | Only():
                raise RenderError("This leaflet has not been made into a view yet.", block.place)
            case _:
                assert_never(block)

    def paragraph(self, inlines: Inlines, frame: Frame, place: Place, kind: str = "P") -> list[Box]:
        """Return the boxes of a paragraph in an element of its own, of type `kind`."""
        element = frame.element.add(kind)
        return self.text(self.runs.inlines(inlines, element, place), frame)

    def said(self, words: str, frame: Frame, place: Place, *, bold: bool = False) -> list[Box]:
        """Return the boxes of a paragraph of words that the program adds."""
        element = frame.element.add("P", language=self.own_language)
        return self.text(self.runs.words(words, element, place, Look(bold)), frame)

    def text(self, runs: list[Run], frame: Frame, size: float = 0) -> list[Box]:
        """Return the boxes of `runs`, a line each, `size` points large or as the body is."""
        large = size or self.setting.size
        pitch = self.setting.pitch if large == self.setting.size else 1.3 * large
        lines = break_lines(runs, large, frame.width, CHARACTERS_A_LINE)
        boxes = [
            Box(
                pitch, [Words(line, frame.x, (pitch + _BASE * large) / 2, large)], bars=frame.bars,
                anchors=[piece.run.anchor for piece in line.pieces if piece.run.anchor],
            )
            for line in lines
        ]  # fmt: skip
        # Between paragraphs at least one blank line (UKAAF G003:2019).
        boxes[0].before = self.setting.pitch
        return no_lonely_lines(boxes)

    # --- Headings and what stands under them

    def section(self, block: Section, frame: Frame) -> list[Box]:
        """Return the boxes of a section, its heading kept with what follows."""
        inner = frame.within(frame.element.add("Sect"))
        return self._headed(block, inner) + self.blocks(block.blocks, inner)

    def _headed(self, block: Section | Step, frame: Frame) -> list[Box]:
        label = f"{wording.step_label(block)}: " if isinstance(block, Step) else ""
        heading = frame.element.adopt(self.anchors[block.id])
        runs = self.runs.words(label, self.added(heading), block.place, Look(True)) if label else []
        runs += self.runs.inlines(block.heading, heading, block.place, Look(True))
        self.bookmarks.append((block.level - 2, label + plain_text(block.heading), heading))
        return self.heading_boxes(runs, heading, block.level, frame)

    def added(self, element: Element) -> Element:
        """Return where in `element` words that the program adds belong."""
        return element.add("Span", language=self.own_language) if self.own_language else element

    def heading(self, words: str, level: int, frame: Frame, place: Place) -> list[Box]:
        """Return the boxes of a heading that the program adds, with its bookmark."""
        element = frame.element.add(f"H{level}", language=self.own_language)
        self.bookmarks.append((0, words, element))
        return self.heading_boxes(
            self.runs.words(words, element, place, Look(True)), element, level, frame
        )

    def heading_boxes(
        self, runs: list[Run], element: Element, level: int, frame: Frame
    ) -> list[Box]:
        """Return the boxes of a heading: all its lines kept together and with what follows."""
        boxes = self.text(runs, frame, self.setting.heading_size(level))
        for box in boxes:
            box.kept = Kept.FIRMLY
        boxes[0].before = 1.5 * self.setting.pitch
        boxes[0].anchors.append(element)
        boxes[-1].after = 0.5 * self.setting.pitch
        return boxes

    def _steps(self, block: Steps, frame: Frame) -> list[Box]:
        boxes = self.blocks(block.blocks, frame)
        for step in block.steps:
            inner = frame.within(frame.element.add("Sect"))
            boxes += self._headed(step, inner) + self.blocks(step.blocks, inner)
        return boxes

    # --- Quotations and figures

    def _quotation(self, block: Quotation, frame: Frame) -> list[Box]:
        inner = frame.within(frame.element.add("BlockQuote")).indented(
            self.setting, self.setting.indent
        )
        inner = replace(inner, bars=(*frame.bars, Bar(frame.x)))
        boxes = self.blocks(block.blocks, inner)
        if block.citation:
            keep_with_next(boxes)
            boxes += self._citation(block, inner)
        return boxes

    def _citation(self, block: Quotation, frame: Frame) -> list[Box]:
        assert block.citation is not None
        element = frame.element.add("P")
        authority = block.citation.authority
        words = f"— {wording.citation(block.citation)}"
        if authority.url:
            self.runs.links.append((authority.title, authority.url))
        boxes = self.text(self.runs.words(words, element, block.place), frame)
        boxes[0].before = self.setting.pitch / 2
        return boxes

    def figure(self, block: Figure, frame: Frame) -> list[Box]:
        """Return the box of a picture, kept with its caption."""
        element = frame.element.add("Div") if block.caption else frame.element
        boxes = [self.figures.box(block.picture, element, frame, 0.6 * frame.width, block.place)]
        boxes[0].before, boxes[0].bars = self.setting.pitch, frame.bars
        if block.caption:
            keep_with_next(boxes)
            caption = self.paragraph(block.caption, frame.within(element), block.place, "Caption")
            caption[0].before = self.setting.pitch / 4
            boxes += caption
        return boxes


def _leads_in(block: Block, following: Block) -> bool:
    """Whether `block` says that something follows: a list, a quotation, or after a colon."""
    if not isinstance(block, Paragraph):
        return False
    lists_or_quotes = isinstance(following, BulletList | NumberedList | Quotation)
    return lists_or_quotes or plain_text(block.children).rstrip().endswith(":")


def _anchors(leaflet: Leaflet) -> dict[str, Element]:
    """Return the elements that links can lead to: headings by identifier, notes by number."""
    found = {f"note {note.number}": Element("Note") for note in leaflet.notes}
    everything = (*leaflet.blocks, *(b for note in leaflet.notes for b in note.blocks))
    for node in walk(everything):
        if isinstance(node, Section):
            found[node.id] = Element(f"H{min(node.level, _DEEPEST)}")
        elif isinstance(node, Steps):
            found |= {s.id: Element(f"H{min(s.level, _DEEPEST)}") for s in node.steps}
    return found
