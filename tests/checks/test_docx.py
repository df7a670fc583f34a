"""What the read-back of Word documents finds: faults put into finished files."""

import io
import zipfile
from pathlib import Path

import pytest

from formats.checks.docx import DocxCheck
from formats.storage import zips
from tests import leaflets
from tests.rendering import rendered

EDITIONS = leaflets.editions()
DOCUMENT, STYLES, FOOTER = "word/document.xml", "word/styles.xml", "word/footer1.xml"
_STORED = '"separate"/></w:r><w:r><w:t>7</w:t></w:r>'
_SIMPLE = '<w:p><w:fldSimple w:instr=" PAGEREF a "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
_ENGLISH = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/>'


def _found(tmp_path: Path, name: str, part: str, old: str, new: str) -> set[str]:
    """Return the codes of what is found when `old` is `new` once in a part of a document."""
    made = rendered("docx", EDITIONS[name])
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        data = package.read(part).decode()
    assert old in data
    return _read_back(tmp_path, name, made, {part: data.replace(old, new, 1).encode()})


def _read_back(tmp_path: Path, name: str, made: bytes, parts: dict[str, bytes]) -> set[str]:
    def changed(member: str, data: bytes) -> bytes:
        return parts.get(member, data)

    path = tmp_path / "changed.docx"
    with path.open("wb") as out:
        zips.normalised(io.BytesIO(made), out, changed)
    return {finding.code for finding in DocxCheck().check(path, EDITIONS[name])}


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        (DOCUMENT, "Every child ", "Every ", "docx-words"),
        (DOCUMENT, "Outer one", "one Outer", "docx-words"),
        (DOCUMENT, "Helping you to make informed choices", "", "docx-words"),  # of the cover
        (DOCUMENT, "1 of 2", "", "docx-words"),  # of the contents, its first place
        (DOCUMENT, "education-", "", "docx-words"),  # of the addresses
        (DOCUMENT, "On request, this", "This", "docx-words"),  # of the colophon
        (DOCUMENT, "Back to", "To", "docx-words"),  # of the notes
        (DOCUMENT, "<w:r><w:t", "<w:r><w:rPr><w:vanish/></w:rPr><w:t", "docx-words"),
        (DOCUMENT, 'descr="A teacher"', 'descr=""', "docx-alt"),
        (DOCUMENT, "<w:tblHeader/>", "", "docx-header-row"),
        (DOCUMENT, 'w:firstRow="0"', 'w:firstRow="1"', "docx-layout-table"),
        (DOCUMENT, 'w:val="0600"', 'w:val="04A0"', "docx-layout-table"),
        (DOCUMENT, 'w:val="Heading2"', 'w:val="Heading4"', "docx-heading"),
        (DOCUMENT, 'w:name="note_1"', 'w:name="note_x"', "docx-link"),
        (DOCUMENT, "</w:body>", "", "docx-broken"),
        (DOCUMENT, '"separate"/></w:r>', _STORED, "docx-page-number"),
        (FOOTER, '"separate"/></w:r>', _STORED, "docx-page-number"),
        (DOCUMENT, "<w:p><w:pPr>", f"{_SIMPLE}<w:p><w:pPr>", "docx-page-number"),
        (STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"', "docx-language"),
        (STYLES, 'w:lang w:val="en-GB"', "w:lang", "docx-language"),
        (DOCUMENT, 'w:lang w:val="cy"', 'w:lang w:val="pl"', "docx-language"),
    ],
)  # fmt: skip
def test_damage_is_found(part: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    assert code in _found(tmp_path, "standard", part, old, new)


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        # A line of the cover, a source, a contact, a line of the colophon: English in Welsh.
        (DOCUMENT, _ENGLISH, "", "docx-language"),
        (DOCUMENT, "Argraffiad", "Edition", "docx-words"),
        (DOCUMENT, "Cam 2 o 2", "", "docx-words"),
        (STYLES, 'w:lang w:val="cy"', 'w:lang w:val="en-GB"', "docx-language"),
    ],
)  # fmt: skip
def test_damage_to_a_welsh_document_is_found(
    part: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    assert code in _found(tmp_path, "welsh", part, old, new)


def test_every_mark_of_a_language_counts(tmp_path: Path) -> None:
    made = rendered("docx", EDITIONS["welsh"])
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        pieces = package.read(DOCUMENT).decode().split(_ENGLISH)
    assert len(pieces) > 10
    for at in range(1, len(pieces)):
        without = _ENGLISH.join(pieces[:at]) + _ENGLISH.join(pieces[at:])
        words = pieces[at].split("</w:t>")[0].rpartition(">")[2]
        found = _read_back(tmp_path, "welsh", made, {DOCUMENT: without.encode()})
        assert found or not any(letter.isalpha() for letter in words), words
