"""Where each sentence stands, so that speech can point at it (EPUB 3.3, media overlays).

A node of the model and the ordinal of a sentence in it name what is said, in the script of
`formats.speech` as here. A node can stand twice, as contact details do: then the places are
taken in the order of reading.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from formats.renderers.epub.markup import Child, Element, element


@dataclass
class Said:
    """The places of one e-book. `file` is the document that is being made."""

    file: str = ""
    _places: dict[tuple[int, int], deque[str]] = field(default_factory=lambda: defaultdict(deque))
    _count: int = 0

    def marked(self, node: object, part: int, children: Iterable[Child]) -> Element:
        """Return `children` in an element that speech can point at."""
        return self.named(node, part, element("span", children))

    def named(self, node: object, part: int, made: Element) -> Element:
        """Let speech point at `made`, which gets an identifier if it has none."""
        if not made.get("id"):
            self._count += 1
            made.set("id", f"said-{self._count}")
        self._places[id(node), part].append(f"{self.file}#{made.get('id')}")
        return made

    def take(self, node: object, part: int) -> str:
        """Return the next place, "file#id", of that part of `node`, or nothing if it has none."""
        places = self._places.get((id(node), part))
        return places.popleft() if places else ""
