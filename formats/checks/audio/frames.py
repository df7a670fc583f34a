"""The frames of an MP3 (ISO/IEC 11172-3 and 13818-3): nothing is decoded, and much is known.

A granule whose `part2_3_length` is 0 has no data, so it is digital silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

_SYNC, _LAYER_3 = 0xFFE0, 1
_MPEG_1, _MPEG_2 = 3, 2
_SAMPLE_RATES = {_MPEG_1: (44_100, 48_000, 32_000), _MPEG_2: (22_050, 24_000, 16_000)}
_BIT_RATES = {
    _MPEG_1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    _MPEG_2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}  # kbit/s
_SAMPLES = {_MPEG_1: 1152, _MPEG_2: 576}
_MONO = 3
_ID3_HEADER, _FRAME_HEADER, _CHECKSUM = 10, 4, 2
_KINDS = 64  # remembered


class Bytes(Protocol):
    """Bytes, or a file mapped to memory."""

    def __getitem__(self, key: slice, /) -> bytes: ...
    def __len__(self) -> int: ...


class BrokenFrameError(Exception):
    """Where a frame should be there is none, or a part of one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How long a frame plays, in seconds, and whether it is silent."""

    seconds: float
    silent: bool


def frames(data: Bytes) -> Iterator[Frame]:
    """Yield every frame from the end of the ID3 tag to the end. Raises `BrokenFrameError`."""
    position = tag_length(data)
    while position < len(data):
        kind = _kind(data[position : position + _FRAME_HEADER])
        if kind is None:
            raise BrokenFrameError(f"there is no frame at byte {position}")
        silent = kind.side and _is_empty(data, position + kind.side)
        position += kind.length
        if position > len(data):
            raise BrokenFrameError("its last frame is cut short")
        yield kind.silent if silent else kind.sounding


def tag_length(data: Bytes) -> int:
    """Return the length of the ID3v2 tag that `data` begins with (ID3v2.4.0, 3.1)."""
    if data[0:3] != b"ID3":
        return 0
    length = 0
    for septet in data[6:10]:
        length = length << 7 | septet & 0x7F
    return _ID3_HEADER + length


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a header says: the bytes of its frame, and at which byte what is told of its data is.

    `side` is 0 if that is not known here: only of mono MPEG-2 is it.
    """

    length: int
    side: int
    sounding: Frame
    silent: Frame


@lru_cache(_KINDS)
def _kind(written: bytes) -> _Kind | None:
    """Return what the header of a frame says, or None if it is none. Few differ in a file."""
    header = int.from_bytes(written)
    version, layer = header >> 19 & 3, header >> 17 & 3
    bit_rate, sample_rate = header >> 12 & 15, header >> 10 & 3
    synchronous = header >> 16 & _SYNC == _SYNC and layer == _LAYER_3 and version in _SAMPLES
    if not synchronous or not 0 < bit_rate < len(_BIT_RATES[version]) or sample_rate > 2:  # noqa: PLR2004
        return None
    samples, rate = _SAMPLES[version], _SAMPLE_RATES[version][sample_rate]
    length = samples // 8 * _BIT_RATES[version][bit_rate] * 1000 // rate + (header >> 9 & 1)
    side = _FRAME_HEADER + (0 if header >> 16 & 1 else _CHECKSUM)
    known = version == _MPEG_2 and header >> 6 & 3 == _MONO
    seconds = samples / rate
    return _Kind(length, side if known else 0, Frame(seconds, False), Frame(seconds, True))


def _is_empty(data: Bytes, start: int) -> bool:
    """Return whether a frame of mono MPEG-2 has no data."""
    # main_data_begin takes 8 bits here, and one is private; then comes the length.
    return int.from_bytes(data[start : start + 3]) >> 3 & 0xFFF == 0
