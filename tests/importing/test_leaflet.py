"""What an import writes: the leaflet, its pictures, the report; and what a newer document does."""

from pathlib import Path

import pytest

from formats.errors import UsageError
from formats.importing import leaflet, newer
from formats.importing.leaflet import Outcome
from formats.reading import shared
from tests.importing import cases, documents

EASY = "\n::: easy-read\nSchools should listen to you.\n:::\n"


def _bring(document: Path, folder: Path, *, take: bool = False) -> Outcome:
    return leaflet.bring_in(document, folder, shared.read(folder.parent), (), take=take)


def _text(path: Path, *paragraphs: str) -> Path:
    path.write_text("\n\n".join(paragraphs) + "\n")
    return path


def test_a_word_file_becomes_a_folder_with_all_there_is(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(documents.saved(cases.pictures))
    outcome = _bring(tmp_path / "a.docx", tmp_path / "a")
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert [n.partition("-")[0] for n in names] == [
        "import", "imported.md", "leaflet.md", "picture", "picture"
    ]  # fmt: skip
    page = outcome.report.read_text()
    assert "Nobody has said what picture-" in page
    assert "Every word, and where it went" in page
    assert outcome.leaflet == tmp_path / "a" / "leaflet.md"


def test_the_report_lists_what_is_not_in_the_leaflet(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(documents.saved(cases.footers))
    page = _bring(tmp_path / "a.docx", tmp_path / "a").report.read_text()
    for words in (
        "Kent County Council",
        "Version 3 of the guide",
        "left out: footer",
    ):
        assert words in page


def test_a_newer_document_gives_a_difference_and_keeps_the_easy_read_text(tmp_path: Path) -> None:
    old = _text(tmp_path / "a.txt", "Help at school", "Schools should listen.", "Ask by May.")
    _bring(old, tmp_path / "a")
    file = tmp_path / "a" / "leaflet.md"
    own = file.read_text().replace("Schools should", "Every school should") + EASY
    file.write_text(own)
    new = _text(
        tmp_path / "a.txt", "Help at school", "Schools should listen.", "Ask by June.", "Or ring."
    )
    outcome = _bring(new, tmp_path / "a")
    assert file.read_text() == own
    assert outcome.leaflet.name == "proposed.md"
    proposed = outcome.leaflet.read_text()
    assert "Every school should listen.\n\nAsk by June.\n\nOr ring.\n\n::: easy-read" in proposed
    assert "<del>Ask by May.</del>" in outcome.report.read_text()
    _bring(new, tmp_path / "a", take=True)
    assert file.read_text() == proposed
    assert _bring(new, tmp_path / "a").differences == ()


def test_what_both_have_changed_is_left_to_the_editor(tmp_path: Path) -> None:
    _bring(_text(tmp_path / "a.txt", "One.", "Ask by May."), tmp_path / "a")
    file = tmp_path / "a" / "leaflet.md"
    file.write_text(file.read_text().replace("May", "1 May"))
    outcome = _bring(_text(tmp_path / "a.txt", "One.", "Ask by June."), tmp_path / "a", take=True)
    assert [each.taken for each in outcome.differences] == [False]
    assert "import-newer" in {finding.code for finding in outcome.findings}
    assert "1 May" in file.read_text()


def test_a_leaflet_that_was_written_here_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "leaflet.md").write_text("# Ours\n\nWords.\n")
    with pytest.raises(UsageError, match="was not imported"):
        _bring(_text(tmp_path / "a.txt", "Words."), tmp_path / "a")
    assert (tmp_path / "a" / "leaflet.md").read_text() == "# Ours\n\nWords.\n"


@pytest.mark.parametrize(
    ("older", "new", "own", "expected"),
    [
        ("a\n\nb", "a\n\nx\n\nb", "a\n\nb\n\ne", "a\n\nx\n\nb\n\ne\n"),
        ("a\n\nb", "b", "a\n\ne\n\nb", "e\n\nb\n"),
        ("a\n\nb", "x\n\na\n\nb", "a\n\nb", "x\n\na\n\nb\n"),
        ("a\n\nb\n\nc", "a\n\ny\n\nz\n\nc", "a\n\nb\n\ne\n\nc", "a\n\ny\n\nz\n\ne\n\nc\n"),
        ("a\n\nb", "a\n\nc", "a\n\nB", "a\n\nB\n"),
    ],
)
def test_blocks_are_merged(older: str, new: str, own: str, expected: str) -> None:
    assert newer.merged(older, new, own)[0] == expected
