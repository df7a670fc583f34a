"""Edits that change no fact and no force are never graded over wording, by Hypothesis."""

import re
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from formats import model
from formats.comparing import Grade, compare
from formats.facts import facts, force, lexicon
from formats.model.rebuild import rebuild, rebuild_inline
from formats.model.walk import Blocks, Inlines, walk
from tests.comparing.test_edits import LIBRARY, SLUG

ORIGINAL = LIBRARY.read(LIBRARY.find(SLUG)).leaflet
TEXTS = [
    node.text
    for node in walk(ORIGINAL.blocks)
    if isinstance(node, model.Text) and len(node.text.split()) > 3 and not facts(node.text, "en")
]
FILLERS = {word for word in lexicon.of("en").fillers if not force(word, "en")}
ADDED = ["also", "very", "just", "really", "simply", "indeed", "then"]
_WORD = re.compile(r"[A-Za-z]+")


def _at(text: str, number: int, pattern: str) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return found[number % len(found)] if found else None


def _put(text: str, match: re.Match[str] | None, words: str) -> str:
    return text[: match.start()] + words + text[match.end() :] if match else text


def comma(text: str, number: int) -> str:
    """Put a comma between two words, or take one out."""
    match = _at(text, number, r",? (?=[a-z])")
    return _put(text, match, " " if match and match[0].startswith(",") else ", ")


def stop(text: str, number: int) -> str:
    """Put another mark for one that ends a sentence, or take it out."""
    return _put(text, _at(text, number, r"[.;:](?=$| )"), ["", "!", ";", ",", " –"][number % 5])


def slip(text: str, number: int) -> str:
    """Exchange two letters of a word without weight."""
    found = [m for m in _WORD.finditer(text) if m[0] in FILLERS and len(m[0]) > 2]
    if not found:
        return text
    match = found[number % len(found)]
    word = match[0]
    made = word[0] + word[2] + word[1] + word[3:]
    return text if force(made, "en") else _put(text, match, made)


def filler(text: str, number: int) -> str:
    """Put in a word without weight."""
    match = _at(text, number, r" (?=[a-z])")
    return _put(text, match, f" {ADDED[number % len(ADDED)]} ")


def exchange(text: str, number: int) -> str:
    """Exchange the words beside an “and” or an “or”, unless they say what must or can be."""
    match = _at(text, number, r"(?<![’'\w-])([a-z]+) (and|or) ([a-z]+)(?![’'\w-])")
    if match is None or force(match[0], "en"):
        return text
    return _put(text, match, f"{match[3]} {match[2]} {match[1]}")


def capital(text: str, number: int) -> str:
    """Write a word large, or small."""
    match = _at(text, number, r"(?<= )[A-Za-z](?=[a-z]{2})")
    return _put(text, match, match[0].swapcase()) if match else text


EDITS: list[Callable[[str, int], str]] = [comma, stop, slip, filler, exchange, capital]


def edited(old: str, new: str) -> model.Leaflet:
    """Return the leaflet with one run of words instead of another."""

    def on_inlines(run: Inlines) -> Inlines:
        return tuple(
            model.Text(new) if node == model.Text(old) else rebuild_inline(node, on_inlines)
            for node in run
        )

    def on_blocks(blocks: Blocks) -> Blocks:
        return tuple(rebuild(block, on_blocks, on_inlines) for block in blocks)

    return replace(ORIGINAL, blocks=on_blocks(ORIGINAL.blocks))


@given(st.sampled_from(TEXTS), st.sampled_from(EDITS), st.integers(0, 40))
@settings(max_examples=200)
def test_harmless_edits_are_wording_at_most(
    text: str, edit: Callable[[str, int], str], number: int
) -> None:
    new = edit(text, number)
    found = compare(ORIGINAL, edited(text, new))
    reasons = [r.says for c in found.changes for r in c.reasons if r.grade > Grade.WORDING]
    assert reasons == [], (text, new)
    assert bool(found.changes) == (text.split() != new.split())
    assert found.lags == ()
