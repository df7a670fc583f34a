"""Renderers that go wrong: each is caught and named, and nothing else suffers."""

import json
import shutil
from pathlib import Path

import pytest

from formats.storage import bounds
from tests.plugins.installed import Command, install

FAILING = {
    "raises": "ZeroDivisionError: by nought",
    "refuses": "leaflet.md:12: This table is too wide. Make two of it.",
    "leaves": "stopped without a word",
    "exits": "stopped without a word (exit code 0)",
    "is-killed": "killed by signal 9",
    "eats": "not enough memory",
    "hangs": "not finished after 3 seconds",
    "forks": "stopped without a word (exit code 3)",
    "writes-nothing": "did not pass its checks",
    "writes-junk": "did not pass its checks",
    "writes-half": "did not pass its checks",
    "closes": "has a fault",
    "deletes": "a renderer may write its own file only",
    "strays": "a renderer may write its own file only",
    "strays-in-c": "PermissionError: [Errno 13] in C",
    "overwrites": "a renderer may write its own file only",
    "calls-home": "a renderer may call nobody over the network",
    "is-not-there": "does not load",
    "is-incomplete": "is no whole renderer",
    "has-odd-options": "is no whole renderer",
    "says-nothing": "render() must return findings, if only an empty list, not None",
    "says-junk": "which is no finding",
    "has-no-kind": "cannot say which kind of file it makes (ZeroDivisionError: by nought)",
    "has-odd-kind": "gave '.txt' for a kind of file",
    "of-old-contract": "is written for an earlier version of this program",
}
FINE = ("warns-of-all", "lingers", "prints", "strays-quietly", "uses-scratch")


@pytest.fixture(scope="session")
def misbehaving(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("misbehaving") / "packages"
    install("misbehaving", folder)
    return folder


@pytest.fixture
def command(misbehaving: Path, tmp_path: Path) -> Command:
    for name in ("one", "two"):
        own = tmp_path / "source" / "leaflets" / name
        own.mkdir(parents=True)
        (own / "leaflet.md").write_text("# A leaflet\n\nWords.\n")
    rows = [
        f'[{name}]\nrenderer = "{name}"\nview = "standard"\n'
        for name in (*FAILING, *FINE, "forges")
    ]
    (tmp_path / "source" / "formats.toml").write_text("\n".join(rows))
    return Command(tmp_path, misbehaving)


@pytest.mark.parametrize("name", FAILING)
def test_it_is_named_and_the_old_rendition_and_the_others_stand(
    name: str, command: Command
) -> None:
    old = command.folder / "output" / "one" / f"one-{name}.txt"
    old.parent.mkdir(parents=True)
    old.write_text("the old one")
    asked = ("build", "one", "--format", name, "epub", "--time-limit", "3")
    done = command.run(*asked, "--partial")
    assert done.returncode == 1
    assert FAILING[name] in done.stderr
    assert f"one, {name}: error: " in done.stderr
    assert "Traceback" not in done.stderr
    assert old.read_text() == "the old one"
    made = {path.name for path in old.parent.glob("[!.]*")}
    assert made == {old.name, "one-epub.epub"}


def test_no_format_is_published_without_the_others(command: Command) -> None:
    old = command.folder / "output" / "one" / "one-epub.epub"
    old.parent.mkdir(parents=True)
    old.write_text("the old one")
    done = command.run("build", "--format", "raises", "epub", "prints")
    assert done.returncode == 1
    assert "one, epub: error: it waits for raises" in done.stderr
    assert old.read_text() == "the old one"
    assert {path.name for path in old.parent.glob("[!.]*")} == {"one-epub.epub"}
    assert not list((command.folder / "output").glob(".new-*"))
    files = _listed(command, "one")
    assert (files["raises"]["state"], files["epub"]["state"]) == ("failed", "not made")
    assert "ZeroDivisionError" in files["raises"]["why"]


def test_what_is_published_in_part_says_what_is_not(command: Command) -> None:
    assert command.run("build", "one", "--format", "prints", "epub").returncode == 0
    text = "# A leaflet\n\nOther words.\n"
    (command.folder / "source" / "leaflets" / "one" / "leaflet.md").write_text(text)
    asked = ("build", "one", "--format", "prints", "epub", "raises")
    assert command.run(*asked).returncode == 1
    files = _listed(command, "one")
    assert {name: files[name]["state"] for name in ("prints", "epub", "raises")} == {
        "prints": "behind", "epub": "behind", "raises": "failed",
    }  # fmt: skip
    assert "leaflet: “A leaflet” changed" in files["epub"]["why"]
    assert command.run(*asked, "--partial").returncode == 1
    files = _listed(command, "one")
    assert {name: files[name]["state"] for name in ("prints", "epub", "raises")} == {
        "prints": "current", "epub": "current", "raises": "failed",
    }  # fmt: skip


def _listed(command: Command, name: str) -> dict[str, dict[str, str]]:
    """Return what the list says of the files of a leaflet, by format."""
    rows = json.loads(command.run("list", "--json").stdout)["leaflets"]
    (row,) = (row for row in rows if row["name"] == name)
    return {each["format"]: each for each in row["files"]}


@pytest.mark.parametrize("name", FINE)
def test_what_does_no_harm_is_published(name: str, command: Command) -> None:
    done = command.run("build", "--format", name)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("output/") for line in lines)
    assert not list(Path.home().glob("stray.txt"))


def test_all_together_every_good_one_is_made(command: Command) -> None:
    wanted = (*FINE, "raises", "exits", "is-killed", "writes-junk")
    done = command.run("build", "--partial", "--format", *wanted)
    assert done.returncode == 1
    made = {path.name for path in (command.folder / "output").glob("*/[!.]*")}
    assert made == {f"{leaflet}-{name}.txt" for leaflet in ("one", "two") for name in FINE}


def test_what_is_written_into_the_cache_under_anothers_name_is_never_used(command: Command) -> None:
    folder = command.folder / "cache"
    command.environment["FORMATS_CACHE"] = str(folder)

    def built(output: str) -> bytes:
        done = command.run("build", "one", "--format", "epub", "--output", output)
        assert done.returncode == 0, done.stderr
        return (command.folder / output / "one" / "one-epub.epub").read_bytes()

    right = built("first")
    kept = [each for each in bounds.objects(folder) if "closed" in each.path.parts]
    before = {each.path: each.path.read_bytes() for each in kept}
    assert command.run("build", "one", "--format", "forges").returncode == 0
    assert {each.path: each.path.read_bytes() for each in kept} == before
    assert any(bounds.damaged(folder))
    assert built("from-the-store") == right
    shutil.rmtree(folder / "closed")
    assert built("anew") == right
    assert not list(bounds.damaged(folder))
