from pathlib import Path

import pytest

from formats.checks.easy_read import EasyRead
from tests import leaflets
from tests.checks import cases

FOLDERS = cases.folders(Path(__file__).parent / "cases")


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    cases.compare(case, cases.said(case, [EasyRead()]), accept=request.config.getoption("--accept"))


def test_every_code_has_a_case() -> None:
    assert {case.name for case in FOLDERS} == set(EasyRead.codes)


def test_a_leaflet_without_easy_read_text_has_no_findings() -> None:
    assert list(EasyRead().check(leaflets.standard(), cases.TODAY)) == []
