"""Samples and judgement, against sounds whose figures are known."""

import numpy as np
import pytest

from formats.speech.voice import judging, sound
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.espeak import Espeak
from tests.speech.tones import tone


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
        hum = tone(100, -12, seconds)
        assert "to be expected" in judging.fault(hum, hum, SENTENCE, 155)
