from pathlib import Path

import pytest

from formats.errors import SourceError
from formats.model import Organisation, Paragraph, Section, Steps, Text
from formats.model.walk import plain_text, walk
from formats.reading.leaflet import read as read_leaflet
from formats.reading.library import Library
from formats.reading.shared import Shared
from tests.reading.reading import read, said


def levels(folder: Path, text: str) -> list[tuple[int, str]]:
    found = walk(read(folder, text).leaflet.blocks)
    return [(s.level, plain_text(s.heading)) for s in found if isinstance(s, Section)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One *and* two\n\nx\n", "One and two"),
        ("One\n===\n\nx\n", "One"),
        ("x\n\n# Later\n\ny\n", "Later"),
        ("---\ntitle: Front\n---\n# Front\n\nx\n", "Front"),
        ("x\n", "leaflet"),
    ],
)
def test_title(text: str, title: str, tmp_path: Path) -> None:
    reading = read(tmp_path, text)
    assert reading.leaflet.title == title
    assert not [s for s in walk(reading.leaflet.blocks) if isinstance(s, Section)]


def test_a_heading_that_is_not_the_title_stays(tmp_path: Path) -> None:
    text = "---\ntitle: Front\n---\n# Other\n\n## Inside\n\nx\n"
    assert levels(tmp_path, text) == [(2, "Other"), (3, "Inside")]


def test_every_heading_goes_down_with_the_second_title(tmp_path: Path) -> None:
    text = "# A\n\n# B\n\n> ## Q\n>\n> x\n\n::: steps\n## C\n\n### D\n\nx\n:::\n\n###### E\n\nx\n"
    reading = read(tmp_path, text)
    assert levels(tmp_path, text) == [(2, "B"), (3, "Q"), (4, "D"), (3, "E")]
    steps = [s for s in walk(reading.leaflet.blocks) if isinstance(s, Steps)]
    assert [step.level for step in steps[0].steps] == [3]


def test_sections_nest_by_level_and_have_ids_of_their_own(tmp_path: Path) -> None:
    text = "# T\n\n## A\n\na\n\n### A\n\nb\n\n## 2 Ł!\n\nc\n\n## \u4e2d\n\nd\n"
    leaflet = read(tmp_path, text).leaflet
    found = [s for s in walk(leaflet.blocks) if isinstance(s, Section)]
    assert [(s.level, s.id) for s in found] == [
        (2, "a"), (3, "a-2"), (2, "s-2-l"), (2, "zhong"),
    ]  # fmt: skip
    assert found[0].blocks[1] is found[1]


def test_plain_commonmark_needs_nothing_around_it(tmp_path: Path) -> None:
    file = tmp_path / "Notes for parents.md"
    file.write_text("Words.\n", encoding="utf-8")
    reading = read_leaflet(file, "notes-for-parents", Shared(Organisation("")))
    assert (reading.leaflet.title, reading.leaflet.language) == ("Notes for parents", "en-GB")
    assert reading.leaflet.blocks == (Paragraph((Text("Words."),)),)
    assert reading.findings == ()


def test_an_identifier_is_made_from_publisher_and_name(tmp_path: Path) -> None:
    one = read(tmp_path, "x\n", organisation='name = "One"\n').leaflet.identifier
    again = read(tmp_path, "y\n", organisation='name = "One"\n').leaflet.identifier
    other = read(tmp_path, "x\n", organisation='name = "Other"\n').leaflet.identifier
    assert one == again != other
    assert one.startswith("urn:uuid:")


def test_places_name_the_file_as_the_person_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: x\n---\n\n<b>\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    reading = Library(Path("source")).read(Library(Path("source")).find("a.md"))
    assert str(reading.findings[-1].place) == "a.md:5"


def test_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    reading = read(tmp_path, b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\n\r\nOne\r\ntwo\r\rThree\r\n")
    assert reading.leaflet.title == "x"
    assert [plain_text(b.children) for b in reading.leaflet.blocks if isinstance(b, Paragraph)] == [
        "One two", "Three",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"One\n\nt\xffo\n", 3, "not UTF-8"),
        (b"One\n\xed\xa0\x80", 2, "not UTF-8"),
        ("One".encode("utf-16"), 1, "not UTF-8"),
        (b"One\nt\x00o\n", 2, "U+0000"),
        (b"One\nt\x1b[2Jo\n", 2, "U+001B"),
        (b"", 1, "empty"),
        (b" \n\t\n", 1, "empty"),
        (b"\xef\xbb\xbf", 1, "empty"),
        (b"x " * 1_000_001, 0, "larger than 2 MB"),
        (b"One\n\n" + b"x" * 200_000, 3, "200,000 letters"),
        (b"One\n\n" + b"[ " * 50_000, 3, "too many brackets"),
        (b"One\n\n" + b"x <!" * 3_000, 3, "too many comments"),
        (b"---\ntitle: " + b"x " * 250_000 + b"\n---\nWords.\n", 2, "499,999 letters"),
        (b"One\n\n# " + b"x " * 250_000, 3, "499,999 letters"),
        (b'---\ntitle: "A \\x1b[2J"\n---\nWords.\n', 2, "U+001B"),
        (b"One\n\n" + b"|a" * 3_000 + b"\n" + b"|-" * 3_000, 3, "more than 40 columns"),
        (b"One\n\n" + b"> " * 60 + b"x", 3, "nested too deep"),
        (b"One\n\n" + b"- " * 60 + b"x", 3, "nested too deep"),
        (b"One\n\n" + b"*a " * 900 + b"b* " * 900, 3, "nested too deep"),
        (b"One\n\n" + b"::: lang pl\n" * 60 + b"x\n" + b":::\n" * 60, 0, "nested too deep"),
    ],
    ids=range(20),
)
def test_what_cannot_be_read_at_all(data: bytes, line: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, data)
    assert words in caught.value.message
    place = caught.value.place
    assert place and place.file.endswith("leaflet.md") and (place.line == line or not line)


def test_what_is_just_within_the_limits_is_read(tmp_path: Path) -> None:
    many = "x" * 2_000 + "\n\n" + "[ ] " * 1_900 + "\n\n" + "> " * 20 + "deep\n\n"
    row = "|a" * 40 + "|\n"
    assert said(read(tmp_path, many + row + "|-" * 40 + "|\n" + row)) == []


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_leaflet(tmp_path / "no.md", "no", Shared(Organisation("")))
