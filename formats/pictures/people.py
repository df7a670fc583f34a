"""People for easy read: drawn adults of Open Peeps, each with one look wherever they stand.

The drawings are by Pablo Stanley, in the public domain (CC0 1.0). They come as a definition
in the package `dicebear-styles`, which `dicebear-core` puts together. To read and check a
definition takes that library a second, so it is given those parts only that a cast needs,
and what it has drawn is kept.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from formats.storage import cache

CREDIT = (
    "Pictures of people: Open Peeps by Pablo Stanley, CC0 1.0, with things from OpenMoji, "
    "openmoji.org, licence CC BY-SA 4.0."
)
SQUARE = 704  # units of a drawing, each side
EXPRESSIONS = (
    "calm", "smile", "smileBig", "explaining", "serious", "solemn", "tired", "concerned", "driven",
    "suspicious",
)  # fmt: skip
"""The faces of Open Peeps that respect people: no fangs, hearts or popping eyes."""
HEADS = (
    "afro", "bangs", "bangs2", "bantuKnots", "bun", "bun2", "buns", "cornrows", "cornrows2",
    "dreads1", "dreads2", "flatTop", "flatTopLong", "grayBun", "grayMedium", "grayShort",
    "hatBeanie", "hatHip", "hijab", "long", "longBangs", "longCurly", "medium1", "medium2",
    "medium3", "mediumBangs", "mediumBangs2", "mediumBangs3", "mediumStraight", "noHair1",
    "noHair2", "noHair3", "pomp", "shaved1", "shaved2", "shaved3", "short1", "short2", "short3",
    "short4", "short5", "turban", "twists", "twists2",
)  # fmt: skip
GLASSES = ("glasses", "glasses2", "glasses3", "glasses5", "sunglasses", "sunglasses2")
BEARDS = (
    "chin", "full", "full2", "full3", "full4", "goatee1", "goatee2", "moustache1", "moustache5",
    "moustache6", "moustache7",
)  # fmt: skip
SKINS = {
    "light": "#ffdbb4", "medium-light": "#edb98a", "medium": "#d08b5b", "medium-dark": "#ae5d29",
    "dark": "#8a5636",
}  # fmt: skip
"""Colours of skin by name. The darkest is light enough for black lines to be seen on it."""
_VERSION = "2"  # raised whenever the drawings change
_WRAPPING = re.compile(r"<!--.*?-->|<metadata.*?</metadata>|<svg\b[^>]*>|</svg>", re.DOTALL)
_ID = re.compile(r'(\bid="|\bhref="#|url\(#)')
_WHOSE = "@@"  # stands in what is kept for the drawing that an id belongs to
_PATH = re.compile(r' d="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Look:
    """How a person looks: names of Open Peeps' parts, and colours (#rrggbb)."""

    head: str
    skin: str
    hair: str = "#2c1b18"
    clothes: str = "#8fa7df"
    glasses: str = ""
    beard: str = ""
    size: Literal["adult", "child"] = "adult"


@dataclass(frozen=True)
class Cast:
    """The people of a house, by name."""

    looks: Mapping[str, Look]

    def drawn(self, name: str, expression: str, whose: str = "") -> str:
        """Return a person's drawing, what stands inside the svg element, `SQUARE` units wide.

        Its ids begin with `whose`: an id may stand once in a file, a person more often.
        """
        look = self.looks[name]
        kept = cache.Cache("people")
        key = cache.key(_VERSION, _definition().stat().st_size, repr(look), expression)
        return (
            kept.get_or_make(key, lambda: self._made(look, expression))
            .decode()
            .replace(_WHOSE, whose)
        )

    def _made(self, look: Look, expression: str) -> bytes:
        from dicebear import Avatar

        options = {
            "seed": "", "headVariant": look.head, "expressionVariant": expression,
            "skinColor": look.skin, "headContrastColor": look.hair, "clothingColor": look.clothes,
            "maskProbability": 0,
            **_if_any("accessories", look.glasses), **_if_any("facialHair", look.beard),
        }  # fmt: skip
        svg = _WRAPPING.sub("", Avatar(self._style, options).to_string())
        svg = _ID.sub(rf"\g<1>{_WHOSE}", svg)
        return _PATH.sub(lambda found: f' d="{_shortened(found[1])}"', svg).encode()

    @cached_property
    def _style(self) -> Any:
        from dicebear import Style

        looks = self.looks.values()
        wanted = {
            "head": {look.head for look in looks}, "expression": set(EXPRESSIONS),
            "accessories": {look.glasses for look in looks} | {GLASSES[0]},
            "facialHair": {look.beard for look in looks} | {BEARDS[0]},
        }  # fmt: skip
        whole = _whole()
        for part, names in wanted.items():
            variants = whole["components"][part]["variants"]
            whole["components"][part]["variants"] = {
                name: variant for name, variant in variants.items() if name in names
            }
        return Style(whole)


def variants(part: str) -> frozenset[str]:
    """Return the names that Open Peeps has for a part ("head")."""
    return frozenset(_whole()["components"][part]["variants"])


def _whole() -> Any:
    return json.loads(_definition().read_text("utf-8"))


def _if_any(part: str, variant: str) -> dict[str, Any]:
    """Return the options for a part that not everybody has."""
    if not variant:
        return {f"{part}Probability": 0}
    return {f"{part}Variant": variant, f"{part}Probability": 100}


@lru_cache(maxsize=1000)
def _shortened(path: str) -> str:
    from formats.pictures.outlines import shortened  # fontTools: 50 ms

    return shortened(path)  # one head has many expressions, and one body many heads


@lru_cache(maxsize=1)
def _definition() -> Path:
    spec = find_spec("dicebear_styles")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("dicebear_styles")
    return Path(next(iter(spec.submodule_search_locations))) / "open-peeps.json"
