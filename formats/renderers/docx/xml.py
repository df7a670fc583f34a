"""Open XML that python-docx has no API for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Xml = Any
"""An element of python-docx: an lxml element with properties of its own."""


def element(tag: str, *children: Xml, **attributes: str | int) -> Xml:
    """Return `<w:tag>` with `children`. Attributes are of the `w:` namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    for child in children:
        made.append(child)
    return made


def text(words: str) -> Xml:
    """Return `<w:t>` that keeps the spaces at its ends."""
    made = element("t")
    made.text = words
    made.set(qn("xml:space"), "preserve")
    return made


def run(*content: Xml, style: str = "", language: str = "", **marks: bool) -> Xml:
    """Return `<w:r>` with a character style, a language, and marks such as `b`."""
    made = element("r")
    # CT_RPr is a sequence: rStyle, b, …, lang (ISO/IEC 29500-1, 17.3.2.28).
    properties = [element("rStyle", val=style)] if style else []
    properties += [element(mark) for mark, on in marks.items() if on]
    properties += [element("lang", val=language)] if language else []
    if properties:
        made.append(element("rPr", *properties))
    for child in content:
        made.append(child)
    return made


def field(instruction: str, shown: str) -> list[Xml]:
    """Return the runs of a field: Word works out its value, and shows `shown` until then."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    marks = [element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    return [run(marks[0]), run(code), run(marks[1]), run(text(shown)), run(marks[2])]


def bookmark(number: int, name: str) -> tuple[Xml, Xml]:
    """Return the start and the end of a bookmark. Word allows 40 letters for its name."""
    return element("bookmarkStart", id_=number, name=name), element("bookmarkEnd", id_=number)
