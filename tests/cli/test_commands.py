"""The command as people use it: what it prints, what it writes, how it ends."""

import json
import re
import shutil
from pathlib import Path

import pytest

from formats.cli import main
from formats.errors import ExitCode
from formats.reading import catalogue

ROOT = Path(__file__).parents[2]
SLUG = "sen-support-in-mainstream-schools"
WORDS = "# A leaflet\n\n## One\n\nEvery child **must** be heard.\n"
EASY = "\n::: easy-read\n![A school](picture:school) Schools must listen.\n:::\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two leaflets, one of them with easy-read text, to work in."""
    for name, text in (("easy", WORDS + EASY), ("plain", WORDS)):
        own = tmp_path / "source" / "leaflets" / name
        own.mkdir(parents=True)
        (own / "leaflet.md").write_text(text)
    pictures = '[school]\nopenmoji = "1F3EB"\nalt = "A school"\n'
    (tmp_path / "source" / "pictures.toml").write_text(pictures)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_build_writes_where_it_says_and_nowhere_else(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = _files(folder)
    assert main(["build", "--format", "epub"]) == ExitCode.OK
    assert _files(folder) - before == {
        "output/easy/easy-epub.epub", "output/plain/plain-epub.epub", "output/manifest.json",
        "output/easy/.manifest.json", "output/plain/.manifest.json", "output/.index.json",
    }  # fmt: skip
    for line in capfd.readouterr().out.splitlines():
        assert line.startswith("output/")


def test_a_format_that_was_asked_for_and_cannot_be_fails(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "plain", "--format", "easy-read"]) == ExitCode.FAILED
    assert "plain, easy-read: error: it has no easy-read text" in capfd.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["build", "--format", "epub"]])
def test_strict_takes_warnings_for_errors(
    command: list[str], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "notes.md").write_text("# Notes\n\n![A map](https://a.example/map.png)\n")
    assert main([command[0], "notes.md", *command[1:]]) == ExitCode.OK
    assert "warning: “https://a.example/map.png”" in "".join(capfd.readouterr())
    assert main([command[0], "notes.md", *command[1:], "--strict"]) == ExitCode.FAILED
    assert "error: “https://a.example/map.png”" in "".join(capfd.readouterr())


def test_build_takes_a_file_from_anywhere(folder: Path) -> None:
    (folder / "My notes.md").write_text("# Notes\n\nWords.\n")
    assert main(["build", "My notes.md", "--format", "epub", "--output", "out"]) == ExitCode.OK
    assert {name for name in _files(folder / "out") if "/." not in f"/{name}"} == {
        "my-notes/my-notes-epub.epub", "manifest.json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "esay"], "Did you mean “easy”?"),
        (["build", "--format", "epup"], "Did you mean “epub”?"),
        (["build", "--source", "nowhere"], "There are no leaflets in nowhere"),
        (["export", "easy", "--format", "large-print", "--to", "a.txt"], "must end in “.pdf”"),
        (["export", "easy", "--format", "large-print", "--to", "no/a.pdf"], "no folder no"),
        (["export", "easy", "--format", "large-print", "--font-size", "8", "--to", "a.pdf"],
         "font-size must be 14 to 72 pt, and 8 is not"),
        (["export", "easy", "--format", "large-print", "--font-size", "big", "--to", "a.pdf"],
         "font-size must be a number, not “big”"),
        (["signoff", "easy", "easy-read", "--by", "jo@example.org"], "Name a role"),
        (["signoff", "easy", "easy-read", "--by", "group", "--on", "yesterday"], "is no day"),
    ],
)  # fmt: skip
def test_wrong_usage_says_what_to_do(
    arguments: list[str], says: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = _files(folder)
    assert main(arguments) == ExitCode.USAGE
    said = capfd.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert _files(folder) == before


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--fromat", "epub"], ["export"]])
def test_what_argparse_refuses_is_wrong_usage(
    arguments: list[str], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == ExitCode.USAGE
    assert "usage:" in capfd.readouterr().err


def test_export_makes_one_file_to_one_persons_needs(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = ["export", "easy", "--format", "large-print", "--font-size", "24", "--paper", "A3",
                 "--colours", "black-on-yellow", "--to", "mine.pdf"]  # fmt: skip
    assert main(arguments) == ExitCode.OK
    assert capfd.readouterr().out == "mine.pdf\n"
    assert (folder / "mine.pdf").read_bytes().startswith(b"%PDF")


def test_export_shows_the_options_of_a_format(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "--format", "large-print", "--source", str(ROOT / "source"), "--help"])
    assert ended.value.code == ExitCode.OK
    shown = " ".join(capfd.readouterr().out.split())
    for flag in ("--font-size", "--colours", "--binding-margin", "14 to 72 pt"):
        assert flag in shown


def test_an_error_in_a_source_names_its_line_and_the_others_are_built(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = folder / "source" / "leaflets" / "plain" / "leaflet.md"
    path.write_text(f"{WORDS}\n::: stepz\n:::\n")
    assert main(["build", "--format", "epub"]) == ExitCode.FAILED
    said = capfd.readouterr()
    assert "source/leaflets/plain/leaflet.md:7: error: " in said.err
    assert "easy-epub.epub" in said.out
    assert not (folder / "output" / "plain" / "plain-epub.epub").exists()


def test_list_says_what_can_be_had_and_why_not(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--json"]) == ExitCode.OK
    rows = {row["name"]: row for row in json.loads(capfd.readouterr().out)["leaflets"]}
    assert "easy-read" in rows["easy"]["formats"]
    assert rows["plain"]["not"]["easy-read"] == "it has no easy-read text"
    assert rows["easy"]["signoffs"]["easy-read"]["state"] == "none"
    assert main(["list"]) == ExitCode.OK
    assert "Draft: not yet checked" in capfd.readouterr().out


def test_list_sees_what_changed_though_it_keeps_rows(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["list"])
    path = folder / "source" / "leaflets" / "plain" / "leaflet.md"
    path.write_text(WORDS.replace("A leaflet", "Another"))
    capfd.readouterr()
    main(["list"])
    assert "Another" in capfd.readouterr().out


def test_a_sign_off_holds_until_the_words_change(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    sign = ["signoff", "easy", "easy-read", "--by", "easy-read group", "--on", "2026-11-20"]
    assert main(sign) == ExitCode.OK
    main(["list"])
    assert "Checked by easy-read group, on 20 November 2026" in capfd.readouterr().out
    path = folder / "source" / "leaflets" / "easy" / "leaflet.md"
    path.write_text(path.read_text().replace("Schools must listen", "Schools must hear"))
    main(["list"])
    said = capfd.readouterr().out
    assert "Draft: not yet checked" in said
    assert "“Schools must listen.” is now “Schools must hear.”" in said


def test_check_says_findings_and_figures(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", SLUG, "--source", str(ROOT / "source")]) == ExitCode.OK
    said = capfd.readouterr().out
    assert f"{SLUG}: 0 errors" in said
    assert re.search(r"Flesch reading ease.*standard: \d.*easy-read: \d", said)
    (folder / "source" / "leaflets" / "plain" / "leaflet.md").write_text("# T\n\n::: x\n:::\n")
    assert main(["check", "plain"]) == ExitCode.FAILED


def test_pictures_are_found_and_shown(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["pictures", "school", "--to", "sheet.html"]) == ExitCode.OK
    said = capfd.readouterr().out
    assert "picture:school  A school" in said
    assert "<img" in (folder / "sheet.html").read_text()
    assert main(["pictures", "xyzzy"]) == ExitCode.FAILED
    assert "Try another word" in capfd.readouterr().err


def test_the_script_can_be_read_and_reviewed(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["script", SLUG, "--source", str(ROOT / "source")]) == ExitCode.OK
    said = capfd.readouterr().out
    assert re.search(r"This recording is about 1[2-6] minutes long\.", said)
    assert "It has 15 parts:" in said
    assert "1. About this leaflet" in said
    assert "  aside     0.25 s  End of quote:\n  aside     1.70 s  paragraph 6 point 1" in said
    assert main(["script", SLUG, "--review", "--source", str(ROOT / "source")]) == ExitCode.OK
    words = capfd.readouterr().out.splitlines()
    [senco] = [line for line in words if line.startswith("SENCO:")]
    assert "said as “senko” [sˈɛŋkəʊ]" in senco
    assert re.search(r"leaflet\.md:\d+$", senco)
    assert {"Maidstone", "toileting", "EHC"} <= {line.partition(":")[0] for line in words}
    assert not {"school", "ME16", "www"} & {line.partition(":")[0] for line in words}
    assert words[-1] == f"{len(words) - 1} words to listen for."
    assert main(["script", "plain", "--view", "easy-read"]) == ExitCode.FAILED
    assert "it has no easy-read text" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [("--rate", "5", "rate must be 80 to 300"), ("--voice", "en-gb-x-pr", "en-gb-x-rp"),
     ("--engine", "pica", "pico"), ("--pitch", "high", "a whole number")],
)  # fmt: skip
def test_the_script_takes_the_options_of_audio(
    folder: Path, capfd: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    script = ["script", SLUG, "--review", "--source", str(ROOT / "source")]
    assert main([*script, option, value]) in (ExitCode.FAILED, ExitCode.USAGE)
    assert said in capfd.readouterr().err
    assert main([*script, "--voice", "en-us"]) == ExitCode.OK
    assert "sˈɛŋkoʊ" in capfd.readouterr().out


def test_a_broken_shared_file_is_one_error(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "source" / "glossary.toml").write_text("[SEN\n")
    assert main(["build", "--format", "epub"]) == ExitCode.FAILED
    assert "source/glossary.toml" in capfd.readouterr().err
    shutil.rmtree(folder / "source")
    assert main(["build"]) == ExitCode.USAGE


@pytest.mark.parametrize("name", list(catalogue.read(ROOT / "source")))
def test_every_format_explains_its_options(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "--source", str(ROOT / "source"), "--format", name, "--help"])
    assert ended.value.code == ExitCode.OK
    assert f"options of {name}" in capfd.readouterr().out
