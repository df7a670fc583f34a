"""The registry, with checks installed as a stranger would install them: by real entry points."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from textwrap import dedent

import pytest

from formats.checks import registry
from formats.model.findings import Severity
from tests import leaflets

EDITION = leaflets.edition(leaflets.standard())
TODAY = date(2026, 11, 23)
Install = Callable[..., None]

CHECKS = """
    from formats.errors import Place, RenditionError
    from formats.model.findings import Finding, Severity

    def finding(code, line=0):
        return Finding(code, Severity.WARNING, "Say this.", Place("a.md", line))

    class Source:
        subject, codes = "source", {"stranger-one": "One.", "stranger-two": "Two."}
        def check(self, leaflet, today):
            yield finding("stranger-two", 9)
            yield finding("stranger-one", 2)

    class Pdf:
        subject, media_type, codes = "rendition", "application/pdf", {"stranger-pdf": "P."}
        def check(self, path, leaflet):
            yield finding("stranger-pdf")

    class Crash(Source):
        def check(self, leaflet, today):
            yield finding("stranger-one", 1)
            raise ZeroDivisionError("by nought")

    class Mendable(Pdf):
        def check(self, path, leaflet):
            raise RenditionError("Page 3 cannot be read. Build it again.")

    class Junk(Source):
        def check(self, leaflet, today):
            return ["not a finding"]

    class Neither(Source):
        subject = "weather"

    class NoMedia:
        subject, codes = "rendition", {}
        def check(self, path, leaflet): ...
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    name = f"stranger_checks_{tmp_path.name}"
    (tmp_path / f"{name}.py").write_text(dedent(CHECKS))
    info = tmp_path / "stranger-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    # Only the stranger's checks: what the project itself installs has its own tests.
    monkeypatch.setattr(
        "formats.checks.registry.entry_points",
        lambda group: [
            e for e in entry_points(group=group) if e.dist and e.dist.name == "stranger"
        ],
    )

    def installed(*classes: str) -> None:
        lines = [f"{c.lower()} = {name}:{c}" for c in classes]
        (info / "entry_points.txt").write_text("\n".join(["[formats.checks]", *lines, ""]))
        registry._load.cache_clear()

    yield installed
    registry._load.cache_clear()


def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def test_source_findings_come_in_order_of_places(install: Install) -> None:
    install("Source")
    said = registry.check_source(leaflets.standard(), TODAY)
    assert [f.code for f in said] == ["stranger-one", "stranger-two"]


def test_only_checks_of_the_media_type_run(install: Install, tmp_path: Path) -> None:
    install("Source", "Pdf")
    path = pdf(tmp_path)
    said = registry.check_rendition(path, EDITION, "application/pdf")
    assert [f.code for f in said] == ["stranger-pdf"]
    assert registry.check_rendition(path, EDITION, "application/x-other") == ()


def test_an_unfit_file_is_looked_at_no_further(install: Install, tmp_path: Path) -> None:
    install("Pdf")
    said = registry.check_rendition(tmp_path / "no.pdf", EDITION, "application/pdf")
    assert [f.code for f in said] == ["rendition-missing"]


@pytest.mark.parametrize("broken", ["Crash", "Junk"])
def test_a_check_that_breaks_off_is_an_error_and_the_others_go_on(
    install: Install, broken: str
) -> None:
    install(broken, "Source")
    said = registry.check_source(leaflets.standard(), TODAY)
    failed = [f for f in said if f.code == "check-failed"]
    assert len(failed) == 1 and failed[0].severity is Severity.ERROR
    assert broken in failed[0].message
    assert "stranger-two" in [f.code for f in said]


def test_an_error_that_a_person_can_mend_keeps_its_own_words(
    install: Install, tmp_path: Path
) -> None:
    install("Mendable")
    (said,) = registry.check_rendition(pdf(tmp_path), EDITION, "application/pdf")
    assert (said.code, said.severity) == ("check-failed", Severity.ERROR)
    assert said.message == "Page 3 cannot be read. Build it again."


@pytest.mark.parametrize("broken", ["NotThere", "Neither", "NoMedia"])
def test_a_check_that_does_not_load_is_an_error_that_names_it(
    install: Install, broken: str
) -> None:
    install(broken, "Source")
    said = registry.check_source(leaflets.standard(), TODAY)
    (failed,) = (f for f in said if f.code == "check-not-loaded")
    assert failed.severity is Severity.ERROR and f"“{broken.lower()}”" in failed.message
    assert "stranger-one" in [f.code for f in said]


def test_codes_of_all_checks_are_known(install: Install) -> None:
    install("Source", "Pdf", "NotThere")
    known = registry.codes()
    assert known["stranger-pdf"] == "P."
    assert {"check-failed", "rendition-empty", "stranger-two"} <= set(known)
