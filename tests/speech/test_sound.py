"""Samples and judgement, against sounds whose figures are known."""

import numpy as np
import pytest

from formats.speech.voice import judging, sound
from formats.speech.voice.engine import SAMPLE_RATE, Engine, EngineError
from formats.speech.voice.espeak import Espeak
from formats.speech.voice.hibari import Hibari
from formats.speech.voice.limiter import CEILING
from formats.speech.voice.pico import Pico
from tests.speech.tones import tone


def test_louder_is_kept_within_bounds_and_not_wrapped() -> None:
    given = np.array([20_000, -20_000] * 500, "<i2")
    loud = sound.samples(sound.amplified(given.tobytes(), 3))
    assert (np.sign(loud) == np.sign(given)).all()
    assert 15_000 < np.abs(loud).min() <= np.abs(loud).max() < 32_768 * CEILING


@pytest.mark.parametrize("length", [0, 1, 319, 320, 16_000, 16_001])
def test_another_sample_rate_keeps_length_and_pitch(length: int) -> None:
    time = np.arange(length) / 16_000
    wave = np.rint(8000 * np.sin(2 * np.pi * 440 * time)).astype("<i2")
    converted = sound.samples(sound.resampled(wave.tobytes(), 16_000))
    assert len(converted) / SAMPLE_RATE == pytest.approx(length / 16_000, abs=0.021)
    if length >= 16_000:
        spectrum = np.abs(np.fft.rfft(converted[:SAMPLE_RATE]))
        assert int(spectrum.argmax()) == 440


ENGINES: list[tuple[Engine, str]] = [
    (Espeak(), "en-gb-x-rp"), (Hibari(), "heart"), (Pico(), "en-GB"),
]  # fmt: skip
LANGUAGES = {
    "el": "Το σχολείο πρέπει να μιλήσει μαζί σας για το παιδί σας.",
    "ar": "يجب على المدرسة أن تتحدث معك بشأن طفلك.",
    "ur": "اسکول کو آپ کے بچے کے بارے میں آپ سے بات کرنی چاہیے۔",
    "vi": "Nhà trường nên nói chuyện với bạn về con của bạn.",
    "cmn": "学校应该和你谈谈你的孩子。",
    "ru": "Школа должна поговорить с вами о вашем ребёнке.",
    "pl": "Szkoła powinna porozmawiać z tobą o twoim dziecku.",
    "cy": "Dylai'r ysgol siarad â chi am eich plentyn.",
    "pa": "ਸਕੂਲ ਨੂੰ ਤੁਹਾਡੇ ਬੱਚੇ ਬਾਰੇ ਗੱਲ ਕਰਨੀ ਚਾਹੀਦੀ ਹੈ।",
    "ta": "பள்ளி உங்களுடன் பேச வேண்டும்.",
    "fa": "مدرسه باید با شما صحبت کند.",
    "ro": "Școala ar trebui să discute cu dumneavoastră despre copil.",
}
SENTENCE = "The school should talk to you and your child about this."


def _given(engine: Engine, words: str, voice: str, rate: int = 155) -> sound.Samples:
    data = engine.speak(words, voice, rate, 50)
    if engine.sample_rate != SAMPLE_RATE:
        data = sound.resampled(data, engine.sample_rate)
    return sound.samples(data)


def _fault(given: sound.Samples, engine: Engine, words: str, voice: str, rate: int = 155) -> str:
    expected = judging.expected(words, rate, engine.seconds(words, voice, rate))
    return judging.fault(given, sound.trimmed(given), expected)


@pytest.mark.parametrize("rate", [80, 155, 300])
@pytest.mark.parametrize(
    "words",
    [SENTENCE, "Do", "1:", "S E N", "0 3 0 0 0, 4 1, 3 0 0 0", "w w w dot iask dot org dot uk"],
)
@pytest.mark.parametrize(("engine", "voice"), ENGINES)
def test_good_speech_is_found_good(engine: Engine, voice: str, words: str, rate: int) -> None:
    assert _fault(_given(engine, words, voice, rate), engine, words, voice, rate) == ""


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.55])
@pytest.mark.parametrize(("engine", "voice"), ENGINES)
def test_part_of_a_sentence_is_found_wanting(engine: Engine, voice: str, kept: float) -> None:
    given = _given(engine, SENTENCE, voice)
    part = given[: int(len(given) * kept)]
    assert _fault(part, engine, SENTENCE, voice)


def test_a_hum_in_place_of_words_is_too_short_or_too_long() -> None:
    for seconds in (0.2, 30.0):
        hum = tone(100, -12, seconds)
        assert "to be expected" in judging.fault(hum, hum, judging.expected(SENTENCE, 155))
        assert "to be expected" in judging.fault(hum, hum, judging.expected(SENTENCE, 155, 2.6))


@pytest.mark.parametrize(("language", "words"), list(LANGUAGES.items()))
def test_every_language_is_judged_by_its_own_sounds(language: str, words: str) -> None:
    engine = Espeak()
    assert _fault(_given(engine, words, language), engine, words, language) == ""


@pytest.mark.parametrize(
    ("voice", "words"),
    [("en-gb-x-rp", "学校"), ("en-gb-x-rp", "Σχολείο"), ("en-gb-x-rp", "مدرسة"), ("ja", "学校"),
     ("en-gb-x-rp", "школа"), ("bn", "школа"), ("el", "the 学校")],
)  # fmt: skip
def test_words_that_can_only_be_spelt_are_refused(voice: str, words: str) -> None:
    with pytest.raises(EngineError, match="it can only spell"):
        Espeak().seconds(words, voice, 155)


def test_hibari_refuses_what_it_would_leave_out() -> None:
    for words in ("He said 学校 to me", "x" * 200):
        with pytest.raises(EngineError, match="it has no sounds for"):
            Hibari().seconds(words, "heart", 155)
