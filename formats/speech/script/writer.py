"""The nodes of an edition -> utterances, in reading order, and where chapters begin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from formats import model
from formats.errors import Place
from formats.model.walk import Inlines, plain_text, walk
from formats.speech.script.lines import Lines
from formats.speech.script.runs import Run
from formats.speech.script.utterances import (
    LABEL_PAUSE,
    PAUSES,
    SENTENCE_PAUSE,
    Role,
    Utterance,
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Here a chapter begins, called by the words of its heading."""

    heading: Inlines


Said = Iterator[Utterance | Beginning]


class Writer(Lines):
    """Writes the utterances of one edition. Notes are said where they are first called."""

    def __init__(self, edition: model.Edition) -> None:
        super().__init__(edition)
        self._title: Inlines = (model.Text(edition.title),)
        self._around: list[Inlines] = []
        self._heard = ""
        self._cited: set[str] = set()
        lists = [block for block in edition.blocks("notes") if isinstance(block, model.NoteList)]
        self._notes = {note.number: note for each in lists for note in each.notes}

    def part(self, part: model.Part) -> Said:
        """Yield a part of the edition."""
        match part.kind:
            case "contents":
                return  # a recording has its own list, of its chapters
            case "notes":
                yield from self._uncalled(part)
            case "cover" | "label":
                yield Beginning(part.heading)
                yield from self._run(part.heading, "title")
                # The picture of a cover shows what its words say.
                yield from self._blocks(b for b in part.blocks if not isinstance(b, model.Figure))
            case "text":
                yield from self._chapter(self._title, (), part.blocks)
            case "addresses":
                self._in_full = True
                before = (*self._run(part.heading, "heading"), self._aside("said-addresses"))
                yield from self._chapter(part.heading, before, part.blocks)
                self._in_full = False
            case "word-list" | "about":
                said = self._run(part.heading, "heading")
                yield from self._chapter(part.heading, said, part.blocks)
            case _:
                assert_never(part.kind)

    def _uncalled(self, part: model.Part) -> Said:
        """Yield the notes that nothing that was said has called."""
        waiting, self._notes = list(self._notes.values()), {}
        if waiting:
            yield Beginning(part.heading)
            yield from self._run(part.heading, "heading")
        for note in waiting:
            yield from self._note(note)

    # --- Chapters

    def _chapter(
        self, heading: Inlines, said: Iterable[Utterance], blocks: Iterable[model.Block]
    ) -> Said:
        """Yield a heading, as `said`, and what is under it; then the chapter around goes on."""
        named = bool(plain_text(heading).strip())
        if named:
            self._heard, self._cited = "", set()
            yield Beginning(heading)
        yield from said
        self._around.append(heading if named else self._title)
        yield from self._blocks(blocks)
        self._around.pop()
        if self._around and named:
            title = plain_text(self._around[-1])
            yield Beginning((self._words("said-continued", title=title),))

    def _step(self, step: model.Step) -> Said:
        label: Inlines = (step.label, model.Text(": ")) if step.label else ()
        said = [replace(each, pause=LABEL_PAUSE) for each in self.words(label, "heading")]
        heading = self._run(step.heading, "heading", step.place)
        yield from self._chapter((*label, *step.heading), (*said, *heading), step.blocks)

    # --- Blocks

    def _blocks(self, blocks: Iterable[model.Block], role: Role = "paragraph") -> Said:
        for block in blocks:
            yield from self._block(block, role)

    def _block(self, any_block: model.Block, role: Role) -> Said:
        match block := model.viewed(any_block):
            case model.Paragraph():
                yield from self._run(block.children, role, block.place)
            case model.Section():
                said = self._run(block.heading, "heading", block.place)
                yield from self._chapter(block.heading, said, block.blocks)
            case model.BulletList() | model.NumberedList():
                yield from self._list(block)
            case model.Table():
                yield from self._table(block)
            case model.Figure():
                yield from self._figure(block)
            case model.Quotation():
                yield from self._quotation(block)
            case model.Steps():
                yield from self._blocks(block.blocks)
                for step in block.steps:
                    yield from self._step(step)
            case model.ContactList():
                for way in block.ways:
                    yield from self._way(way, block.place)
            case model.LanguageBlock():
                outer, self._language = self._language, block.lang
                yield from self._blocks(block.blocks)
                self._language = outer
            case model.Preformatted():
                for line in block.lines:
                    yield from self._run(line, "item", block.place)
            case model.Idea():
                yield from self._run(block.children, role, block.place)
                for definition in block.explained:
                    yield from self._explained(definition, block.place)
            case model.WordList():
                yield from self._definitions(block.definitions, block.place)
            case model.Contents() | model.NoteList():
                return  # see `part`
            case _:
                assert_never(block)

    def _list(self, block: model.BulletList | model.NumberedList) -> Said:
        start = block.start if isinstance(block, model.NumberedList) else None
        for index, item in enumerate(block.items):
            if start is not None:
                [number] = self.words((model.Text(f"{start + index}:"),), "aside")
                yield replace(number, pause=LABEL_PAUSE, place=item.place)
            yield from self._blocks(item.blocks, "item")
        if block.items and all(map(_is_address, block.items)):
            part = self._words("web-addresses").text
            yield self._aside("said-addresses-where", block.place, part=part)

    def _table(self, block: model.Table) -> Iterator[Utterance]:
        rows = self._words("said-rows", count=len(block.rows)).text
        columns = self._words("said-columns", count=len(block.header)).text
        yield self._aside("said-table", block.place, rows=rows, columns=columns)
        for cell in block.header:
            yield from self._cell(cell, block.place)
        for number, row in enumerate(block.rows, 1):
            aside = self._aside("said-row", block.place, number=number)
            yield replace(aside, pause=SENTENCE_PAUSE)
            yield from self._table_row(block, row)
        yield replace(self._aside("said-table-end", block.place), pause=PAUSES["paragraph"])

    def _table_row(self, table: model.Table, row: model.Row) -> Iterator[Utterance]:
        for head, cell in zip(table.header, row, strict=True):
            # Said anew: the words stand in the header alone.
            label = self._label(head, table.place, "aside")
            yield from (replace(each, sentence="") for each in label)
            yield from self._cell(cell, table.place)

    def _cell(self, cell: Inlines, place: Place) -> Iterator[Utterance]:
        said = list(self._run(cell, "cell", place))
        yield from said or [replace(self._aside("said-blank", place), pause=PAUSES["cell"])]

    def _figure(self, block: model.Figure) -> Iterator[Utterance]:
        picture = block.picture
        if picture.alt:
            yield replace(self._aside("picture", block.place, words=""), pause=LABEL_PAUSE)
            run = Run("aside", picture.language or self._language, block.place)
            yield from self._speller.sentence((model.Text(picture.alt),), run, block.id)
        yield from self._run(block.caption, "paragraph", block.place)

    def _quotation(self, block: model.Quotation) -> Said:
        yield replace(self._aside("said-quote", block.place), pause=SENTENCE_PAUSE)
        yield from self._blocks(block.blocks)
        if block.source:
            yield replace(self._aside("said-quote-end-of", block.place), pause=LABEL_PAUSE)
            yield from self._source(block)
        else:
            yield replace(self._aside("said-quote-end", block.place), pause=PAUSES["paragraph"])

    def _source(self, block: model.Quotation) -> Iterator[Utterance]:
        """Yield where a quotation is from: the place alone, where its work was just named."""
        citation, heard = block.citation, self._heard
        said = list(self._run(block.source, "aside", block.place))
        if citation and citation.locator and len(said) == 1:
            work = citation.authority.title
            if work in heard and self._cited <= {work}:
                place = (model.Text(f"{citation.authority.locator} {citation.locator}"),)
                short = self._speller.sentence(place, Run("aside", said[0].language))
                said = [replace(said[0], say=each.say) for each in short]
            self._cited.add(work)
        yield from said[:-1]
        yield from (replace(each, pause=PAUSES["paragraph"]) for each in said[-1:])

    def _way(self, way: model.Way, place: Place) -> Iterator[Utterance]:
        yield from self._label(way.label, place)
        outer, self._in_full = self._in_full, True
        runs = [list(self._run(run, "item", place)) for run in (*way.lines, way.note) if run]
        self._in_full = outer
        for said in runs[:-1]:
            yield from (replace(each, pause=min(each.pause, SENTENCE_PAUSE)) for each in said)
        yield from (each for said in runs[-1:] for each in said)

    def _explained(self, definition: model.Definition, place: Place) -> Iterator[Utterance]:
        """Yield an explanation of a word that was just said: the word alone only if need be."""
        label = list(self._label(definition.term, place)) if definition.term else []
        first, *others = self._run(definition.meaning, "paragraph", place)
        if (
            label
            and plain_text(definition.term).casefold() in plain_text(definition.meaning).casefold()
        ):
            written = " ".join((*(each.text for each in label), first.text))
            label, first = [], replace(first, text=written)
        yield from (*label, first, *others)

    def _definitions(self, found: Iterable[model.Definition], place: Place) -> Iterator[Utterance]:
        for definition in found:
            if definition.term:
                yield from self._label(definition.term, place)
            yield from self._run(definition.meaning, "paragraph", place)

    def _note(self, note: model.Note) -> Said:
        label = note.label or self._words("note", number=note.number)
        yield replace(self.added(_ended(label, "."), "aside"), place=note.place)
        yield from self._blocks(note.blocks)
        yield self._aside("said-note-end", note.place)

    def _run(
        self, inlines: Inlines, role: Role, place: Place = model.NOWHERE
    ) -> Iterator[Utterance]:
        """Yield the sentences of a run of text, then the notes that it calls."""
        yield from super()._run(inlines, role, place)
        self._heard += f"{plain_text(inlines)} "
        for call in walk(inlines):
            # Once: a second call of the same note need not say it again.
            if isinstance(call, model.NoteReference) and (
                note := self._notes.pop(call.number, None)
            ):
                yield from (each for each in self._note(note) if isinstance(each, Utterance))


def _ended(words: model.Added, mark: str) -> model.Added:
    return replace(words, text=f"{words.text}{mark}")


def _is_address(item: model.ListItem) -> bool:
    """Return whether an item is nothing but a link to a page, which speech cannot follow."""
    match item.blocks:
        case (model.Paragraph(children=(model.Sentence(children=(model.Link(target=target),)),)),):
            return target.startswith("http")
        case _:
            return False
