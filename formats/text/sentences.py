"""Splitting a run of inlines into its sentences. Nothing is lost, and nesting is kept."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from formats.model import Inline, Text
from formats.model.rebuild import rebuild_inline
from formats.model.walk import Inlines, inline_children, plain_text

# A full stop after these ends no sentence. "No." does so only before a figure.
_ABBREVIATIONS = (
    "e.g", "i.e", "etc", "mr", "mrs", "ms", "dr", "st", "prof", "rev", "approx", "tel", "dept",
    "vs", "para", "p", "pp", "fig", "vol", "ed", "cf",
)  # fmt: skip
# Every run has one place where a match can begin, and no way back (++): 60,000 full stops in a
# row took minutes.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(\s++)(?=[\"'“‘(\[]*[A-ZÀ-ÖØ-Þ0-9])")
_WORD_BEFORE = re.compile(r"([\w.]+)$")


def split(inlines: Inlines) -> tuple[Inlines, ...]:
    """Return the sentences of a run, in order.

    White space between two sentences ends the first; put together again the sentences
    have just the words of `inlines`.
    """
    borders = [-1, *_ends(plain_text(inlines)), inf]
    cut = (_cut(inlines, int(start), end) for start, end in pairwise(borders))
    return tuple(sentence for sentence in cut if sentence)


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if not _is_abbreviation(text, match.start()):
            yield match.end()


def _is_abbreviation(text: str, stop: int) -> bool:
    found = _WORD_BEFORE.search(text[max(0, stop - 20) : stop])
    word = found[1].lower() if found else ""
    if word == "no":
        return text[stop + 1 : stop + 3].strip()[:1].isdigit()
    # A single capital is an initial, as in "A. A. Milne".
    return word in _ABBREVIATIONS or (len(word) == 1 and text[stop - 1].isupper())


def _cut(inlines: Inlines, start: int, end: float) -> Inlines:
    """Return what begins from letter `start` up to letter `end`."""
    kept: list[Inline] = []
    position = 0
    for inline in inlines:
        length = len(plain_text((inline,)))
        kept += _piece(inline, length, start - position, end - position)
        position += length
    return tuple(kept)


def _piece(inline: Inline, length: int, start: int, end: float) -> Inlines:
    """Return the part of `inline` between `start` and `end`, counted from its own beginning."""
    if not length:
        # Without words, as a picture: it goes with the sentence before, if there is one.
        return (inline,) if start < 0 <= end else ()
    if start >= length or end <= 0:
        return ()
    if isinstance(inline, Text):
        return (Text(inline.text[max(0, start) : None if end >= length else int(end)]),)
    if inline_children(inline):
        return (rebuild_inline(inline, lambda run: _cut(run, max(0, start), end)),)
    # One that cannot be cut, as code: whole, where it begins.
    return (inline,) if start <= 0 else ()
