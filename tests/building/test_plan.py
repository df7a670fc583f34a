"""Which renditions are made, and why others are not."""

from datetime import date
from pathlib import Path

import pytest

from formats.building.plan import Plan, Planner, one
from formats.errors import FormatsError, UsageError
from formats.reading import catalogue
from formats.reading.library import Library
from tests.building.sources import leaflet

TODAY = date(2026, 11, 23)
TEXT = "# A leaflet\n\n## One\n\nWords.\n"


def plan(folder: Path, text: str, *wanted: str, **asked: object) -> Plan:
    library = Library(leaflet(folder, text).parents[2])
    planner = Planner(library, catalogue.read(library.folder), TODAY)
    options = {name.replace("_", "-"): value for name, value in asked.items()}
    return planner.plan(library.entries()[0], wanted, options)


def test_all_formats_that_it_can_have(tmp_path: Path) -> None:
    made = plan(tmp_path, TEXT)
    names = [job.format.name for job in made.jobs]
    assert "large-print" in names and "html" in names and "easy-read" not in names
    assert {r.format for r in made.refusals} >= {"easy-read", "easy-read-pdf"}
    assert not any(refusal.wanted for refusal in made.refusals)


def test_a_job_names_its_file_and_says_its_kind(tmp_path: Path) -> None:
    (job,) = plan(tmp_path, TEXT, "large-print").jobs
    assert (job.name, job.kind.media_type) == ("a-leaflet-large-print.pdf", "application/pdf")


def test_options_come_in_layers(tmp_path: Path) -> None:
    text = f"---\noptions:\n  large-print: {{font-size: 20, paper: A3}}\n---\n\n{TEXT}"
    (job,) = plan(tmp_path, text, "large-print", paper="A5").jobs
    assert (job.options.font_size, job.options.paper) == (20, "A5")
    assert job.options.colours == "black-on-white"


@pytest.mark.parametrize(
    ("text", "wanted", "reason"),
    [
        (TEXT, "easy-read", "it has no easy-read text"),
        (f"---\noptions:\n  large-print: {{font-size: 2}}\n---\n{TEXT}", "large-print", "14"),
        (f"---\noptions:\n  largeprint: {{}}\n---\n{TEXT}", "epub", "There is no format"),
        (f"{TEXT}\n::: steps\n", "epub", "not built, because of"),
        ("---\ntitle: [\n---\n", "epub", "leaflet.md"),
    ],
)
def test_why_not(tmp_path: Path, text: str, wanted: str, reason: str) -> None:
    made = plan(tmp_path, text, wanted)
    assert made.jobs == ()
    assert any(reason in refusal.reason and refusal.wanted for refusal in made.refusals)
    with pytest.raises(FormatsError):
        one(made)


def test_a_wrong_option_of_the_command_line_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        plan(tmp_path, TEXT, "large-print", font_size="huge")
