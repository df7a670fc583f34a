"""Marking the abbreviations of the glossary, and giving each in full at its first use."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from formats import model
from formats.model.rebuild import rebuild, rebuild_inline
from formats.model.walk import Blocks, Inlines
from formats.views.languages import in_language


class Abbreviations:
    """Goes through a leaflet once, in reading order, and remembers what was given in full.

    Headings, links, quotations and words in another language get no added words: there a first
    use waits for the next. Nothing is added where the text itself has given the full words already.
    """

    def __init__(self, leaflet: model.Leaflet) -> None:
        terms = [term for term in leaflet.glossary if term.full]
        self.terms = {name: term for term in terms for name in (term.key, *term.variants)}
        names = "|".join(sorted(map(re.escape, self.terms), key=len, reverse=True))
        self.pattern = re.compile(rf"(?<!\w)(?P<name>{names})(?P<plural>s?)(?!\w)")
        self.given: set[str] = set()
        self.before = f"{leaflet.title} {leaflet.subtitle} ".casefold()
        self.quiet = False
        self.language = leaflet.language

    def marked(self, blocks: Blocks) -> Blocks:
        """Return `blocks` with every abbreviation marked."""
        if not self.terms:
            return blocks
        return tuple(map(self._block, blocks))

    def _block(self, block: model.Block) -> model.Block:
        match block:
            case model.Section():
                heading = self._heading(block.heading)
                return replace(block, heading=heading, blocks=self.marked(block.blocks))
            case model.Steps():
                before = self.marked(block.blocks)
                return replace(block, blocks=before, steps=tuple(map(self._step, block.steps)))
            case model.Quotation() | model.LanguageBlock():
                with self._nothing_added():
                    return rebuild(block, self.marked, self._inlines)
            case _:
                return rebuild(block, self.marked, self._inlines)

    def _step(self, step: model.Step) -> model.Step:
        heading = self._heading(step.heading)
        return replace(step, heading=heading, blocks=self.marked(step.blocks))

    def _heading(self, inlines: Inlines) -> Inlines:
        with self._nothing_added():
            return self._inlines(inlines)

    @contextmanager
    def _nothing_added(self) -> Iterator[None]:
        before, self.quiet = self.quiet, True
        yield
        self.quiet = before

    def _inlines(self, inlines: Inlines) -> Inlines:
        return tuple(new for inline in inlines for new in self._inline(inline))

    def _inline(self, inline: model.Inline) -> Iterator[model.Inline]:
        match inline:
            case model.Text():
                yield from self._text(inline.text)
            case model.Link() | model.Language():
                with self._nothing_added():
                    yield rebuild_inline(inline, self._inlines)
            case _:
                yield rebuild_inline(inline, self._inlines)

    def _text(self, text: str) -> Iterator[model.Inline]:
        end = 0
        for match in self.pattern.finditer(text):
            if match.start() > end:
                yield model.Text(text[end : match.start()])
            term = self.terms[match["name"]]
            yield model.Abbreviation(match["name"], term)
            yield from self._after(term, match["plural"], text)
            end = match.end()
        if end < len(text):
            yield model.Text(text[end:])
        self.before += text.casefold() + " "

    def _after(self, term: model.Term, plural: str, text: str) -> Iterator[model.Inline]:
        """Yield a plural's "s", and the full words in brackets where they are wanted."""
        if plural:
            yield model.Text(plural)
        if not self.quiet and term.key not in self.given:
            self.given.add(term.key)
            if term.full.casefold() not in self.before + text.casefold():
                yield model.Text(" (")
                yield from in_language(term.full, term.language, self.language)
                yield model.Text(")")
