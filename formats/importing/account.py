"""The account of words: every word of the original, and where it went.

The words of the original are counted from the file by the plainest way there is; those of the
leaflet from what `formats.reading` reads of it. A word that neither stands there nor is listed
as left out is lost, and the account says which.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formats.importing.draft import LeftOut
from formats.model import Leaflet
from formats.model.walk import everything, pictures, texts

_WORD = re.compile(r"[^\W_]+")


def count(text: str) -> Counter[str]:
    """Return how often each word stands in `text`: runs of letters and digits, NFKC."""
    folded = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\u200b", "")
    return Counter(_WORD.findall(folded))


@dataclass(frozen=True, slots=True)
class Account:
    """How many words the original has, how many stand where, and which stand nowhere."""

    original: int
    places: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]
    lost: tuple[str, ...]


def account(
    original: str, leaflet: Leaflet, left_out: Sequence[LeftOut], missing: Sequence[str] = ()
) -> Account:
    """Return the account of an import. `missing` is what is said of pictures that are not there."""
    wanted = count(original)
    remaining = Counter(wanted)
    places = []
    awaited = ("in what is said of pictures that are missing", " ".join(missing))
    standing = (*_standing(leaflet), awaited, *_listed(left_out))
    for place, text in standing:
        here = count(text)
        places.append((place, sum((remaining & here).values())))
        remaining -= here
    spare = Counter[str]()
    for _, text in standing:
        spare += count(text)
    lost = _without_joined(remaining, spare - wanted)
    joined = sum(remaining.values()) - len(lost)
    if joined:
        places.append(("in the leaflet, divided or joined otherwise", joined))
    shown = tuple((place, number) for place, number in places if number)
    return Account(sum(wanted.values()), shown, tuple(left_out), tuple(lost))


def _standing(leaflet: Leaflet) -> list[tuple[str, str]]:
    notes = " ".join(text for note in leaflet.notes for text in texts(note.blocks))
    alternatives = " ".join(p.alt for p in pictures(everything(leaflet)))
    return [
        ("in the text", " ".join(texts(leaflet.blocks))),
        ("in the title", f"{leaflet.title} {leaflet.subtitle}"),
        ("in notes", notes),
        ("in what is said of pictures", alternatives),
    ]


def _listed(left_out: Iterable[LeftOut]) -> list[tuple[str, str]]:
    kinds = dict.fromkeys(each.kind for each in left_out)
    return [
        (f"left out: {kind}", " ".join(each.words for each in left_out if each.kind == kind))
        for kind in kinds
    ]


def _without_joined(missing: Counter[str], spare: Counter[str]) -> list[str]:
    """Return the missing words whose letters are not in words that stand there and were not wanted.

    A tracked change inside a word leaves “fo|ot” as two parts here and as one there.
    """
    letters = Counter("".join(spare.elements()))
    lost = []
    for word in missing.elements():
        needed = Counter(word)
        if needed <= letters:
            letters -= needed
        else:
            lost.append(word)
    return sorted(lost)
