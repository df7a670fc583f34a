"""How loud speech is (ITU-R BS.1770-5), and is made: one gain for a recording (EBU R 128)."""

import math
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.sound import Samples

LOUDNESS = -23.0
"""LUFS: the level of broadcast speech."""
_PEAK = 10 ** (-1.5 / 20)  # −1.5 dBTP: encoding may add half a decibel to the −1 allowed
_STEP = 0.5  # decibels: a changed sentence seldom moves the gain, so pieces stay cached
_SUBBLOCK = SAMPLE_RATE // 10  # 100 ms: a gating block of 400 ms moves on by this much
_LOUDEST = 6  # sub-blocks: the peak between the samples is in one whose samples are high too
_FULL = 32_768.0

Levels = NDArray[np.float32]
"""Of a stretch of sound: its true peak, then the K-weighted energy of each 100 ms."""


def measured(sound: Samples) -> Levels:
    """Return the levels of `sound`, which is taken to end in silence."""
    padded = np.concatenate((sound, np.zeros(-len(sound) % _SUBBLOCK, np.int16)))
    if not padded.size:
        return np.zeros(1, np.float32)
    blocks = padded.reshape(-1, _SUBBLOCK).astype(np.float32) / _FULL
    spectra = np.fft.rfft(blocks, axis=1)
    energies = (spectra.real**2 + spectra.imag**2) @ _weights()
    return np.concatenate(([_true_peak(blocks, spectra)], energies)).astype(np.float32)


class Loudness:
    """Integrated loudness of the stretches of a recording, and its true peak."""

    def __init__(self) -> None:
        self._energies: list[Levels] = []
        self.peak = 0.0

    def add(self, levels: Levels, silence: int = 0) -> None:
        """Count a stretch in, and so many samples of silence after it."""
        self._energies += [levels[1:], np.zeros(round(silence / _SUBBLOCK), np.float32)]
        self.peak = max(self.peak, float(levels[0]))

    def integrated(self) -> float:
        """Return the loudness in LUFS, or minus infinity for silence."""
        padded: Any = np.concatenate((*self._energies, np.zeros(3, np.float32)))
        blocks = (padded[:-3] + padded[1:-2] + padded[2:-1] + padded[3:]) / 4
        blocks = blocks[blocks > 10 ** ((-70 + 0.691) / 10)]
        if not blocks.size:
            return -math.inf
        blocks = blocks[blocks > blocks.mean() / 10]  # the relative gate, −10 LU
        return float(-0.691 + 10 * np.log10(blocks.mean()))


def gain(loudness: Loudness, wanted: float = LOUDNESS) -> float:
    """Return the one factor that brings speech to `wanted` LUFS, its peaks in bounds."""
    decibels = wanted - loudness.integrated()
    if not math.isfinite(decibels):
        return 1.0
    factor = 10 ** (round(decibels / _STEP) * _STEP / 20)
    return min(factor, _PEAK / max(loudness.peak, 1e-6))


def _true_peak(blocks: Any, spectra: Any) -> float:
    """Return the highest level between the samples, of the loudest blocks, 4 × oversampled."""
    highest = np.abs(blocks).max(axis=1)
    loud = spectra[np.argsort(highest)[-_LOUDEST:]]
    wide = np.fft.irfft(loud, 4 * _SUBBLOCK, axis=1) * 4
    # The edges of a block ring, as the transform takes it for a circle.
    inner = np.abs(wide[:, 80:-80]).max()
    return float(max(inner, highest.max()))


@cache
def _weights() -> NDArray[np.float32]:
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
    weights: NDArray[np.float32] = (gains / _SUBBLOCK**2).astype(np.float32)
    return weights


def _response(b: tuple[float, ...], a: tuple[float, ...], z: Any) -> Any:
    return (b[0] + b[1] * z + b[2] * z**2) / (a[0] + a[1] * z + a[2] * z**2)
