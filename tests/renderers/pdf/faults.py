"""Ways to break a tagged PDF."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

from formats.checks.pdf import content, tree

Fault = Callable[[Pdf], None]


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


def prose_as_artifact(pdf: Pdf) -> None:
    def change(operators: list[Any]) -> list[Any]:
        at = next(i for i, (o, op) in enumerate(operators) if str(op) == "BDC" and o[0] == "/P")
        operators[at] = ([Name.Artifact, Dictionary(Type=Name.Layout)], Operator("BDC"))
        return operators

    _operators(pdf, 2, change)


def untagged_prose(pdf: Pdf) -> None:
    def change(operators: list[Any]) -> list[Any]:
        at = next(i for i, (o, op) in enumerate(operators) if str(op) == "BDC" and o[0] == "/P")
        end = next(i for i in range(at, len(operators)) if str(operators[i][1]) == "EMC")
        return operators[:at] + operators[at + 1 : end] + operators[end + 1 :]

    _operators(pdf, 2, change)


def joined_words(pdf: Pdf) -> None:
    """Take the space at the end of a line away, as a naive layout does."""

    def change(operators: list[Any]) -> list[Any]:
        for position, (operands, operator) in enumerate(operators):
            text = bytes(operands[0]) if str(operator) == "Tj" else b""
            if len(text) > 10 and text.endswith(b" "):
                operators[position] = ([String(text[:-1])], operator)
        return operators

    _operators(pdf, 2, change)


def lost_line(pdf: Pdf) -> None:
    def change(operators: list[Any]) -> list[Any]:
        at = next(i for i, (_, op) in enumerate(operators) if str(op) == "Tj")
        return operators[:at] + operators[at + 1 :]

    _operators(pdf, 2, change)


def swapped(pdf: Pdf) -> None:
    section = _of(pdf, "/Sect", 3)
    kids = list(section.K)
    section.K = Array([kids[0], kids[2], kids[1], *kids[3:]])


def shuffled_marks(pdf: Pdf) -> None:
    paragraph = next(e for e in _elements(pdf) if e.S == "/P" and len(e.K) > 4)
    paragraph.K = Array(list(paragraph.K)[::-1])


def wrong_parent(pdf: Pdf) -> None:
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums[5]
    first, second, *rest = list(parents)
    pdf.Root.StructTreeRoot.ParentTree.Nums[5] = Array([second, first, *rest])


def wrong_link_parent(pdf: Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[-1], numbers[-3] = numbers[-3], numbers[-1]


def no_parent_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


def link_without_words(pdf: Pdf) -> None:
    del pdf.pages[2].Annots[0].Contents


def link_without_target(pdf: Pdf) -> None:
    del pdf.pages[2].Annots[0].A


def link_untied(pdf: Pdf) -> None:
    link = _of(pdf, "/Link")
    link.K = Array([kid for kid in link.K if kid.get("/Type") != "/OBJR"])


def retyped(old: str, new: str, number: int = 0) -> Fault:
    def change(pdf: Pdf) -> None:
        _of(pdf, old, number).S = Name(new)

    return change


def without(*path: str) -> Fault:
    def change(pdf: Pdf) -> None:
        target: Any = pdf.Root
        for step in path[:-1]:
            target = target[step]
        del target[path[-1]]

    return change


def no_alt(pdf: Pdf) -> None:
    del _of(pdf, "/Figure").Alt


def no_metadata(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")


def wrong_title(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes().replace(b"Every kind of node", b"untitled")
    pdf.Root.Metadata = pdf.make_stream(data)


def lost_element(kind: str, number: int) -> Fault:
    """Return the fault that an element is in the file, but not in the structure."""

    def change(pdf: Pdf) -> None:
        element = _of(pdf, kind, number)
        kids = element.P.K
        element.P.K = Array([kid for kid in kids if kid.objgen != element.objgen])

    return change


def lost_words(begin: str) -> Fault:
    """Return the fault that a paragraph with these words is not in the structure."""

    def change(pdf: Pdf) -> None:
        root = tree.read(pdf)
        maps: content.Maps = {}
        texts = {
            tree.Mark(page.obj.objgen[0], mark): words
            for page in pdf.pages
            for mark, words in content.read(page, maps).marked.items()
        }
        paragraphs = [node for node in root.walk() if node.kind == "P"]
        [number] = [n for n, p in enumerate(paragraphs) if begin in p.words(texts)]
        lost_element("/P", number)(pdf)

    return change


def another_alternative(pdf: Pdf) -> None:
    _of(pdf, "/Figure").Alt = String("Something else")


def _entries(pdf: Pdf) -> list[Any]:
    """Return the links of the contents."""
    return [entry.K[0].K[0] for entry in _elements(pdf) if entry.S == "/TOCI"]


def numbers_swapped(pdf: Pdf) -> None:
    """Let the first and the last entry of the contents name each other's page."""
    first, *_, last = _entries(pdf)
    at, end = (max(n for n, kid in enumerate(link.K) if "/MCID" in kid) for link in (first, last))
    first.K[at].MCID, last.K[end].MCID = last.K[end].MCID, first.K[at].MCID


def leads_elsewhere(pdf: Pdf) -> None:
    first, *_ = _entries(pdf)
    annotation = next(kid.Obj for kid in first.K if "/Obj" in kid)
    annotation.A.D[0] = pdf.pages[-1].obj


def _font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[2].Resources.Font.values()))


def _fonts(pdf: Pdf) -> tuple[Any, Any]:
    """Return the regular font, and the bold one."""
    fonts = {str(font.BaseFont): font for font in pdf.pages[2].Resources.Font.values()}
    bold = next(name for name in fonts if name.endswith("Bold"))
    regular = next(name for name in fonts if name.endswith("Regular"))
    return fonts[regular], fonts[bold]


def bold_lost(pdf: Pdf) -> None:
    """Draw bold with the outlines of regular, on its own widths."""
    regular, bold = _fonts(pdf)
    bold.FontDescriptor.FontFile2 = regular.FontDescriptor.FontFile2


def faces_swapped(pdf: Pdf) -> None:
    regular, bold = _fonts(pdf)
    for key in ("/BaseFont", "/Widths"):
        regular[key], bold[key] = bold[key], regular[key]


def words_in_regular(pdf: Pdf) -> None:
    regular, _ = _fonts(pdf)
    for page in pdf.pages:
        for name in list(page.Resources.Font.keys()):
            page.Resources.Font[name] = regular


def outline_changed(pdf: Pdf) -> None:
    """Draw the letter o as the letter e."""
    regular, _ = _fonts(pdf)
    with TTFont(io.BytesIO(regular.FontDescriptor.FontFile2.read_bytes())) as font:
        codes = font["cmap"].tables[0].cmap
        font["glyf"][codes[ord("o")]] = font["glyf"][codes[ord("e")]]
        font.save(changed := io.BytesIO())
    regular.FontDescriptor.FontFile2 = pdf.make_stream(changed.getvalue())


def info(key: str, value: str) -> Fault:
    def change(pdf: Pdf) -> None:
        pdf.docinfo[key] = String(value)

    return change


def no_info(pdf: Pdf) -> None:
    del pdf.trailer["/Info"]


def metadata(old: bytes, new: bytes) -> Fault:
    def change(pdf: Pdf) -> None:
        said = pdf.Root.Metadata.read_bytes()
        assert old in said
        pdf.Root.Metadata.write(said.replace(old, new))

    return change


def font_not_embedded(pdf: Pdf) -> None:
    del _font(pdf).FontDescriptor.FontFile2


def no_to_unicode(pdf: Pdf) -> None:
    del _font(pdf).ToUnicode


def wrong_to_unicode(pdf: Pdf) -> None:
    rows = _font(pdf).ToUnicode.read_bytes()
    assert b"<0065>" in rows
    _font(pdf).ToUnicode = pdf.make_stream(rows.replace(b"<0065>", b"<0061>"))


def page_lost(pdf: Pdf) -> None:
    del pdf.pages[3]


def unmarked(kind: str) -> Fault:
    """Return the fault that one element does not say its language."""

    def change(pdf: Pdf) -> None:
        del next(e for e in _elements(pdf) if kind == e.S and "/Lang" in e).Lang

    return change
