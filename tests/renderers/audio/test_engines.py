"""Which engine and voice speaks what, and what is said if it cannot be had."""

from dataclasses import replace

import pytest

from formats.errors import RenderError
from formats.model import Edition, Language, Paragraph, Text
from formats.speech.script import Chapter, script
from formats.speech.voice import catalogue, driver, sound, voices
from formats.speech.voice.segments import Studio
from tests import leaflets
from tests.leaflets import paragraph
from tests.rendering import rendered

pytestmark = pytest.mark.xdist_group("speech")
SENTENCE = "The school should talk to you and your child about this."
BILINGUAL = Paragraph((Text(f"{SENTENCE} "), Language("cy", (Text("Croeso i bawb."),))))


def _edition(language: str = "en-GB", *blocks: Paragraph) -> Edition:
    text = replace(leaflets.standard(), language=language, blocks=blocks, notes=())
    return leaflets.edition(text)


def _text(edition: Edition) -> Chapter:
    [chapter] = [each for each in script(edition) if each.part == "text"]
    return chapter


def _choose(language: str, engine: str = "espeak-ng", name: str = "") -> voices.Voices:
    return voices.choose(language, voices.Wish(engine, name), leaflets.standard().place)


@pytest.mark.parametrize(
    ("language", "name"),
    [("en-GB", "en-gb-x-rp"), ("en", "en-gb-x-rp"), ("cy", "cy"),
     ("cy-GB", "cy"), ("pl", "pl"), ("pt-BR", "pt-br"), ("zh-Hans", "cmn"), ("no", "nb")],
)  # fmt: skip
def test_a_language_has_its_voice(language: str, name: str) -> None:
    assert _choose(language).of(language).name == name
    if not language.startswith("en"):
        assert _choose("fr").of(language).name == name


def test_the_voice_chosen_speaks_the_leaflets_language_only() -> None:
    chosen = _choose("en-GB", name="en-gb-scotland")
    assert chosen.of("en-US").name == "en-gb-scotland"
    assert chosen.of("cy").name == "cy"


def test_pico_speaks_as_long_as_it_should_and_leaves_welsh_to_espeak() -> None:
    chosen = _choose("en-GB", "pico")
    assert chosen.of("en-GB") == voices.Voice("en-GB", driver=driver.PICO)
    chapter = _text(_edition("en-GB", BILINGUAL))
    with Studio(chosen) as studio:
        english, welsh = studio.spoken(chapter.utterances)
    assert chosen.of("cy").driver == driver.ESPEAK
    assert 2 < sound.seconds(english.samples) < 5
    assert welsh.samples.size
    with Studio(_choose("en-GB")) as studio:
        other, _ = studio.spoken(chapter.utterances)
    assert other.samples.tobytes() != english.samples.tobytes()


@pytest.mark.parametrize("rate", [80, 155, 300])
def test_pico_keeps_to_the_rate(rate: int) -> None:
    chosen = voices.choose("en-GB", voices.Wish("pico", rate=rate), leaflets.standard().place)
    chapter = _text(_edition("en-GB", paragraph(SENTENCE)))
    with Studio(chosen) as studio:
        [spoken] = studio.spoken(chapter.utterances)
    minute = len(SENTENCE.split()) / sound.seconds(spoken.samples) * 60
    assert minute == pytest.approx(rate, rel=0.35)


@pytest.mark.parametrize(
    ("language", "options", "said"),
    [
        ("en-GB", {"voice": "en-gb-x-pr"}, "Did you mean “en-gb-x-rp”?"),
        ("en-GB", {"engine": "pico", "voice": "en-AU"}, "Did you mean “en-US”?"),
        ("cy", {"engine": "pico"}, "no voice for the language “cy”"),
        ("so", {}, "no voice for the language “so”"),
    ],
)
def test_what_cannot_be_had_is_said(language: str, options: dict[str, str], said: str) -> None:
    with pytest.raises(RenderError, match=said.replace("?", r"\?")):
        rendered("audio", _edition(language, paragraph("Words.")), **options)


def test_how_to_install_pico_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "is_installed", lambda engine: engine != driver.PICO)
    with pytest.raises(RenderError, match=r"pip install leaflet-formats\[pico\]"):
        rendered("audio", _edition("en-GB", paragraph("Words.")), engine="pico")


def test_words_in_a_language_without_a_voice_are_named() -> None:
    words = Paragraph((Language("so", (Text("Soo dhawoow"),)),))
    with pytest.raises(RenderError, match="“Soo dhawoow” is in the language “so”"):
        rendered("audio", _edition("en-GB", words))
