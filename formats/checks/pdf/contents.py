"""The contents of a PDF: each entry names the page that its heading is on, and leads there."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from formats.checks.pdf.tree import Mark, Node
from formats.checks.words import missing

Found = tuple[str, str]
_Headings = list[tuple[int, str]]


def findings(pdf: pikepdf.Pdf, root: Node, texts: dict[Mark, str]) -> Iterator[Found]:
    """Yield the first entry of each contents of `pdf` that is wrong."""
    pages = {page.obj.objgen[0]: number for number, page in enumerate(pdf.pages, 1)}
    headings = [
        (pages.get(mark.page, 0), node.words(texts))
        for node in root.walk() if node.is_heading
        for mark in list(node.marks())[:1]
    ]  # fmt: skip
    for node in root.walk():
        if node.kind == "TOCI":
            for entry in (kid for kid in node.kids if isinstance(kid, Node) and kid.kind != "TOC"):
                yield from _entry(entry, texts, pages, headings)


def _entry(
    entry: Node, texts: dict[Mark, str], pages: dict[int, int], headings: _Headings
) -> Iterator[Found]:
    words, _, named = entry.words(texts).strip().rpartition(" ")
    there = [page for page, heading in headings if not missing([words], heading)]
    if not named.isdecimal() or int(named) not in there:
        yield "pdf-contents", f"The contents say that “{words}” is on page “{named}”. It is not."
        return
    for link in entry.walk():
        for annotation in link.objects:
            page = _page(annotation, pages)
            if page != int(named):
                message = f"“{words}” in the contents leads to page {page}, and names {named}."
                yield "pdf-contents", message


def _page(annotation: Any, pages: dict[int, int]) -> int:
    """Return the page from 1 that a place to click leads to, or 0."""
    destination = annotation.get("/A", {}).get("/D")
    return pages.get(destination[0].objgen[0], 0) if destination is not None else 0
