"""Only what changed is made anew, all formats together, and the reason is told."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from formats.building import folders, program
from formats.building.build import Build, Notice, Settings
from formats.building.index import Index
from formats.building.plan import Plan, Planner
from formats.building.publication import Outcome
from formats.reading import catalogue
from formats.reading.library import Library
from formats.storage import cache
from tests.building.sources import leaflet

TODAY = date(2026, 11, 24)
TEXT = "# A leaflet\n\n## One\n\nIt takes SENCO 30 minutes.\n\n## Two\n\nOther words.\n"
GLOSSARY = """[SENCO]
full = "Special Educational Needs Co-ordinator"
easy = "A SENCO is a teacher."
say = "{}"
"""


class Source:
    """A source folder with an output beside it, built again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        self.leaflet = leaflet(folder, TEXT)
        self.glossary = folder / "source" / "glossary.toml"
        self.glossary.write_text(GLOSSARY.format("senko"))
        self.events: list[Outcome | Notice | Plan] = []

    def build(self, *formats: str, prune: bool = False) -> dict[str, str]:
        """Build, and return what became of each format."""
        library = Library(self.folder / "source")
        plans = Planner(library, catalogue.read(library.folder), TODAY)
        index = Index(self.folder / "source", self.output, f"{formats}")
        run = Build(plans, formats, Settings(self.output, prune=prune), index)
        self.events = list(run.run(plans.library.entries(), whole=True))
        return {o.job.format.name: o.how for o in self.outcomes}

    @property
    def outcomes(self) -> list[Outcome]:
        return [event for event in self.events if isinstance(event, Outcome)]

    @property
    def why(self) -> str:
        return "\n".join(outcome.why for outcome in self.outcomes)

    @property
    def notices(self) -> str:
        return "\n".join(event.message for event in self.events if isinstance(event, Notice))

    def file(self, name: str) -> Path:
        return self.output / "a-leaflet" / f"a-leaflet-{name}"

    def rows(self) -> dict[str, dict[str, object]]:
        held: dict[str, dict[str, object]] = json.loads(
            (self.output / folders.MANIFEST).read_bytes()
        )["renditions"]
        return held


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    monkeypatch.setenv(cache.ENVIRONMENT_VARIABLE, str(tmp_path / "cache"))
    return Source(tmp_path)


def test_what_was_made_holds(source: Source) -> None:
    assert source.build("html", "epub") == {"html": "made", "epub": "made"}
    assert source.build("html", "epub") == {}
    assert source.build("html") == {"html": "current"}
    assert source.build("html", "easy-read") == {"html": "current"}


def test_a_file_that_was_only_touched_is_read_and_holds(source: Source) -> None:
    source.build("html")
    source.leaflet.write_bytes(source.leaflet.read_bytes())
    assert source.build("html") == {"html": "current"}
    assert source.build("html") == {}


def test_a_changed_section_is_named(source: Source) -> None:
    source.build("html")
    source.leaflet.write_text(TEXT.replace("30", "45"))
    assert source.build("html") == {"html": "made"}
    assert source.why == "leaflet: “One” changed"
    assert "45 minutes" in source.file("html.html").read_text()


def test_a_changed_term_is_named_and_an_older_source_comes_from_the_store(source: Source) -> None:
    source.build("html")
    first = source.file("html.html").read_bytes()
    source.glossary.write_text(GLOSSARY.format("senn-ko"))
    assert source.build("html") == {"html": "made"}
    assert source.why == "glossary: SENCO.say changed"
    source.glossary.write_text(GLOSSARY.format("senko"))
    assert source.build("html") == {"html": "restored"}
    assert source.file("html.html").read_bytes() == first


def test_an_option_that_changed_is_named(source: Source) -> None:
    source.build("html")
    own = "[html.options]\nfont-size = 200\n"
    (source.folder / "source" / "formats.toml").write_text(own)
    assert source.build("html") == {"html": "made"}
    assert "option font-size: 125 → 200" in source.why


def test_code_that_changed_is_named(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    source.build("html")
    monkeypatch.setattr(program, "code", lambda _: "other")
    source.glossary.touch()
    assert source.build("html") == {"html": "made"}
    assert "html: code changed" in source.why


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda path: path.write_bytes(b"spoilt"), "altered by hand"),
        (lambda path: path.unlink(), "missing"),
    ],
)
def test_a_file_that_was_spoilt_is_put_back(source: Source, spoil, says: str) -> None:  # type: ignore[no-untyped-def]
    source.build("html", "epub")
    whole = source.file("html.html").read_bytes()
    spoil(source.file("html.html"))
    assert source.build("html", "epub") == {"html": "restored", "epub": "current"}
    assert says in source.why
    assert source.file("html.html").read_bytes() == whole


def test_without_the_store_it_is_made_anew(source: Source) -> None:
    source.build("html")
    source.file("html.html").unlink()
    shutil.rmtree(source.folder / "cache")
    assert source.build("html") == {"html": "made"}


def test_without_its_record_a_leaflet_is_made_known_again(source: Source) -> None:
    source.build("html")
    (source.output / "a-leaflet" / folders.RECORD).unlink()
    assert source.build("html") == {"html": "restored"}
    assert list(source.rows()) == ["a-leaflet/a-leaflet-html.html"]


def test_a_source_that_changes_while_it_is_built_is_looked_at_again(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changes(self: Planner, *asked: Any) -> Plan:
        planned = plan(self, *asked)
        source.leaflet.write_text(TEXT.replace("30", "45"))
        return planned

    plan = Planner.plan
    with monkeypatch.context() as patched:
        patched.setattr(Planner, "plan", changes)
        source.build("html")
    assert "was changed while it was built" in source.notices
    assert source.build("html") == {"html": "made"}
    assert "45 minutes" in source.file("html.html").read_text()


def test_what_is_gone_is_listed_and_pruned(source: Source) -> None:
    other = leaflet(source.folder, TEXT, "other")
    (source.folder / "source" / "formats.toml").write_text(
        '[mine]\nrenderer = "html"\nview = "standard"\n'
    )
    source.build("html", "mine")
    shutil.rmtree(other.parent)
    (source.folder / "source" / "formats.toml").unlink()
    ours = {"other/other-html.html", "other/other-mine.html", "a-leaflet/a-leaflet-mine.html"}
    source.build("html")
    assert all(f"{name}: its leaflet or format is gone" in source.notices for name in ours)
    (source.output / "other" / "other-mine.html").write_text("by hand")
    source.build("html", prune=True)
    assert "other-mine.html: was altered by hand" in source.notices
    for name in ours - {"other/other-mine.html"}:
        assert f"{name}: deleted" in source.notices
    left = {str(p.relative_to(source.output)) for p in source.output.glob("*/[!.]*")}
    assert left == {"a-leaflet/a-leaflet-html.html", "other/other-mine.html"}
    assert list(source.rows()) == ["a-leaflet/a-leaflet-html.html"]


def test_what_other_people_put_there_stays(source: Source) -> None:
    source.build("html")
    folder = source.output / "a-leaflet"
    (folder / "note.txt").write_text("mine")
    (folder / "old").mkdir()
    (folder / "old" / "letter.txt").write_text("mine too")
    source.leaflet.write_text(TEXT.replace("30", "45"))
    assert source.build("html") == {"html": "made"}
    assert (folder / "note.txt").read_text() == "mine"
    assert (folder / "old" / "letter.txt").read_text() == "mine too"
    assert not list(source.output.glob(".new-*"))
