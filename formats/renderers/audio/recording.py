"""Chapters -> sound on disk, with its loudness. Memory does not grow with length."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import IO, Self

from formats.speech.script.utterances import Chapter
from formats.speech.voice import levels, sound
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.segments import Spoken, Studio

LONGEST_PIECE = 40 * SAMPLE_RATE
"""Samples that are encoded in one go; a changed sentence has so many encoded anew."""
_BYTES = 2  # of a sample


@dataclass
class Track:
    """A chapter as sound: where on the spool each of its pieces begins and ends, in samples."""

    title: str
    pieces: list[tuple[int, int]] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """How long it is."""
        return sum(end - start for start, end in self.pieces) / SAMPLE_RATE


class Recording:
    """Chapters spoken onto a spool, in the order they are spoken. Use as a context."""

    def __init__(self) -> None:
        # In the folder of this one process, and not in the cache, which may be one only to read.
        self._spool: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - see __exit__
        self._end = 0
        self.loudness = levels.Loudness()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._spool.close()

    def speak(self, chapters: Iterable[Chapter], studio: Studio) -> list[Track]:
        """Speak `chapters` and return their tracks."""
        named = list(chapters)
        # In one stream, so that the next chapter is being spoken while this one ends.
        spoken = studio.spoken(chain.from_iterable(each.utterances for each in named))
        return [
            Track(each.title, list(self._pieces(islice(spoken, len(each.utterances)))))
            for each in named
        ]

    def _pieces(self, spoken: Iterator[Spoken]) -> Iterator[tuple[int, int]]:
        start = self._end
        for each in spoken:
            self.loudness.add(each.levels, each.silence)
            self._add(each.samples)
            self._add(sound.silence(each.silence))
            if self._end - start > LONGEST_PIECE:
                yield start, self._end
                start = self._end
        if self._end > start:
            yield start, self._end

    def _add(self, samples: sound.Samples) -> None:
        self._spool.write(samples.tobytes())
        self._end += len(samples)

    def read(self, piece: tuple[int, int]) -> bytes:
        """Return the samples of a piece."""
        start, end = piece
        self._spool.seek(start * _BYTES)
        return self._spool.read((end - start) * _BYTES)
