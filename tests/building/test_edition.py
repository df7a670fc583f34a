"""The one way from a source file to editions."""

from datetime import date
from pathlib import Path

import pytest

from formats.building.edition import Opened, audience, open_entry
from formats.model.walk import edition_passages
from formats.reading import catalogue
from formats.reading.library import Library
from formats.views import ViewError
from tests.building.sources import leaflet

TODAY = date(2026, 11, 23)
EASY = "\n::: easy-read\nSome children need help.\n:::\n"


def opened(folder: Path, text: str) -> Opened:
    library = Library(leaflet(folder, text).parents[2])
    names = set(catalogue.read(library.folder))
    return open_entry(library.entries()[0], library, names, TODAY)


def words(found: Opened, name: str, size: float | None = None) -> str:
    chosen = catalogue.read(Path("nowhere"))[name]
    options = type("Options", (), {"font_size": size})() if size else None
    edition = found.in_format(chosen, options)
    return "\n".join("".join(text for text, _ in run) for run in edition_passages(edition))


def test_an_edition_says_which_format_it_is(tmp_path: Path) -> None:
    found = opened(tmp_path, "# A leaflet\n\nWords.\n")
    assert "Format: Large print PDF, 20 point" in words(found, "large-print", 20)
    assert "Format: EPUB e-book" in words(found, "epub")


def test_what_is_for_one_format_is_in_that_one(tmp_path: Path) -> None:
    found = opened(tmp_path, "# A leaflet\n\nAll.\n\n::: only audio\nListen.\n:::\n")
    assert "Listen." in words(found, "audio")
    assert "Listen." not in words(found, "large-print")
    chosen = catalogue.read(Path("nowhere"))["large-print"]
    assert audience(chosen) == {"large-print", "pdf"}


def test_findings_are_the_readers_and_the_checks(tmp_path: Path) -> None:
    found = opened(tmp_path, "---\nreview: 2020\n---\n\n# A leaflet\n\nA [link](other.md).\n")
    assert {f.code for f in found.findings} >= {"source-link-relative", "source-review-past"}


def test_a_view_that_the_leaflet_lacks_is_said_and_raised(tmp_path: Path) -> None:
    found = opened(tmp_path, "# A leaflet\n\n## One\n\nWords.\n")
    easy = catalogue.read(Path("nowhere"))["easy-read"]
    assert found.why_not(easy) == "it has no easy-read text"
    with pytest.raises(ViewError):
        found.in_format(easy)


def test_what_people_sign_is_what_the_format_of_that_view_shows(tmp_path: Path) -> None:
    found = opened(tmp_path, f"# A leaflet\n\n## One\n\nWords.\n{EASY}")
    text = found.checked_text("easy-read", catalogue.read(Path("nowhere")))
    assert text.view == "easy-read"
    assert found.signoff(text).state == "none"
    assert "Draft" in words(found, "easy-read")
