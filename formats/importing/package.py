"""Opening a zipped document (DOCX, ODT) so that nothing hostile in it can do harm.

Nothing is unpacked to disk, no macro is run, no address is called. A small file that unpacks
to gigabytes is refused by the sizes that it declares; `zipfile` reads no further than those.
"""

import io
import re
import zipfile
import zlib

from lxml import etree

from formats.errors import Place, SourceError

MAX_FILE = 100_000_000
"""Bytes of the file itself."""
MAX_XML = 30_000_000
"""Bytes of text and styles, unpacked: a book of 500,000 words. lxml needs ten times as much."""
MAX_UNPACKED = 200_000_000
"""Bytes of everything, pictures included."""
MAX_MEMBERS = 5_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = (".xml", ".rels")

# ISO/IEC 29500 Strict names its vocabularies anew; the words in them are the same.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}  # fmt: skip


def members(data: bytes, file: str) -> dict[str, bytes]:
    """Return the members of a zip by name. Raises `SourceError` for what is none, or too large."""
    if data.startswith(_OLE):
        raise SourceError(
            "This is a Word file of before 2007, or one with a password. Open it in Word, take "
            "the password off, and save it as “Word document (.docx)”.",
            Place(file),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive, file)
            return {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise _spoilt(file, str(error)) from None
    except (RuntimeError, NotImplementedError):  # a password, or a way to pack that Word has not
        raise SourceError("The file is locked. Save it without a password.", Place(file)) from None


def _spoilt(file: str, reason: str) -> SourceError:
    return SourceError(
        f"The file is spoilt ({reason}). Save it anew, or get it again.", Place(file)
    )


def _check_sizes(archive: zipfile.ZipFile, file: str) -> None:
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    xml = sum(info.file_size for info in infos if info.filename.endswith(_XML))
    if total > MAX_UNPACKED or xml > MAX_XML or len(infos) > MAX_MEMBERS:
        raise SourceError(
            f"The file unpacks to {total / 1e6:,.0f} MB in {len(infos):,} parts, more than can be "
            f"imported ({MAX_XML // 10**6} MB of text, {MAX_UNPACKED // 10**6} MB in all). "
            "Split it, or make its pictures smaller.",
            Place(file),
        )


def transitional(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a DOCX, those of “Strict Open XML” with the usual names of its words."""
    return {name: _renamed(data) if name.endswith(_XML) else data for name, data in parts.items()}


def _renamed(data: bytes) -> bytes:
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return data


def parsed(data: bytes, file: str) -> etree._Element:
    """Return the root of an XML part. Raises `SourceError`.

    Entities are not resolved and no address is called: they could grow without end, or fetch
    files of this machine.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = re.sub(r"\s+", " ", str(error))[:120]
        raise _spoilt(file, reason) from None
