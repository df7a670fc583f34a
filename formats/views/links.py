"""The addresses that links lead to and whose words do not show them, each once."""

from collections.abc import Iterable

from formats.model import Block, Inline, Link, NoteReference
from formats.model.rebuild import rebuild_inline
from formats.model.walk import Inlines, plain_text, walk
from formats.text import addresses


def hidden(blocks: Iterable[Block]) -> dict[str, Inlines]:
    """Return each address that paper would lose, with the words that first lead to it."""
    found: dict[str, Inlines] = {}
    for node in walk(blocks):
        if isinstance(node, Link) and not node.target.startswith("#"):
            said = plain_text(node.children)
            if said.strip() and not addresses.stands_in(said, node.target):
                found.setdefault(node.target.rstrip("/"), as_label(node.children))
    return found


def as_label(inlines: Inlines) -> Inlines:
    """Return the words of `inlines` for a place of their own, as a line of the contents.

    A link there would be one in another, and the call of a note would call it twice.
    """
    return tuple(kept for inline in inlines for kept in _label(inline))


def _label(inline: Inline) -> Inlines:
    match inline:
        case NoteReference():
            return ()
        case Link():
            return as_label(inline.children)
        case _:
            return (rebuild_inline(inline, as_label),)
