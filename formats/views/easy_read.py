"""Telling the easy-read text from the standard text, and explaining its hard words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from formats import model
from formats.model.rebuild import rebuild
from formats.model.walk import Blocks, parts, plain_text, walk
from formats.views.audience import unchanged
from formats.views.languages import in_language, marked

_BEFORE = 2
"""Words before the hard word in an explanation that says it itself: “An accessibility plan …”."""


def without_easy_read(blocks: Blocks) -> Blocks:
    """Return the standard text of `blocks`. The pictures beside contact details go as well."""
    return tuple(_standard(block) for block in blocks if not isinstance(block, model.EasyRead))


def _standard(block: model.Block) -> model.Block:
    if isinstance(block, model.Contact):
        contacts = tuple(replace(e, picture=None) for e in block.organisation.contacts)
        block = replace(block, organisation=replace(block.organisation, contacts=contacts))
    return rebuild(block, without_easy_read, unchanged)


def only_easy_read(blocks: Blocks) -> Blocks:
    """Return the easy-read text of `blocks`: ideas, what stands around them, contact details.

    Headings and the marks of another language stay around ideas. A list or a quotation does
    not: in easy read each idea stands in a row of its own.
    """
    return tuple(kept for block in blocks for kept in _kept(block))


def _kept(block: model.Block) -> Iterator[model.Block]:
    match block:
        case model.EasyRead():
            yield from block.ideas
        case model.Section() | model.LanguageBlock():
            inside = only_easy_read(block.blocks)
            named = _in_easy_words(block) if isinstance(block, model.Section) else block
            if inside:
                yield replace(named, blocks=inside)
        case model.Steps():
            yield from _kept_steps(block)
        case model.Contact():
            yield replace(block, blocks=only_easy_read(block.blocks))
        case _:
            for part in parts(block):
                yield from only_easy_read(
                    tuple(node for node in part if not isinstance(node, model.Inline))
                )


_Headed = TypeVar("_Headed", model.Section, model.Step)


def _in_easy_words(block: _Headed) -> _Headed:
    """Return a block with the heading that its easy-read text gives it, if it does."""
    given = (node.heading for node in block.blocks if isinstance(node, model.EasyRead))
    heading = next(filter(None, given), ())
    return replace(block, heading=heading) if heading else block


def _kept_steps(block: model.Steps) -> Iterator[model.Block]:
    before = only_easy_read(block.blocks)
    steps = tuple(
        replace(_in_easy_words(step), blocks=only_easy_read(step.blocks)) for step in block.steps
    )
    if before or any(step.blocks for step in steps):
        yield replace(block, blocks=before, steps=steps)


class Explainer:
    """Explains the hard words, `**marked**` in easy-read text, from the glossary."""

    def __init__(self, leaflet: model.Leaflet) -> None:
        self.terms = {term.key.casefold(): term for term in leaflet.glossary if term.easy}
        self.language = leaflet.language
        self.found: set[str] = set()

    def explained(self, blocks: Blocks) -> Blocks:
        """Return `blocks` with each idea that first uses a hard word explaining it."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: model.Block) -> model.Block:
        if isinstance(block, model.Idea):
            return replace(block, explained=tuple(self._first_uses(block.children)))
        return rebuild(block, self.explained, unchanged)

    def _first_uses(self, inlines: tuple[model.Inline, ...]) -> Iterator[model.Definition]:
        for node in walk(inlines):
            key = plain_text(node.children).casefold() if isinstance(node, model.Strong) else ""
            if key in self.terms and key not in self.found:
                self.found.add(key)
                term = self.terms[key]
                yield self._definition(term)

    def _definition(self, term: model.Term) -> model.Definition:
        """Return the explanation of a word, which says it once: "**SEN** is short for …"."""
        found = re.search(rf"(?<!\w)(?i:{re.escape(term.key)})(?!\w)", term.easy)
        if found is None or len(term.easy[: found.start()].split()) > _BEFORE:
            meaning = in_language(term.easy, term.language, self.language)
            return model.Definition((model.Text(term.key),), meaning)
        start, end = found.span()
        before, after = term.easy[:start], term.easy[end:]
        strong = model.Strong((model.Text(found[0]),))
        said = [*_text(before), strong, *_text(after)]
        return model.Definition((), marked(tuple(said), term.language, self.language))


def _text(words: str) -> tuple[model.Inline, ...]:
    return (model.Text(words),) if words else ()
