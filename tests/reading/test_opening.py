"""Whatever a source folder holds: one plain error that names it, and the others are read."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from formats.errors import Place, SourceError
from formats.reading import limit
from formats.reading.library import Library
from tests.reading.reading import library, read

needs_links = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes or devices here")


def pipe(path: Path) -> None:
    os.mkfifo(path)  # no Windows has it


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5_000_000_000)


IN_PLACE_OF_A_LEAFLET: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link that leads out": (lambda path: path.symlink_to("/etc/passwd"), "leads out"),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), "leads out"),
    "a dangling link": (lambda path: path.symlink_to(path.parent / "no"), "not there"),
    "links in a circle": (lambda path: path.symlink_to(path), "circle|cannot be read"),
    "a pipe": (pipe, "no ordinary file"),
    "a folder": (Path.mkdir, "no ordinary file"),
    "a sparse file of 5 GB": (sparse, "larger than 2 MB"),
}


@needs_links
@pytest.mark.parametrize("name", IN_PLACE_OF_A_LEAFLET)
def test_what_stands_in_place_of_a_leaflet(name: str, tmp_path: Path) -> None:
    found = library(tmp_path, "# Good\n\nWords.\n")
    make, words = IN_PLACE_OF_A_LEAFLET[name]
    (tmp_path / "leaflets" / "hostile").mkdir()
    make(tmp_path / "leaflets" / "hostile" / "leaflet.md")
    good, hostile = found.entries()
    assert (good.slug, hostile.slug) == ("a-leaflet", "hostile")
    started = time.monotonic()
    with pytest.raises(SourceError, match=words) as caught:
        found.read(hostile)
    assert time.monotonic() - started < 2
    assert caught.value.place == Place(str(hostile.path))
    assert found.read(good).leaflet.title == "Good"


@needs_links
def test_a_linked_folder_is_no_leaflet(tmp_path: Path) -> None:
    found = library(tmp_path / "source", "x\n")
    elsewhere = library(tmp_path / "elsewhere", "Not for us.\n").folder / "leaflets" / "a-leaflet"
    (tmp_path / "source" / "leaflets" / "linked").symlink_to(elsewhere)
    (tmp_path / "source" / "leaflets" / "nowhere").symlink_to(tmp_path / "no")
    (tmp_path / "source" / "leaflets" / ".gitignore").write_text("x")
    _, linked, nowhere = found.entries()
    for entry, words in ((linked, "is a link to another"), (nowhere, "leads nowhere")):
        with pytest.raises(SourceError, match=words):
            found.read(entry)


@pytest.mark.parametrize("name", ["Leaflet.md", "LEAFLET.MD"])
def test_a_name_in_other_letters(name: str, tmp_path: Path) -> None:
    found = library(tmp_path, "x\n")
    own = tmp_path / "leaflets" / "a-leaflet"
    (own / "leaflet.md").rename(own / name)
    (entry,) = found.entries()
    with pytest.raises(SourceError, match=rf"{name}: .* must be called “leaflet.md”"):
        found.read(entry)


@needs_links
@pytest.mark.parametrize("name", [b"caf\xe9", b"a\nb", b"\x1b[2J"])
def test_a_name_that_cannot_be_shown(name: bytes, tmp_path: Path) -> None:
    folder = os.path.join(os.fsencode(tmp_path), b"leaflets", name)  # noqa: PTH118 - bytes
    os.makedirs(folder)  # noqa: PTH103 - bytes
    Path(os.fsdecode(folder), "leaflet.md").write_text("Words.\n")
    found = Library(tmp_path)
    (entry,) = found.entries()
    assert entry.slug.isprintable()
    with pytest.raises(SourceError, match="Give it plain letters") as caught:
        found.read(entry)
    assert str(caught.value).isprintable()
    str(caught.value).encode()


@needs_links
def test_what_leaflets_share_may_not_lead_out(tmp_path: Path) -> None:
    found = library(tmp_path / "source", "x\n")
    (tmp_path / "secret.toml").write_text('name = "Secret"\n')
    (found.folder / "organisation.toml").unlink()
    (found.folder / "organisation.toml").symlink_to(tmp_path / "secret.toml")
    with pytest.raises(SourceError, match=r"organisation.toml: .*leads out"):
        _ = found.shared


@pytest.mark.parametrize(
    "written", ["/etc/passwd", "../../../secret.ttf", "no/such.ttf", "\\0.ttf"]
)
def test_a_typeface_from_outside(written: str, tmp_path: Path) -> None:
    (tmp_path / "secret.ttf").write_text("x")
    text = f"---\noptions:\n  large-print: {{typeface: '{written}'}}\n---\nWords.\n"
    with pytest.raises(SourceError, match="is no file in the source folder"):
        read(tmp_path / "source", text)


def test_a_typeface_from_inside(tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_text("x")
    front = f"---\noptions:\n  large-print: {{typeface: '{tmp_path}/own.ttf'}}\n"
    front += "  epub: {typeface: lexend}\n---\n"
    options = read(tmp_path, f"{front}Words.\n").front_matter.options
    assert options["large-print"] == {"typeface": f"{tmp_path}/own.ttf"}


def test_control_characters_behind_escapes(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"organisation.toml:1: .*U\+001B"):
        read(tmp_path, "x\n", organisation='name = "A \\u001b[2J"\n')


@pytest.mark.parametrize("thread", [False, True])
def test_reading_has_a_time_limit(thread: bool, tmp_path: Path) -> None:
    text = "Words and *more* [words](https://a.example/b) in a row.\n\n" * 20_000
    slow = library(tmp_path, text)
    slow.time_limit = 0.2
    said: list[SourceError] = []

    def reading() -> None:
        with pytest.raises(SourceError, match="longer than 0.2 seconds") as caught:
            slow.read(slow.entries()[0])
        said.append(caught.value)

    if thread:
        other = threading.Thread(target=reading)
        other.start()
        other.join()
    else:
        reading()
    assert said[0].place and said[0].place.file.endswith("leaflet.md")


def test_in_time_nothing_is_interrupted() -> None:
    with limit.time_limit(0.05, Place("x")):
        pass
    time.sleep(0.1)
