from pathlib import Path

import pytest

from formats.reading.codes import CODES
from formats.reading.library import Entry, Library
from tests.checks import cases

FOLDERS = cases.folders(Path(__file__).parent / "cases")
NAMES = ("audio", "epub", "large-print")


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    entry = Entry(case.name, case / "leaflet.md")
    reading = Library(case.parent / cases.SHARED).read(entry, NAMES)
    said = [str(f).replace(f"{case}/", "") for f in reading.findings if f.code == case.name]
    lines = "".join(f"{line}\n" for line in said)
    cases.compare(case, lines, accept=request.config.getoption("--accept"))


def test_every_code_has_a_case() -> None:
    assert {case.name for case in FOLDERS} == set(CODES)
