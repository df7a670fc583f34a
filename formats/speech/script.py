"""Viewed leaflet -> utterances: what is said, in which language, and the pause after it.

A chapter is one section of the leaflet. `announcements` go before and after them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
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
from formats.sentences import split
from formats.speech.saying import Sayer, address
from formats.speech.utterances import PAUSES, SENTENCE_PAUSE, Chapter, Role, Utterance, chapter
from formats.walk import Inlines, inline_children, plain_text, walk


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
                yield self._aside(f"{start + index}:", item.place, SENTENCE_PAUSE)
            yield from self.blocks(item.blocks, "item")

    def _table(self, block: Table) -> Iterator[Utterance]:
        size = f"Table with {len(block.rows)} rows and {len(block.header)} columns:"
        yield self._aside(size, block.place)
        heads = [plain_text(cell) for cell in block.header]
        part = 0
        for cell in block.header:
            yield from self._run(block, cell, "cell", block.place)
        for number, row in enumerate(block.rows, 1):
            yield self._aside(f"Row {number}.", block.place, SENTENCE_PAUSE)
            for head, cell in zip(heads, row, strict=True):
                yield self._aside(f"{head}:" if cell else f"{head}: blank.", block.place, 0.1)
                for said in self._run(block, cell, "cell", block.place):
                    yield replace(said, part=part)
                    part += 1
        yield self._aside("End of table.", block.place)

    def _figure(self, block: Figure) -> Iterator[Utterance]:
        if block.picture.alt:
            yield self._aside(f"Picture: {block.picture.alt}.", block.place)
        yield from self._run(block, block.caption, "paragraph", block.place)

    def _quotation(self, block: Quotation) -> Iterator[Utterance]:
        yield self._aside("Quotation.", block.place)
        yield from self.blocks(block.blocks)
        source = f" From {wording.citation(block.citation)}." if block.citation else ""
        yield self._aside(f"End of quotation.{source}", block.place, PAUSES["paragraph"])

    def _steps(self, block: Steps) -> Iterator[Utterance]:
        yield from self.blocks(block.blocks)
        for step in block.steps:
            yield self._aside(f"{wording.step_label(step)}:", step.place, SENTENCE_PAUSE)
            yield from self._run(step, step.heading, "heading", step.place)
            yield from self.blocks(step.blocks)

    def _contact(self, block: Contact) -> Iterator[Utterance]:
        yield from self.blocks(block.blocks)
        for entry in block.organisation.contacts:
            yield from self._entry(entry, block.place)

    def _entry(self, entry: ContactEntry, place: Place) -> Iterator[Utterance]:
        yield replace(self._aside(f"{entry.label}:", place, SENTENCE_PAUSE), node=entry)
        for part, line in enumerate(entry.value, 1):
            say = address(line) if entry.kind in ("web", "email") else self.sayer.say(line)
            said = self._aside(line, place, SENTENCE_PAUSE)
            yield replace(said, say=say, node=entry, part=part)
        if entry.note:
            said = self._aside(entry.note, place, PAUSES["item"])
            yield replace(said, node=entry, part=len(entry.value) + 1)

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
            yield replace(self._said(f"{definition.term}:", "cell", place), node=definition)
            meaning = self._said(definition.meaning, "paragraph", place)
            yield replace(meaning, node=definition, part=1)

    def _aside(self, words: str, place: Place, pause: float = PAUSES["aside"]) -> Utterance:
        """Return words that the recording adds, in its own language."""
        say = self.sayer.say(words)
        return Utterance(words, say, "aside", wording.LANGUAGE, pause, place=place)

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
        yield from (replace(s, pause=SENTENCE_PAUSE) for s in said[:-1])
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
            yield Utterance(text.strip(), say, role, language, pause, place=place)


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
