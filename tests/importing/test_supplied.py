"""The leaflet as its publisher supplied it, as text and as a Word file, with all its faults."""

import re
from collections import Counter
from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import Pt

from formats.importing import leaflet
from formats.importing.leaflet import Outcome
from formats.reading import shared
from tests.importing import counting, documents

SUPPLIED = (Path(__file__).parent / "supplied.txt").read_text("utf-8")
TITLE = "Special Educational Needs (SEN) support in mainstream schools"
HEADINGS = (
    "What is SEN support?", "Who decides what SEN support my child has?", "A graduated approach",
    "Assess", "Plan", "Do", "Review", "Where can I get more Information, Advice or Support",
)  # fmt: skip
_PIECES = re.compile(r"(\*{2,3})(?=[^\s*])(.+?)\1", re.DOTALL)


def _as_word(document: Document) -> None:
    """Write the text as it stood in Word: bold words, bold headings, bullets typed by hand."""
    for lines in SUPPLIED.split("\n\n"):
        for text in [lines] if lines.startswith("**") else lines.split("\n"):
            if not text.strip():
                continue
            paragraph = document.add_paragraph()
            heading = text.strip() in HEADINGS
            for number, part in enumerate(_PIECES.sub(r"\0\2\0", text).split("\0")):
                run = paragraph.add_run(re.sub(r"\]\([^)]*\)", "]", part).replace("- ", "•\t", 1))
                run.bold = bool(number % 2) or heading
                run.font.size = Pt(16) if heading else None


def _brought_in(path: Path, data: bytes) -> Outcome:
    path.write_bytes(data)
    return leaflet.bring_in(path, path.parent / "a", shared.read(path.parent), ())


@pytest.fixture(params=["txt", "docx"])
def outcome(request: pytest.FixtureRequest, tmp_path: Path) -> Outcome:
    data = SUPPLIED.encode() if request.param == "txt" else documents.saved(_as_word)
    return _brought_in(tmp_path / f"a.{request.param}", data)


def test_no_word_is_lost(outcome: Outcome) -> None:
    assert outcome.account.lost == ()
    assert sum(number for _, number in outcome.account.places) == outcome.account.original


def test_headings_title_lists_and_edition_are_found(outcome: Outcome) -> None:
    made = outcome.leaflet.read_text()
    assert f'title: "{TITLE}"' in made
    assert "edition: 2025-10" in made
    assert tuple(re.findall(r"^## (.+)$", made, re.MULTILINE)) == HEADINGS
    assert len(re.findall(r"^- ", made, re.MULTILINE)) == 26


def test_its_faults_are_told_with_their_lines(outcome: Outcome) -> None:
    told = Counter(f.code for f in outcome.findings if f.severity.value != "hint")
    assert told["import-page-reference"] == 1
    assert told["import-missing"] == 1
    assert told["import-star-note"] >= 10
    assert set(told) == {"import-page-reference", "import-missing", "import-star-note"}
    lines = outcome.leaflet.read_text().split("\n")
    for finding in outcome.findings:
        if finding.code == "import-page-reference":
            assert finding.place
            assert "see page 9" in lines[finding.place.line - 1]
        if finding.code == "import-missing":
            assert "::: steps" in finding.message


def test_the_words_stand_in_the_leaflet_by_another_count(outcome: Outcome) -> None:
    bare = re.sub(r"\]\(http[^)]*\)|<(?=http)|\\(?=[^\w\s])", " ", outcome.leaflet.read_text())
    original = counting.tokens(re.sub(r"\]\(http[^)]*\)", "]", SUPPLIED))
    listed = counting.tokens(" ".join(each.words for each in outcome.account.left_out))
    assert original - counting.tokens(bare) - listed == Counter()
