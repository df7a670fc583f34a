"""ID3 tags: what players show, and the chapters that they can jump to (CHAP, CTOC)."""

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
    _add_chapters(tags, chapters)
    out = BytesIO()
    tags.save(out, v2_version=4)
    return out.getvalue()


def _add_chapters(tags: ID3, chapters: list[tuple[str, float]]) -> None:
    names = [f"chapter{number}" for number, _ in enumerate(chapters, 1)]
    title = TIT2(Encoding.UTF8, wording.CONTENTS)
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    tags.add(CTOC("toc", flags, names, sub_frames=[title]))
    start = 0.0
    for name, (words, length) in zip(names, chapters, strict=True):
        end = start + length
        tags.add(
            CHAP(
                name, round(start * 1000), round(end * 1000), _NO_OFFSET, _NO_OFFSET,
                sub_frames=[TIT2(Encoding.UTF8, words)],
            )
        )  # fmt: skip
        start = end
