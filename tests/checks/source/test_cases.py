from pathlib import Path

import pytest

from formats.checks.contract import SourceCheck
from formats.checks.source.currency import Currency
from formats.checks.source.headings import Headings
from formats.checks.source.links import Links
from formats.checks.source.pictures import Pictures
from formats.checks.source.terms import Terms
from tests import leaflets
from tests.checks import cases

CHECKS: tuple[SourceCheck, ...] = (Currency(), Headings(), Links(), Pictures(), Terms())
FOLDERS = cases.folders(Path(__file__).parent / "cases")


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    cases.compare(case, cases.said(case, CHECKS), accept=request.config.getoption("--accept"))


def test_every_code_has_a_case() -> None:
    assert {case.name for case in FOLDERS} == {code for check in CHECKS for code in check.codes}


def test_every_node_kind_is_walked() -> None:
    found = [f.code for c in CHECKS for f in c.check(leaflets.standard(), cases.TODAY)]
    assert found == ["source-picture-decorative"]
