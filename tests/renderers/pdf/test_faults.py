"""Each way to break a tagged PDF is caught by the checks that guard publishing."""

import io
from pathlib import Path

import pytest
from pikepdf import Pdf, String

from formats.checks.pdf import PdfCheck
from tests import leaflets
from tests.renderers.pdf import faults
from tests.renderers.pdf.faults import Fault
from tests.rendering import rendered, written

EDITION = leaflets.edition(leaflets.standard())


@pytest.fixture(scope="module")
def good() -> bytes:
    return rendered("pdf", EDITION)


FAULTS: dict[str, tuple[Fault, str]] = {
    "no structure tree": (faults.without("/StructTreeRoot"), "pdf-tagged"),
    "not marked as tagged": (faults.without("/MarkInfo"), "pdf-tagged"),
    "no language": (faults.without("/Lang"), "pdf-language"),
    "file name for a title": (faults.without("/ViewerPreferences"), "pdf-tagged"),
    "no metadata": (faults.no_metadata, "pdf-tagged"),
    "another title": (faults.wrong_title, "pdf-title"),
    "prose as artifact": (faults.prose_as_artifact, "pdf-words"),
    "prose untagged": (faults.untagged_prose, "pdf-untagged"),
    "joined words": (faults.joined_words, "pdf-words"),
    "a line lost": (faults.lost_line, "pdf-words"),
    "a page lost": (faults.page_lost, "pdf-words"),
    "paragraphs swapped": (faults.swapped, "pdf-words"),
    "runs of a paragraph swapped": (faults.shuffled_marks, "pdf-words"),
    "wrong parent tree": (faults.wrong_parent, "pdf-parent-tree"),
    "wrong parent of a link": (faults.wrong_link_parent, "pdf-parent-tree"),
    "no parent tree": (faults.no_parent_tree, "pdf-parent-tree"),
    "link without Contents": (faults.link_without_words, "pdf-link"),
    "link that leads nowhere": (faults.link_without_target, "pdf-link"),
    "link not tied to its words": (faults.link_untied, "pdf-link"),
    "title as a paragraph": (faults.retyped("/H1", "/P"), "pdf-heading"),
    "H2 as P": (faults.retyped("/H2", "/P", 2), "pdf-heading"),
    "H3 as H4": (faults.retyped("/H3", "/H4"), "pdf-heading"),
    "list as division": (faults.retyped("/L", "/Div"), "pdf-list"),
    "item as paragraph": (faults.retyped("/LI", "/P"), "pdf-list"),
    "row as division": (faults.retyped("/TR", "/Div"), "pdf-list"),
    "picture without alternative": (faults.no_alt, "pdf-alt"),
    "typeface not embedded": (faults.font_not_embedded, "pdf-font"),
    "bold lost": (faults.bold_lost, "pdf-face"),
    "bold and regular swapped": (faults.faces_swapped, "pdf-face"),
    "bold words in regular": (faults.words_in_regular, "pdf-bold"),
    "a letter with another's outline": (faults.outline_changed, "pdf-face"),
    "untitled by Info": (faults.info("/Title", "untitled"), "pdf-information"),
    "anonymous by Info": (faults.info("/Author", "anonymous"), "pdf-information"),
    "the year 2000 by Info": (faults.info("/CreationDate", "D:20000101"), "pdf-information"),
    "no Info": (faults.no_info, "pdf-information"),
    "another author by XMP": (faults.metadata(b"Kent", b"Essex"), "pdf-information"),
    "another date by XMP": (faults.metadata(b"2025-10", b"2024-10"), "pdf-information"),
    "no map to Unicode": (faults.no_to_unicode, "pdf-font"),
    "wrong map to Unicode": (faults.wrong_to_unicode, "pdf-words"),
    "a line of the cover lost": (faults.lost_element("/P", 1), "pdf-words"),
    "a line of the contents lost": (faults.lost_element("/TOCI", 1), "pdf-words"),
    "a step lost from the contents": (faults.lost_element("/TOC", 3), "pdf-words"),
    "the offer of formats lost": (faults.lost_words("On request"), "pdf-words"),
    "the way back from a note lost": (faults.lost_words("Back to"), "pdf-words"),
    "another text alternative": (faults.another_alternative, "pdf-alt"),
    "contents that name another page": (faults.numbers_swapped, "pdf-contents"),
    "contents that lead elsewhere": (faults.leads_elsewhere, "pdf-contents"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_caught(name: str, good: bytes, tmp_path: Path) -> None:
    fault, code = FAULTS[name]
    path = tmp_path / "broken.pdf"
    with Pdf.open(io.BytesIO(good)) as pdf:
        fault(pdf)
        pdf.save(path)
    assert code in {finding.code for finding in PdfCheck().check(path, EDITION)}


WELSH = leaflets.edition(leaflets.welsh())


def test_a_language_that_is_not_marked_is_caught(tmp_path: Path) -> None:
    path = written(tmp_path, "pdf", WELSH, typeface="arimo")
    assert list(PdfCheck().check(path, WELSH)) == []
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        faults.unmarked("/Span")(pdf)
        pdf.save(path)
    [finding] = PdfCheck().check(path, WELSH)
    assert finding.code == "pdf-language"
    assert "is marked as cy, and is en-GB" in finding.message


def test_information_is_said_once_in_pdf_ua_2(tmp_path: Path) -> None:
    path = tmp_path / "newer.pdf"
    path.write_bytes(rendered("pdf", EDITION, pdf_ua=2))
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        assert "/Info" not in pdf.trailer
        pdf.docinfo["/Title"] = String(EDITION.title)
        pdf.save(path)
    [finding] = PdfCheck().check(path, EDITION)
    assert finding.code == "pdf-information"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnot one", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_said_to_be_broken(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(data)
    [finding] = PdfCheck().check(path, EDITION)
    assert finding.code == "pdf-broken"
