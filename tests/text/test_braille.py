"""Braille, by the real liblouis, and by doubles that fail."""

import subprocess
from pathlib import Path

import pytest

from formats.errors import RenderError
from formats.text import braille

WORDS = 'Special Educational Needs (SEN) support: 03000 41 3000, £5 & "yes"'


def _back(cells: str, table: str) -> str:
    command = ["lou_translate", "--backward", f"unicode.dis,{table}"]
    words = cells.replace(braille.BLANK, " ")
    return subprocess.run(command, input=words, capture_output=True, text=True, check=True).stdout


@pytest.mark.debian
@pytest.mark.parametrize(
    ("contracted", "table"), [(True, "en-ueb-g2.ctb"), (False, "en-ueb-g1.ctb")]
)
def test_braille_reads_back_as_the_words(contracted: bool, table: str) -> None:
    cells = braille.cells(WORDS, "en-GB", contracted=contracted)
    assert _back(cells, table).strip() == WORDS


@pytest.mark.debian
def test_contracted_braille_is_shorter() -> None:
    short, long = (len(braille.cells(WORDS, "en", contracted=c)) for c in (True, False))
    assert short < long


@pytest.mark.debian
def test_welsh_has_tables_of_its_own() -> None:
    words = "Cymorth i blant a'u rhieni"
    cells = braille.cells(words, "cy", contracted=False)
    assert _back(cells, "cy-cy-g1.utb").strip().lower() == words.lower()


@pytest.mark.debian
def test_a_language_without_tables_says_so() -> None:
    with pytest.raises(RenderError, match="no Braille here for the language “pl”"):
        braille.cells("Dzień dobry", "pl", contracted=True)


def test_without_liblouis_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert braille.why_not("en") == "liblouis is not installed"


DOUBLES = {
    "echo hello": "made no Braille",
    "true": "made no Braille",
    "echo out of tables >&2; exit 3": "out of tables",
    "printf '\\377\\376'": "could not put",
    "sleep 30": "did not answer",
}


@pytest.mark.parametrize("script", DOUBLES)
def test_a_liblouis_that_fails_is_named(
    script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    double = tmp_path / "lou_translate"
    double.write_text(f"#!/bin/sh\n{script}\n")
    double.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(braille, "_SECONDS", 1)
    with pytest.raises(RenderError, match=DOUBLES[script]):
        braille.cells("Hello", "en", contracted=True)


@pytest.mark.debian
def test_lines_break_at_spaces_and_keep_every_cell() -> None:
    cells = braille.cells(f"{WORDS} {'x' * 40}", "en", contracted=True)
    for width in (5, 18, 100):
        lines = braille.lines(cells, width)
        assert all(0 < len(line) <= width for line in lines)
        kept = "".join(lines).replace(braille.BLANK, "").replace(braille.HYPHEN, "")
        assert kept == cells.replace(braille.BLANK, "").replace(braille.HYPHEN, "")


def test_dots_are_numbered_down_the_left_and_then_the_right() -> None:
    assert braille.dots("\u2801") == [(0, 0)]  # a: dot 1
    assert braille.dots("\u2813") == [(0, 0), (0, 1), (1, 1)]  # h: dots 1, 2 and 5
    assert len(braille.dots("\u283f")) == 6
