"""Samples -> MP3 or WAV, in pieces that can be encoded side by side and joined.

Each piece is an encoding of its own that ends in a pause, so joining them only makes that
pause some hundredths of a second longer. Its length is counted from its frames, and is exact.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.speaker import PROCESSES
from formats.storage import cache
from formats.storage.limits import end_with_parent

BIT_RATES = (16, 24, 32, 40, 48, 56, 64, 80)
"""kbit/s of MPEG-2 layer III at 24,000 samples a second that are of use for speech."""
_FRAME = 576  # samples, in MPEG-2 layer III
DELAY = 1105 / SAMPLE_RATE
"""Seconds by which decoded sound begins late: 576 samples of lame's, 529 of the decoder's."""
_EXTRA = 2  # frames that lame starts before and ends after the sound
_SYNC = b"\xff\xf3"  # of MPEG-2, layer III, without checksums (ISO 13818-3)
_QUALITY = 7  # lame's own scale; 5 and better take twice as long and sound the same here
_SCALE = 0.95  # by which lame makes all softer at these bit rates (abr_switch_map in presets.c)
_VERSION = "2"
_AT_ONCE, _AHEAD = 2, 3


class Encoding(Protocol):
    """One way to write sound down."""

    suffix: str

    def known(self, data: bytes, gain: float) -> bytes | None:
        """Return what `encode` gives, if it can be had at once."""

    def encode(self, data: bytes, gain: float) -> bytes:
        """Return 16-bit mono samples encoded, made louder by the factor `gain`."""

    def seconds(self, encoded: bytes) -> float:
        """Return how long what `encode` gave plays."""


def encode_all(
    pieces: Iterable[bytes], encoding: Encoding, gain: float
) -> Iterator[tuple[bytes, float]]:
    """Yield each piece of sound encoded, with the seconds it plays, in order.

    What is not known yet is encoded two pieces at a time, in processes: lameenc leaves
    Python's lock to nobody else.
    """
    waiting: deque[bytes | Future[bytes]] = deque()
    with ProcessPoolExecutor(_AT_ONCE, PROCESSES, end_with_parent) as processes:
        for piece in pieces:
            known = encoding.known(piece, gain)
            waiting.append(
                processes.submit(encoding.encode, piece, gain) if known is None else known
            )
            if len(waiting) > _AHEAD:
                yield _finished(waiting.popleft(), encoding)
        while waiting:
            yield _finished(waiting.popleft(), encoding)


def _finished(encoded: bytes | Future[bytes], encoding: Encoding) -> tuple[bytes, float]:
    data = encoded if isinstance(encoded, bytes) else encoded.result()
    return data, encoding.seconds(data)


@dataclass(frozen=True)
class Mp3:
    """MP3 at a constant `bit_rate` in kbit/s, so that players find a chapter at once."""

    bit_rate: int
    suffix = ".mp3"

    def known(self, data: bytes, gain: float) -> bytes | None:
        """Return the frames if they are in the cache."""
        return _cache().get(self._key(data, gain))

    def encode(self, data: bytes, gain: float) -> bytes:
        """Return the MP3 frames of 16-bit mono samples, and keep them in the cache."""
        return _cache().get_or_make(self._key(data, gain), lambda: self._encoded(data, gain))

    def _encoded(self, data: bytes, gain: float) -> bytes:
        import lameenc

        from formats.speech.voice.sound import amplified

        encoder = lameenc.Encoder()
        encoder.set_bit_rate(self.bit_rate)
        encoder.set_in_sample_rate(SAMPLE_RATE)
        encoder.set_out_sample_rate(SAMPLE_RATE)
        encoder.set_channels(1)
        encoder.set_quality(_QUALITY)
        encoder.silence()
        return bytes(encoder.encode(amplified(data, gain / _SCALE))) + bytes(encoder.flush())

    def _key(self, data: bytes, gain: float) -> str:
        return cache.key(_VERSION, data, gain, self.bit_rate, _QUALITY)

    def seconds(self, encoded: bytes) -> float:
        """Return how long it plays, by its frames. Raises `ValueError` if it is broken."""
        length = self._frame_length
        starts = (encoded[byte::length] for byte in range(2))  # of every frame, its first bytes
        if any(set(found) != {known} for found, known in zip(starts, _SYNC, strict=True)):
            raise ValueError("there is something between its frames")
        if len(encoded) % length:
            raise ValueError("the last frame is cut short")
        return len(encoded) // length * _FRAME / SAMPLE_RATE

    def size(self, samples: int) -> tuple[int, float]:
        """Return how many bytes a piece of so many samples takes, and how long it plays.

        At 24,000 samples a second every frame of a bit rate is as long as the others.
        """
        count = -(-samples // _FRAME) + _EXTRA
        return count * self._frame_length, count * _FRAME / SAMPLE_RATE

    @property
    def _frame_length(self) -> int:
        """The bytes of a frame."""
        return 72_000 * self.bit_rate // SAMPLE_RATE


def _cache() -> cache.Cache:
    return cache.Cache("mp3")


@dataclass(frozen=True)
class Wav:
    """The samples as they are."""

    suffix = ".wav"

    def known(self, data: bytes, gain: float) -> bytes | None:
        """Return the samples: they are made at once."""
        return self.encode(data, gain)

    def encode(self, data: bytes, gain: float) -> bytes:
        """Return the samples, made louder."""
        from formats.speech.voice.sound import amplified

        return amplified(data, gain)

    def seconds(self, encoded: bytes) -> float:
        """Return how long they play."""
        return len(encoded) / 2 / SAMPLE_RATE
