"""Samples -> MP3, in pieces that can be encoded side by side and joined.

Each piece is an encoding of its own that ends in a pause, so joining them only makes that
pause some hundredths of a second longer. Its length is counted from its frames, and is exact.
"""

from formats import cache
from formats.speech.speaker import SAMPLE_RATE

BIT_RATES = (16, 24, 32, 40, 48, 56, 64, 80)
"""kbit/s of MPEG-2 layer III at 22,050 samples a second that are of use for speech."""
_FRAME_SAMPLES = 576  # of MPEG-2 layer III
_QUALITY = 7  # lame's own scale; 5 and better take twice as long and sound the same here
_VERSION = "1"
_CACHE_LIMIT = 200_000_000  # bytes
_SYNC, _MASK = b"\xff\xf2", b"\xff\xfe"
_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)  # MPEG-2, layer III


def mp3(data: bytes, gain: float, bit_rate: int) -> bytes:
    """Return 16-bit mono samples as MP3 at `bit_rate` kbit/s, made louder by `gain`."""
    kept = cache.Cache("mp3", _CACHE_LIMIT)
    key = cache.key(_VERSION, data, gain, bit_rate, _QUALITY)
    return kept.get_or_make(key, lambda: _encoded(data, gain, bit_rate))


def _encoded(data: bytes, gain: float, bit_rate: int) -> bytes:
    import lameenc

    from formats.speech.sound import amplified

    encoder = lameenc.Encoder()
    encoder.set_bit_rate(bit_rate)
    encoder.set_in_sample_rate(SAMPLE_RATE)
    encoder.set_out_sample_rate(SAMPLE_RATE)
    encoder.set_channels(1)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    return bytes(encoder.encode(amplified(data, gain))) + bytes(encoder.flush())


def seconds(encoded: bytes) -> float:
    """Return how long an MP3 of ours plays, by its frames. Raises `ValueError` if it is broken."""
    position = count = 0
    while position < len(encoded):
        position += _frame_length(encoded, position)
        count += 1
    if position != len(encoded):
        raise ValueError("the last frame is cut short")
    return count * _FRAME_SAMPLES / SAMPLE_RATE


def _frame_length(encoded: bytes, position: int) -> int:
    """Return the bytes of the frame at `position` (ISO 13818-3: sync, MPEG-2, layer III)."""
    header = encoded[position : position + 4]
    if len(header) < len(_SYNC) or any(
        h & m != s for h, m, s in zip(header, _MASK, _SYNC, strict=False)
    ):
        raise ValueError(f"there is no frame at byte {position}")
    rate, padding = header[2] >> 4, header[2] >> 1 & 1
    if not 0 < rate < len(_RATES):
        raise ValueError(f"the frame at byte {position} has no bit rate")
    return 72_000 * _RATES[rate] // SAMPLE_RATE + padding
