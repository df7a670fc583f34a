"""ID3 tags: what players show, and the chapters that they can jump to (CHAP, CTOC)."""

from collections.abc import Iterator
from io import BytesIO

from mutagen.id3 import (
    APIC,
    CHAP,
    CTOC,
    ID3,
    TALB,
    TCON,
    TDRC,
    TIT2,
    TLAN,
    TLEN,
    TPE1,
    TPUB,
    CTOCFlags,
    Encoding,
    PictureType,
)

from formats import wording
from formats.model import Leaflet
from formats.pictures.cover import cover

MOST_BYTES = 60_000
"""More than a tag with cover and a hundred chapters takes."""
_NO_OFFSET = 0xFFFFFFFF  # ID3v2 chapter frame addendum 3.1: times count, not bytes
# ISO 639-2, which ID3 asks for; others count as undetermined.
_LANGUAGES = {
    "en": "eng", "cy": "cym", "pl": "pol", "fr": "fra", "de": "deu", "es": "spa", "pt": "por",
    "ro": "ron", "lt": "lit", "sk": "slk", "cs": "ces", "ga": "gle",
}  # fmt: skip


def tag(leaflet: Leaflet, chapters: list[tuple[str, float]]) -> bytes:
    """Return the tag for `chapters`, each a title and its length in seconds."""
    tags = ID3()
    organisation = leaflet.organisation.name
    total = sum(length for _, length in chapters)
    tags.add(TIT2(Encoding.UTF8, leaflet.title))
    tags.add(TALB(Encoding.UTF8, leaflet.title))
    tags.add(TCON(Encoding.UTF8, "Speech"))
    tags.add(TLAN(Encoding.UTF8, _LANGUAGES.get(leaflet.language.split("-")[0], "und")))
    tags.add(TLEN(Encoding.UTF8, str(round(total * 1000))))
    if organisation:
        tags.add(TPE1(Encoding.UTF8, organisation))
        tags.add(TPUB(Encoding.UTF8, organisation))
    if leaflet.edition:
        tags.add(TDRC(Encoding.UTF8, leaflet.edition))
    image = cover(leaflet.title, organisation, wording.edition(leaflet.edition))
    tags.add(APIC(Encoding.UTF8, "image/png", PictureType.COVER_FRONT, "Cover", image))
    frames = _frames(tags) + b"".join(map(_frames, _chapters(chapters)))
    return (
        b"ID3\x04\x00\x00" + bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0)) + frames
    )


def _frames(tags: ID3) -> bytes:
    """Return the frames of a tag without its header (ID3v2.4.0, 3.1: 10 bytes)."""
    out = BytesIO()
    tags.save(out, v2_version=4, padding=lambda _: 0)
    return out.getvalue()[10:]


def _chapters(chapters: list[tuple[str, float]]) -> Iterator[ID3]:
    """Yield the table of chapters, then each of them in a tag of its own, in order.

    mutagen sorts the frames of one tag by their size, and players show chapters in the
    order of the file.
    """
    names = [f"chapter{number}" for number, _ in enumerate(chapters, 1)]
    title = TIT2(Encoding.UTF8, wording.CONTENTS)
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    yield _of(CTOC("toc", flags, names, sub_frames=[title]))
    start = 0.0
    for name, (words, length) in zip(names, chapters, strict=True):
        end = start + length
        times = round(start * 1000), round(end * 1000), _NO_OFFSET, _NO_OFFSET
        yield _of(CHAP(name, *times, sub_frames=[TIT2(Encoding.UTF8, words)]))
        start = end


def _of(frame: object) -> ID3:
    tags = ID3()
    tags.add(frame)
    return tags
