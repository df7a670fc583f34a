"""Encoded sound and tags -> one file, or a zip of files with a playlist."""

import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO

from formats.errors import RenderError
from formats.renderers.audio import tags
from formats.renderers.audio.tags import Album, Track
from formats.speech.voice.engine import SAMPLE_RATE
from formats.storage import zips
from formats.text.slugs import slug

_CHUNK = 1 << 20
_LONGEST_NAME = 60  # letters: players of memory sticks show no more, and old ones fail
_MOST_WAV = 4_200_000_000  # bytes of sound: RIFF counts with 32 bits
_BLOCK, _BITS = 2, 16  # bytes and bits of a sample


@dataclass
class Part:
    """An encoded chapter: its bytes in the body, and how many seconds it plays."""

    title: str
    start: int = 0
    size: int = 0
    seconds: float = 0.0

    def add(self, start: int, size: int, seconds: float) -> None:
        """Add a piece that lies at `start`, after those before it."""
        if not self.size:
            self.start = start
        self.size += size
        self.seconds += seconds


def write_file(
    album: Album, suffix: str, parts: list[Part], body: IO[bytes], out: BinaryIO
) -> None:
    """Write the whole as one file with chapters."""
    chapters = [(part.title, part.seconds) for part in parts]
    tag = tags.tag(album, Track(album.title, tuple(chapters)))
    _write(tag, suffix, [(part.start, part.size) for part in parts], body, out)


def write_zip(album: Album, suffix: str, parts: list[Part], body: IO[bytes], out: BinaryIO) -> None:
    """Write each part as a file of its own, and the playlist that holds them in order."""
    names = [_name(number, part.title) + suffix for number, part in enumerate(parts)]
    with zipfile.ZipFile(out, "w") as folder:
        # UTF-8 by its name: RFC 8216 has it so, and old players read ASCII names in it too.
        listed = zips.entry(f"{album.edition.slug}.m3u8", stored=True)
        folder.writestr(listed, _playlist(album, parts, names))
        for number, (part, name) in enumerate(zip(parts, names, strict=True)):
            track = Track(part.title, ((part.title, part.seconds),), number + 1, len(parts))
            with folder.open(zips.entry(name, stored=True), "w", force_zip64=True) as file:
                _write(tags.tag(album, track), suffix, [(part.start, part.size)], body, file)


def _playlist(album: Album, parts: list[Part], names: list[str]) -> str:
    lines = ["#EXTM3U", f"#PLAYLIST:{_line(album.title)}"]
    for part, name in zip(parts, names, strict=True):
        lines += [f"#EXTINF:{round(part.seconds)},{_line(part.title)}", name]
    return "".join(f"{line}\n" for line in lines)


def _line(words: str) -> str:
    return " ".join(words.split())


def _name(number: int, title: str) -> str:
    """Return "01-about-this-leaflet"."""
    return f"{number:02}-{slug(title, longest=_LONGEST_NAME) or 'part'}"


def _write(
    tag: bytes, suffix: str, slices: list[tuple[int, int]], body: IO[bytes], out: IO[bytes]
) -> None:
    length = sum(size for _, size in slices)
    before, after = _around(tag, suffix, length)
    out.write(before)
    for start, size in slices:
        for chunk in _read(body, start, size):
            out.write(chunk)
    out.write(after)


def _read(body: IO[bytes], start: int, size: int) -> Iterator[bytes]:
    body.seek(start)
    while size:
        chunk = body.read(min(size, _CHUNK))
        size -= len(chunk)
        yield chunk


def _around(tag: bytes, suffix: str, length: int) -> tuple[bytes, bytes]:
    """Return what stands before and after so many bytes of sound."""
    if suffix == ".mp3":
        return tag, b""
    # RIFF: "fmt " and "data", and the tag in a chunk of its own, as players and mutagen read it.
    if length > _MOST_WAV:
        message = "The recording is too long for one WAV file. Choose split, or mp3."
        raise RenderError(message)
    padded = tag + b"\0" * (len(tag) % 2)
    after = struct.pack("<4sI", b"id3 ", len(tag)) + padded
    kind = struct.pack("<HHIIHH", 1, 1, SAMPLE_RATE, SAMPLE_RATE * _BLOCK, _BLOCK, _BITS)
    inner = b"WAVE" + struct.pack("<4sI", b"fmt ", len(kind)) + kind
    inner += struct.pack("<4sI", b"data", length)
    return struct.pack("<4sI", b"RIFF", len(inner) + length + len(after)) + inner, after
