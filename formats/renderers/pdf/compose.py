"""The blocks of an edition -> structure elements, and the boxes that show them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from formats import model, wording
from formats.errors import Place
from formats.model.walk import Inlines, plain_text
from formats.pictures import openmoji
from formats.renderers.pdf import PdfOptions, anchors, contents, leaves
from formats.renderers.pdf.anchors import PART, TITLE
from formats.renderers.pdf.cover import CoverLook
from formats.renderers.pdf.setting import guideline
from formats.typesetting import tagging
from formats.typesetting.boxes import Bar, Box, Kept, keep_together, keep_with_next
from formats.typesetting.compositor import Compositor
from formats.typesetting.figures import Figures
from formats.typesetting.frame import Frame
from formats.typesetting.lines import natural_width
from formats.typesetting.runs import Look, Run, RunMaker, note_anchor
from formats.typesetting.setting import MM, Setting
from formats.typesetting.tagging import Bookmark, Element
from formats.wording import Wording

_BULLET = "•"
_WIDTH = 0.6  # of a figure, in widths of the text
_ENDS = 6  # lines at the end of a cover
_WHOLE = ("cover", "contents", "about")
"""Parts that stand on one page, where one can hold them."""


@dataclass(frozen=True, slots=True)
class Call:
    """Where a note was called first: the element, and the page from 1 if it has one by now."""

    element: Element
    page: int | None


@dataclass(frozen=True)
class Composer:
    """Composes one document. `calls` are those of notes, by number, on pages that are placed."""

    words: Wording
    compositor: Compositor
    anchors: Mapping[str, Element]
    notes: Mapping[Element, int]
    figures: Figures
    rows: leaves.Rows
    tables: leaves.Tables
    calls: Mapping[int, Call] = field(default_factory=dict)
    figure_width: float = _WIDTH

    def part(self, part: model.Part, frame: Frame) -> list[Box]:
        """Return the boxes of a part of the edition other than its text."""
        inner = frame.within(frame.element.add("Sect"))
        level = TITLE if part.kind == "cover" else PART
        boxes = (
            self._heading(part.heading, part.id, level, inner, model.NOWHERE)
            if part.heading
            else []
        )
        boxes += self.blocks(part.blocks, inner)
        if part.kind == "cover":
            for box in boxes[-_ENDS:-1]:
                box.kept = Kept.FIRMLY  # no line of a cover too long for a page stands alone
        return keep_together(boxes) if part.kind in _WHOLE else boxes

    def with_look(self, look: CoverLook) -> "Composer":
        """Return a composer that sets as a cover is to look."""
        compositor = Compositor(look.setting, self.compositor.runs)
        rows = replace(self.rows, compositor=compositor)
        return replace(self, compositor=compositor, rows=rows, figure_width=look.figure_width)

    # --- Blocks

    def blocks(self, blocks: Iterable[model.Block], frame: Frame) -> list[Box]:
        """Return the boxes of `blocks`. A paragraph that leads on is kept with the next."""
        made: list[Box] = []
        blocks = list(blocks)
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            boxes = self.block(block, frame)
            if following and _leads_in(block, following):
                keep_with_next(boxes)
            made += boxes
        return made

    def block(self, block: model.Block, frame: Frame) -> list[Box]:
        """Return the boxes of one block, whose structure is added to the frame's element."""
        found = model.viewed(block)
        match found:
            case model.Paragraph():
                return self._paragraph(found, frame)
            case model.Section():
                return self._headed(found, frame)
            case model.BulletList() | model.NumberedList():
                return self._list(found, frame)
            case model.Table():
                return self.tables.boxes(found, frame)
            case model.Figure():
                return self._figure(found, frame)
            case model.Quotation():
                return self._quotation(found, frame)
            case model.Steps():
                boxes = self.blocks(found.blocks, frame)
                return boxes + [box for step in found.steps for box in self._headed(step, frame)]
            case model.ContactList():
                return self.rows.contacts(found, frame)
            case model.LanguageBlock():
                part = frame.element.add("Div", language=found.lang)
                return self.blocks(found.blocks, frame.within(part))
            case model.Preformatted():
                return self._preformatted(found, frame)
            case model.Idea():
                return self.rows.idea(found, frame)
            case model.WordList():
                return leaves.word_list(self.compositor, found, frame)
            case model.Contents():
                return contents.boxes(self.compositor, found.entries, self.anchors, frame)
            case model.NoteList():
                return self._notes(found.notes, frame)
            case _:
                assert_never(found)

    def _paragraph(self, block: model.Paragraph, frame: Frame) -> list[Box]:
        if not block.large:
            return self.compositor.paragraph(block.children, frame, block.place)
        runs = self.compositor.runs.inlines(block.children, frame.element.add("P"), block.place)
        return self.compositor.text(runs, frame, self.compositor.large(runs, PART, frame))

    def _preformatted(self, block: model.Preformatted, frame: Frame) -> list[Box]:
        element = frame.element.add("P").add("Code")
        lines = (line or (model.Text(" "),) for line in block.lines)
        runs = self.compositor.runs.lines(lines, element, block.place, Look(spaced=True))
        return self.compositor.text(runs, frame)

    # --- Headings and what stands under them

    def _headed(self, block: model.Section | model.Step, frame: Frame) -> list[Box]:
        """Return the boxes of a section or a step, its heading kept with what follows."""
        inner = frame.within(frame.element.add("Sect"))
        label = block.label if isinstance(block, model.Step) else None
        words: Inlines = (label, model.Text(": "), *block.heading) if label else block.heading
        boxes = self._heading(words, block.id, anchors.level(block), inner, block.place)
        return boxes + self.blocks(block.blocks, inner)

    def _heading(
        self, words: Inlines, anchor: str, level: int, frame: Frame, place: Place
    ) -> list[Box]:
        element = frame.element.adopt(self.anchors[anchor])
        runs = self.compositor.runs.inlines(words, element, place, Look(bold=True))
        boxes = self.compositor.heading(runs, element, level, frame)
        if level > TITLE:  # every reader begins there
            title = " ".join(plain_text(words).split())
            boxes[0].bookmarks.append(Bookmark(level - PART, title, element))
        return boxes

    # --- Lists, quotations and figures

    def _list(self, block: model.BulletList | model.NumberedList, frame: Frame) -> list[Box]:
        """Return the boxes of a list. A label stands left of its item's first line."""
        compositor, ordered = self.compositor, isinstance(block, model.NumberedList)
        element = leaves.list_element(frame.element, "Decimal" if ordered else "Disc")
        items = [element.add("LI") for _ in block.items]
        labels = _labels(compositor, block, items)
        size = compositor.setting.size
        widest = max((natural_width(label, size) for label in labels), default=0.0)
        indent = max(compositor.setting.indent, widest + size / 2)
        inner = frame.indented(compositor.setting, indent, widest + size / 3)
        made: list[Box] = []
        for item, part, label in zip(block.items, items, labels, strict=True):
            body = self.blocks(item.blocks, inner.within(part.add("LBody")))
            made += compositor.labelled(label, frame, body)
        if made:
            made[0].before = compositor.setting.pitch / 2
        return made

    def _quotation(self, block: model.Quotation, frame: Frame) -> list[Box]:
        setting = self.compositor.setting
        inner = frame.within(frame.element.add("BlockQuote")).indented(setting, setting.indent)
        inner = replace(inner, bars=(*frame.bars, Bar(frame.x)))
        boxes = self.blocks(block.blocks, inner)
        if block.source:
            source = (model.Text("— "), *block.source)
            said = self.compositor.paragraph(source, inner, block.place)
            said[0].before = setting.pitch / 2
            boxes = keep_with_next(boxes) + said
        return boxes

    def _figure(self, block: model.Figure, frame: Frame) -> list[Box]:
        """Return the box of a picture, kept with its caption."""
        setting = self.compositor.setting
        element = frame.element.add("Div") if block.caption else frame.element
        width = self.figure_width * frame.width
        boxes = [self.figures.box(block.picture, element, frame, width, block.place)]
        boxes[0].before, boxes[0].bars = setting.between * setting.pitch, frame.bars
        if block.caption:
            inner = frame.within(element)
            caption = self.compositor.paragraph(block.caption, inner, block.place, "Caption")
            caption[0].before = setting.pitch / 4
            boxes = keep_with_next(boxes) + caption
        return boxes

    # --- Notes

    def _notes(self, notes: Iterable[model.Note], frame: Frame) -> list[Box]:
        """Return the boxes of notes. One may be called by a note before it."""
        calls = dict(self.calls)
        boxes: list[Box] = []
        for note in notes:
            made = self._note(note, calls.get(note.number), frame)
            for number, element in self.calls_in(made):
                calls.setdefault(number, Call(element, None))
            boxes += made
        return boxes

    def _note(self, note: model.Note, call: Call | None, frame: Frame) -> list[Box]:
        """Return the boxes of a note, with the page that calls it and a link back."""
        setting, runs = self.compositor.setting, self.compositor.runs
        element = frame.element.adopt(self.anchors[note_anchor(note.number)])
        element.identifier = f"note-{note.number}"
        element.attributes = {"O": "/FENote", "NoteType": "/Endnote"}
        inner = frame.within(element)
        label = note.label
        if call and call.page:
            label = self.words("note-page", number=note.number, page=call.page)
        head = self.compositor.text(
            runs.inlines(
                (label,) if label else (), element.add("Lbl"), note.place, Look(bold=True)
            ),
            inner,
        )
        head[0].anchors.append(element)
        head[-1].after = setting.pitch / 4
        boxes = keep_with_next(head) + self.blocks(note.blocks, inner)
        return boxes + self._way_back(note, call, inner) if note.back else boxes

    def _way_back(self, note: model.Note, call: Call | None, frame: Frame) -> list[Box]:
        back: Inlines = (note.back,) if note.back else ()
        paragraph, runs = frame.element.add("P"), self.compositor.runs
        if call:
            link = tagging.Link(plain_text(back), element=call.element)
            boxes = self.compositor.text(runs.linked(back, link, paragraph, note.place), frame)
        else:
            boxes = self.compositor.text(runs.inlines(back, paragraph, note.place), frame)
        boxes[0].before = self.compositor.setting.pitch / 2
        return boxes

    def calls_in(self, boxes: Iterable[Box]) -> Iterator[tuple[int, Element]]:
        """Yield the number of each note that is called in `boxes`, and the element that does."""
        for element in (each for box in boxes for each in box.anchors):
            if element.kind == "Reference":
                yield self.notes[element.refers[0]], element


def composer(edition: model.Edition, options: PdfOptions, setting: Setting) -> Composer:
    """Return the composer of one document."""
    words = wording.of(edition.language)
    notes = anchors.notes(edition)
    leads = anchors.headings(edition) | {note_anchor(n): each for each, n in notes.items()}

    def drawing(picture: model.Picture) -> model.Media:
        return openmoji.restyled(picture, options.skin_tone, options.picture_style)

    runs = RunMaker(
        setting.typeface, leads, drawing,
        stress_underlined=guideline(options).underlined_stress,
    )  # fmt: skip
    compositor, figures = Compositor(setting, runs), Figures(setting.height, drawing)
    rows = leaves.Rows(compositor, figures, options.picture_size * 10 * MM)
    tables = leaves.Tables(compositor, words("entry-gives"))
    return Composer(words, compositor, leads, notes, figures, rows, tables)


def _labels(
    compositor: Compositor, block: model.BulletList | model.NumberedList, items: Iterable[Element]
) -> list[list[Run]]:
    """Return the runs of the labels of a list's items."""
    words, place = compositor.runs.words, block.place
    if isinstance(block, model.BulletList):
        return [words(_BULLET, item.add("Lbl"), place) for item in items]
    return [
        words(f"{number}.", item.add("Lbl"), place, Look(bold=True))
        for number, item in enumerate(items, block.start)
    ]


def _leads_in(block: model.Block, following: model.Block) -> bool:
    """Whether `block` says that something follows: a list, a quotation, or after a colon."""
    if not isinstance(block, model.Paragraph) or isinstance(following, model.Steps):
        return False  # each step has a heading of its own, and may begin a page
    if isinstance(
        following, model.BulletList | model.NumberedList | model.Quotation | model.ContactList
    ):
        return True
    return plain_text(block.children).rstrip().endswith(":")
