"""`formats import` as people use it."""

from pathlib import Path

import pytest

from formats.cli import main
from formats.errors import ExitCode
from tests.importing import cases, documents


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "My guide (final).docx").write_bytes(documents.saved(cases.styles))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_word_file_is_imported_checked_and_built(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "My guide (final).docx"]) == ExitCode.OK
    said = capfd.readouterr().out
    assert "source/leaflets/my-guide-final/leaflet.md: 15 of 15 words" in said
    assert "source/leaflets/my-guide-final/import-report.html says what to look at" in said
    assert main(["check"]) == ExitCode.OK
    assert main(["build", "--format", "epub"]) == ExitCode.OK
    assert (folder / "output/my-guide-final/my-guide-final-epub.epub").is_file()


def test_it_goes_where_it_is_told(folder: Path) -> None:
    assert main(["import", "My guide (final).docx", "--to", "guide"]) == ExitCode.OK
    assert main(["import", "My guide (final).docx", "--to", "elsewhere/guide"]) == ExitCode.OK
    for place in ("source/leaflets/guide", "elsewhere/guide"):
        assert (folder / place / "leaflet.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing.docx"], "There is no file nothing.docx"),
        (["My guide (final).docx", "--to", ".."], "cannot name a leaflet"),
        (["source"], "of no kind that can be imported"),
    ],
)
def test_wrong_usage_says_what_to_do(
    arguments: list[str], says: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", *arguments]) == ExitCode.USAGE
    assert says in capfd.readouterr().err
    assert list((folder / "source").iterdir()) == []
