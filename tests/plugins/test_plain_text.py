"""A stranger's renderer, in a distribution of its own, with not one line of `formats/` changed."""

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from formats.checks.words import missing
from formats.errors import RenderError
from formats.model import EasyRead, Edition, Part
from formats.model.walk import edition_passages
from tests import leaflets, strategies
from tests.plugins.installed import HERE, ROOT, Command

FORMATS = '[plain]\nrenderer = "plain-text"\nview = "standard"\nlabel = "Plain text"\n'
LEAFLET = "# A leaflet\n\nEvery child **must** be heard.\n\n- one\n- two\n"


@pytest.fixture
def command(plain_text: Path, tmp_path: Path) -> Command:
    own = tmp_path / "source" / "leaflets" / "a-leaflet"
    own.mkdir(parents=True)
    (own / "leaflet.md").write_text(LEAFLET)
    (tmp_path / "source" / "formats.toml").write_text(FORMATS)
    return Command(tmp_path, plain_text)


def test_it_builds(command: Command) -> None:
    done = command.run("build", "--format", "plain")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("output/a-leaflet/a-leaflet-plain.txt  (")
    text = (command.folder / "output/a-leaflet/a-leaflet-plain.txt").read_text()
    assert text.startswith("# A leaflet\n\nEvery child must be heard.\n\n- one\n\n- two\n")


def test_its_options_become_flags_of_export(command: Command) -> None:
    done = command.run(
        "export", "a-leaflet", "--format", "plain", "--line-length", "20", "--to", "a.txt"
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "a.txt\n")
    assert "Every child must be\nheard." in (command.folder / "a.txt").read_text()
    assert "--line-length" in command.run("export", "--format", "plain", "--help").stdout


def test_it_is_listed(command: Command) -> None:
    listed = json.loads(command.run("list", "--json").stdout)
    assert "plain" in listed["leaflets"][0]["formats"]
    (row,) = (r for r in listed["renderers"] if r["name"] == "plain-text")
    assert (row["suffix"], row["options"][0]["name"]) == (".txt", "line-length")


def test_its_check_reads_every_rendition_back(command: Command, plain_text: Path) -> None:
    script = plain_text / "plain_text.py"
    lost = script.read_text().replace("yield self._wrapped(_words(children))", 'yield "x"', 1)
    packages = command.folder / "packages"
    packages.mkdir()
    for path in plain_text.glob("*.dist-info"):
        (packages / path.name).symlink_to(path)
    (packages / "plain_text.py").write_text(lost)
    done = replace(command, plugins=packages).run("build", "--format", "plain")
    assert done.returncode == 1
    assert "“A leaflet Every child must be heard” is missing" in done.stderr
    assert "[plain-text-words]" in done.stderr
    assert not list((command.folder / "output").rglob("*.txt"))


def test_without_it_the_format_is_refused_and_the_others_built(command: Command) -> None:
    done = replace(command, plugins=None).run("build", "--partial", "--format", "plain", "epub")
    assert done.returncode == 1
    assert "a-leaflet, plain: error: source/formats.toml:1: There is no renderer “plain-text”" in (
        done.stderr
    )
    assert [p for p in command.files() if p.startswith("output/a-leaflet/a")] == [
        "output/a-leaflet/a-leaflet-epub.epub"
    ]


def test_not_one_line_of_formats_knows_of_it() -> None:
    for path in (ROOT / "formats").rglob("*.py"):
        assert "plain-text" not in path.read_text("utf-8"), path


@pytest.fixture(scope="module")
def renderer():  # type: ignore[no-untyped-def]
    sys.path.insert(0, str(HERE / "plain_text"))
    try:
        import plain_text
    finally:
        del sys.path[0]
    return plain_text.PlainTextRenderer()


def rendered(renderer, edition: Edition) -> str:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    renderer.render(edition, renderer.Options(), out)
    return out.getvalue().decode()


EXPECTED = {
    "standard": (
        "[A school]",
        "the hub: www.kent.gov.uk/education-and-children", "[1] Note 1 The words",
        "— SEND Code of Practice, paragraph 6.65", "### Step 1 of 2: Assess",
    ),
    "easy-read": ("Draft: not yet checked", "Easy read"),
    "welsh": ("Cam 1 o 2: Asesu", "Cynnwys"),
}  # fmt: skip


@pytest.mark.parametrize("view", EXPECTED)
def test_what_stands_in_it(renderer, view: str) -> None:  # type: ignore[no-untyped-def]
    text = " ".join(rendered(renderer, leaflets.editions()[view]).split())
    expected = ("Pictures: OpenMoji", *EXPECTED[view])
    assert [words for words in expected if words not in text] == []


@given(edition=strategies.editions())
@settings(max_examples=25)
def test_every_word_in_order(renderer, edition: Edition) -> None:  # type: ignore[no-untyped-def]
    expected = ["".join(words for words, _ in run) for run in edition_passages(edition)]
    assert missing(expected, rendered(renderer, edition)) == []


def test_a_leaflet_that_is_no_edition_is_refused(renderer) -> None:  # type: ignore[no-untyped-def]
    part = Part("text", "part.text", (), (EasyRead(()),))
    with pytest.raises(RenderError):
        rendered(renderer, replace(leaflets.editions()["standard"], parts=(part,)))


def test_it_is_what_a_type_checker_takes_for_a_renderer(tmp_path: Path) -> None:
    script = tmp_path / "use.py"
    script.write_text(
        "from formats.renderers.contract import Renderer\n"
        "from plain_text import PlainTextOptions, PlainTextRenderer\n"
        "renderer: Renderer[PlainTextOptions] = PlainTextRenderer()\n"
    )
    environment = {"MYPYPATH": f"{HERE / 'plain_text'}:{ROOT}", "PATH": ""}
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", str(script)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
