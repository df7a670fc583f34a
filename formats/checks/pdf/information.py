"""What a PDF says of itself, in XMP and in the Info dictionary: the same, and true.

Readers and search engines take one or the other, so a title right in only one of them is
"untitled" to half of them.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf

from formats.model import Edition

Found = tuple[str, str]
_SAME = {
    "/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description",
    "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate",
}  # fmt: skip
"""Entries of the Info dictionary, and the properties of XMP that mean the same."""


def findings(pdf: pikepdf.Pdf, edition: Edition) -> Iterator[Found]:
    """Yield the code and message of what `pdf` says wrong of itself."""
    read = pdf.open_metadata()  # as a context it would write to the dictionary
    asked = (*_SAME.values(), "dc:language", "pdfuaid:part")
    said = {key: _words(read.get(key, "")) for key in asked}
    if said["dc:title"] != edition.title:
        yield "pdf-title", f"The title of the PDF is not “{edition.title}”."
    for what, key, wanted in (
        ("author", "dc:creator", edition.publisher),
        ("description", "dc:description", edition.description),
        ("language", "dc:language", edition.language),
        ("date", "xmp:CreateDate", edition.date),
    ):
        if said[key] != wanted:
            yield "pdf-information", f"The {what} of the PDF is “{said[key]}”, not “{wanted}”."
    yield from _dictionary(pdf, said)


def _dictionary(pdf: pikepdf.Pdf, said: dict[str, str]) -> Iterator[Found]:
    """Yield where the Info dictionary says something else than XMP, or should not be there."""
    held: Any = pdf.trailer.get("/Info")
    if said["pdfuaid:part"] == "2":  # PDF 2.0 has it no more (ISO 32000-2, 14.3.3)
        if held is not None:
            yield "pdf-information", "A PDF/UA-2 has an Info dictionary, which PDF 2.0 has no more."
        return
    for key, property_ in _SAME.items():
        words = str(held.get(key, "")) if held is not None else ""
        if words != _dated(key, said[property_]):
            other = f"“{words}” in one place and “{said[property_]}” in another"
            yield "pdf-information", f"The {key[1:]} of the PDF is {other}."


def _dated(key: str, words: str) -> str:
    """Return a date of XMP as the Info dictionary writes it (ISO 32000-1, 7.9.4)."""
    return f"D:{words.replace('-', '')}" if words and key.endswith("Date") else words


def _words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list | set) else str(value)
