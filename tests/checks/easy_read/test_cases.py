from dataclasses import replace
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


def test_rules_about_english_words_are_for_english_leaflets() -> None:
    leaflet = cases.leaflet(Path(__file__).parent / "cases" / "easy-number-word")
    codes = {f.code for f in EasyRead().check(leaflet, cases.TODAY)}
    other = {f.code for f in EasyRead().check(replace(leaflet, language="cy"), cases.TODAY)}
    assert "easy-number-word" in codes - other
