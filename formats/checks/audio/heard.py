"""An MP3, a WAV, or a zip of either with a playlist -> what a player would know of it."""

import io
import mmap
import wave
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from mutagen import MutagenError
from mutagen.id3 import ID3
from mutagen.wave import WAVE

from formats.checks.audio.frames import BrokenFrameError, Frame, frames

BROKEN = (
    MutagenError, BrokenFrameError, LookupError, ValueError, EOFError, OSError, wave.Error,
    zipfile.BadZipFile,
)  # fmt: skip
"""What reading raises if a recording is broken."""
_SUFFIXES = (".mp3", ".wav")
_QUIET = 90  # of 32,768, as softly as nobody hears it beside speech
_WINDOW = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: from `start` to `end`, in seconds, and how long sound is heard in it."""

    title: str
    start: float
    end: float
    sound: float = 0.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A recording: `silence` is its longest, and all lengths are in seconds.

    `languages` are codes of ISO 639-2, the one that most of it is in first.
    """

    title: str
    languages: tuple[str, ...]
    seconds: float
    silence: float
    chapters: tuple[Chapter, ...]


def mp3(path: Path) -> Heard:
    """Return what an MP3 holds. Raises one of `BROKEN`."""
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        return _heard(ID3(path), frames(data))


def wav(path: Path) -> Heard:
    """Return what a WAV holds. Raises one of `BROKEN`."""
    with path.open("rb") as file:
        return _wav(file)


def _wav(file: Any) -> Heard:
    windows = list(_windows(file))
    file.seek(0)
    return _heard(WAVE(file).tags or {}, windows)


def is_playlist(path: Path) -> bool:
    """Return whether a zip holds sound files."""
    try:
        with zipfile.ZipFile(path) as folder:
            return any(name.endswith(_SUFFIXES) for name in folder.namelist())
    except zipfile.BadZipFile:
        return False


def playlist(path: Path) -> Heard:
    """Return what the files of a zip hold, in the order of its playlist. Raises one of `BROKEN`."""
    with zipfile.ZipFile(path) as folder:
        [listed] = [name for name in folder.namelist() if name.endswith(".m3u8")]
        lines = folder.read(listed).decode().splitlines()
        names = [line for line in lines if line and not line.startswith("#")]
        others = set(folder.namelist()) - {listed, *names}
        if others:
            raise LookupError(f"its playlist leaves out {', '.join(sorted(others))}")
        return _joined([_member(folder.read(name), name) for name in names])


def _member(data: bytes, name: str) -> tuple[Heard, str]:
    """Return a file and the title of the album it is of."""
    tags: Any
    if name.endswith(".wav"):
        heard, tags = _wav(io.BytesIO(data)), WAVE(io.BytesIO(data)).tags or {}
    else:
        tags = ID3(io.BytesIO(data))
        heard = _heard(tags, frames(data))
    return heard, str(tags.get("TALB", ""))


def _joined(members: list[tuple[Heard, str]]) -> Heard:
    """Return files one after the other, each a chapter."""
    chapters: list[Chapter] = []
    end = 0.0
    for file, _ in members:
        heard = sum(chapter.sound for chapter in file.chapters)
        chapters.append(Chapter(file.title, end, end + file.seconds, heard))
        end += file.seconds
    first, _ = members[0]
    albums, languages = {album for _, album in members}, {file.languages for file, _ in members}
    return Heard(
        " / ".join(sorted(albums)), first.languages if len(languages) == 1 else (), end,
        max(file.silence for file, _ in members), tuple(chapters),
    )  # fmt: skip


def _heard(tags: Any, parts: Iterable[Frame]) -> Heard:
    title = str(tags.get("TIT2", ""))
    named = tags.getall("TLAN") if tags else []
    languages = tuple(code for frame in named for code in frame.text if code)
    runs = list(_runs(parts))
    length = sum(seconds for _, seconds in runs)
    silence = max((seconds for silent, seconds in runs if silent), default=0.0)
    # A file of a playlist has no chapters: it is one.
    chapters = _chapters(tags) or (Chapter(title, 0.0, length),)
    sounding = tuple(replace(each, sound=_sound(each, runs)) for each in chapters)
    return Heard(title, languages, length, silence, sounding)


def _runs(parts: Iterable[Frame]) -> Iterator[tuple[bool, float]]:
    for silent, run in groupby(parts, key=lambda frame: frame.silent):
        yield silent, sum(frame.seconds for frame in run)


def _chapters(tags: Any) -> tuple[Chapter, ...]:
    """Return the chapters in the order of the table (ID3v2 chapter frame addendum, 3.2)."""
    tables = tags.getall("CTOC") if tags else []
    frames_ = [tags[f"CHAP:{name}"] for name in tables[0].child_element_ids] if tables else []
    return tuple(
        Chapter(str(frame.sub_frames["TIT2"]), frame.start_time / 1000, frame.end_time / 1000)
        for frame in frames_
    )


def _sound(chapter: Chapter, runs: list[tuple[bool, float]]) -> float:
    """Return for how many seconds of a chapter there is sound."""
    heard = position = 0.0
    for silent, seconds in runs:
        start, position = position, position + seconds
        if not silent:
            heard += max(0.0, min(position, chapter.end) - max(start, chapter.start))
    return heard


def _windows(file: Any) -> Iterator[Frame]:
    import numpy as np

    with wave.open(file) as sound:
        rate, count = sound.getframerate(), sound.getnframes()
        window, read = round(rate * _WINDOW), 0
        while data := sound.readframes(window):
            samples = np.frombuffer(data[: len(data) // 2 * 2], "<i2").astype(np.int32)
            read += len(samples)
            yield Frame(len(samples) / rate, bool(np.abs(samples).max(initial=0) <= _QUIET))
    if read != count:
        raise EOFError(f"it promises {count / rate:.1f} s of sound and has {read / rate:.1f} s")
