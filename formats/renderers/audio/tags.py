"""ID3 tags: what players show, and the chapters that they can jump to (CHAP, CTOC)."""

from dataclasses import dataclass
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
    TRCK,
    CTOCFlags,
    Encoding,
    PictureType,
)

from formats import wording
from formats.model import Leaflet
from formats.pictures.cover import cover

MOST_BYTES = 100_000
"""More than the tags of a recording take, with its cover and two hundred chapters."""
_NO_OFFSET = 0xFFFFFFFF  # ID3v2 chapter frame addendum 3.1: times count, not bytes


@dataclass(frozen=True, slots=True)
class Track:
    """A file of a recording: its title, its chapters with their seconds, and its number."""

    title: str
    chapters: tuple[tuple[str, float], ...]
    number: int = 1
    count: int = 1


def tag(leaflet: Leaflet, track: Track) -> bytes:
    """Return the ID3 tag of a file of the recording of `leaflet`."""
    tags = ID3()
    for frame, words in _words(leaflet, track).items():
        if words:
            tags.add(frame(Encoding.UTF8, words))
    if track.number == 1:
        organisation, edition = leaflet.organisation.name, wording.edition(leaflet.edition)
        image = cover(leaflet.title, organisation, edition)
        tags.add(APIC(Encoding.UTF8, "image/png", PictureType.COVER_FRONT, "Cover", image))
    if track.count == 1:
        _add_chapters(tags, track.chapters)
    out = BytesIO()
    tags.save(out, v2_version=4)
    return out.getvalue()


def _words(leaflet: Leaflet, track: Track) -> dict[type, str]:
    milliseconds = round(sum(length for _, length in track.chapters) * 1000)
    return {
        TIT2: track.title,
        TALB: leaflet.title,
        TPE1: leaflet.organisation.name,
        TPUB: leaflet.organisation.name,
        TCON: "Speech",
        TDRC: leaflet.edition,
        TLAN: language_code(leaflet.language),
        TLEN: str(milliseconds),
        TRCK: f"{track.number}/{track.count}" if track.count > 1 else "",
    }


def language_code(language: str) -> str:
    """Return the three letters of ISO 639-2 for a BCP 47 tag, as ID3 asks for."""
    import langcodes

    try:
        return langcodes.Language.get(language).to_alpha3()
    except LookupError:
        return "und"


def _add_chapters(tags: ID3, chapters: tuple[tuple[str, float], ...]) -> None:
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
