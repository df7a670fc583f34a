"""Ways to break a tagged PDF, each of which the checks that guard publishing must catch."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

from formats.checks.pdf import PdfCheck
from tests import leaflets
from tests.rendering import rendered

LEAFLET = leaflets.standard()
Fault = Callable[[Pdf], None]


@pytest.fixture(scope="module")
def good() -> bytes:
    return rendered("pdf", LEAFLET)


def _elements(pdf: Pdf) -> Iterator[Any]:
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if Name.S in element:
            yield element
        kids: Any = element.get("/K", [])
        waiting += [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/K" in kid]


def _of(pdf: Pdf, kind: str, number: int = 0) -> Any:
    return [e for e in _elements(pdf) if kind == e.S][number]


def _operators(pdf: Pdf, page: int, change: Callable[[list[Any]], list[Any]]) -> None:
    target = pdf.pages[page]
    changed = change(list(pikepdf.parse_content_stream(target)))
    target.Contents = pdf.make_stream(pikepdf.unparse_content_stream(changed))


def _prose_as_artifact(pdf: Pdf) -> None:
    def change(operators: list[Any]) -> list[Any]:
        at = next(i for i, (o, op) in enumerate(operators) if str(op) == "BDC" and o[0] == "/P")
        operators[at] = ([Name.Artifact, Dictionary(Type=Name.Layout)], Operator("BDC"))
        return operators

    _operators(pdf, 2, change)


def _untagged_prose(pdf: Pdf) -> None:
    def change(operators: list[Any]) -> list[Any]:
        at = next(i for i, (o, op) in enumerate(operators) if str(op) == "BDC" and o[0] == "/P")
        end = next(i for i in range(at, len(operators)) if str(operators[i][1]) == "EMC")
        return operators[:at] + operators[at + 1 : end] + operators[end + 1 :]

    _operators(pdf, 2, change)


def _joined_words(pdf: Pdf) -> None:
    """Take the space at the end of a line away, as a naive layout does."""

    def change(operators: list[Any]) -> list[Any]:
        for position, (operands, operator) in enumerate(operators):
            text = bytes(operands[0]) if str(operator) == "Tj" else b""
            if len(text) > 10 and text.endswith(b" "):
                operators[position] = ([String(text[:-1])], operator)
        return operators

    _operators(pdf, 2, change)


def _lost_line(pdf: Pdf) -> None:
    def change(operators: list[Any]) -> list[Any]:
        at = next(i for i, (_, op) in enumerate(operators) if str(op) == "Tj")
        return operators[:at] + operators[at + 1 :]

    _operators(pdf, 2, change)


def _swapped(pdf: Pdf) -> None:
    section = _of(pdf, "/Sect", 3)
    kids = list(section.K)
    section.K = Array([kids[0], kids[2], kids[1], *kids[3:]])


def _shuffled_marks(pdf: Pdf) -> None:
    paragraph = next(e for e in _elements(pdf) if e.S == "/P" and len(e.K) > 4)
    paragraph.K = Array(list(paragraph.K)[::-1])


def _wrong_parent(pdf: Pdf) -> None:
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums[5]
    first, second, *rest = list(parents)
    pdf.Root.StructTreeRoot.ParentTree.Nums[5] = Array([second, first, *rest])


def _wrong_link_parent(pdf: Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[-1], numbers[-3] = numbers[-3], numbers[-1]


def _no_parent_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


def _link_without_words(pdf: Pdf) -> None:
    del pdf.pages[2].Annots[0].Contents


def _link_without_target(pdf: Pdf) -> None:
    del pdf.pages[2].Annots[0].A


def _link_untied(pdf: Pdf) -> None:
    link = _of(pdf, "/Link")
    link.K = Array([kid for kid in link.K if kid.get("/Type") != "/OBJR"])


def _retyped(old: str, new: str, number: int = 0) -> Fault:
    def change(pdf: Pdf) -> None:
        _of(pdf, old, number).S = Name(new)

    return change


def _without(*path: str) -> Fault:
    def change(pdf: Pdf) -> None:
        target: Any = pdf.Root
        for step in path[:-1]:
            target = target[step]
        del target[path[-1]]

    return change


def _no_alt(pdf: Pdf) -> None:
    del _of(pdf, "/Figure").Alt


def _no_metadata(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")


def _wrong_title(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes().replace(b"Every kind of node", b"untitled")
    pdf.Root.Metadata = pdf.make_stream(data)


def _font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[2].Resources.Font.values()))


def _fonts(pdf: Pdf) -> tuple[Any, Any]:
    """Return the regular font, and the bold one."""
    fonts = {str(font.BaseFont): font for font in pdf.pages[2].Resources.Font.values()}
    bold = next(name for name in fonts if name.endswith("Bold"))
    regular = next(name for name in fonts if name.endswith("Regular"))
    return fonts[regular], fonts[bold]


def _bold_lost(pdf: Pdf) -> None:
    """Draw bold with the outlines of regular, on its own widths."""
    regular, bold = _fonts(pdf)
    bold.FontDescriptor.FontFile2 = regular.FontDescriptor.FontFile2


def _faces_swapped(pdf: Pdf) -> None:
    regular, bold = _fonts(pdf)
    for key in ("/BaseFont", "/Widths"):
        regular[key], bold[key] = bold[key], regular[key]


def _words_in_regular(pdf: Pdf) -> None:
    regular, _ = _fonts(pdf)
    for page in pdf.pages:
        for name in list(page.Resources.Font.keys()):
            page.Resources.Font[name] = regular


def _outline_changed(pdf: Pdf) -> None:
    """Draw the letter o as the letter e."""
    regular, _ = _fonts(pdf)
    with TTFont(io.BytesIO(regular.FontDescriptor.FontFile2.read_bytes())) as font:
        codes = font["cmap"].tables[0].cmap
        font["glyf"][codes[ord("o")]] = font["glyf"][codes[ord("e")]]
        font.save(changed := io.BytesIO())
    regular.FontDescriptor.FontFile2 = pdf.make_stream(changed.getvalue())


def _info(key: str, value: str) -> Fault:
    def change(pdf: Pdf) -> None:
        pdf.docinfo[key] = String(value)

    return change


def _metadata(old: bytes, new: bytes) -> Fault:
    def change(pdf: Pdf) -> None:
        said = pdf.Root.Metadata.read_bytes()
        assert old in said
        pdf.Root.Metadata.write(said.replace(old, new))

    return change


def _font_not_embedded(pdf: Pdf) -> None:
    del _font(pdf).FontDescriptor.FontFile2


def _no_to_unicode(pdf: Pdf) -> None:
    del _font(pdf).ToUnicode


def _wrong_to_unicode(pdf: Pdf) -> None:
    rows = _font(pdf).ToUnicode.read_bytes()
    assert b"<0065>" in rows
    _font(pdf).ToUnicode = pdf.make_stream(rows.replace(b"<0065>", b"<0061>"))


def _page_lost(pdf: Pdf) -> None:
    del pdf.pages[3]


FAULTS: dict[str, tuple[Fault, str]] = {
    "no structure tree": (_without("/StructTreeRoot"), "pdf-tagged"),
    "not marked as tagged": (_without("/MarkInfo"), "pdf-tagged"),
    "no language": (_without("/Lang"), "pdf-language"),
    "file name for a title": (_without("/ViewerPreferences"), "pdf-tagged"),
    "no metadata": (_no_metadata, "pdf-tagged"),
    "another title": (_wrong_title, "pdf-title"),
    "prose as artifact": (_prose_as_artifact, "pdf-words"),
    "prose untagged": (_untagged_prose, "pdf-untagged"),
    "joined words": (_joined_words, "pdf-words"),
    "a line lost": (_lost_line, "pdf-words"),
    "a page lost": (_page_lost, "pdf-words"),
    "paragraphs swapped": (_swapped, "pdf-words"),
    "runs of a paragraph swapped": (_shuffled_marks, "pdf-words"),
    "wrong parent tree": (_wrong_parent, "pdf-parent-tree"),
    "wrong parent of a link": (_wrong_link_parent, "pdf-parent-tree"),
    "no parent tree": (_no_parent_tree, "pdf-parent-tree"),
    "link without Contents": (_link_without_words, "pdf-link"),
    "link that leads nowhere": (_link_without_target, "pdf-link"),
    "link not tied to its words": (_link_untied, "pdf-link"),
    "title as a paragraph": (_retyped("/H1", "/P"), "pdf-heading"),
    "H2 as P": (_retyped("/H2", "/P", 2), "pdf-heading"),
    "H3 as H4": (_retyped("/H3", "/H4"), "pdf-heading"),
    "list as division": (_retyped("/L", "/Div"), "pdf-list"),
    "item as paragraph": (_retyped("/LI", "/P"), "pdf-list"),
    "row as division": (_retyped("/TR", "/Div"), "pdf-list"),
    "picture without alternative": (_no_alt, "pdf-alt"),
    "typeface not embedded": (_font_not_embedded, "pdf-font"),
    "bold lost": (_bold_lost, "pdf-face"),
    "bold and regular swapped": (_faces_swapped, "pdf-face"),
    "bold words in regular": (_words_in_regular, "pdf-bold"),
    "a letter with another's outline": (_outline_changed, "pdf-face"),
    "untitled by Info": (_info("/Title", "untitled"), "pdf-information"),
    "anonymous by Info": (_info("/Author", "anonymous"), "pdf-information"),
    "the year 2000 by Info": (_info("/CreationDate", "D:20000101"), "pdf-information"),
    "no Info": (lambda pdf: pdf.trailer.__delitem__("/Info"), "pdf-information"),
    "another author by XMP": (_metadata(b"Kent", b"Essex"), "pdf-information"),
    "another date by XMP": (_metadata(b"2025-10", b"2024-10"), "pdf-information"),
    "no map to Unicode": (_no_to_unicode, "pdf-font"),
    "wrong map to Unicode": (_wrong_to_unicode, "pdf-words"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_caught(name: str, good: bytes, tmp_path: Path) -> None:
    fault, code = FAULTS[name]
    path = tmp_path / "broken.pdf"
    with Pdf.open(io.BytesIO(good)) as pdf:
        fault(pdf)
        pdf.save(path)
    assert code in {finding.code for finding in PdfCheck().check(path, LEAFLET)}


def test_information_is_said_once_in_pdf_ua_2(tmp_path: Path) -> None:
    path = tmp_path / "newer.pdf"
    path.write_bytes(rendered("pdf", LEAFLET, pdf_ua=2))
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        assert "/Info" not in pdf.trailer
        pdf.docinfo["/Title"] = String(LEAFLET.title)
        pdf.save(path)
    [finding] = PdfCheck().check(path, LEAFLET)
    assert finding.code == "pdf-information"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnot one", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_said_to_be_broken(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(data)
    [finding] = PdfCheck().check(path, LEAFLET)
    assert finding.code == "pdf-broken"
