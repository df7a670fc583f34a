"""A leaflet -> its sections in reading order, and in each the passages that readers meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from formats import model
from formats.comparing.changes import EASY_READ, STANDARD, Part
from formats.errors import Place
from formats.facts import Fact
from formats.model.walk import Inlines, parts, plain_text
from formats.text import language

WHOLE: Final = frozenset({"heading", "title", "row", "contact", "term", "source", "lines"})
"""Kinds of passage that are one sentence, whatever full stops are in them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of words that stands alone: a paragraph, an item, a row, an idea with its picture.

    `kind` is what it is; `within` what it stands in, from outside in. `lead` are the words that
    an item completes ("Schools must:"). `language` is that of the words where it is not the
    leaflet's. Two passages with one `key` are two forms of one thing. `facts` are those known
    by where they stand. `words` are `inlines` with single spaces.
    """

    kind: str
    inlines: Inlines
    words: str
    part: Part
    within: tuple[str, ...] = ()
    lead: str = ""
    language: str = ""
    picture: model.Picture | None = None
    place: Place = field(default=model.NOWHERE, compare=False)
    key: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass
class SectionText:
    """A section or a step without those inside it. `path` are the headings down to its own."""

    path: tuple[str, ...]
    kind: str = "section"
    level: int = 1
    number: int = 0
    place: Place = model.NOWHERE
    passages: list[Passage] = field(default_factory=list)

    def of(self, part: Part) -> list[Passage]:
        """Return the passages of one part, in order."""
        return [passage for passage in self.passages if passage.part == part]

    @property
    def parts(self) -> list[Part]:
        """The parts there are, the standard text first."""
        return sorted({passage.part for passage in self.passages}, key=_order)


def _order(part: Part) -> tuple[bool, str, str]:
    return part.audience != STANDARD, part.language, part.audience


def folded(words: str) -> str:
    """Return `words` with each run of white space made one space."""
    return " ".join(words.split())


def outline(leaflet: model.Leaflet) -> list[SectionText]:
    """Return the sections of a leaflet as read, what stands before the first one first."""
    collector = _Collector(leaflet.language)
    first = collector.begin((), "beginning", 1, leaflet.place)
    for name in ("title", "short_title", "easy_title", "subtitle", "description"):
        words = getattr(leaflet, name)
        if words:
            text, part = (model.Text(words),), Part(EASY_READ) if name == "easy_title" else Part()
            first.passages.append(
                Passage("title", text, folded(words), part, key=name, place=leaflet.place)
            )
    collector.blocks(leaflet.blocks, _Setting(first, Part()))
    if leaflet.notes:
        notes = collector.begin(("Notes",), "notes", 2, leaflet.notes[0].place)
        for note in leaflet.notes:
            collector.blocks(note.blocks, _Setting(notes, Part(), within=("note",)))
    return collector.sections


@dataclass(frozen=True)
class _Setting:
    """What stands around a block."""

    section: SectionText
    part: Part
    within: tuple[str, ...] = ()
    lead: str = ""
    language: str = ""
    kind: str = "paragraph"


class _Collector:
    """Goes through a leaflet and keeps its passages."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.sections: list[SectionText] = []

    def begin(self, path: tuple[str, ...], kind: str, level: int, place: Place) -> SectionText:
        self.sections.append(SectionText(path, kind, level, place=place))
        return self.sections[-1]

    def blocks(self, blocks: Iterable[model.Block], around: _Setting) -> None:
        """Keep blocks in order. A paragraph that ends in a colon leads those after it."""
        setting = around
        for block in blocks:
            self.block(block, setting)
            if isinstance(block, model.Paragraph):
                words = plain_text(block.children).strip()
                lead = words if words.endswith(":") else ""
                setting = replace(around, lead=lead or around.lead)
            elif not isinstance(block, model.EasyRead):
                setting = around

    def block(self, block: model.Block, around: _Setting) -> None:
        """Keep one block."""
        match block:
            case model.Section():
                self._section(block, "section", around)
            case model.Steps():
                self.blocks(block.blocks, around)
                for step in block.steps:
                    self._section(step, "step", around)
            case model.EasyRead():
                self._easy_read(block, around)
            case model.Idea():
                self.keep(around, "idea", block.children, block.place, picture=block.picture)
            case model.Paragraph():
                self.keep(around, around.kind, block.children, block.place)
            case model.BulletList() | model.NumberedList():
                name = "list" if isinstance(block, model.BulletList) else "numbered list"
                inside = replace(around, within=(*around.within, name), kind="item")
                for item in block.items:
                    self.blocks(item.blocks, inside)
            case model.Table():
                for row in (block.header, *block.rows):
                    self.keep(around, "row", _joined(row), block.place)
            case model.Figure():
                self.keep(around, "picture", block.caption, block.place, picture=block.picture)
            case model.Quotation():
                inside = replace(around, within=(*around.within, "quotation"))
                self.blocks(block.blocks, inside)
                if block.citation:
                    self.keep(inside, "source", _source(block.citation), block.place)
            case model.Contact():
                self.blocks(block.blocks, around)
                text = (model.Text("Contact details"),)
                self.keep(around, "contact details", text, block.place)
            case model.LanguageBlock():
                self.blocks(block.blocks, self._in_language(around, block.lang))
            case model.Only():
                name = f"{'not' if block.negated else 'only'} {' '.join(sorted(block.names))}"
                self.blocks(block.blocks, replace(around, within=(*around.within, name)))
            case model.Preformatted():
                self.keep(around, "lines", (model.Text(block.text),), block.place)
            case _:
                self._others(block, around)

    def _others(self, block: model.Block, around: _Setting) -> None:
        """Keep what only an edition has."""
        for part in parts(block):
            run = tuple(node for node in part if isinstance(node, model.Inline))
            if run:
                self.keep(around, around.kind, run, block.place)
            self.blocks((n for n in part if not isinstance(n, model.Inline)), around)

    def _section(self, node: model.Section | model.Step, kind: str, around: _Setting) -> None:
        heading = folded(plain_text(node.heading))
        section = self.begin((*around.section.path, heading), kind, node.level, node.place)
        section.number = node.number if isinstance(node, model.Step) else 0
        inside = replace(around, section=section, within=around.within, lead="")
        self.keep(inside, "heading", node.heading, node.place, key="heading")
        self.blocks(node.blocks, inside)

    def _easy_read(self, block: model.EasyRead, around: _Setting) -> None:
        part = Part(EASY_READ, around.part.language)
        easy = replace(around, part=part, kind="idea", within=(), lead="")
        if block.heading:
            self.keep(easy, "heading", block.heading, block.place)
        self.blocks(block.ideas, easy)

    def _in_language(self, around: _Setting, tag: str) -> _Setting:
        if language.same(tag, self.tag):
            return replace(around, language="")
        part = Part(around.part.audience, language.base(tag))
        return replace(around, part=part, language=tag)

    def keep(
        self, around: _Setting, kind: str, inlines: Inlines, place: Place,
        *, picture: model.Picture | None = None, key: str = "",
    ) -> None:  # fmt: skip
        words = folded(plain_text(inlines))
        if words or picture or any(isinstance(n, model.InlinePicture) for n in inlines):
            around.section.passages.append(
                Passage(
                    kind, inlines, words, around.part, around.within, around.lead,
                    around.language, picture, place, key,
                )
            )  # fmt: skip


def _joined(row: model.Row) -> Inlines:
    return tuple(node for n, cell in enumerate(row) for node in _cell(n, cell))


def _cell(number: int, cell: Inlines) -> Iterator[model.Inline]:
    if number:
        yield model.Text(" | ")
    yield from cell


def _source(citation: model.Citation) -> Inlines:
    work = citation.authority
    place = f", {work.locator} {citation.locator}" if citation.locator else ""
    edition = f" ({work.edition})" if work.edition else ""
    title: model.Inline = model.Text(work.title)
    if work.url:
        title = model.Link(work.url, (title,))
    return (title, model.Text(edition + place))
