"""One folder for each code: `leaflet.md` goes in, `findings.txt` is what its check says of it.

A leaflet holds what the check must report and, beside it, what looks alike and must pass.
Run `pytest --accept` to write the golden files anew, then read what changed.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from formats.checks.contract import SourceCheck
from formats.model import Leaflet
from formats.model.findings import Finding
from formats.reading.library import Entry, Library

TODAY = date(2026, 11, 23)
SHARED = "shared"


def folders(cases: Path) -> list[Path]:
    """Return the folder of each case."""
    return sorted(p for p in cases.iterdir() if p.is_dir() and p.name != SHARED)


def leaflet(case: Path) -> Leaflet:
    """Return the leaflet of a case as read, which the reader itself must have no errors in."""
    reading = Library(case.parent / SHARED).read(Entry(case.name, case / "leaflet.md"))
    assert reading.findings == ()
    return reading.leaflet


def said(case: Path, checks: Iterable[SourceCheck]) -> str:
    """Return the findings of the case's own code, as a person would see them."""
    found = [f for check in checks for f in check.check(leaflet(case), TODAY)]
    return "".join(f"{_relative(f, case)}\n" for f in found if f.code == case.name)


def compare(case: Path, now: str, *, accept: bool) -> None:
    """Hold `now` against the golden file, or write it."""
    golden = case / "findings.txt"
    if accept:
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text(encoding="utf-8")
    assert now, f"{case.name} shows nothing: every case must hold a fault"


def _relative(finding: Finding, case: Path) -> str:
    return str(finding).replace(f"{case}/", "")
