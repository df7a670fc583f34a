"""An edition: a whole publication of a leaflet, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from formats.errors import Place
from formats.model.blocks import NOWHERE, Block
from formats.model.inlines import Added, Inline
from formats.model.leaflet import Signoff
from formats.model.shared import Term

ViewName = Literal["standard", "easy-read", "label", "easy-read-label"]
VIEWS: tuple[ViewName, ...] = ("standard", "easy-read", "label", "easy-read-label")

PartKind = Literal["cover", "contents", "text", "word-list", "notes", "addresses", "about", "label"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an edition. `id` is unique, and is what a link to its heading leads to.

    The heading of the cover and of a label is the title (level 1), that of any other part is
    on the level of a section (2). The text has none: its sections have.
    """

    kind: PartKind
    id: str
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a leaflet in one view, all that its readers get, in reading order.

    `title`, `kind` ("Easy read", "Large print PDF" …), `status` (the sign-off in words) and
    the fields after them are for properties of a file: readers have them in `parts` too.
    `language` is BCP 47; `date` the edition as YYYY, YYYY-MM, YYYY-MM-DD or empty;
    `identifier` a URN or URL; `short_title` for the foot of a page, or empty; `glossary`,
    `voices` (those of the house, `Organisation.voices`) and `places` (names with their
    respellings) for those who say its words.
    """

    slug: str
    title: str
    language: str
    view: ViewName
    parts: tuple[Part, ...]
    kind: Added | None = None
    status: Added | None = None
    signoff: Signoff = field(default_factory=Signoff)
    publisher: str = ""
    date: str = ""
    description: str = ""
    identifier: str = ""
    glossary: tuple[Term, ...] = ()
    voices: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    short_title: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    def part(self, kind: PartKind) -> Part | None:
        """Return the first part of that kind, or None if this edition has none."""
        return next((part for part in self.parts if part.kind == kind), None)

    def blocks(self, *kinds: PartKind) -> Iterator[Block]:
        """Yield the blocks of the parts of these kinds (none named: of all)."""
        for part in self.parts:
            if not kinds or part.kind in kinds:
                yield from part.blocks
