"""The tagging layer by itself: a small document without leaflet or layout."""

import io
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from formats.typefaces import bundled
from formats.typesetting.tagging import (
    Bookmark,
    Element,
    Link,
    TaggedFont,
    TaggedPages,
    Tagging,
    Target,
    finish,
)
from tests.validators import verapdf

pytestmark = pytest.mark.xdist_group("jvm")


def _document(part: int) -> bytes:
    font = TaggedFont("Test", io.BytesIO(bundled.read("atkinson-hyperlegible", "Regular")))
    pdfmetrics.registerFont(font)
    drawn = io.BytesIO()
    canvas = Canvas(drawn, invariant=1, initialFontName="Test")  # type: ignore[arg-type]
    root = Element("Document")
    heading, paragraph = root.add("H1"), root.add("P")
    words, before = heading.content(), paragraph.content()
    linked = paragraph.add("Link", link=Link("the heading", element=heading))
    link, after = linked.content(), paragraph.content()
    never_drawn = root.add("P")
    never_drawn.content()
    pages = TaggedPages(canvas)
    for content, text, y in ((words, "Heading", 700), (before, "Back to ", 650), (link, "it", 630)):
        pages.mark(content)
        canvas.drawString(72, y, text)
    heading.target = Target(0, 720)
    assert linked.link
    linked.link.areas.append((0, (72, 625, 100, 645)))
    with pages.artifact("Pagination"):
        canvas.drawString(72, 40, "1")
    pages.next_page()
    pages.mark(after)
    canvas.drawString(72, 700, " and on over the page.")
    pages.end()
    canvas.save()
    out = io.BytesIO()
    bookmarks = (Bookmark(0, "Heading", heading),)
    tagging = Tagging(root, "A title", "en-GB", "Somebody", "A subject", part, bookmarks)
    finish(drawn.getvalue(), pages, tagging, out)
    return out.getvalue()


@pytest.mark.parametrize("part", [1, 2])
def test_it_conforms(part: int, tmp_path: Path) -> None:
    path = tmp_path / "tagged.pdf"
    path.write_bytes(_document(part))
    assert verapdf.complaints(path, part) == []


def test_an_element_over_two_pages_is_one_and_what_is_not_drawn_is_none() -> None:
    with pikepdf.open(io.BytesIO(_document(1))) as pdf:
        [document] = pdf.Root.StructTreeRoot.K
        assert [str(kid.S) for kid in document.K] == ["/H1", "/P"]
        pages = {kid.Pg.objgen for kid in document.K[1].K if "/MCID" in kid}
        assert len(pages) == 2


def test_the_parent_tree_leads_from_marks_to_elements() -> None:
    with pikepdf.open(io.BytesIO(_document(1))) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        kinds = [[str(element.S) for element in numbers[at]] for at in (1, 3)]
        assert kinds == [["/H1", "/P", "/Link"], ["/P"]]
        assert str(numbers[5].S) == "/Link"


def test_metadata_language_and_bookmarks() -> None:
    with pikepdf.open(io.BytesIO(_document(1))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.Root.Outlines.First.Title) == "Heading"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "A title"
            assert metadata["pdfuaid:part"] == "1"


def test_the_same_bytes_twice() -> None:
    assert _document(1) == _document(1)
