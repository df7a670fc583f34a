"""A leaflet, as its source has it or as a view leaves it; and whether people have checked it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from formats.errors import Place
from formats.model.blocks import NOWHERE, Block, Note
from formats.model.shared import Organisation, Term

SignoffState = Literal["none", "current", "lapsed"]


@dataclass(frozen=True, slots=True)
class Signoff:
    """Whether people have checked this view: by which group, when, and if it still holds.

    `changed` says, if it has lapsed, what is different from what they saw, a phrase for each.
    """

    state: SignoffState = "none"
    by: str = ""
    on: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One edition of a leaflet.

    `slug` names its folder and files; `language` is BCP 47; `edition` is YYYY, YYYY-MM,
    YYYY-MM-DD or empty; `identifier` a URN or URL. `short_title` is for the foot of a page,
    `easy_title` the title in easy words. `view` says which view this is:
    "source" as read, else the text of that view.
    """

    slug: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    edition: str = ""
    subtitle: str = ""
    description: str = ""
    review: str = ""
    identifier: str = ""
    organisation: Organisation = field(default_factory=lambda: Organisation(name=""))
    glossary: tuple[Term, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    short_title: str = ""
    easy_title: str = ""
    view: Literal["source", "standard", "easy-read"] = "source"
    place: Place = field(default=NOWHERE, compare=False, repr=False)
