"""Runs: words of one look, with the structure element that they belong to.

`RunMaker` turns the inlines of one paragraph into runs, and adds to the paragraph's element
what is inside it: Strong, Em, Link, Span with language or expansion, Code, Figure.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from formats import model
from formats.errors import Place
from formats.model.walk import plain_text
from formats.typesetting import tagging
from formats.typesetting.faces import Face, Typeface
from formats.typesetting.tagging import Content, Element

# White space of the source folds to one space; the no-break space is a wish and stays.
_SPACE = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `content` is None for what is no part of the text.

    `anchor` is the element that links to here lead to; `picture` is drawn in place of words;
    `ends_line` is a line end that the author asked for.
    """

    text: str
    face: Face
    content: Content | None
    link: tagging.Link | None = None
    underlined: bool = False
    anchor: Element | None = None
    picture: model.Media | None = None
    ends_line: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, and the link they are part of.

    `spaced`: every space is kept. `link_label` is said of a link before its own words.
    """

    bold: bool = False
    underlined: bool = False
    link: tagging.Link | None = None
    spaced: bool = False
    link_label: str = ""


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
        self,
        typeface: Typeface,
        anchors: Mapping[str, Element],
        drawing: Callable[[model.Picture], model.Media],
        *,
        stress_underlined: bool = False,
    ) -> None:
        """Take the elements that links inside the document lead to, by identifier.

        Those of notes are by `note_anchor`. `drawing` gives what is drawn of a picture.
        """
        self._typeface = typeface
        self._stress_underlined = stress_underlined
        self._anchors = anchors
        self._drawing = drawing
        self.letters = Letters(typeface)

    def words(self, text: str, element: Element, place: Place, look: Look = Look()) -> list[Run]:
        """Return a run of plain words in `element`."""
        text = unicodedata.normalize("NFC", text)
        text = _kept(text) if look.spaced else _SPACE.sub(" ", text)
        self.letters.note(text, place)
        face = self._typeface.bold if look.bold else self._typeface.regular
        underlined = look.underlined or look.link is not None
        return [Run(text, face, element.content(), look.link, underlined)]

    def lines(
        self,
        lines: Iterable[Iterable[model.Inline]],
        element: Element,
        place: Place,
        look: Look = Look(),
    ) -> list[Run]:
        """Return the runs of lines, one below the other."""
        made: list[Run] = []
        for number, line in enumerate(lines):
            made += self.line_end(element, place, look) if number else []
            made += self.inlines(line, element, place, look)
        return made

    def line_end(self, element: Element, place: Place, look: Look = Look()) -> list[Run]:
        """Return a line end, and the space without which two words would be read as one."""
        end = Run("", self._typeface.regular, None, ends_line=True)
        return [*self.words(" ", element, place, replace(look, spaced=False)), end]

    def inlines(
        self, inlines: Iterable[model.Inline], element: Element, place: Place, look: Look = Look()
    ) -> list[Run]:
        """Return the runs of `inlines`, whose structure is added to `element`."""
        return [run for inline in inlines for run in self._inline(inline, element, place, look)]

    def _inline(
        self, inline: model.Inline, element: Element, place: Place, look: Look
    ) -> Iterable[Run]:
        match inline:
            case model.Text():
                return self.words(inline.text, element, place, look)
            case model.Added():
                return self.words(inline.text, element.within(inline.language), place, look)
            case model.Sentence():
                return self.inlines(inline.children, element, place, look)
            case model.CodeText():
                return self.words(inline.text, element.add("Code"), place, look)
            case model.Strong():
                bold = replace(look, bold=True)
                return self.inlines(inline.children, element.add("Strong"), place, bold)
            case model.Emphasis():
                # No italics in large print (UKAAF G003:2019).
                lined = self._stress_underlined
                stressed = replace(look, bold=look.bold or not lined, underlined=lined)
                return self.inlines(inline.children, element.add("Em"), place, stressed)
            case model.Link():
                return self._link(inline, element, place, look)
            case model.Language():
                return self.inlines(inline.children, element.within(inline.lang), place, look)
            case model.Abbreviation():
                span = element.add("Span", expansion=inline.term.full)
                return self.words(inline.text, span, place, look)
            case model.InlinePicture():
                return self._picture(inline.picture, element)
            case model.NoteReference():
                return self._call(inline, element, place)
            case model.LineBreak():
                return self.line_end(element, place, look)
            case _:
                assert_never(inline)

    def _link(self, inline: model.Link, element: Element, place: Place, look: Look) -> list[Run]:
        inside = inline.target.startswith("#")
        if look.link or (inside and inline.target[1:] not in self._anchors):
            return self.inlines(inline.children, element, place, look)
        words = plain_text(inline.children).strip()
        if inside:
            link = tagging.Link(words, element=self._anchors[inline.target[1:]])
        else:
            said = look.link_label + (words or inline.target)
            link = tagging.Link(said, address=inline.target)
        return self.linked(inline.children, link, element, place, look)

    def linked(
        self,
        inlines: Iterable[model.Inline],
        link: tagging.Link,
        element: Element,
        place: Place,
        look: Look = Look(),
    ) -> list[Run]:
        """Return the runs of a link, in bold: who does not see colours sees it too."""
        shown = replace(look, bold=True, link=link)
        return self.inlines(inlines, element.add("Link", link=link), place, shown)

    def _picture(self, picture: model.Picture, element: Element) -> list[Run]:
        drawn = self._drawing(picture)
        return [Run("", self._typeface.regular, figure(picture, element), picture=drawn)]

    def _call(self, call: model.NoteReference, element: Element, place: Place) -> list[Run]:
        """Return " (note 1)": a raised figure would be smaller than the text (G003)."""
        before = self.words(" ", element, place)
        target = self._anchors[note_anchor(call.number)]
        reference = element.add("Reference", refers=[target])
        said: tuple[model.Inline, ...] = (
            (call.label,) if call.label else (model.Text(str(call.number)),)
        )
        inlines = (model.Text("("), *said, model.Text(")"))
        link = tagging.Link(plain_text(inlines), element=target)
        first, *rest = self.linked(inlines, link, reference, place)
        return [*before, replace(first, anchor=reference), *rest]


def note_anchor(number: int) -> str:
    """Return the identifier of a note among the anchors; no heading has a space in its own."""
    return f"note {number}"


def figure(picture: model.Picture, element: Element) -> Content | None:
    """Add a Figure for `picture` to `element`, or nothing if it is decoration."""
    if not picture.alt:
        return None
    spoken = "" if picture.language == element.language_here else picture.language
    return element.add("Figure", alt=picture.alt, language=spoken).content()


def _kept(text: str) -> str:
    """Return `text` with its indentation and its gaps: no line ends at a no-break space."""
    return re.sub(r"^ +| {2,}", lambda match: _NO_BREAK * len(match[0]), text.expandtabs(4))


def text_of(runs: Iterable[Run]) -> Iterator[str]:
    """Yield the words of each run; a picture counts as one letter."""
    for run in runs:
        yield "\ufffc" if run.picture else "\n" if run.ends_line else run.text
