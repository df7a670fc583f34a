"""A service begins: what `formats init` and `formats new` write can be checked and built."""

import io
import tomllib
from datetime import date
from pathlib import Path

import pytest

from formats.checks import registry
from formats.cli import main
from formats.errors import ExitCode, UsageError
from formats.reading.library import Library
from formats.service import folder
from formats.service.publisher import Publisher, organisation

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
WHOLE = Publisher(
    "Advice", "01234 567890", "a@example.org", "www.example.org", ("1 High Street", "Ely")
)
BARE = Publisher("St Mary’s “Advice” \\ Ltd")


@pytest.mark.parametrize("publisher", [WHOLE, BARE])
def test_what_init_writes_passes_every_check(publisher: Publisher, tmp_path: Path) -> None:
    written = folder.begin(tmp_path, publisher, TODAY)
    assert all(path.is_file() for path in written)
    library = Library(tmp_path / "source")
    [entry] = library.entries()
    reading = library.read(entry, ())
    assert reading.findings == ()
    assert list(registry.check_source(reading.leaflet, TODAY)) == []
    assert reading.leaflet.organisation.name == publisher.name


def test_the_organisation_is_what_was_said() -> None:
    table = tomllib.loads(organisation(WHOLE))
    assert list(table["contact"]) == ["phone", "email", "web", "post"]
    assert table["contact"]["post"]["post"] == ["1 High Street", "Ely"]
    assert table["offer"]["ask"] == "phone"
    assert tomllib.loads(organisation(BARE)) == {
        "name": BARE.name, "offer": {"words": table["offer"]["words"]}
    }  # fmt: skip


@pytest.mark.parametrize("name", ["", " ", "two\nlines", "a\x1b[31m"])
def test_a_name_is_one_line_of_words(name: str) -> None:
    with pytest.raises(UsageError):
        Publisher(name)


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("mine")
    written = folder.begin(tmp_path, WHOLE, TODAY)
    assert (tmp_path / "Makefile").read_text() == "mine"
    assert tmp_path / "Makefile" not in written
    with pytest.raises(UsageError, match="is there already"):
        folder.begin(tmp_path, WHOLE, TODAY)


def test_the_guide_for_editors_is_the_one_that_is_kept_here() -> None:
    packed = ROOT / "formats" / "service" / "files" / "README.md"
    assert packed.read_text("utf-8") == (ROOT / "source" / "README.md").read_text("utf-8")


def test_every_file_that_can_be_changed_says_how() -> None:
    for path in (ROOT / "formats" / "service" / "files").glob("*.toml"):
        assert path.read_text("utf-8").startswith("# "), path
        shown = [line.removeprefix("# ") for line in path.read_text("utf-8").split("\n")]
        tomllib.loads("\n".join(line for line in shown if line.startswith(("[", "openmoji"))))


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    arguments = ["--name", "Advice", "--phone", "01234 567890", "--post", "1 High Street", "Ely"]
    assert main(["init", "mine", *arguments]) == ExitCode.OK
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def test_init_builds_at_once(service: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == ExitCode.OK
    arguments = ["build", "--format", "large-print", "easy-read", "epub"]
    assert main(arguments) == ExitCode.OK, capfd.readouterr().err
    assert len(list((service / "output").glob("*/[!.]*"))) == 3


def test_a_new_leaflet_is_held_up_until_it_is_written(
    service: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "Help with money: “bills”"]) == ExitCode.OK
    file = service / "source" / "leaflets" / "help-with-money-bills" / "leaflet.md"
    assert str(file.relative_to(service)) in capfd.readouterr().out
    assert main(["check", "help-with-money-bills"]) == ExitCode.FAILED
    said = capfd.readouterr().out
    assert said.count("error:") == 3
    file.write_text(file.read_text().replace("![?]", "![A sign]"))
    assert main(["check", "help-with-money-bills"]) == ExitCode.OK
    assert main(["new", "Help with money: bills"]) == ExitCode.USAGE
    for title in ("", "…", "a\nb"):
        assert main(["new", title]) == ExitCode.USAGE


def test_init_asks_at_a_terminal_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("Nobody\n"))
    assert main(["init", "a"]) == ExitCode.USAGE
    assert "with --name" in capfd.readouterr().err
    answers = io.StringIO("Advice\n\na@example.org\n\n1 High Street, Maidstone\n")
    monkeypatch.setattr(answers, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdin", answers)
    assert main(["init", "a"]) == ExitCode.OK
    table = tomllib.loads((tmp_path / "a/source/organisation.toml").read_text())
    assert list(table["contact"]) == ["email", "post"]
    assert table["contact"]["post"]["post"] == ["1 High Street", "Maidstone"]


def test_check_says_that_there_are_no_leaflets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == ExitCode.USAGE
    assert "There are no leaflets in source/leaflets" in capfd.readouterr().err
