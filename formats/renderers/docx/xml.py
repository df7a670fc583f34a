"""Open XML that python-docx has no API for."""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Xml = Any
"""An element of python-docx: an lxml element with properties of its own."""

# The properties of a run and of a paragraph are sequences (ISO/IEC 29500-1, 17.3.2.28, 17.3.1.26).
_RUN = ("rStyle", "rFonts", "b", "bCs", "color", "sz", "szCs", "u", "rtl", "lang")
_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tabs", "bidi",
    "spacing", "ind",
)  # fmt: skip
_ORDER = {name: at for names in (_RUN, _PARAGRAPH) for at, name in enumerate(names)}


def element(tag: str, *children: Xml, **attributes: str | int) -> Xml:
    """Return `<w:tag>` with `children`. Attributes are of the `w:` namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def properties(tag: str, children: Iterable[Xml]) -> Iterator[Xml]:
    """Yield `<w:tag>` with `children` in the order of the schema, or nothing if there are none."""
    found = sorted(children, key=lambda each: _ORDER[each.tag.rpartition("}")[2]])
    if found:
        yield element(tag, *found)


def switch(name: str, *, on: bool) -> Xml:
    """Return a property that is on or off."""
    return element(name) if on else element(name, val=0)


def content(words: str) -> Iterator[Xml]:
    """Yield what stands in a run for `words`: text that keeps its spaces, tabs and line ends."""
    for number, line in enumerate(words.split("\n")):
        if number:
            yield element("br")
        for at, piece in enumerate(line.split("\t")):
            if at:
                yield element("tab")
            if piece:
                yield _text(piece)


def _text(words: str) -> Xml:
    made = element("t")
    made.text = words
    made.set(qn("xml:space"), "preserve")
    return made


def run(contents: Iterable[Xml], marks: Iterable[Xml] = ()) -> Xml:
    """Return `<w:r>` with contents and the properties `marks`."""
    return element("r", *properties("rPr", marks), *contents)


def paragraph(style: str, contents: Iterable[Xml], marks: Iterable[Xml] = ()) -> Xml:
    """Return `<w:p>` in a style (its id), with runs and the properties `marks`."""
    named = element("pStyle", val=style)
    return element("p", *properties("pPr", (named, *marks)), *contents)


def add(made: Xml, mark: Xml) -> None:
    """Give a paragraph that has a style one more property, in place of one of that name."""
    kept = [each for each in made[0] if each.tag != mark.tag]
    made.replace(made[0], next(properties("pPr", [*kept, mark])))


def field(instruction: str, marks: Iterable[Xml] = ()) -> list[Xml]:
    """Return the runs of a field whose value Word works out when it lays out the page.

    No value is stored: one that was, Word would show until then, right or wrong. The field is
    not marked as dirty either, as Word then asks whoever opens the document about "fields that
    may refer to other files".
    """
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    ends = [element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    kept = list(marks)
    return [run([part], _copies(kept)) for part in (ends[0], code, *ends[1:])]


def _copies(marks: Iterable[Xml]) -> list[Xml]:
    return [each.__copy__() for each in marks]


def bookmarked(contents: Iterable[Xml], number: int, name: str) -> Iterator[Xml]:
    """Yield `contents` within a bookmark. `number` is unique in the document."""
    yield element("bookmarkStart", id_=number, name=name)
    yield from contents
    yield element("bookmarkEnd", id_=number)
