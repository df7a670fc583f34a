"""Model inlines -> XHTML."""

from collections.abc import Callable, Collection, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Self, assert_never

from formats import model
from formats.text.language import is_right_to_left
from formats.xhtml.markup import Child, Element, element


@dataclass
class InlineDrawing:
    """Draws inlines, where the text around them is in `language` (BCP 47).

    `address` gives what a link leads to ("#id" of a heading, a part, `note.1` or `call.1`, or
    any address), `source` where a picture lies. `base` is the level of heading above `h1`.
    Sentences whose `id` is in `spoken` are elements with that `id`. `own` draws nodes of a
    class otherwise: it is given this drawing and the node.
    """

    language: str
    address: Callable[[str], str]
    source: Callable[[model.Picture], str]
    base: int = 0
    spoken: Collection[str] = frozenset()
    own: Mapping[type, Callable[[Any, Any], Element]] = field(default_factory=dict)
    called: set[int] = field(default_factory=set)
    """The notes called so far: the way back leads to the first call."""

    def within(self, language: str) -> Self:
        """Return this drawing for what stands in text of another language."""
        inside = copy(self)
        inside.language = language
        return inside

    def languages(self, language: str) -> dict[str, str]:
        """Return the attributes that mark a language, and its direction, where they differ."""
        if not language or language == self.language:
            return {}
        turned = is_right_to_left(language) != is_right_to_left(self.language)
        direction = "rtl" if is_right_to_left(language) else "ltr"
        return {"lang": language, "dir": direction if turned else ""}

    def inlines(self, nodes: Iterable[model.Inline]) -> list[Child]:
        """Return the words and elements of a run of inlines."""
        return [child for node in nodes for child in self.inline(node)]

    def inline(self, node: model.Inline) -> list[Child]:
        """Return the words and elements of one inline, drawn as `own` says, if it does."""
        drawn = self.own.get(type(node))
        return [drawn(self, node)] if drawn else self.plain_inline(node)

    def plain_inline(self, node: model.Inline) -> list[Child]:
        """Return the words and elements of one inline, whatever `own` says of it."""
        match node:
            case model.Text():
                return [node.text]
            case model.Added():
                return [self.added(node)]
            case model.Sentence():
                return self.sentence(node)
            case model.Strong():
                return [element("strong", self.inlines(node.children))]
            case model.Emphasis():
                return [element("em", self.inlines(node.children))]
            case model.CodeText():
                return [element("code", [node.text])]
            case model.Link():
                words = self.inlines(node.children)
                return [element("a", words, href=self.address(node.target))]
            case model.Language():
                words = self.within(node.lang).inlines(node.children)
                return [element("span", words, **self.languages(node.lang))]
            case model.Abbreviation():
                return [element("abbr", [node.text])]
            case model.InlinePicture():
                return [self.image(node.picture, class_="inline")]
            case model.NoteReference():
                return [self.call(node)]
            case model.LineBreak():
                return [element("br")]
            case _:
                assert_never(node)

    def added(self, node: model.Added) -> Child:
        """Return words of the program, marked where they are in another language."""
        marks = self.languages(node.language)
        return element("span", [node.text], **marks) if marks else node.text

    def sentence(self, node: model.Sentence) -> list[Child]:
        """Return a sentence, which speech can point at if it is to be spoken."""
        words = self.inlines(node.children)
        return [element("span", words, id=node.id)] if node.id in self.spoken else words

    def call(self, node: model.NoteReference) -> Element:
        """Return the call of a note."""
        label = node.label or model.Added("", "")
        first = node.number not in self.called
        self.called.add(node.number)
        link = element(
            "a", [f"[{node.number}]"], href=self.address(f"#note.{node.number}"),
            id=f"call.{node.number}" if first else "", role="doc-noteref",
            aria_label=label.text, **self.languages(label.language),
        )  # fmt: skip
        return element("sup", [link])

    def image(self, picture: model.Picture, **attributes: str) -> Element:
        """Return an `img`. An empty alternative marks it as decoration."""
        marks = self.languages(picture.language) if picture.alt else {}
        source = self.source(picture)
        return element("img", src=source, alt=picture.alt, **attributes, **marks)
