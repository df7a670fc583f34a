"""Viewed leaflet -> utterances: what is said, in which language, and the pause after it.

A chapter is one section of the leaflet. `announcements` go before and after them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count, groupby
from operator import itemgetter
from typing import assert_never

from formats import wording
from formats.errors import Place, RenderError
from formats.model import (
    Block,
    BulletList,
    Contact,
    ContactEntry,
    Definition,
    EasyRead,
    Figure,
    Idea,
    Inline,
    InlinePicture,
    Language,
    LanguageBlock,
    Leaflet,
    Link,
    ListItem,
    NoteReference,
    NumberedList,
    Only,
    Paragraph,
    Preformatted,
    Quotation,
    Section,
    Steps,
    Table,
    WordList,
)
from formats.model.walk import Inlines, inline_children, plain_text, walk
from formats.speech.saying import Sayer, address
from formats.speech.utterances import (
    LABEL_PAUSE,
    PAUSES,
    SENTENCE_PAUSE,
    Chapter,
    Role,
    Utterance,
    chapter,
)
from formats.text.sentences import split


def script(leaflet: Leaflet) -> tuple[Chapter, ...]:
    """Return the chapters of the text: what stands before the first section, and each section."""
    writer = _Writer(leaflet)
    sections = [block for block in leaflet.blocks if isinstance(block, Section)]
    before = [block for block in leaflet.blocks if not isinstance(block, Section)]
    chapters = [chapter(leaflet.title, writer.blocks(before))] if before else []
    chapters += [chapter(plain_text(each.heading), writer.section(each)) for each in sections]
    return tuple(chapters)


class _Writer:
    """Writes the utterances of one leaflet, in reading order. Notes are said where called."""

    def __init__(self, leaflet: Leaflet) -> None:
        self.language = leaflet.language
        self.notes = {note.number: note for note in leaflet.notes}
        self.sayer = Sayer(leaflet.glossary)

    def blocks(self, blocks: Iterable[Block], role: Role = "paragraph") -> Iterator[Utterance]:
        for block in blocks:
            yield from self._block(block, role)

    def _block(self, block: Block, role: Role) -> Iterator[Utterance]:
        match block:
            case Paragraph():
                yield from self._run(block, block.children, role, block.place)
            case Section():
                yield from self.section(block)
            case BulletList() | NumberedList():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Quotation():
                yield from self._quotation(block)
            case Steps():
                yield from self._steps(block)
            case Contact():
                yield from self._contact(block)
            case LanguageBlock():
                yield from self._in_language(block)
            case Preformatted():
                yield from self._lines(block)
            case Idea():
                yield from self._run(block, block.children, role, block.place)
                yield from self._definitions(block.explained, block.place)
            case WordList():
                yield from self._definitions(block.definitions, block.place)
            case EasyRead() | Only():
                raise RenderError("This leaflet has not been made into a view yet.", block.place)
            case _:
                assert_never(block)

    def section(self, block: Section) -> Iterator[Utterance]:
        yield from self._run(block, block.heading, "heading", block.place)
        yield from self.blocks(block.blocks)

    def _list(self, block: BulletList | NumberedList) -> Iterator[Utterance]:
        start = block.start if isinstance(block, NumberedList) else None
        for index, item in enumerate(block.items):
            if start is not None:
                yield self._aside(f"{start + index}:", item.place, LABEL_PAUSE)
            yield from self.blocks(item.blocks, "item")
        if all(_is_address(item) for item in block.items):
            where = f"For where to find these, listen to the part called {wording.WEB_ADDRESSES}."
            yield self._aside(where, block.place)

    def _table(self, block: Table) -> Iterator[Utterance]:
        rows, columns = _counted(len(block.rows), "row"), _counted(len(block.header), "column")
        yield self._aside(f"Table with {rows} and {columns}:", block.place)
        parts = count()
        for cell in block.header:
            yield from self._cell(block, cell, parts)
        heads = [plain_text(cell) for cell in block.header]
        for number, row in enumerate(block.rows, 1):
            yield self._aside(f"Row {number}.", block.place, SENTENCE_PAUSE)
            for head, cell in zip(heads, row, strict=True):
                yield replace(self._label(head, block.place), role="aside")
                yield from self._cell(block, cell, parts)
        yield self._aside("End of table.", block.place, PAUSES["paragraph"])

    def _cell(self, table: Table, cell: Inlines, parts: Iterator[int]) -> Iterator[Utterance]:
        said = list(self._run(table, cell, "cell", table.place))
        yield from (replace(each, part=next(parts)) for each in said)
        if not said:
            yield self._aside("Blank.", table.place, PAUSES["cell"])

    def _figure(self, block: Figure) -> Iterator[Utterance]:
        if block.picture.alt:
            yield self._aside("Picture:", block.place, LABEL_PAUSE)
            yield replace(self._said(block.picture.alt, "aside", block.place), node=block.picture)
        yield from self._run(block, block.caption, "paragraph", block.place)

    def _quotation(self, block: Quotation) -> Iterator[Utterance]:
        yield self._aside("Quote.", block.place, SENTENCE_PAUSE)
        yield from self.blocks(block.blocks)
        source = f": {wording.citation(block.citation)}" if block.citation else ""
        yield self._aside(f"End of quote{source}.", block.place, PAUSES["paragraph"])

    def _steps(self, block: Steps) -> Iterator[Utterance]:
        yield from self.blocks(block.blocks)
        for step in block.steps:
            label = self._aside(f"{wording.step_label(step)}:", step.place, LABEL_PAUSE)
            yield replace(label, role="heading")
            yield from self._run(step, step.heading, "heading", step.place)
            yield from self.blocks(step.blocks)

    def _contact(self, block: Contact) -> Iterator[Utterance]:
        yield from self.blocks(block.blocks)
        for entry in block.organisation.contacts:
            yield from self._entry(entry, block.place)

    def _entry(self, entry: ContactEntry, place: Place) -> Iterator[Utterance]:
        yield replace(self._label(entry.label, place), node=entry)
        lines = [line for line in (*entry.value, entry.note) if line]
        for part, line in enumerate(lines, 1):
            said = replace(self._said(line, "item", place), node=entry, part=part)
            if entry.kind in ("web", "email") and part <= len(entry.value):
                said = replace(said, say=address(line))
            yield said if part == len(lines) else replace(said, pause=SENTENCE_PAUSE)

    def _in_language(self, block: LanguageBlock) -> Iterator[Utterance]:
        outer, self.language = self.language, block.lang
        yield from self.blocks(block.blocks)
        self.language = outer

    def _lines(self, block: Preformatted) -> Iterator[Utterance]:
        for part, line in enumerate(block.text.split("\n")):
            said = self._said(line, "item", block.place)
            yield replace(said, node=block, part=part)

    def _definitions(self, found: Iterable[Definition], place: Place) -> Iterator[Utterance]:
        for definition in found:
            yield replace(self._label(definition.term, place), node=definition)
            meaning = self._said(definition.meaning, "paragraph", place)
            yield replace(meaning, node=definition, part=1)

    def _aside(self, words: str, place: Place, pause: float = PAUSES["aside"]) -> Utterance:
        """Return words that the recording adds, in its own language."""
        say = self.sayer.say(words)
        return Utterance(words, say, "aside", wording.LANGUAGE, pause, place=place)

    def _label(self, words: str, place: Place) -> Utterance:
        """Return words of the leaflet that stand before those they are the label of."""
        said = self._said(f"{words.rstrip(' :')}:" if words.strip() else "", "item", place)
        return replace(said, pause=LABEL_PAUSE)

    def _said(self, words: str, role: Role, place: Place) -> Utterance:
        say = self.sayer.say(words, self.language)
        return Utterance(words, say, role, self.language, PAUSES[role], None, 0, place)

    def _run(self, node: object, inlines: Inlines, role: Role, place: Place) -> Iterator[Utterance]:
        """Yield the sentences of a run of inlines, then the notes that it calls."""
        said = [
            replace(spoken, node=node, part=part)
            for part, sentence in enumerate(split(inlines))
            for spoken in self._sentence(sentence, role, place)
        ]
        yield from (replace(s, pause=min(s.pause, SENTENCE_PAUSE)) for s in said[:-1])
        yield from said[-1:]
        for call in walk(inlines):
            if isinstance(call, NoteReference) and call.number in self.notes:
                # Once: a second call of the same note need not say it again.
                note = self.notes.pop(call.number)
                yield self._aside(f"Note {note.number}.", note.place)
                yield from self.blocks(note.blocks)
                yield self._aside("End of note.", note.place)

    def _sentence(self, sentence: Inlines, role: Role, place: Place) -> Iterator[Utterance]:
        """Yield a sentence, cut where the language changes."""
        # A full stop after words in another language is nothing to say on its own.
        found = _pieces(sentence, self.language)
        pieces = [piece for piece in found if any(map(str.isalnum, piece[1]))]
        for index, (language, text) in enumerate(pieces):
            last = index == len(pieces) - 1
            say = self.sayer.say(text, language)
            pause = PAUSES[role] if last else 0.0
            yield Utterance(" ".join(text.split()), say, role, language, pause, place=place)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _is_address(item: ListItem) -> bool:
    """Return whether an item is nothing but a link to a page, which speech cannot follow."""
    match item.blocks:
        case (Paragraph(children=(Link(target=target),)),):
            return target.startswith("http")
        case _:
            return False


def _pieces(inlines: Inlines, language: str) -> list[tuple[str, str]]:
    """Return words with their language, cut where that changes."""
    return [
        (tag, "".join(words for _, words in run))
        for tag, run in groupby(_spoken(inlines, language), key=itemgetter(0))
    ]


def _spoken(inlines: Iterable[Inline], language: str) -> Iterator[tuple[str, str]]:
    for inline in inlines:
        match inline:
            case InlinePicture() if inline.picture.alt:
                yield language, f" Picture: {inline.picture.alt}. "
            case Language():
                yield from _spoken(inline.children, inline.lang)
            case _ if inline_children(inline):
                yield from _spoken(inline_children(inline), language)
            case _:
                yield language, plain_text((inline,))
