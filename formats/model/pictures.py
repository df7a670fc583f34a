"""Pictures: their bytes, their text alternative, and what their licence asks to be said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Media:
    """The bytes of a picture, which travel with the leaflet. `digest` is their SHA-256 in hex."""

    digest: str
    media_type: Literal["image/svg+xml", "image/png", "image/jpeg"]
    data: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its text alternative. An empty `alt` means that it is decorative.

    `name` is the name in `pictures.toml`, or the path as written. `credit` is what the
    licence of the picture asks to be said wherever it is shown. `openmoji` holds the code
    points of an OpenMoji picture ("1F9D1-1F3FE"), or says of which people and thing a scene is
    made, so that a renderer can offer its variants.
    `language` and `credit_language` are those of `alt` and `credit` (BCP 47; empty: as around).
    """

    media: Media
    alt: str
    name: str
    credit: str = ""
    openmoji: str = ""
    language: str = ""
    credit_language: str = ""
