"""Model inlines -> runs, links and bookmarks at the end of a paragraph."""

from dataclasses import dataclass, replace
from typing import Any, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from formats.errors import Place
from formats.model import (
    NOWHERE,
    Abbreviation,
    CodeText,
    Emphasis,
    Inline,
    InlinePicture,
    Language,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)
from formats.model.walk import Inlines
from formats.renderers.docx.figures import Figures
from formats.renderers.docx.styles import CODE, LINK
from formats.renderers.docx.xml import Xml, bookmark, element, run, text
from formats.text import unbroken


@dataclass(frozen=True, slots=True)
class _Look:
    """How runs look where the writer is: bold, their character style, their language."""

    bold: bool = False
    style: str = ""
    language: str = ""


class InlineWriter:
    """Writes runs for one document. `height` is that of a picture in a line, in cm."""

    def __init__(self, document: Any, figures: Figures, height: float) -> None:
        self._document = document
        self._figures = figures
        self._height = height
        self._bookmarks = 0
        self._called: set[int] = set()

    def write(
        self, paragraph: Any, inlines: Inlines, language: str = "", place: Place = NOWHERE
    ) -> None:
        """Add `inlines` to a python-docx paragraph."""
        self._run_of(paragraph, paragraph._p, inlines, _Look(language=language), place)

    def words(self, paragraph: Any, words: str, *, bold: bool = False) -> None:
        """Add plain words to a paragraph."""
        paragraph._p.append(run(text(unbroken.joined(words)), b=bold))

    def bookmarked(self, paragraph: Any, name: str) -> None:
        """Put a bookmark around what the paragraph holds, so that links find it."""
        self._bookmarks += 1
        start, end = bookmark(self._bookmarks, name[:40])
        body = paragraph._p
        properties = body.find(qn("w:pPr"))
        body.insert(0 if properties is None else 1, start)
        body.append(end)

    def link_inside(self, paragraph: Any, name: str, words: str) -> None:
        """Add a link to a bookmark."""
        link = element("hyperlink", run(text(unbroken.joined(words)), style=LINK), anchor=name[:40])
        paragraph._p.append(link)

    def link_outside(self, paragraph: Any, target: str, words: str) -> None:
        """Add a link to an address."""
        paragraph._p.append(self._link(target, [run(text(unbroken.joined(words)), style=LINK)]))

    def _link(self, target: str, runs: list[Xml]) -> Xml:
        link = element("hyperlink", *runs)
        kind = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), self._document.part.relate_to(target, kind, is_external=True))
        return link

    def _run_of(
        self, paragraph: Any, parent: Xml, inlines: Inlines, look: _Look, place: Place
    ) -> None:
        for inline in inlines:
            self._inline(paragraph, parent, inline, look, place)

    def _inline(
        self, paragraph: Any, parent: Xml, inline: Inline, look: _Look, place: Place
    ) -> None:
        match inline:
            case Text() | Abbreviation():
                parent.append(self._run(text(unbroken.joined(inline.text)), look))
            case Strong() | Emphasis():
                # No italics: emphasis is bold too (UKAAF G003:2019).
                self._run_of(paragraph, parent, inline.children, replace(look, bold=True), place)
            case CodeText():
                parent.append(self._run(text(inline.text), replace(look, style=CODE)))
            case Link():
                link = self._anchor(inline.target)
                parent.append(link)
                self._run_of(paragraph, link, inline.children, replace(look, style=LINK), place)
            case Language():
                inner = replace(look, language=inline.lang)
                self._run_of(paragraph, parent, inline.children, inner, place)
            case InlinePicture():
                self._figures.add(paragraph, inline.picture, self._height, place)
                if parent is not paragraph._p:
                    parent.append(paragraph._p[-1])
            case NoteReference():
                self._call(parent, inline.number)
            case LineBreak():
                parent.append(run(element("br")))
            case _:
                assert_never(inline)

    def _anchor(self, target: str) -> Xml:
        if target.startswith("#"):
            return element("hyperlink", anchor=target[1:41])
        return self._link(target, [])

    def _run(self, content: Xml, look: _Look) -> Xml:
        return run(content, style=look.style, language=look.language, b=look.bold)

    def _call(self, parent: Xml, number: int) -> None:
        """Add the call of a note; the first call of each is where its way back leads."""
        link = element(
            "hyperlink", run(text(f"[note {number}]"), style=LINK), anchor=f"note-{number}"
        )
        if number in self._called:
            parent.append(link)
            return
        self._called.add(number)
        self._bookmarks += 1
        start, end = bookmark(self._bookmarks, f"call-{number}")
        for part in (start, link, end):
            parent.append(part)
