"""A look-ahead limiter: peaks made softer before they come, all else left as it is.

One gain for a whole recording is bound by its one highest peak; with the peaks held it reaches
the loudness that is wanted (EBU R 128). Levels are judged between the samples as well as at them
(true peak, ITU-R BS.1770-5, annex 2), in frames of a millisecond.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from formats.speech.voice.engine import SAMPLE_RATE

CEILING = 10 ** (-3.0 / 20)
"""−3 dBTP of full scale, 1: encoding may add 1.5 decibels, and −1 is allowed (EBU R 128)."""
_FRAME = SAMPLE_RATE // 1000
_REACH = (
    20  # frames, before a peak and after: two periods of a low voice, which then keeps its tone
)
_TAPS = 12  # samples on each side that a level between two of them is worked out from
_OVERSAMPLED = 4

Sound = NDArray[np.float32]
"""Mono samples at `SAMPLE_RATE`, full scale being 1."""


def limited(sound: Sound) -> Sound:
    """Return `sound` with no peak above `CEILING`.

    It takes no time: a sample stays where it is.
    """
    peaks = _peaks(sound)
    if peaks.max() <= CEILING:
        return sound
    frames = np.pad(sound, (0, _FRAME * len(peaks) - len(sound))).reshape(-1, _FRAME)
    gains = sliding_window_view(np.pad(_gains(peaks), 1, "edge"), 3)
    lowered = gains.min(axis=1) < 1
    frames[lowered] *= gains[lowered] @ _ramps()
    return frames.reshape(-1)[: len(sound)]


def _gains(peaks: Any) -> Any:
    """Return a smooth gain for each frame; it is low enough in the frames beside a peak too."""
    wanted = np.pad(CEILING / np.maximum(peaks, CEILING), 2 * _REACH - 1, constant_values=1)
    held = sliding_window_view(wanted, 2 * _REACH + 1).min(axis=1)
    window = np.hanning(2 * _REACH + 1)[1:-1]
    return np.convolve(held, window / window.sum(), "valid")


def _peaks(sound: Sound) -> Any:
    """Return the true peak of each frame of `sound`."""
    padded = np.pad(sound, (_TAPS, _TAPS + (-len(sound) % _FRAME or _FRAME)))
    around = sliding_window_view(padded, _FRAME + 2 * _TAPS)[::_FRAME]
    peaks = np.maximum(around.max(axis=1), -around.min(axis=1))
    loud = peaks > CEILING / 2  # speech rises less than that between samples
    peaks[loud] = np.maximum(peaks[loud], np.abs(around[loud] @ _between()).max(axis=1, initial=0))
    return peaks


@cache
def _between() -> Any:
    """Return the matrix from the samples in and around a frame to the levels between them."""
    places = np.arange(_TAPS, _TAPS + _FRAME, 1 / _OVERSAMPLED)
    distances = places[None, :] - np.arange(_FRAME + 2 * _TAPS)[:, None]
    window = np.where(np.abs(distances) < _TAPS, np.cos(distances * np.pi / (2 * _TAPS)) ** 2, 0)
    return (np.sinc(distances) * window).astype(np.float32)


@cache
def _ramps() -> Any:
    """Return the matrix from the gains of three frames to those within the middle one."""
    place = (np.arange(_FRAME) + 0.5) / _FRAME - 0.5
    ramps = np.stack((np.maximum(-place, 0), 1 - np.abs(place), np.maximum(place, 0)))
    return ramps.astype(np.float32)
