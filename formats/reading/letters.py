"""Letters that nobody sees, and those that only one program has, read as what they mean."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_NOTHING = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_MEANT: Final = {
    **dict.fromkeys(_NOTHING, ""),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("\u202f\u2007", "\u00a0"),
    **dict.fromkeys("\u2010\u2011", "-"),
    "\u2028": " ",
    "\u2029": " ",
    # Unicode 16, Latin ligatures: typefaces for reading seldom have them.
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    # Where Word puts the letters of Symbol and Wingdings: bullets, a tick, an arrow.
    **dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf076\uf0d8", "•"),
    "\uf06f": "•",
    "\uf0fc": "✓",
    "\uf0e0": "→",
}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT_ONLY = {**_MEANT, **dict.fromkeys(_DIRECTIONS, "")}


def meant(text: str) -> str:
    r"""Return `text` with each letter as it is meant, and marks joined to their letters.

    Marks that turn the direction of writing stay where there is writing from right to left.

    >>> meant("of\ufb01ce\u202f5")
    'office\xa05'
    """
    if text.isascii():
        return text
    table = _MEANT if _RIGHT_TO_LEFT.search(text) else _LEFT_TO_RIGHT_ONLY
    return unicodedata.normalize("NFC", text.translate(_codes(table)))


def odd(text: str) -> Iterator[tuple[int, str]]:
    """Yield the index and the name of each letter that `meant` changes."""
    if text.isascii():
        return
    table = _MEANT if _RIGHT_TO_LEFT.search(text) else _LEFT_TO_RIGHT_ONLY
    for at, letter in enumerate(text):
        if letter in table:
            yield at, f"U+{ord(letter):04X}"


def _codes(table: dict[str, str]) -> dict[int, str]:
    return {ord(letter): written for letter, written in table.items()}
