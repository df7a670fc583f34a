"""Loudness, peaks and judgement, against sounds whose figures are known."""

import numpy as np
import pytest

from formats.speech import judging, sound
from formats.speech.espeak import Espeak
from formats.speech.speaker import SAMPLE_RATE


def _tone(frequency: float, level: float, seconds: float) -> sound.Samples:
    """Return a sine of a peak level in dBFS."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = 10 ** (level / 20) * np.sin(2 * np.pi * frequency * time) * 32_767
    return np.rint(wave).astype(np.int16)


@pytest.mark.parametrize("level", [-20.0, -26.0, -36.0])
def test_a_tone_has_the_loudness_that_the_recommendation_gives(level: float) -> None:
    # ITU-R BS.1770-5, 3: a 997 Hz sine at 0 dBFS in one channel reads −3.01 LKFS.
    loudness = sound.Loudness()
    loudness.add(_tone(997, level, 10))
    assert loudness.integrated() == pytest.approx(level - 3.01, abs=0.1)


def test_pauses_do_not_count() -> None:
    loudness = sound.Loudness()
    for _ in range(10):
        loudness.add(_tone(997, -20, 6))
        loudness.add(sound.silence(6 * SAMPLE_RATE))
    assert loudness.integrated() == pytest.approx(-23.01, abs=0.3)


def test_pieces_of_any_length_measure_as_the_whole() -> None:
    whole, pieces = sound.Loudness(), sound.Loudness()
    tone = _tone(440, -12, 5)
    whole.add(tone)
    for start in range(0, len(tone), 997):
        pieces.add(tone[start : start + 997])
    assert pieces.integrated() == pytest.approx(whole.integrated())
    assert pieces.peak == pytest.approx(whole.peak, rel=0.01)


def test_silence_has_no_loudness() -> None:
    loudness = sound.Loudness()
    assert loudness.integrated() == -np.inf
    loudness.add(sound.silence(SAMPLE_RATE))
    assert loudness.integrated() == -np.inf


def test_a_peak_between_the_samples_is_found() -> None:
    # At a quarter of the rate, an eighth of a turn off, every sample is 3 dB under the peak.
    turn = np.arange(SAMPLE_RATE) * np.pi / 2 + np.pi / 4
    loudness = sound.Loudness()
    loudness.add(np.rint(np.sin(turn) * 23_170).astype(np.int16))
    assert loudness.peak == pytest.approx(23_170 / 32_768, rel=0.03)


def test_louder_is_clipped_and_not_wrapped() -> None:
    loud = sound.samples(sound.amplified(np.array([20_000, -20_000], "<i2").tobytes(), 3))
    assert list(loud) == [32_767, -32_768]


@pytest.mark.parametrize("length", [0, 1, 319, 320, 16_000, 16_001])
def test_another_sample_rate_keeps_length_and_pitch(length: int) -> None:
    time = np.arange(length) / 16_000
    wave = np.rint(8000 * np.sin(2 * np.pi * 440 * time)).astype("<i2")
    converted = sound.samples(sound.resampled(wave.tobytes(), 16_000))
    assert len(converted) / SAMPLE_RATE == pytest.approx(length / 16_000, abs=0.021)
    if length >= 16_000:
        spectrum = np.abs(np.fft.rfft(converted[:SAMPLE_RATE]))
        assert int(spectrum.argmax()) == 440


SENTENCE = "The school should talk to you and your child about this."


@pytest.mark.parametrize("rate", [80, 155, 300])
@pytest.mark.parametrize(
    "words",
    [SENTENCE, "Do", "1:", "S E N", "0 3 0 0 0, 4 1, 3 0 0 0", "w w w dot iask dot org dot uk"],
)
def test_good_speech_is_found_good(words: str, rate: int) -> None:
    given = sound.samples(Espeak().speak(words, "en-gb-x-rp", rate, 50))
    assert judging.fault(given, sound.trimmed(given), words, rate) == ""


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.55])
def test_part_of_a_sentence_is_found_wanting(kept: float) -> None:
    given = sound.samples(Espeak().speak(SENTENCE, "en-gb-x-rp", 155, 50))
    part = given[: int(len(given) * kept)]
    assert judging.fault(part, sound.trimmed(part), SENTENCE, 155)


def test_a_hum_in_place_of_words_is_too_short_or_too_long() -> None:
    for seconds in (0.2, 30.0):
        hum = _tone(100, -12, seconds)
        assert "to be expected" in judging.fault(hum, hum, SENTENCE, 155)
