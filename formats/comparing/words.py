"""Two forms of a sentence -> the words that were taken out and added."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from formats.comparing.changes import Edit

_TOKEN: Final = re.compile(r"\w+(?:['’.,@/:-]\w+)*|[^\w\s]")
_MOST: Final = 3_000
"""Words of two sentences to be held against each other."""


def tokens(text: str) -> list[str]:
    """Return the words and marks of a text."""
    return _TOKEN.findall(text)


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return the words kept, out and in, in reading order; what is out stands before what is in."""
    old, new = _spaced(before), _spaced(after)
    if len(old) + len(new) > _MOST:
        return Edit("out", before), Edit("in", after)
    found = list(_edits(old, new))
    return tuple(edit for edit in found if edit.words)


def _edits(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    matcher = SequenceMatcher(None, [t.strip() for t in old], [t.strip() for t in new], False)
    for name, i, j, k, m in matcher.get_opcodes():
        if name == "equal":
            yield Edit("kept", "".join(new[k:m]).strip())
        else:
            yield Edit("out", "".join(old[i:j]).strip())
            yield Edit("in", "".join(new[k:m]).strip())


def _spaced(text: str) -> list[str]:
    """Return the words and marks of a text, each with the space before it."""
    found, end = [], 0
    for match in _TOKEN.finditer(text):
        found.append(text[end : match.start()] + match[0])
        end = match.end()
    return found


def replaced(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield runs of words with those that stand in their place; either may be empty."""
    if len(old) + len(new) > _MOST:
        yield tuple(old), tuple(new)
        return
    for name, i, j, k, m in SequenceMatcher(None, old, new, False).get_opcodes():
        if name != "equal":
            yield tuple(old[i:j]), tuple(new[k:m])
