"""Jobs in, published renditions out; and what the manifest says of them."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from formats.building import folders
from formats.building.build import Build, Settings, export
from formats.building.plan import Job, Planner
from formats.building.publication import Outcome
from formats.building.render import Failed, Made, findings_of, render
from formats.errors import FormatsError, Place
from formats.model.findings import Finding, Severity
from formats.reading import catalogue
from formats.reading.library import Library
from tests.building.sources import leaflet

TODAY = date(2026, 11, 23)


def planner(folder: Path, text: str = "# A leaflet\n\n## One\n\nWords.\n") -> Planner:
    library = Library(leaflet(folder, text).parents[2])
    return Planner(library, catalogue.read(library.folder), TODAY)


def jobs(folder: Path, *wanted: str) -> tuple[Job, ...]:
    plans = planner(folder)
    return plans.plan(plans.library.entries()[0], wanted).jobs


def built(folder: Path, *wanted: str, plans: Planner | None = None) -> list[Outcome]:
    plans = plans or planner(folder)
    run = Build(plans, wanted, Settings(folder / "output"))
    return [e for e in run.run(plans.library.entries()) if isinstance(e, Outcome)]


def test_what_is_made_is_published_and_listed(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert [outcome.how for outcome in built(tmp_path, "epub", "html")] == ["made", "made"]
    rows = json.loads((output / folders.MANIFEST).read_bytes())["renditions"]
    assert sorted(rows) == [f"a-leaflet/a-leaflet-{name}" for name in ("epub.epub", "html.html")]
    row = rows["a-leaflet/a-leaflet-html.html"]
    assert (row["leaflet"], row["format"], row["findings"]) == ("a-leaflet", "html", [])
    assert row["bytes"] == (output / "a-leaflet" / "a-leaflet-html.html").stat().st_size
    assert "formats.checks.html" in row["checks"]


def test_a_damaged_manifest_is_written_anew(tmp_path: Path) -> None:
    built(tmp_path, "html")
    (tmp_path / "output" / folders.MANIFEST).write_text("{")
    assert [outcome.how for outcome in built(tmp_path, "html")] == ["current"]
    assert json.loads((tmp_path / "output" / folders.MANIFEST).read_bytes())["renditions"]


def test_the_same_build_gives_the_same_manifest(tmp_path: Path) -> None:
    texts = []
    for _ in range(2):
        built(tmp_path, "html")
        texts.append((tmp_path / "output" / folders.MANIFEST).read_bytes())
        shutil.rmtree(tmp_path / "output")
    assert texts[0] == texts[1]


def test_one_file_to_where_it_was_asked_for(tmp_path: Path) -> None:
    (job,) = jobs(tmp_path, "html")
    outcome = export(job, tmp_path / "mine.html")
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
    (outcome,) = built(tmp_path, "html")
    assert not outcome.published and not list((tmp_path / "elsewhere").iterdir())
