from pathlib import Path

import pytest

from formats.checks.file import findings

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EPUB = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip"


def codes(path: Path, media_type: str) -> list[str]:
    return [finding.code for finding in findings(path, media_type)]


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("application/pdf", b"%PDF-1.7\n"),
        (DOCX, b"PK\x03\x04rest"),
        ("application/epub+zip", EPUB),
        ("audio/mpeg", b"ID3\x04rest"),
        ("audio/mpeg", b"\xff\xfb\x90\x64"),
        ("audio/wav", b"RIFF\x00\x00\x00\x00WAVEfmt "),
        ("application/x-braille", b"anything at all"),
    ],
)
def test_files_of_their_kind_pass(tmp_path: Path, media_type: str, data: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert codes(path, media_type) == []


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("application/pdf", b"PK\x03\x04"),
        (DOCX, b"%PDF-1.7"),
        ("application/epub+zip", b"PK\x03\x04" + bytes(60)),
        ("audio/mpeg", b"RIFF\x00\x00\x00\x00WAVE"),
        ("audio/wav", b"RIFF\x00\x00\x00\x00AVI "),
    ],
)
def test_files_of_another_kind_do_not(tmp_path: Path, media_type: str, data: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert codes(path, media_type) == ["rendition-wrong-kind"]


def test_nothing_written(tmp_path: Path) -> None:
    assert codes(tmp_path / "none", "application/pdf") == ["rendition-missing"]
    assert codes(tmp_path, "application/pdf") == ["rendition-missing"]


@pytest.mark.parametrize("media_type", ["application/pdf", "application/x-braille"])
def test_empty(tmp_path: Path, media_type: str) -> None:
    (tmp_path / "empty").touch()
    assert codes(tmp_path / "empty", media_type) == ["rendition-empty"]
