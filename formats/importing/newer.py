"""A newer document against the leaflet that an older one became: what to take over.

Three texts are compared by their blocks, the parts between empty lines: what the older document
gave (`imported.md`), what the newer one gives, and the leaflet as editors have made it since.
Easy-read text and what else was added stay where they are.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of the newer document. Not `taken` if editors have changed the same words."""

    before: str
    after: str
    taken: bool


def merged(older: str, newer: str, leaflet: str) -> tuple[str, list[Difference]]:
    """Return the leaflet with the changes from `older` to `newer` made, and all changes."""
    old, new, own = _blocks(older), _blocks(newer), _blocks(leaflet)
    where = _places(old, own)
    edits: list[tuple[int, int, list[str]]] = []
    differences = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        edit = _edit(i1, i2, where, len(own))
        if edit is not None:
            edits.append((*edit, new[j1:j2]))
        before, after = "\n\n".join(old[i1:i2]), "\n\n".join(new[j1:j2])
        differences.append(Difference(before, after, edit is not None))
    for start, end, blocks in reversed(edits):
        own[start:end] = blocks
    return "\n\n".join(own) + "\n", differences


def _blocks(text: str) -> list[str]:
    return [block for block in re.split(r"\n[ \t]*\n", text.strip("\n")) if block.strip()]


def _places(old: list[str], own: list[str]) -> dict[int, int]:
    """Return where each block of the older import stands in the leaflet, unchanged."""
    matches = SequenceMatcher(None, old, own, autojunk=False).get_matching_blocks()
    return {m.a + n: m.b + n for m in matches for n in range(m.size)}


def _edit(i1: int, i2: int, where: dict[int, int], length: int) -> tuple[int, int] | None:
    """Return which blocks of the leaflet a change is of, or None if they were changed there."""
    if i1 == i2:
        if i1 == 0:
            return 0, 0
        before = where.get(i1 - 1)
        following = where.get(i1)
        if before is not None:
            return before + 1, before + 1
        return None if following is None else (following, following)
    places = [where[i] for i in range(i1, i2) if i in where]
    together = len(places) == i2 - i1 and places[-1] - places[0] == i2 - i1 - 1
    return (places[0], places[-1] + 1) if together and places[-1] < length else None
