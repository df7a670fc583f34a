"""Samples: trimming, another rate, silence, and louder."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.limiter import limited

Samples = NDArray[np.int16]
"""Mono, at `engine.SAMPLE_RATE` a second."""
SILENCE = 90
"""Of 32,768: −51 dBFS. What is softer than this is not heard beside speech."""
_FULL = 32_768
_EDGE = int(0.01 * SAMPLE_RATE)  # kept of the silence around speech


def samples(data: bytes | memoryview) -> Samples:
    """Return the samples of 16-bit little-endian sound."""
    return np.frombuffer(data, "<i2")


def trimmed(sound: Samples) -> Samples:
    """Return `sound` without the silence at both ends."""
    heard = np.flatnonzero(np.abs(sound.astype(np.int32)) > SILENCE)
    if not heard.size:
        return sound[:0]
    return sound[max(0, heard[0] - _EDGE) : heard[-1] + _EDGE]


def resampled(data: bytes, rate: int) -> bytes:
    """Return 16-bit samples of `rate` a second as the same at `SAMPLE_RATE`."""
    sound = samples(data).astype(np.float64)
    # To a length that both rates share, so that no fraction of a sample is lost or gained.
    unit = rate // math.gcd(rate, SAMPLE_RATE)
    padded: Any = np.concatenate((sound, np.zeros(unit - len(sound) % unit)))
    length = len(padded) * SAMPLE_RATE // rate
    wider: Any = np.fft.irfft(np.fft.rfft(padded), length) * (length / len(padded))
    return bytes(np.clip(np.rint(wider), -32_768, 32_767).astype("<i2").tobytes())


def silence(length: int) -> Samples:
    """Return so many samples of silence."""
    return np.zeros(length, np.int16)


def seconds(sound: Samples) -> float:
    """Return how long `sound` is."""
    return len(sound) / SAMPLE_RATE


def amplified(data: bytes, gain: float) -> bytes:
    """Return 16-bit samples made louder or softer by a factor, their peaks within bounds."""
    louder = limited(samples(data).astype(np.float32) * np.float32(gain / _FULL))
    return bytes(np.rint(louder * _FULL).astype("<i2").tobytes())
