"""Samples: trimming, what is wrong with them, loudness (ITU-R BS.1770-5), and peaks."""

import math
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formats.speech.speaker import SAMPLE_RATE

Samples = NDArray[np.int16]
_SILENCE = 90  # of 32,768: −51 dBFS
_EDGE = int(0.01 * SAMPLE_RATE)  # kept of the silence around speech
_SUBBLOCK = SAMPLE_RATE // 10  # 100 ms: a gating block of 400 ms moves on by this much
_FULL = 32_768.0
_FRAMES_TO_JUDGE = 4  # fewer say too little about what a sound is made of


def samples(data: bytes) -> Samples:
    """Return the samples of 16-bit little-endian sound."""
    return np.frombuffer(data, "<i2")


def trimmed(sound: Samples) -> Samples:
    """Return `sound` without the silence at both ends."""
    heard = np.flatnonzero(np.abs(sound.astype(np.int32)) > _SILENCE)
    if not heard.size:
        return sound[:0]
    return sound[max(0, heard[0] - _EDGE) : heard[-1] + _EDGE]


def silence(seconds: float) -> Samples:
    """Return so many seconds of silence."""
    return np.zeros(round(seconds * SAMPLE_RATE), np.int16)


def seconds(sound: Samples) -> float:
    """Return how long `sound` is."""
    return len(sound) / SAMPLE_RATE


def fault(sound: Samples, words: str, rate: int) -> str:
    """Return what is wrong with trimmed speech of `words` at `rate` words a minute, or nothing."""
    if not sound.size:
        return "it gave silence"
    length, expected = seconds(sound), expected_seconds(words, rate)
    if length < 0.45 * expected - 0.15:
        return f"it gave {length:.1f} s of sound where about {expected:.1f} s were to be expected"
    if length > 2.5 * expected + 1.5:
        return f"it gave {length:.1f} s of sound where about {expected:.1f} s were to be expected"
    if _flatness(sound) > _NOISE:
        return "it gave noise"
    return ""


def expected_seconds(words: str, rate: int) -> float:
    """Return about how long `words` take: by letters, figures and single letters counting more."""
    units = 0.0
    for word in words.split():
        letters = sum(map(str.isalpha, word))
        figures = sum(map(str.isdigit, word))
        units += figures * 3.5 + (3.5 if letters == 1 and word.isupper() else letters)
    return units / 5.0 * 60 / rate


_NOISE = 0.35


def _flatness(sound: Samples) -> float:
    """Return the spectral flatness: near 0 for speech, 0.56 for white noise."""
    frame = 1024
    count = min(len(sound) // frame, 200)
    if count < _FRAMES_TO_JUDGE:
        return 0.0
    power = np.abs(np.fft.rfft(sound[: count * frame].reshape(count, frame), axis=1)) ** 2 + 1.0
    loud = power[power.sum(axis=1) > np.median(power.sum(axis=1))]
    flat = np.exp(np.log(loud).mean(axis=1)) / loud.mean(axis=1)
    return float(np.median(flat)) if flat.size else 0.0


class Loudness:
    """Integrated loudness of sound that comes in pieces, and its true peak."""

    def __init__(self) -> None:
        self._energies: list[NDArray[np.float64]] = []
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
        self._energies.append((np.abs(spectra) ** 2) @ _weights())
        # Only a block nearly as high as the highest so far can rise above it between samples.
        high = np.abs(blocks).max(axis=1) > 0.8 * self.peak
        if high.any():
            self.peak = max(self.peak, _true_peak(blocks[high], spectra[high]))

    def integrated(self) -> float:
        """Return the loudness in LUFS, or minus infinity for silence."""
        if not self._energies:
            return -math.inf
        parts = np.concatenate(self._energies)
        padded = np.concatenate((parts, np.zeros(3)))
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
