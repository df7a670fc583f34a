"""Runs: words of one look, with the structure element that they belong to.

`RunMaker` turns the inlines of one paragraph into runs, and adds to the paragraph's element
what is inside it: Strong, Em, Link, Span with language or expansion, Code, Figure.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from formats.errors import Place
from formats.model import (
    Abbreviation,
    CodeText,
    Emphasis,
    Inline,
    InlinePicture,
    Language,
    LineBreak,
    Link,
    NoteReference,
    Picture,
    Strong,
    Text,
)
from formats.model.walk import plain_text
from formats.renderers.pdf import tagging
from formats.renderers.pdf.tagging import Content, Element
from formats.renderers.pdf.typefaces import Face, Typeface

# White space of the source folds to one space; the no-break space is a wish and stays.
_SPACE = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `content` is None for what is no part of the text.

    `anchor` is the element that links to here lead to; `picture` stands in place of words;
    `ends_line` is a line end that the author asked for.
    """

    text: str
    face: Face
    content: Content | None
    link: tagging.Link | None = None
    underlined: bool = False
    anchor: Element | None = None
    picture: Picture | None = None
    ends_line: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, and the link they are part of."""

    bold: bool = False
    underlined: bool = False
    link: tagging.Link | None = None


class Letters:
    """Remembers which letters the typeface lacks, and where they stand."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface
        self._seen: set[str] = set()
        self.lacking: dict[str, Place] = {}

    def note(self, text: str, place: Place) -> None:
        """Look at the letters of `text`."""
        new = set(text) - self._seen
        if new:
            self._seen |= new
            for letter in self._typeface.lacking("".join(sorted(new))):
                self.lacking[letter] = place


class RunMaker:
    """Makes the runs of a document."""

    def __init__(
        self, typeface: Typeface, stress_underlined: bool, anchors: dict[str, Element]
    ) -> None:
        """`anchors` are the elements that links inside the leaflet lead to, by identifier."""
        self._typeface = typeface
        self._stress_underlined = stress_underlined
        self._anchors = anchors
        self.letters = Letters(typeface)
        self.calls: dict[int, Element] = {}
        self.links: list[tuple[str, str]] = []  # the words and address of each link, in order

    def mark(self) -> tuple[dict[int, Element], int]:
        """Return what calls and links there are, for `back_to`."""
        return dict(self.calls), len(self.links)

    def back_to(self, mark: tuple[dict[int, Element], int]) -> None:
        """Forget the calls and links made since `mark`: their runs are not used."""
        self.calls, count = mark
        del self.links[count:]

    def words(self, text: str, element: Element, place: Place, look: Look = Look()) -> list[Run]:
        """Return a run of plain words in `element`."""
        text = _SPACE.sub(" ", unicodedata.normalize("NFC", text))
        self.letters.note(text, place)
        face = self._typeface.bold if look.bold else self._typeface.regular
        underlined = look.underlined or look.link is not None
        return [Run(text, face, element.content(), look.link, underlined)]

    def lines(self, text: str, element: Element, place: Place) -> list[Run]:
        """Return the runs of text that keeps its line ends and spaces."""
        made: list[Run] = []
        for line in text.split("\n"):
            kept = re.sub(r"^ +| {2,}", lambda match: _NO_BREAK * len(match[0]), line.expandtabs(4))
            made += [*self.words(kept or _NO_BREAK, element, place), self._line_end()]
        return made[:-1]

    def inlines(
        self, inlines: Iterable[Inline], element: Element, place: Place, look: Look = Look()
    ) -> list[Run]:
        """Return the runs of `inlines`, whose structure is added to `element`."""
        return [run for inline in inlines for run in self._inline(inline, element, place, look)]

    def _inline(self, inline: Inline, element: Element, place: Place, look: Look) -> Iterable[Run]:
        match inline:
            case Text():
                return self.words(inline.text, element, place, look)
            case CodeText():
                return self.words(inline.text, element.add("Code"), place, look)
            case Strong():
                bold = replace(look, bold=True)
                return self.inlines(inline.children, element.add("Strong"), place, bold)
            case Emphasis():
                # No italics in large print (UKAAF G003:2019).
                lined = self._stress_underlined
                stressed = replace(look, bold=look.bold or not lined, underlined=lined)
                return self.inlines(inline.children, element.add("Em"), place, stressed)
            case Link():
                return self._link(inline, element, place, look)
            case Language():
                span = element.add("Span", language=inline.lang)
                return self.inlines(inline.children, span, place, look)
            case Abbreviation():
                span = element.add("Span", expansion=inline.term.full)
                return self.words(inline.text, span, place, look)
            case InlinePicture():
                return self._picture(inline.picture, element)
            case NoteReference():
                return self._call(inline.number, element, place, look)
            case LineBreak():
                return [self._line_end()]
            case _:
                assert_never(inline)

    def _link(self, inline: Link, element: Element, place: Place, look: Look) -> list[Run]:
        words = plain_text(inline.children).strip()
        inside = inline.target.startswith("#")
        if look.link or (inside and inline.target[1:] not in self._anchors):
            return self.inlines(inline.children, element, place, look)
        if inside:
            return self.link_inside(
                inline.children, self._anchors[inline.target[1:]], element, place
            )
        self.links.append((words, inline.target))
        link = tagging.Link(words or inline.target, address=inline.target)
        made = element.add("Link", link=link)
        return self.inlines(inline.children, made, place, replace(look, bold=True, link=link))

    def link_inside(
        self, inlines: tuple[Inline, ...], target: Element, element: Element, place: Place
    ) -> list[Run]:
        """Return the runs of a link to another element of this document."""
        link = tagging.Link(plain_text(inlines).strip(), element=target)
        made = element.add("Link", link=link)
        return self.inlines(inlines, made, place, Look(bold=True, link=link))

    def linked(
        self, words: str, target: Element | None, element: Element, place: Place
    ) -> list[Run]:
        """Return bold words that lead to `target`, if there is one."""
        if target is None:
            return self.words(words, element, place, Look(bold=True))
        return self.link_inside((Text(words),), target, element, place)

    def _picture(self, picture: Picture, element: Element) -> list[Run]:
        content = element.add("Figure", alt=picture.alt).content() if picture.alt else None
        return [Run("", self._typeface.regular, content, picture=picture)]

    def _call(self, number: int, element: Element, place: Place, look: Look) -> list[Run]:
        """Return " (note 1)": a raised figure would be smaller than the text (G003)."""
        target = self._anchors[f"note {number}"]
        reference = element.add("Reference")
        before = self.words(" ", element, place, look)
        runs = self.link_inside((Text(f"(note {number})"),), target, reference, place)
        if number in self.calls:
            return before + runs
        self.calls[number] = reference
        return [*before, replace(runs[0], anchor=reference), *runs[1:]]

    def _line_end(self) -> Run:
        return Run("", self._typeface.regular, None, ends_line=True)


def text_of(runs: Iterable[Run]) -> Iterator[str]:
    """Yield the words of each run; a picture counts as one letter."""
    for run in runs:
        yield "\ufffc" if run.picture else "\n" if run.ends_line else run.text
