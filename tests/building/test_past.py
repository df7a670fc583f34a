"""Editions in git, in files and now: found, opened as they were, and compared."""

import shutil
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from formats.building.past import Past
from formats.comparing import Comparison, Grade
from formats.errors import FormatsError
from formats.reading.library import Library
from formats.storage.git import Kept
from tests.building.sources import leaflet

FIRST = """---
edition: 2024-01
---
# Help

## Ask

Ring 03000 41 3000.

![A map](map.svg)

::: contact
:::
"""
SECOND = FIRST.replace("2024-01", "2025-02").replace("413000", "").replace("Ring", "You can ring")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}"/></svg>'
HOUSE = 'name = "Us"\n[contact.phone]\nphone = "{}"\n'


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    run = subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return run.stdout.strip()


def commit(folder: Path, words: str = "Change") -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", words)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A repository with two editions of a leaflet, in two commits."""
    home = tmp_path / "home"
    home.mkdir()
    git(home, "init", "-q")
    path = leaflet(home, FIRST)
    (path.parent / "map.svg").write_text(SVG.format(5))
    (home / "source" / "organisation.toml").write_text(HOUSE.format("0300 123 4567"))
    commit(home)
    leaflet(home, SECOND)
    (path.parent / "map.svg").write_text(SVG.format(7))
    (home / "source" / "organisation.toml").write_text(HOUSE.format("0300 123 4568"))
    commit(home)
    return home


def compared(home: Path, since: str = "HEAD", until: str = "") -> Comparison:
    library = Library(home / "source")
    return Past(library, library.find("a-leaflet")).compared(since, until)


def _files(home: Path) -> dict[Path, bytes]:
    inside = (path for path in home.rglob("*") if ".git" not in path.parts and path.is_file())
    return {path: path.read_bytes() for path in inside}


def _kinds(found: Comparison) -> set[str]:
    return {reason.kind for change in found.changes for reason in change.reasons}


def test_nothing_has_changed_since_what_was_committed(home: Path) -> None:
    before = _files(home)
    assert compared(home).grade is None
    assert _files(home) == before


def test_the_file_as_it_is_now(home: Path) -> None:
    path = leaflet(home, SECOND.replace("41 3000", "41 3001"))
    found = compared(home)
    assert found.grade is Grade.FACTS
    (change,) = found.changes
    head = git(home, "rev-parse", "HEAD")[:9]
    assert str(change.old_place) == f"{head}:source/leaflets/a-leaflet/leaflet.md:8"
    assert str(change.new_place) == f"{path}:8"
    assert (found.before.name, found.before.edition) == (f"HEAD ({head})", "2025-02")
    assert (found.after.name, found.after.edition) == ("now", "2025-02")


@pytest.mark.parametrize("since", ["2024-01", "HEAD~1", "HEAD^", ":/Change"])
def test_an_edition_is_opened_with_what_was_shared_then(home: Path, since: str) -> None:
    if since == ":/Change":
        since = git(home, "rev-parse", "HEAD~1")[:12]
    found = compared(home, since, "HEAD")
    assert {"telephone", "picture", "force", "property"} <= _kinds(found)
    assert found.before.edition == "2024-01"


def test_the_newest_revision_of_an_edition_counts(home: Path) -> None:
    leaflet(home, SECOND.replace("You can", "You must"))
    commit(home)
    assert compared(home, "2025-02").grade is None
    assert compared(home, "2024-01", "2025-02").grade is Grade.FACTS


def test_a_file_stands_in_the_place_of_the_leaflet(home: Path, tmp_path: Path) -> None:
    old = tmp_path / "old copy.md"
    old.write_text(SECOND.replace("![A map](map.svg)\n", "").replace("can ring", "must ring"))
    found = compared(home, str(old))
    assert {"force", "picture"} <= _kinds(found)
    assert "telephone" not in _kinds(found)
    assert found.slug == "a-leaflet"


def test_both_editions_of_a_book_are_read_at_once(home: Path) -> None:
    book = SECOND + "".join(f"## Part {n}\n\n" + "Some words. " * 1_500 for n in range(20))
    leaflet(home, book)
    commit(home)
    leaflet(home, book.replace("Ring", "Do not ring", 1) + "\n\nRing 999.\n")
    found = compared(home)
    assert "telephone" in _kinds(found)
    with pytest.raises(FormatsError, match="“v9” is no file"):
        compared(home, "v9")


def test_a_leaflet_outside_of_the_source_folder_is_found_in_git(home: Path) -> None:
    path = home / "notes.md"
    path.write_text("# Notes\n\nYou must ask.\n")
    commit(home)
    path.write_text("# Notes\n\nYou may ask.\n")
    library = Library(home / "source")
    assert Past(library, library.find(str(path))).compared("HEAD").grade is Grade.MEANING


def test_a_source_that_is_the_top_of_its_repository(home: Path, tmp_path: Path) -> None:
    top = tmp_path / "top"
    shutil.copytree(home / "source", top)
    git(top, "init", "-q")
    commit(top)
    (top / "organisation.toml").write_text(HOUSE.format("0300 123 4569"))
    library = Library(top)
    found = Past(library, library.find("a-leaflet")).compared("HEAD")
    assert _kinds(found) == {"telephone", "words"}


def _link(home: Path) -> None:
    path = home / "source" / "leaflets" / "a-leaflet" / "leaflet.md"
    path.unlink()
    path.symlink_to("/etc/passwd")
    commit(home)
    path.unlink()
    leaflet(home, SECOND)


def _large(home: Path) -> None:
    leaflet(home, "word " * 500_000)
    commit(home)
    leaflet(home, SECOND)


def _binary(home: Path) -> None:
    (home / "old.md").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")


def _sparse(home: Path) -> None:
    with (home / "old.md").open("wb") as file:
        file.truncate(2_000_000_000)


def _new(home: Path) -> None:
    git(home, "rm", "-rq", "--cached", "source/leaflets")
    git(home, "commit", "-qm", "Without it")


def _broken(home: Path) -> None:
    leaflet(home, SECOND.replace("edition: 2025-02", "edition: soon"))
    commit(home)
    leaflet(home, SECOND)


def _nothing(_home: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("make", "since", "says"),
    [
        (_nothing, "v9", "“v9” is no file, no edition of “a-leaflet” and no revision of git. Edit"),
        (_nothing, "1999-12", "Editions in git: 2025-02, 2024-01."),
        (_nothing, "--output=x", "no revision of git"),
        (_nothing, "x" * 5_000, "no revision of git"),
        (_nothing, "a\nb", "no revision of git"),
        (_nothing, "HEAD:source", "no revision of git"),
        (_new, "HEAD", "There is no leaflet “a-leaflet” in HEAD"),
        (_link, "HEAD", "is a link, and links are not followed"),
        (_large, "HEAD", "is larger than 2 MB"),
        (_broken, "HEAD", "cannot be read"),
        (_binary, "old.md", "is not UTF-8"),
        (_sparse, "old.md", "larger than 2 MB"),
    ],
)  # fmt: skip
def test_one_plain_message_for_what_cannot_be(
    make: object, since: str, says: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(make)
    make(home)
    monkeypatch.chdir(home)
    with pytest.raises(FormatsError) as error:
        compared(home, since)
    assert says in str(error.value)
    assert "\n" not in str(error.value)
    assert "/tmp/formats-" not in str(error.value)


def test_a_picture_that_was_a_link_is_not_followed(home: Path) -> None:
    path = home / "source" / "leaflets" / "a-leaflet" / "map.svg"
    path.unlink()
    path.symlink_to("/etc/hostname")
    commit(home)
    path.unlink()
    path.write_text(SVG.format(7))
    found = compared(home)
    assert "picture" in _kinds(found)
    assert "has 1 error" in found.notes[0]


def test_a_shallow_clone_says_how_to_get_the_rest(home: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{home}", str(clone))
    with pytest.raises(FormatsError, match="git fetch --unshallow"):
        compared(clone, "2024-01")
    with pytest.raises(FormatsError, match="git fetch --unshallow"):
        compared(clone, "HEAD~1")


def test_where_there_is_no_git(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(home / ".git")
    with pytest.raises(FormatsError, match=r"in no git repository.*--since FILE"):
        compared(home)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FormatsError, match="git is not installed"):
        compared(home)


def test_an_empty_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    leaflet(tmp_path, "# Help\n\nAsk.\n")
    with pytest.raises(FormatsError, match="Nothing was committed here yet"):
        compared(tmp_path)


def test_the_surroundings_of_a_hook_do_not_count(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert compared(home).grade is None


@pytest.mark.parametrize("path", ["../x", "/x", "a/../b", ".git/config", "a\\b", "c:x", "a/.GIT/x"])
def test_no_path_of_git_leads_out_of_the_folder(path: str) -> None:
    assert not Kept(PurePosixPath(path), "", 1, is_file=True).is_plain
    assert Kept(PurePosixPath("a/b.svg"), "", 1, is_file=True).is_plain
    assert not Kept(PurePosixPath("a/b.svg"), "", 1, is_file=False).is_plain
