"""Leaving out what is meant for other formats (`::: only`, `::: not`)."""

from dataclasses import replace

from formats.model import Block, Leaflet, Only
from formats.model.rebuild import rebuild
from formats.model.walk import Blocks, Inlines


def addressed(leaflet: Leaflet, audience: frozenset[str]) -> Leaflet:
    """Return `leaflet` with what is for `audience`, the names of a format and its renderer."""
    notes = tuple(replace(n, blocks=_kept(n.blocks, audience)) for n in leaflet.notes)
    return replace(leaflet, blocks=_kept(leaflet.blocks, audience), notes=notes)


def _kept(blocks: Blocks, audience: frozenset[str]) -> Blocks:
    return tuple(kept for block in blocks for kept in _kept_of(block, audience))


def _kept_of(block: Block, audience: frozenset[str]) -> Blocks:
    inside = rebuild(block, lambda blocks: _kept(blocks, audience), unchanged)
    if not isinstance(inside, Only):
        return (inside,)
    named = bool(audience & frozenset(inside.names))
    return inside.blocks if named is not inside.negated else ()


def unchanged(inlines: Inlines) -> Inlines:
    """Return `inlines`, for a rebuild that changes blocks alone."""
    return inlines
