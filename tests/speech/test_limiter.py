"""Peaks held down, and nothing else."""

import numpy as np
import pytest

from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.limiter import CEILING, Sound, limited

_NEAR = SAMPLE_RATE * 41 // 1000  # samples before and after a peak that are held down with it


def _true_peak(sound: Sound) -> float:
    """Return the highest level of `sound` at or between its samples, 8 × oversampled."""
    padded = np.pad(sound.astype(np.float64), 64)
    return float(np.abs(np.fft.irfft(np.fft.rfft(padded), 8 * len(padded)) * 8).max())


def _breath(seconds: float, level: float) -> Sound:
    """Return noise without what is above 6 kHz, which rises between samples as speech does."""
    length = round(seconds * SAMPLE_RATE)
    spectrum = np.fft.rfft(np.random.default_rng(16).standard_normal(length))
    spectrum[length // 4 :] = 0
    wave = np.fft.irfft(spectrum, length) * np.hanning(length)
    sound: Sound = (wave / np.abs(wave).max() * level).astype(np.float32)
    return sound


def test_what_is_soft_stays_as_it_is() -> None:
    soft = _breath(1, 0.9 * CEILING)
    assert (limited(soft) == soft).all()


@pytest.mark.parametrize("level", [1.0, 2.0, 8.0])
def test_no_peak_is_higher_than_the_ceiling(level: float) -> None:
    assert CEILING * 0.9 < _true_peak(limited(_breath(2, level))) < CEILING * 1.01


def test_a_peak_between_the_samples_is_held_down_too() -> None:
    # At a quarter of the rate, an eighth of a turn off, every sample is 3 dB under the peak.
    turn = np.arange(SAMPLE_RATE) * np.pi / 2 + np.pi / 4
    tone = (np.sin(turn) * np.hanning(SAMPLE_RATE)).astype(np.float32)
    assert np.abs(tone).max() <= CEILING
    assert _true_peak(limited(tone)) < CEILING * 1.01


def test_only_what_is_near_a_peak_is_made_softer_and_smoothly() -> None:
    sound = np.full(SAMPLE_RATE, 0.1, np.float32)
    sound[12_000] = 1
    held = limited(sound) / sound
    assert (held[: 12_000 - _NEAR] == 1).all()
    assert (held[12_000 + _NEAR :] == 1).all()
    assert held[12_000] == pytest.approx(CEILING)
    assert np.abs(np.diff(held)).max() < 0.002


@pytest.mark.parametrize("length", [0, 1, 23, 24, 25, 997])
def test_sound_of_any_length_stays_as_long(length: int) -> None:
    loud = np.full(length, 1.5, np.float32)
    assert limited(loud).shape == loud.shape
    assert (np.abs(limited(loud)) < CEILING * 1.001).all()
