from dataclasses import replace
from pathlib import Path

import pytest

from formats.errors import SourceError
from formats.reading.front_matter import FrontMatter
from tests.reading.reading import read

EVERY_KEY = """---
# A comment is no value.
title: "No: a title"
language: cy
edition: 2025-10
subtitle: Of all
short-title: Short
easy-title: Easy
description: What it is about.
review: 2026-10-31
identifier: urn:isbn:9780000000000
formats: [epub, audio, epub]
options:
  epub: {font-size: 20}
---

Words.
"""


def test_every_key(tmp_path: Path) -> None:
    reading = read(tmp_path, EVERY_KEY)
    expected = FrontMatter(
        "No: a title", "cy", "2025-10", "Of all", "What it is about.", "2026-10-31",
        "urn:isbn:9780000000000", ("epub", "audio"), {"epub": {"font-size": "20"}}, 15,
        short_title="Short", easy_title="Easy",
    )  # fmt: skip
    assert reading.front_matter == expected
    leaflet = reading.leaflet
    for key in (
        "title",
        "language",
        "edition",
        "subtitle",
        "description",
        "review",
        "identifier",
        "short_title",
        "easy_title",
    ):
        assert getattr(leaflet, key) == getattr(expected, key)
    assert leaflet.blocks[0].place.line == 17


@pytest.mark.parametrize("empty", ["---\n---\nx\n", "---\n# none\n...\nx\n", "x\n"])
def test_none_at_all(empty: str, tmp_path: Path) -> None:
    assert replace(read(tmp_path, empty).front_matter, lines=0) == FrontMatter()


@pytest.mark.parametrize("key", ["title", "language", "edition", "review", "formats", "options"])
def test_a_key_without_a_value_is_not_said(key: str, tmp_path: Path) -> None:
    matter = read(tmp_path, f"---\n{key}:\n---\nx\n").front_matter
    assert replace(matter, lines=0) == FrontMatter()


def test_nothing_is_guessed(tmp_path: Path) -> None:
    matter = read(tmp_path, "---\ntitle: No\nedition: 2025\nsubtitle: 012\n---\nx\n").front_matter
    assert (matter.title, matter.edition, matter.subtitle) == ("No", "2025", "012")


def test_values_on_several_lines_become_one(tmp_path: Path) -> None:
    assert read(tmp_path, "---\ntitle: >\n  One\n  two\n---\nx\n").leaflet.title == "One two"


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("titel: x", 2, "“titel” is not known here. Did you mean “title”?"),
        ("title: x\nLangauge: cy", 3, "Did you mean “language”?"),
        ("title: x\ntitle: y", 3, "“title” is written twice"),
        ("title: a: b", 2, "is not right YAML"),
        ("title: 'a", 2, "is not right YAML"),
        ("\ttitle: a", 2, "is not right YAML"),
        ("- a", 2, "lines of “name: value”"),
        ("title: [a]", 2, "“title” must be words"),
        ("title: x\nedition: October", 3, "is no date"),
        ("edition: 2025-13", 2, "is no date"),
        ("edition: 2025-02-30", 2, "is no date"),
        ("review: 2025/10", 2, "“review: 2025/10” is no date"),
        ("language: English", 2, "is no language tag"),
        ("formats: epub", 2, "must be a list"),
        ("formats: []", 2, "must be a list"),
        ("formats: [[epub]]", 2, "must be a list"),
        ("options: large", 2, "must name a format"),
        ("options: {epub: 20}", 2, "must name a format"),
        ("? [a]\n: b", 2, "a name must be plain words"),
        ("{a: b}: c", 2, "a name must be plain words"),
        ("a: &a b\ntitle: *a", 3, "“*” and “&” are not allowed"),
        ("a: &a [x, x]\nb: &b [*a, *a]\noptions: {c: *b}", 3, "“*” and “&” are not allowed"),
        ("options: " + "[" * 50_000 + "]" * 50_000, 2, "nested too deep"),
        ("options: " + "{a: " * 50_000, 2, "nested too deep"),
        ("title: !!python/object/apply:os.getcwd []", 2, "must be words"),
    ],
)
def test_what_cannot_be_understood(front: str, line: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, f"---\n{front}\n---\nWords.\n")
    assert words in caught.value.message
    assert caught.value.place and caught.value.place.line == line


def test_a_block_that_never_ends(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="leaflet.md:1: .*never ends"):
        read(tmp_path, "---\ntitle: x\n\nWords.\n")
