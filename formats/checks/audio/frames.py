"""The frames of an MP3 (ISO/IEC 11172-3 and 13818-3): nothing is decoded, and much is known.

A granule whose `part2_3_length` is 0 has no data, so it is digital silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
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
_ID3_HEADER, _FRAME_HEADER, _CHECKSUM, _LENGTH_FIELD = 10, 4, 2, 12


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
        length, frame = _frame(data, position)
        position += length
        if position > len(data):
            raise BrokenFrameError("its last frame is cut short")
        yield frame


def tag_length(data: Bytes) -> int:
    """Return the length of the ID3v2 tag that `data` begins with (ID3v2.4.0, 3.1)."""
    if data[0:3] != b"ID3":
        return 0
    length = 0
    for septet in data[6:10]:
        length = length << 7 | septet & 0x7F
    return _ID3_HEADER + length


def _frame(data: Bytes, position: int) -> tuple[int, Frame]:
    header = int.from_bytes(data[position : position + _FRAME_HEADER])
    version, layer = header >> 19 & 3, header >> 17 & 3
    bit_rate, sample_rate = header >> 12 & 15, header >> 10 & 3
    synchronous = header >> 16 & _SYNC == _SYNC and layer == _LAYER_3 and version in _SAMPLES
    if not synchronous or not 0 < bit_rate < len(_BIT_RATES[version]) or sample_rate > 2:  # noqa: PLR2004
        raise BrokenFrameError(f"there is no frame at byte {position}")
    samples, rate = _SAMPLES[version], _SAMPLE_RATES[version][sample_rate]
    length = samples // 8 * _BIT_RATES[version][bit_rate] * 1000 // rate + (header >> 9 & 1)
    return length, Frame(samples / rate, _is_silent(data, position, header, version))


def _is_silent(data: Bytes, position: int, header: int, version: int) -> bool:
    """Return whether a frame of mono MPEG-2 has no data. Other kinds count as sound."""
    if version != _MPEG_2 or header >> 6 & 3 != _MONO:
        return False
    start = position + _FRAME_HEADER + (0 if header >> 16 & 1 else _CHECKSUM)
    # main_data_begin takes 8 bits here, and one is private; then comes the length.
    return int.from_bytes(data[start : start + 3]) >> 3 & 0xFFF == 0
