"""A title cut short where its sense lets it: for the foot of a page, which has one line."""

import re
from collections.abc import Callable

# Before a bracket, after one, before what explains: never in the middle of a phrase.
_BREAK = re.compile(r"(?= \()|(?<=\))(?= )|(?=: )|(?= [–—-] )|(?=[,;] )|(?<=[?!])(?= )")


def shortened(title: str, fits: Callable[[str], bool]) -> str:
    """Return as much of `title` as `fits` and still says something, or nothing.

    >>> shortened("Extra help (SEN support): who decides?", lambda words: len(words) < 20)
    'Extra help'
    """
    ends = [match.start() for match in _BREAK.finditer(title)]
    cuts = (title, *(title[:end] for end in reversed(ends)))
    return next((cut for cut in cuts if cut and fits(cut)), "")
