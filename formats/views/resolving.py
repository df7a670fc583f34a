"""What a leaflet refers to -> nodes that say it: contact details, sources, labels, note calls."""

import re
from collections.abc import Iterator
from dataclasses import replace

from formats import model
from formats.model.rebuild import Rebuild, rebuild, rebuild_inline
from formats.model.walk import Blocks, Inlines, everything, headings
from formats.text import addresses
from formats.views.languages import in_language, marked
from formats.wording import Wording

_WORD = re.compile(r"[^\W\d_]+\.? ")  # of a locator, before its figures


class Resolver:
    """Resolves the blocks of one leaflet, in its language and with the words of the program."""

    def __init__(self, leaflet: model.Leaflet, words: Wording) -> None:
        self._language = leaflet.language
        self._organisation = leaflet.organisation.language
        self._words = words
        self._ids = {head.id for head in headings(everything(leaflet))}
        self._inside = Rebuild(self.blocks, self.inlines)

    def blocks(self, blocks: Blocks) -> Blocks:
        """Return `blocks` with nothing left to look up."""
        return tuple(new for block in blocks for new in self._block(block))

    def inlines(self, inlines: Inlines) -> Inlines:
        """Return `inlines` with what the calls of notes say."""
        return tuple(new for inline in inlines for new in self._inline(inline))

    def _block(self, block: model.Block) -> Iterator[model.Block]:
        match block:
            case model.Contact():
                yield from self.blocks(block.blocks)
                ways = tuple(map(self._way, block.organisation.contacts))
                if ways:
                    yield model.ContactList(ways, block.place)
            case model.Quotation():
                inside = self.blocks(block.blocks)
                yield replace(block, blocks=inside, source=self._source(block))
            case model.Steps():
                steps = tuple(map(self._step, block.steps))
                yield replace(block, blocks=self.blocks(block.blocks), steps=steps)
            case model.Preformatted():
                lines = tuple(
                    (model.Text(line),) if line else () for line in block.text.split("\n")
                )
                yield replace(block, lines=lines)
            case _:
                yield rebuild(block, self.blocks, self.inlines)

    def _inline(self, inline: model.Inline) -> Iterator[model.Inline]:
        match inline:
            case model.NoteReference():
                yield replace(inline, label=self._words("note-call", number=inline.number))
            case model.Link(target=target) if (
                target.startswith("#") and target[1:] not in self._ids
            ):
                # The section that it led to is not in this view.
                yield from self.inlines(inline.children)
            case _:
                yield rebuild_inline(inline, self.inlines)

    def _step(self, step: model.Step) -> model.Step:
        label = self._words("step", number=step.number, total=step.total)
        return replace(self._inside.step(step), label=label)

    def _source(self, block: model.Quotation) -> Inlines:
        """Return "SEND Code of Practice, paragraph 6.17", its title a link if it has an address."""
        if block.citation is None:
            return ()
        authority, locator = block.citation.authority, block.citation.locator
        # "section 36(1)" brings its own word, and is no paragraph.
        word = "" if _WORD.match(locator) or not authority.locator else f"{authority.locator} "
        place = f", {word}{locator}" if locator else ""
        title: Inlines = (model.Text(authority.title),)
        said = (model.Link(authority.url, title),) if authority.url else title
        whole: Inlines = (*said, model.Text(place)) if place else said
        return marked(whole, authority.language, self._language)

    def _way(self, entry: model.ContactEntry) -> model.Way:
        own = self._organisation
        lines = tuple(self._line(entry, line) for line in entry.value)
        label = in_language(entry.label, own, self._language)
        note = in_language(entry.note, own, self._language)
        # Who cannot see the picture of a telephone hears the same in the words beside it.
        picture = replace(entry.picture, alt="") if entry.picture else None
        return model.Way(entry.kind, label, lines, note, picture)

    def _line(self, entry: model.ContactEntry, line: str) -> Inlines:
        words = in_language(line, self._organisation, self._language)
        address = addresses.of_contact(entry.kind, line)
        return (model.Link(address, (model.Text(line),)),) if address else words
