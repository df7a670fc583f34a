"""Going through a leaflet as read with the place of everything, which inlines do not carry."""

from collections.abc import Iterable, Iterator

from formats.errors import Place
from formats.model import Block, Inline, Leaflet, Step, Steps
from formats.model.walk import Inlines, parts, walk

Placed = tuple[Place, Block | Step]


def blocks(leaflet: Leaflet) -> Iterator[Placed]:
    """Yield every block and step of `leaflet`, notes last, with the nearest place known."""
    yield from within(leaflet.blocks, leaflet.place)
    for note in leaflet.notes:
        yield from within(note.blocks, note.place if note.place.file else leaflet.place)


def within(nodes: Iterable[Block | Step], place: Place) -> Iterator[Placed]:
    """Yield `nodes` and every block and step in them; `place` is for those that have none."""
    for node in nodes:
        own = node.place if node.place.file else place
        yield own, node
        if isinstance(node, Steps):
            yield from within((*node.blocks, *node.steps), own)
        else:
            for part in parts(node):
                yield from within((n for n in part if not isinstance(n, Inline)), own)


def runs(leaflet: Leaflet) -> Iterator[tuple[Place, Inlines]]:
    """Yield every run of inlines of `leaflet`, notes last, with its place."""
    for place, node in blocks(leaflet):
        for run in _own_runs(node):
            yield place, run


def inlines(leaflet: Leaflet) -> Iterator[tuple[Place, Inline]]:
    """Yield every inline of `leaflet`, those inside others too, with its place."""
    for place, run in runs(leaflet):
        for node in walk(run):
            if isinstance(node, Inline):
                yield place, node


def _own_runs(node: Block | Step) -> Iterator[Inlines]:
    if isinstance(node, Steps):  # its steps are nodes of their own here
        return
    for part in parts(node):
        run = tuple(n for n in part if isinstance(n, Inline))
        if run:
            yield run
