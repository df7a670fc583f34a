"""How loud speech is (ITU-R BS.1770-5), and is made: one gain for a recording (EBU R 128).

What that gain would bring over full scale the limiter holds down.
"""

import math
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formats.speech.voice import limiter
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.sound import Samples

LOUDNESS = -23.0
"""LUFS: the level of broadcast speech."""
_STEP = 0.5  # decibels: a changed sentence seldom moves the gain, so pieces stay cached
_SUBBLOCK = SAMPLE_RATE // 10  # 100 ms: a gating block of 400 ms moves on by this much
_ROUNDS = 6  # of raising the gain by what the limiter took away
_FULL = 32_768.0

Levels = NDArray[np.float32]
"""Of a stretch of sound: for each 100 ms its K-weighted energy and its peak, in two rows."""


def measured(sound: Samples) -> Levels:
    """Return the levels of `sound`, which is taken to end in silence."""
    padded = np.concatenate((sound, np.zeros(-len(sound) % _SUBBLOCK, np.int16)))
    blocks = padded.reshape(-1, _SUBBLOCK).astype(np.float32) / _FULL
    spectra = np.fft.rfft(blocks, axis=1)
    energies = (spectra.real**2 + spectra.imag**2) @ _weights()
    return np.stack((energies, np.abs(blocks).max(axis=1))).astype(np.float32)


class Loudness:
    """Integrated loudness of the stretches of a recording."""

    def __init__(self) -> None:
        self._levels: list[Levels] = [np.zeros((2, 0), np.float32)]

    def add(self, levels: Levels, silence: int = 0) -> None:
        """Count a stretch in, and so many samples of silence after it."""
        self._levels += [levels, np.zeros((2, round(silence / _SUBBLOCK)), np.float32)]

    def integrated(self, gain: float = 1.0) -> float:
        """Return the loudness in LUFS, or minus infinity for silence.

        With a `gain`, that of the recording made louder by this factor and limited: about, as
        the limiter holds less than a whole 100 ms down for a peak in it.
        """
        energies, peaks = np.concatenate(self._levels, axis=1)
        gains = np.minimum(gain, limiter.CEILING / np.maximum(peaks, 1e-6)) if gain != 1 else 1
        padded: Any = np.concatenate((energies * gains**2, np.zeros(3, np.float32)))
        blocks = (padded[:-3] + padded[1:-2] + padded[2:-1] + padded[3:]) / 4
        blocks = blocks[blocks > 10 ** ((-70 + 0.691) / 10)]
        if not blocks.size:
            return -math.inf
        blocks = blocks[blocks > blocks.mean() / 10]  # the relative gate, −10 LU
        return float(-0.691 + 10 * np.log10(blocks.mean()))


def gain(loudness: Loudness, wanted: float = LOUDNESS) -> float:
    """Return the one factor that brings speech, once it is limited, to `wanted` LUFS."""
    decibels = missing = wanted - loudness.integrated()
    if not math.isfinite(decibels):
        return 1.0
    for _ in range(_ROUNDS):
        missing = wanted - loudness.integrated(_factor(decibels))
        decibels += missing
    return _factor(round(decibels / _STEP) * _STEP)


def _factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))


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
