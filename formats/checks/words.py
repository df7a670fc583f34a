"""Is every word of a leaflet in a rendition, in order?

A renderer may add words ("Page 3", "Step 1 of 4"), so the words of the leaflet must be a
subsequence of the rendition's. Words are compared as runs of letters and digits: a hyphen
may become a line end, and punctuation may be set apart, but no letter may go or move.
"""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_BEFORE, _AFTER = 3, 5


def tokens(text: str) -> list[str]:
    """Return the words of `text`. NFKC folds ligatures, soft hyphens and odd spaces go."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).replace("\u00ad", ""))


def missing(expected: Iterable[str], found: str) -> list[str]:
    """Return the first word of `expected` that does not follow in order in `found`.

    It comes with the 3 words before it and the 4 after it, so that a person can find the
    place. Nothing missing gives an empty list.
    """
    wanted = tokens(" ".join(expected))
    remaining = iter(tokens(found))
    for index, word in enumerate(wanted):
        if word not in remaining:
            return wanted[max(0, index - _BEFORE) : index + _AFTER]
    return []
