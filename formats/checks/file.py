"""Is a rendition there at all, and does it begin as files of its media type do?

These come before every other check of a rendition, which may then trust the file to be one.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from formats.errors import Place
from formats.model.findings import Finding, Severity

CODES: Final = {
    "rendition-missing": "The file that a renderer should have written is not there.",
    "rendition-empty": "The file that a renderer wrote is empty.",
    "rendition-wrong-kind": "The file does not begin as files of its media type do.",
}

_ZIP = (b"PK\x03\x04",)
# ISO/IEC 11172-3, 2.4.2.3: a frame begins with eleven set bits; then version and layer III.
_MP3 = (b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3", b"\xff\xe2")
_BEGINNINGS: Final = {
    "application/pdf": (b"%PDF-",),
    "application/zip": _ZIP,
    "application/epub+zip": _ZIP,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _ZIP,
    "application/vnd.oasis.opendocument.text": _ZIP,
    "audio/mpeg": _MP3,
    "audio/wav": (b"RIFF",),
    "text/html": (b"<!DOCTYPE html>",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
}
# OCF 3.3, 4.3: the first member is `mimetype`, stored, so the words stand at byte 30.
_INSIDE: Final = {
    "application/epub+zip": (30, b"mimetypeapplication/epub+zip"),
    "audio/wav": (8, b"WAVE"),
}
_LONGEST = 64
_REPORT = "Report this to whoever keeps its renderer."


def findings(path: Path, media_type: str) -> Iterator[Finding]:
    """Yield what keeps the file at `path` from being one of `media_type`, or nothing."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_LONGEST)
    except OSError as error:
        message = f"The rendition cannot be opened ({error.strerror}). Build it again."
        yield _error("rendition-missing", message, path)
        return
    if not beginning:
        yield _error("rendition-empty", f"The rendition is empty. {_REPORT}", path)
    elif not _begins_as(beginning, media_type):
        message = f"The file does not begin as a file of the kind {media_type} does. {_REPORT}"
        yield _error("rendition-wrong-kind", message, path)


def _begins_as(beginning: bytes, media_type: str) -> bool:
    offset, inside = _INSIDE.get(media_type, (0, b""))
    expected = _BEGINNINGS.get(media_type, (b"",))
    return beginning.startswith(expected) and beginning.startswith(inside, offset)


def _error(code: str, message: str, path: Path) -> Finding:
    return Finding(code, Severity.ERROR, message, Place(str(path)))
