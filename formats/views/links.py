"""The addresses that links lead to and whose words do not show them, each once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from formats.model import Block, Inline, Link, NoteReference, Section, Steps, Text
from formats.model.rebuild import rebuild_inline
from formats.model.walk import Blocks, Inlines, parts, plain_text, walk
from formats.text import addresses


@dataclass(frozen=True, slots=True)
class _Label:
    """Words that lead to an address, and the heading that they stand under."""

    words: Inlines
    heading: Inlines

    @property
    def said(self) -> str:
        """The words as readers tell them apart."""
        return " ".join(plain_text(self.words).split()).casefold()


def hidden(blocks: Blocks) -> dict[str, Inlines]:
    """Return each address that paper would lose, with words that lead to it and to no other.

    Where other addresses have all its words too, the heading that its link stands under tells
    them apart: "Local Offer – Who can help". Where even that is the same it has no words.
    """
    labels: dict[str, list[_Label]] = {}
    for link, heading in _links(blocks, ()):
        label = _Label(as_label(link.children), heading)
        labels.setdefault(link.target.rstrip("/"), []).append(label)
    owners = Counter(said for given in labels.values() for said in {each.said for each in given})
    taken: set[str] = set()
    return {address: _label(given, owners, taken) for address, given in labels.items()}


def _label(given: list[_Label], owners: Counter[str], taken: set[str]) -> Inlines:
    own = [each.words for each in given if owners[each.said] == 1]
    under = ((*each.words, Text(" – "), *each.heading) for each in given if each.heading)
    for words in (*own, *under):
        said = plain_text(words).casefold()
        if said not in taken:
            taken.add(said)
            return words
    return ()


def _links(blocks: Blocks, heading: Inlines) -> Iterator[tuple[Link, Inlines]]:
    """Yield each link whose words hide its address, and the heading that it stands under."""
    for block in blocks:
        match block:
            case Section():
                yield from ((link, heading) for link in _hiding(block.heading))
                yield from _links(block.blocks, as_label(block.heading))
            case Steps():
                yield from _links(block.blocks, heading)
                for step in block.steps:
                    yield from ((link, heading) for link in _hiding(step.heading))
                    yield from _links(step.blocks, as_label(step.heading))
            case _:
                for part in parts(block):
                    inside = tuple(node for node in part if not isinstance(node, Inline))
                    yield from ((link, heading) for link in _hiding(part) if not inside)
                    yield from _links(inside, heading)


def _hiding(nodes: Iterable[Block | Inline]) -> Iterator[Link]:
    for node in walk(nodes):
        if isinstance(node, Link) and not node.target.startswith("#"):
            said = plain_text(node.children)
            if said.strip() and not addresses.stands_in(said, node.target):
                yield node


def as_label(inlines: Inlines) -> Inlines:
    """Return the words of `inlines` for a place of their own, as a line of the contents.

    A link there would be one in another, and the call of a note would call it twice.
    """
    return tuple(kept for inline in inlines for kept in _labelled(inline))


def _labelled(inline: Inline) -> Inlines:
    match inline:
        case NoteReference():
            return ()
        case Link():
            return as_label(inline.children)
        case _:
            return (rebuild_inline(inline, as_label),)
