"""Sounds whose figures are known."""

import numpy as np

from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.sound import Samples


def tone(frequency: float, level: float, seconds: float) -> Samples:
    """Return a sine of a peak level in dBFS."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = 10 ** (level / 20) * np.sin(2 * np.pi * frequency * time) * 32_767
    return np.rint(wave).astype(np.int16)
