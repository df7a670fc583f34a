"""Jobs in, published renditions out; and what the manifest says of them."""

import json
from datetime import date
from pathlib import Path

import pytest

from formats.building import build as building
from formats.building import folders, manifest
from formats.building.plan import Job, Planner
from formats.building.render import Failed, Made, findings_of, render
from formats.errors import FormatsError, Place
from formats.model.findings import Finding, Severity
from formats.reading import catalogue
from formats.reading.library import Library
from tests.building.sources import leaflet

TODAY = date(2026, 11, 23)


def jobs(folder: Path, *wanted: str) -> tuple[Job, ...]:
    library = Library(leaflet(folder, "# A leaflet\n\n## One\n\nWords.\n").parents[2])
    planner = Planner(library, catalogue.read(library.folder), TODAY)
    return planner.plan(library.entries()[0], wanted).jobs


def test_what_is_made_is_published_and_listed(tmp_path: Path) -> None:
    output = tmp_path / "output"
    outcomes = list(building.build(jobs(tmp_path, "epub", "html"), output))
    assert all(outcome.published for outcome in outcomes)
    rows = json.loads((output / manifest.NAME).read_bytes())["renditions"]
    assert sorted(rows) == [f"a-leaflet/a-leaflet-{name}" for name in ("epub.epub", "html.html")]
    row = rows["a-leaflet/a-leaflet-html.html"]
    assert (row["leaflet"], row["format"], row["findings"]) == ("a-leaflet", "html", [])
    assert row["bytes"] == (output / "a-leaflet" / "a-leaflet-html.html").stat().st_size


def test_a_damaged_manifest_is_written_anew(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / manifest.NAME).write_text("{")
    assert all(o.published for o in building.build(jobs(tmp_path, "html"), output))
    assert json.loads((output / manifest.NAME).read_bytes())["renditions"]


def test_the_same_build_gives_the_same_manifest(tmp_path: Path) -> None:
    output, made = tmp_path / "output", jobs(tmp_path, "html")
    texts = []
    for _ in range(2):
        assert list(building.build(made, output))
        texts.append((output / manifest.NAME).read_bytes())
    assert texts[0] == texts[1]


def test_one_file_to_where_it_was_asked_for(tmp_path: Path) -> None:
    (job,) = jobs(tmp_path, "html")
    outcome = building.export(job, tmp_path / "mine.html")
    assert outcome.published and (tmp_path / "mine.html").stat().st_size == outcome.size


def test_render_makes_and_checks(tmp_path: Path) -> None:
    (job,) = jobs(tmp_path, "html")
    made = render(job, tmp_path / "a.html")
    assert isinstance(made, Made) and made.findings == ()
    assert isinstance(render(job, tmp_path / "no" / "a.html"), Failed)


@pytest.mark.parametrize("said", [None, 3, ["words"], [None]])
def test_what_is_no_finding_is_not_taken_for_one(said: object) -> None:
    with pytest.raises(TypeError):
        findings_of(said)
    finding = Finding("a-b", Severity.HINT, "Words.", Place("a.md", 1))
    assert findings_of(iter([finding])) == (finding,)


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    output = tmp_path / "output"
    output.mkdir()
    (output / "a-leaflet").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FormatsError, match="leads out"):
        folders.folder_for(output, "a-leaflet")
    outcome = next(iter(building.build(jobs(tmp_path, "html"), output)))
    assert not outcome.published
