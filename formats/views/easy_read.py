"""Telling the easy-read text from the standard text, and explaining its hard words."""

from collections.abc import Iterator
from dataclasses import replace

from formats import model
from formats.model.rebuild import rebuild
from formats.model.walk import Blocks, parts, plain_text, walk
from formats.views.audience import unchanged
from formats.views.languages import in_language


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
            if inside:
                yield replace(block, blocks=inside)
        case model.Steps():
            yield from _kept_steps(block)
        case model.Contact():
            yield replace(block, blocks=only_easy_read(block.blocks))
        case _:
            for part in parts(block):
                yield from only_easy_read(
                    tuple(node for node in part if not isinstance(node, model.Inline))
                )


def _kept_steps(block: model.Steps) -> Iterator[model.Block]:
    before = only_easy_read(block.blocks)
    steps = tuple(replace(step, blocks=only_easy_read(step.blocks)) for step in block.steps)
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
                meaning = in_language(term.easy, term.language, self.language)
                yield model.Definition((model.Text(term.key),), meaning)
