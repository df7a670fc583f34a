"""Runs -> boxes of lines: paragraphs, headings, labels of items, rows of picture and words."""

from formats.errors import Place, RenderError
from formats.model.walk import Inlines
from formats.typesetting import faces
from formats.typesetting.boxes import (
    Box,
    Image,
    Kept,
    Words,
    beside,
    height_of,
    keep_together,
    keep_with_next,
    no_lonely_lines,
    stacked,
)
from formats.typesetting.frame import Frame
from formats.typesetting.lines import break_lines, natural_width, widest_unit
from formats.typesetting.runs import Look, Run, RunMaker
from formats.typesetting.setting import CHARACTERS_A_LINE, Setting
from formats.typesetting.tagging import Element

_BASE = 0.7  # height of capitals, in sizes of the text
_ITEM = 0.4  # between the items of a list, in lines
_NAMED = 10  # letters that an error names


class Compositor:
    """Sets type for one document: its structure grows in the elements of frames."""

    def __init__(self, setting: Setting, runs: RunMaker) -> None:
        self.setting = setting
        self.runs = runs

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
        for box, line in zip(boxes, lines, strict=True):
            if line.leads_on:
                box.kept = Kept.FIRMLY  # an address and its label are on one page
        boxes[0].before = self.setting.between * self.setting.pitch
        return no_lonely_lines(boxes)

    def paragraph(self, inlines: Inlines, frame: Frame, place: Place, kind: str = "P") -> list[Box]:
        """Return the boxes of a paragraph in an element of its own, of type `kind`."""
        element = frame.element.add(kind)
        return self.text(self.runs.inlines(inlines, element, place), frame)

    def heading(self, runs: list[Run], element: Element, level: int, frame: Frame) -> list[Box]:
        """Return the boxes of a heading: all its lines kept together and with what follows."""
        boxes = self.text(runs, frame, self.large(runs, level, frame))
        for box in boxes:
            box.kept = Kept.FIRMLY
        boxes[0].before = 1.25 * self.setting.pitch
        boxes[0].anchors.append(element)
        boxes[-1].after = 0.5 * self.setting.pitch
        return boxes

    def large(self, runs: list[Run], level: int, frame: Frame) -> float:
        """Return the size of a heading of `level`: smaller where a word of it would be broken."""
        size, body = self.setting.heading_size(level), self.setting.size
        widest = widest_unit(runs, size)
        return max(body, size * frame.width / widest) if widest > frame.width else size

    def named(self, name: Inlines, element: Element, place: Place) -> list[Run]:
        """Return the runs of a name in bold and a colon, to stand before what it names."""
        bold = Look(bold=True)
        runs = self.runs.inlines(name, element, place, bold)
        return [*runs, *self.runs.words(": ", element, place, bold)] if runs else []

    def labelled(self, label: list[Run], frame: Frame, body: list[Box]) -> list[Box]:
        """Put `label` beside the first line of `body`, or above where there is no room beside."""
        [head] = self.text(label, frame)
        ends = frame.x + natural_width(label, self.setting.size)
        # A label says nothing alone, and marks content before its item's.
        if not body:
            body = [head]
        elif _first_line_starts(body[0]) > ends and body[0].parts:
            body[0].parts = head.parts + body[0].parts
        else:
            body = keep_with_next([head]) + body
            body[1].before = 0.0
        body[0].before = _ITEM * self.setting.pitch
        return body

    def row(self, picture: Box | None, words: list[Box]) -> list[Box]:
        """Return picture and words as one box, or one above the other where no page has room."""
        bars = words[0].bars
        if picture:
            above = _first_line_starts(words[0]) <= _left(picture)
            if above or max(picture.height, height_of(words)) > self.setting.height:
                words[0].before = self.setting.pitch / 2
                picture.before, picture.bars = self.setting.pitch, bars
                return keep_together(keep_with_next([picture]) + words)
            made = [beside(picture, stacked(words))]
        else:
            made = keep_together(words)
        # A plate has white of its own around what is drawn.
        made[0].before, made[0].bars = self.setting.pitch / (2 if picture else 1), bars
        return made

    def refuse_lacking(self) -> None:
        """Raise `RenderError` if there were letters that the typeface cannot show."""
        lacking = self.runs.letters.lacking
        if not lacking:
            return
        shown = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in list(lacking)[:_NAMED])
        more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
        name, advice = self.setting.typeface.name, _advice("".join(lacking))
        message = f"{name} cannot show these letters: {shown}{more}. {advice}"
        raise RenderError(message, next(iter(lacking.values())))


def _left(picture: Box) -> float:
    return min(part.x for part in picture.parts if isinstance(part, Image))


def _first_line_starts(box: Box) -> float:
    return min((part.x for part in box.parts if isinstance(part, Words)), default=0.0)


def _advice(lacking: str) -> str:
    fitting = faces.that_have(lacking)
    if fitting:
        advice = f"Choose a typeface that has them: {' or '.join(fitting)}."
    elif any(map(faces.needs_shaping, lacking)):
        advice = (
            "Letters that join, stack or run from right to left cannot be set here. Ask for EPUB "
            "or Word, which use the reader's own typefaces."
        )
    else:
        advice = (
            "Name a typeface that has them (typeface = the path of a .ttf file), write the words "
            "in other letters, or ask for EPUB or Word, which use the reader's own typefaces."
        )
    return advice
