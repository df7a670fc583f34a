"""Each sentence of an edition gets an identifier, which speech and text then share."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from formats.model import Block, Figure, Part, Sentence
from formats.model.rebuild import Rebuild
from formats.model.walk import Blocks, Inlines
from formats.text.sentences import split


def with_sentences(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return `parts` with every run of text made of sentences, numbered in reading order."""
    marker = _Marker()
    return tuple(
        replace(part, heading=marker.inlines(part.heading), blocks=marker.blocks(part.blocks))
        for part in parts
    )


class _Marker:
    def __init__(self) -> None:
        self._numbers = count(1)
        self._inside = Rebuild(self.blocks, self.inlines)

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._inside.block(self._named(block)) for block in blocks)

    def inlines(self, inlines: Inlines) -> Inlines:
        return tuple(Sentence(self._id(), sentence) for sentence in split(inlines))

    def _named(self, block: Block) -> Block:
        """Return a figure with an identifier for its text alternative, which is said like words."""
        if isinstance(block, Figure) and block.picture.alt:
            return replace(block, id=self._id())
        return block

    def _id(self) -> str:
        # No heading has a full stop in its identifier.
        return f"s.{next(self._numbers)}"
