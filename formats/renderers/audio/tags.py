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
    TXXX,
    CTOCFlags,
    Encoding,
    PictureType,
)

from formats import wording
from formats.errors import RenderError
from formats.model import Edition
from formats.pictures.cover import cover
from formats.text.language import three_letters

_NO_OFFSET = 0xFFFFFFFF  # ID3v2 chapter frame addendum 3.1: times count, not bytes
_MOST_CHAPTERS = 255  # ID3v2 chapter frame addendum, 3.2: their number is one byte


def need_room(edition: Edition, chapters: int) -> None:
    """Raise `RenderError` if a recording has more chapters than one file can have."""
    if chapters > _MOST_CHAPTERS:
        raise RenderError(
            f"One recording can have {_MOST_CHAPTERS} chapters, and this one has {chapters}: one "
            "for each section and step. Choose split, which makes a file for each, or join some "
            "sections.",
            edition.place,
        )


@dataclass(frozen=True, slots=True)
class Album:
    """A recording of an edition, in one file or several, the languages and the voice of it."""

    edition: Edition
    languages: tuple[str, ...]
    voice: str = ""

    @property
    def title(self) -> str:
        """The title, with "Easy read" where it is that."""
        kind = self.edition.kind
        return f"{self.edition.title} ({kind.text})" if kind else self.edition.title


@dataclass(frozen=True, slots=True)
class Track:
    """A file of a recording: its title, its chapters with their seconds, and its number."""

    title: str
    chapters: tuple[tuple[str, float], ...]
    number: int = 1
    count: int = 1


def tag(album: Album, track: Track) -> bytes:
    """Return the ID3 tag of a file of a recording."""
    words = wording.of(album.edition.language)
    tags = ID3()
    for frame, shown in _words(album, track).items():
        if shown:
            tags.add(frame(Encoding.UTF8, shown))
    if album.voice:
        tags.add(TXXX(Encoding.UTF8, "voice", album.voice))
    if track.number == 1:
        edition = album.edition
        image = cover(album.title, edition.publisher, words.date(edition.date).text)
        name = words("cover").text
        tags.add(APIC(Encoding.UTF8, "image/png", PictureType.COVER_FRONT, name, image))
    frames = _frames(tags)
    if track.count == 1:
        frames += b"".join(map(_frames, _chapters(track.chapters, words("contents").text)))
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00\x00" + size + frames


def _frames(tags: ID3) -> bytes:
    """Return the frames of a tag without its header (ID3v2.4.0, 3.1: 10 bytes)."""
    out = BytesIO()
    tags.save(out, v2_version=4, padding=lambda _: 0)
    return out.getvalue()[10:]


def _words(album: Album, track: Track) -> dict[type, str | list[str]]:
    milliseconds = round(sum(length for _, length in track.chapters) * 1000)
    return {
        TIT2: track.title,
        TALB: album.title,
        TPE1: album.edition.publisher,
        TPUB: album.edition.publisher,
        TCON: "Speech",
        TDRC: album.edition.date,
        # ID3v2.4.0, 4.2.3: several languages in the order of their use.
        TLAN: list(dict.fromkeys(map(three_letters, album.languages))),
        TLEN: str(milliseconds),
        TRCK: f"{track.number}/{track.count}" if track.count > 1 else "",
    }


def _chapters(chapters: tuple[tuple[str, float], ...], contents: str) -> Iterator[ID3]:
    """Yield the table of chapters, then each of them in a tag of its own, in order.

    mutagen sorts the frames of one tag by their size, and players show chapters in the
    order of the file.
    """
    names = [f"chapter{number}" for number, _ in enumerate(chapters, 1)]
    title = TIT2(Encoding.UTF8, contents)
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
