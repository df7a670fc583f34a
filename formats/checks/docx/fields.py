"""What a document stores for its fields: Word shows it until it works the field out anew."""

import re
from collections.abc import Iterator

from formats.checks.docx.text import Element, plain, w

_OF_PAGES = re.compile(r"\s*(PAGEREF|PAGE|NUMPAGES|SECTIONPAGES|TOC)\b")
_NUMBER = re.compile(r"\d")


def stored_pages(part: Element) -> Iterator[tuple[str, str]]:
    """Yield the instruction and the stored words of each field of pages that holds a number.

    Which page words are on is known when they are laid out, with the typefaces of the
    computer that opens the document: no number written beforehand can be trusted.
    """
    for instruction, shown in _fields(part):
        if _OF_PAGES.match(instruction) and _NUMBER.search(shown):
            yield instruction.strip(), shown.strip()


def _fields(part: Element) -> Iterator[tuple[str, str]]:
    for simple in part.iter(w("fldSimple")):
        yield simple.get(w("instr"), ""), plain(simple)
    yield from _complex(part)


def _complex(part: Element) -> Iterator[tuple[str, str]]:
    """Yield the instruction and the stored words of fields made of runs (17.16.18)."""
    begun: list[dict[str, str]] = []
    for node in part.iter(w("fldChar"), w("instrText"), w("t")):
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            begun.append({"at": "code", "code": "", "shown": ""})
        elif not begun:
            continue
        elif kind == "separate":
            begun[-1]["at"] = "shown"
        elif kind == "end":
            field = begun.pop()
            yield field["code"], field["shown"]
        else:
            begun[-1][begun[-1]["at"]] += node.text or ""
