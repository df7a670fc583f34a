"""Every example of CommonMark and GFM: its words in order, or an error with file and line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from formats import model, wording
from formats.errors import Place, SourceError
from formats.model.findings import errors_in
from formats.model.walk import inline_children, parts
from formats.reading.library import Library
from tests.reading import specifications
from tests.reading.reading import library
from tests.reading.specifications import Example
from tests.words import tokens

pytestmark = pytest.mark.debian  # node reads the examples of GFM
FRONT = "---\ntitle: Example\n---\n"
_ENGLISH = wording.of("en-GB")
_ADDED = (_ENGLISH("no-picture").text, f"{_ENGLISH('to-do').text}:", f"{_ENGLISH('done').text}:")
# GFM 0.29 is older than CommonMark 0.31 in what a comment is (6.6), and shows as letters the
# tags that a web page may not have, whose words we keep and report.
_OTHERWISE_IN_GFM = {649, 657}


@dataclass
class Tally:
    """What became of the examples of one specification."""

    library: Library
    built: int = 0
    refused: list[Place] = field(default_factory=list)
    other_words: dict[int, tuple[list[str], list[str]]] = field(default_factory=dict)

    def take(self, example: Example) -> None:
        (entry,) = self.library.entries()
        entry.path.write_text(FRONT + example.markdown, encoding="utf-8")
        try:
            reading = self.library.read(entry)
        except SourceError as error:
            self.refused += [error.place or Place("")]
            return
        if errors := errors_in(reading.findings):
            self.refused += [finding.place or Place("") for finding in errors]
            return
        text = " ".join(_blocks(reading.leaflet.blocks))
        for words in _ADDED:
            text = text.replace(words, "")
        wanted, got = tokens(specifications.words(example.html)), tokens(text)
        if wanted == got:
            self.built += 1
        else:
            self.other_words[example.number] = (wanted, got)


@pytest.mark.parametrize(
    ("examples", "least", "otherwise"),
    [
        pytest.param(specifications.commonmark, 600, set(), id="CommonMark"),
        pytest.param(specifications.gfm, 620, _OTHERWISE_IN_GFM, id="GFM"),
    ],
)
def test_every_example_has_its_words_or_is_refused(
    examples: specifications.Examples, least: int, otherwise: set[int], tmp_path: Path
) -> None:
    tally = Tally(library(tmp_path, "x"))
    for example in examples():
        tally.take(example)
    assert {n: words for n, words in tally.other_words.items() if n not in otherwise} == {}
    assert all(place.file and place.line for place in tally.refused)
    assert tally.built >= least


def test_both_are_there_whole() -> None:
    assert len(specifications.commonmark()) == 652
    assert len(specifications.gfm()) > 670


def _blocks(blocks: Iterable[model.Block | model.Step]) -> Iterator[str]:
    """Yield the words of blocks in order, alternatives of pictures where they stand."""
    for block in blocks:
        if isinstance(block, model.Preformatted):
            yield block.text
            continue
        if isinstance(block, model.Figure):
            yield block.picture.alt
        for part in parts(block):
            yield "".join(_inlines(n for n in part if isinstance(n, model.Inline)))
            yield from _blocks(n for n in part if not isinstance(n, model.Inline))


def _inlines(inlines: Iterable[model.Inline]) -> Iterator[str]:
    for node in inlines:
        match node:
            case model.Text() | model.CodeText() | model.Added():
                yield node.text
            case model.InlinePicture():
                yield node.picture.alt
            case model.LineBreak():
                yield " "
            case _:
                yield from _inlines(inline_children(node))
