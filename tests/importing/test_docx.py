"""Word documents become the Markdown that was meant, and no word of them goes unlisted."""

import re
from collections import Counter
from pathlib import Path

import pytest

from formats.importing import importer, leaflet
from formats.importing.importer import Imported
from formats.reading import shared
from tests.importing import cases, counting, documents

LEAFLET = Path("leaflet.md")


def imported(data: bytes, name: str = "a.docx") -> Imported:
    return importer.imported(data, Path(name), LEAFLET)


@pytest.mark.parametrize(
    ("build", "expected", "codes"),
    cases.CASES,
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_it_becomes_what_was_meant(
    build: cases.Builder, expected: tuple[str, ...], codes: tuple[str, ...]
) -> None:
    made = imported(documents.saved(build))
    for piece in expected:
        assert piece in made.markdown, made.markdown
    assert set(codes) == {f.code for f in made.findings} - {"import-language"}, made.markdown


@pytest.mark.parametrize("build", [case[0] for case in cases.CASES])
def test_no_word_is_lost(build: cases.Builder, tmp_path: Path) -> None:
    data = documents.saved(build)
    (tmp_path / "a.docx").write_bytes(data)
    outcome = leaflet.bring_in(tmp_path / "a.docx", tmp_path / "a", shared.read(tmp_path), ())
    assert outcome.account.lost == ()
    stand = counting.tokens(_bare((tmp_path / "a" / "leaflet.md").read_text()))
    listed = counting.tokens(" ".join(each.words for each in outcome.account.left_out))
    assert counting.of_docx(data) - stand - listed == Counter()


def _bare(markdown: str) -> str:
    """Return Markdown without its escapes, and without the marks inside words."""
    return re.sub(r"\\(?=[^\w\s])|(?<=\w)\*\*|\*\*(?=\w)", "", markdown)
