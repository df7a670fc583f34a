"""How loud speech is made: one gain for a whole recording (EBU R 128)."""

import math

from formats.speech.sound import Loudness

LOUDNESS = -23.0
"""LUFS: the level of broadcast speech."""
_PEAK = 10 ** (-1.5 / 20)  # −1.5 dBTP: encoding may add half a decibel to the −1 allowed
_STEP = 0.5  # decibels: a changed sentence seldom moves the gain, so pieces stay cached


def gain(measured: Loudness) -> float:
    """Return the one factor that brings speech to its loudness, its peaks in bounds."""
    decibels = LOUDNESS - measured.integrated()
    if not math.isfinite(decibels):
        return 1.0
    factor = 10 ** (round(decibels / _STEP) * _STEP / 20)
    return min(factor, _PEAK / max(measured.peak, 1e-6))
