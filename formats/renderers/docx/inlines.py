"""Inlines -> the runs, links and bookmarks of a paragraph."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from docx.oxml.ns import qn

from formats import model
from formats.errors import Place
from formats.model.walk import Inlines, plain_text
from formats.renderers.docx.bookmarks import Bookmarks
from formats.renderers.docx.figures import Figures
from formats.renderers.docx.styles import CODE, LINK
from formats.renderers.docx.xml import Xml, bookmarked, content, element, run, switch
from formats.text import unbroken
from formats.text.language import is_right_to_left

_MAY_BE_ADDRESS = re.compile(r"[@/]|www\.")
_WORD = re.compile(r"\S+")
_MAY_END = "\u200b"
"""The zero width space. Left alone, Word and LibreOffice break an address inside a word."""
Relate = Callable[[str], str]
"""From an address to the id of the document's relation to it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How runs are: their language (BCP 47), bold or not, their character style (its id)."""

    language: str
    bold: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Makes runs for a document in `language`. `height` is that of a picture in a line, in cm."""

    language: str
    figures: Figures
    bookmarks: Bookmarks
    relate: Relate
    height: float

    def runs(self, inlines: Inlines, look: Look, place: Place) -> Iterator[Xml]:
        """Yield what stands in a paragraph for `inlines`."""
        for inline in inlines:
            yield from self._inline(inline, look, place)

    def _inline(self, inline: model.Inline, look: Look, place: Place) -> Iterator[Xml]:
        match inline:
            case model.Text() | model.Abbreviation():
                yield self.words(inline.text, look)
            case model.Added():
                yield self.words(inline.text, replace(look, language=inline.language))
            case model.Sentence():
                yield from self.runs(inline.children, look, place)
            case model.Strong() | model.Emphasis():
                # No italics: emphasis is bold too (UKAAF G003:2019).
                yield from self.runs(inline.children, replace(look, bold=True), place)
            case model.CodeText():
                yield run(content(inline.text), self.marks(replace(look, style=CODE)))
            case model.Link():
                yield self._link(inline, look, place)
            case model.Language():
                yield from self.runs(inline.children, replace(look, language=inline.lang), place)
            case model.InlinePicture():
                drawing = self.figures.drawing(inline.picture, self.height, place)
                yield run([drawing], self.marks(spoken(look, inline.picture.language)))
            case model.NoteReference():
                yield from self._call(inline, look, place)
            case model.LineBreak():
                yield run([element("br")])
            case _:
                assert_never(inline)

    def words(self, words: str, look: Look) -> Xml:
        """Return the run of plain words."""
        return run(content(_breaking(unbroken.joined(words))), self.marks(look))

    def marks(self, look: Look) -> Iterator[Xml]:
        """Yield the properties of a run.

        Word has a language, a size and a weight of its own for scripts that it calls complex.
        """
        if look.style:
            yield element("rStyle", val=look.style)
        if look.bold:
            yield from (element("b"), element("bCs"))
        if is_right_to_left(look.language):
            yield element("rtl")
        if look.language != self.language:
            tag = look.language
            yield element("lang", val=tag, eastAsia=tag, bidi=tag)

    def direction(self, language: str) -> Iterator[Xml]:
        """Yield the property of a paragraph that is not written the way the document is."""
        right_to_left = is_right_to_left(language)
        if right_to_left != is_right_to_left(self.language):
            yield switch("bidi", on=right_to_left)

    def inside(self, id_: str, runs: Iterable[Xml], words: str, place: Place) -> Xml:
        """Return a link to what has the id `id_` in the edition."""
        return element("hyperlink", *runs, anchor=self.bookmarks.lead_to(id_, words, place))

    def marked(self, id_: str, contents: Iterable[Xml]) -> Iterator[Xml]:
        """Yield `contents` within the bookmark that links to `id_` lead to."""
        yield from bookmarked(contents, self.bookmarks.set(id_), self.bookmarks.name(id_))

    def _link(self, link: model.Link, look: Look, place: Place) -> Xml:
        runs = self.runs(link.children, replace(look, style=LINK), place)
        if link.target.startswith("#"):
            return self.inside(link.target[1:], runs, plain_text(link.children), place)
        made = element("hyperlink", *runs)
        made.set(qn("r:id"), self.relate(link.target))
        return made

    def _call(self, call: model.NoteReference, look: Look, place: Place) -> Iterator[Xml]:
        """Yield the call of a note; the first call of each is where its way back leads."""
        label = call.label or model.Added(str(call.number), look.language)
        inner = replace(look, style=LINK, language=label.language)
        id_ = called(call.number)
        words = self.words(f"[{label.text}]", inner)
        link = self.inside(note(call.number), [words], label.text, place)
        yield from (link,) if self.bookmarks.is_set(id_) else self.marked(id_, [link])


def _breaking(words: str) -> str:
    """Return `words` with the places marked at which an address too long for a line may end one."""
    if not _MAY_BE_ADDRESS.search(words):
        return words
    return _WORD.sub(lambda found: _parted(found[0]), words)


def _parted(word: str) -> str:
    ends = [0, *unbroken.soft_ends(word), len(word)]
    return _MAY_END.join(word[start:end] for start, end in pairwise(ends))


def note(number: int) -> str:
    """Return the id of a note. No heading has a full stop in its id."""
    return f"note.{number}"


def called(number: int) -> str:
    """Return the id of the first call of a note."""
    return f"call.{number}"


def spoken(look: Look, language: str) -> Look:
    """Return `look` for words in `language`, or as it is where that is empty."""
    return replace(look, language=language) if language else look
