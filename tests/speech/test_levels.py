"""Loudness, against sounds whose figures are known."""

import numpy as np
import pytest

from formats.speech.voice import levels, sound
from formats.speech.voice.engine import SAMPLE_RATE
from tests.speech.tones import tone


def _loudness(*stretches: sound.Samples, silence: int = 0) -> levels.Loudness:
    loudness = levels.Loudness()
    for stretch in stretches:
        loudness.add(levels.measured(stretch), silence)
    return loudness


@pytest.mark.parametrize("level", [-20.0, -26.0, -36.0])
def test_a_tone_has_the_loudness_that_the_recommendation_gives(level: float) -> None:
    # ITU-R BS.1770-5, 3: a 997 Hz sine at 0 dBFS in one channel reads −3.01 LKFS.
    measured = _loudness(tone(997, level, 10)).integrated()
    assert measured == pytest.approx(level - 3.01, abs=0.1)


def test_pauses_do_not_count() -> None:
    stretches = [tone(997, -20, 6)] * 10
    measured = _loudness(*stretches, silence=6 * SAMPLE_RATE).integrated()
    assert measured == pytest.approx(-23.01, abs=0.3)


@pytest.mark.parametrize("length", [997, 2400, 30_000])
def test_stretches_of_any_length_measure_as_the_whole(length: int) -> None:
    whole = tone(440, -12, 5)
    parts = [whole[start : start + length] for start in range(0, len(whole), length)]
    # What is not filled to a tenth of a second is filled with silence.
    filled = len(whole) / sum(-(-len(part) // 2400) * 2400 for part in parts)
    expected = _loudness(whole).integrated() + 10 * np.log10(filled)
    assert _loudness(*parts).integrated() == pytest.approx(expected, abs=0.15)


def test_silence_has_no_loudness() -> None:
    assert _loudness().integrated() == -np.inf
    assert _loudness(sound.silence(0)).integrated() == -np.inf
    assert _loudness(sound.silence(SAMPLE_RATE)).integrated() == -np.inf
    assert levels.gain(_loudness()) == 1


@pytest.mark.parametrize("wanted", [-31, -23, -18, -16])
def test_the_gain_makes_up_for_what_the_limiter_takes(wanted: float) -> None:
    speech = [tone(300, level, 0.5) for level in (-40, -22, -12, -30)] * 4
    sound_ = np.concatenate(speech)
    gain = levels.gain(_loudness(sound_), wanted)
    louder = sound.samples(sound.amplified(sound_.tobytes(), gain))
    assert _loudness(louder).integrated() == pytest.approx(wanted, abs=0.5)


def test_the_gain_is_a_whole_number_of_half_decibels() -> None:
    # So that a changed sentence seldom changes it, and all pieces with it.
    decibels = 20 * np.log10(levels.gain(_loudness(tone(440, -31.3, 2))))
    assert 2 * decibels == pytest.approx(round(2 * decibels))
