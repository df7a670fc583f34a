"""Every code of a finding is documented with what it means and weighs, and none is invented."""

import re
from pathlib import Path

from formats.checks import registry
from formats.importing.codes import CODES as IMPORTING
from formats.reading.codes import CODES as READING
from formats.renderers import registry as renderers

ROOT = Path(__file__).parents[2]
ROWS = {
    code: (weight, meaning)
    for code, weight, meaning in re.findall(
        r"^\| `([a-z0-9-]+)` \| (error|warning|hint|note) \| (.+) \|$",
        (ROOT / "docs" / "findings.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}


def test_every_code_is_documented_as_it_is_declared() -> None:
    declared = {**registry.codes(), **renderers.codes(), **READING, **IMPORTING}
    assert {code: meaning for code, (_, meaning) in ROWS.items()} == declared


def test_weights_are_those_of_the_cases() -> None:
    cases = list((ROOT / "tests").glob("**/cases/*/findings.txt"))
    assert cases
    for case in cases:
        weights = set(
            re.findall(r": (error|warning|hint|note): ", case.read_text(encoding="utf-8"))
        )
        assert weights == {ROWS[case.parent.name][0]}, case.parent.name


def test_the_reader_declares_each_code_it_uses_and_no_other() -> None:
    sources = (p for p in (ROOT / "formats" / "reading").glob("*.py") if p.name != "codes.py")
    used = {
        code for p in sources for code in re.findall(r'"(source-[a-z-]+)"', p.read_text("utf-8"))
    }
    assert used == set(READING)


def test_the_importer_declares_each_code_it_uses_and_no_other() -> None:
    sources = (ROOT / "formats" / "importing").rglob("*.py")
    texts = [path.read_text("utf-8") for path in sources if path.name != "codes.py"]
    assert {code for text in texts for code in re.findall(r'"(import-[a-z-]+)"', text)} == set(
        IMPORTING
    )
