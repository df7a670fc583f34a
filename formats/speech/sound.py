"""Samples: trimming, what is wrong with them, loudness (ITU-R BS.1770-5), and peaks."""

import math
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formats.speech.speaker import SAMPLE_RATE

Samples = NDArray[np.int16]
"""Mono, at `speaker.SAMPLE_RATE` a second."""
SILENCE = 90
"""Of 32,768: −51 dBFS. What is softer than this is not heard beside speech."""
_EDGE = int(0.01 * SAMPLE_RATE)  # kept of the silence around speech
_SUBBLOCK = SAMPLE_RATE // 10  # 100 ms: a gating block of 400 ms moves on by this much
_FULL = 32_768.0


def samples(data: bytes) -> Samples:
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


class Loudness:
    """Integrated loudness of sound that comes in pieces, and its true peak."""

    def __init__(self) -> None:
        self._energies: list[NDArray[np.float32]] = []
        self._rest = np.zeros(0, np.int16)
        self.peak = 0.0

    def add(self, sound: Samples) -> None:
        """Measure the next piece."""
        whole = np.concatenate((self._rest, sound))
        count = len(whole) // _SUBBLOCK
        self._rest = whole[count * _SUBBLOCK :]
        if not count:
            return
        blocks = whole[: count * _SUBBLOCK].reshape(count, _SUBBLOCK).astype(np.float32) / _FULL
        spectra = np.fft.rfft(blocks, axis=1)
        self._energies.append(((np.abs(spectra) ** 2) @ _weights()).astype(np.float32))
        # Only a block nearly as high as the highest so far can rise above it between samples.
        high = np.abs(blocks).max(axis=1) > 0.8 * self.peak
        if high.any():
            self.peak = max(self.peak, _true_peak(blocks[high], spectra[high]))

    def integrated(self) -> float:
        """Return the loudness in LUFS, or minus infinity for silence."""
        if not self._energies:
            return -math.inf
        padded: Any = np.concatenate((*self._energies, np.zeros(3, np.float32)))
        blocks = (padded[:-3] + padded[1:-2] + padded[2:-1] + padded[3:]) / 4
        blocks = blocks[blocks > 10 ** ((-70 + 0.691) / 10)]
        if not blocks.size:
            return -math.inf
        blocks = blocks[blocks > blocks.mean() / 10]  # the relative gate, −10 LU
        return float(-0.691 + 10 * np.log10(blocks.mean()))


def _true_peak(blocks: Any, spectra: Any) -> float:
    """Return the highest level between the samples, of the loudest blocks, 4 × oversampled."""
    highest = np.abs(blocks).max(axis=1)
    loud = spectra[highest > 0.7 * highest.max()][:50]
    if not loud.size:
        return 0.0
    wide = np.fft.irfft(loud, 4 * _SUBBLOCK, axis=1) * 4
    # The edges of a block ring, as the transform takes it for a circle.
    inner = np.abs(wide[:, 80:-80]).max()
    return float(max(inner, highest.max()))


@cache
def _weights() -> NDArray[np.float64]:
    """Return the power gain of K-weighting for each bin of a sub-block's spectrum."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(_SUBBLOCK, 1 / SAMPLE_RATE) / 48_000)
    # BS.1770-5, tables 1 and 2: the coefficients of both filters at 48 kHz.
    shelf = _response(
        (1.53512485958697, -2.69169618940638, 1.19839281085285),
        (1.0, -1.69065929318241, 0.73248077421585), z,
    )  # fmt: skip
    high_pass = _response((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621), z)
    gains = np.abs(shelf * high_pass) ** 2
    gains[1:] *= 2  # each bin stands for its mirror image too
    weights: NDArray[np.float64] = gains / _SUBBLOCK**2
    return weights


def _response(b: tuple[float, ...], a: tuple[float, ...], z: Any) -> Any:
    return (b[0] + b[1] * z + b[2] * z**2) / (a[0] + a[1] * z + a[2] * z**2)


def amplified(data: bytes, gain: float) -> bytes:
    """Return 16-bit samples made louder or softer by a factor."""
    louder = samples(data).astype(np.float32) * gain
    return bytes(np.clip(np.rint(louder), -32_768, 32_767).astype("<i2").tobytes())
