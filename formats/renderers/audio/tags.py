"""ID3 tags: what players show, and the chapters that they can jump to (CHAP, CTOC)."""

from collections.abc import Iterator
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
from formats.errors import RenderError
from formats.model import Leaflet, Section
from formats.pictures.cover import cover

MOST_BYTES = 100_000
"""More than the tags of a recording take, with its cover and two hundred chapters."""
_NO_OFFSET = 0xFFFFFFFF  # ID3v2 chapter frame addendum 3.1: times count, not bytes


_MOST_CHAPTERS = 255  # ID3v2 chapter frame addendum, 3.2: their number is one byte
_AROUND = 4  # chapters at most that are not sections: the opening, words before, addresses, end


def need_room(leaflet: Leaflet) -> None:
    """Raise `RenderError` if `leaflet` has more sections than one file can have chapters."""
    count = sum(isinstance(block, Section) for block in leaflet.blocks)
    if count + _AROUND > _MOST_CHAPTERS:
        raise RenderError(
            f"One recording can have {_MOST_CHAPTERS - _AROUND} sections, and this leaflet has "
            f"{count}. Choose split, which makes a file for each, or join some sections.",
            leaflet.place,
        )


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
    frames = _frames(tags)
    if track.count == 1:
        frames += b"".join(map(_frames, _chapters(track.chapters)))
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00\x00" + size + frames


def _frames(tags: ID3) -> bytes:
    """Return the frames of a tag without its header (ID3v2.4.0, 3.1: 10 bytes)."""
    out = BytesIO()
    tags.save(out, v2_version=4, padding=lambda _: 0)
    return out.getvalue()[10:]


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


def _chapters(chapters: tuple[tuple[str, float], ...]) -> Iterator[ID3]:
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
