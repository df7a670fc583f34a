"""Colours of page, text and links, and how well one can be told from another (WCAG 2.2)."""

import re
from dataclasses import dataclass

from formats.options.declared import OptionError

Colour = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

ENHANCED = 7.0  # WCAG 2.2, 1.4.6
LEAST = 4.5  # WCAG 2.2, 1.4.3
_NAMED = {
    "black-on-white": "#000000-on-#ffffff",
    "black-on-cream": "#000000-on-#fff8e1",
    "black-on-yellow": "#000000-on-#fff59d",
    "black-on-pale-blue": "#000000-on-#dcebfa",
    "blue-on-cream": "#0a2351-on-#fff8e1",
    "yellow-on-black": "#ffee33-on-#000000",
    "white-on-black": "#ffffff-on-#000000",
    "white-on-blue": "#ffffff-on-#0a2351",
}
_LINEAR = 0.04045  # sRGB is linear below (WCAG 2.2, "relative luminance")
_HEX = r"#[0-9a-f]{6}"
_PAIR = re.compile(rf"({_HEX})-on-({_HEX})", re.IGNORECASE)
_LINKS = ("#00408a", "#9fd3ff")  # dark blue for light pages, light blue for dark ones


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one rendition. `dark` says that the page is darker than its text."""

    text: Colour
    page: Colour
    link: Colour
    dark: bool


def pair(name: str) -> Colours:
    """Return the colours called `name`, or given as "#rrggbb-on-#rrggbb".

    Raises `OptionError` for another name and for a contrast under 4.5 : 1.
    """
    match = _PAIR.fullmatch(_NAMED.get(name, name))
    if not match:
        names = ", ".join(_NAMED)
        raise OptionError(
            f"There are no colours called “{name}”. Use one of {names}, or two colours in hex "
            "such as #1a1a1a-on-#fff8e0."
        )
    text, page = _colour(match[1]), _colour(match[2])
    ratio = contrast(text, page)
    if ratio < LEAST:
        raise OptionError(
            f"The contrast of {match[1]} on {match[2]} is {_down(ratio)} : 1, and people could "
            f"not read it. Choose colours with at least {LEAST} : 1, better {ENHANCED:g} : 1."
        )
    return Colours(text, page, _link(text, page, ratio), _luminance(page) < _luminance(text))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _down(ratio: float) -> float:
    """Round down, so that 4.49 never reads as the 4.5 that it is not."""
    return int(ratio * 100) / 100


def _colour(written: str) -> Colour:
    red, green, blue = (int(written[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= _LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _link(text: Colour, page: Colour, ratio: float) -> Colour:
    """Return a blue that is as legible as asked for, else the colour of the text."""
    wanted = min(ratio, ENHANCED)
    fit = (c for c in map(_colour, _LINKS) if contrast(c, page) >= wanted)
    return next(fit, text)
