"""Speaking: what the engine may do wrong is caught, named, and tried once more."""

import os
import sys
import time
import types
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from formats.errors import Place, RenderError
from formats.speech import sound
from formats.speech.driver import Driver
from formats.speech.segments import Studio
from formats.speech.speaker import SAMPLE_RATE
from formats.speech.utterances import Utterance
from formats.speech.voices import Voice

WORDS = "Every child with special educational needs should have support at school."


def _utterance(words: str = WORDS, language: str = "en-GB") -> Utterance:
    return Utterance(words, words, "paragraph", language, 0.5, place=Place("leaflet.md", 7))


class _Double(Driver):
    """espeak-ng, but for what each double does to a file."""

    def spoil(self, words: str, path: str) -> None:
        raise NotImplementedError

    def save_to_file(self, words: str, filename: str) -> None:
        super().save_to_file(words, filename)
        self.spoil(words, filename)


def _rewritten(path: str, change: Any) -> None:
    with wave.open(path) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(change(samples).astype("<i2").tobytes())


class Crashes(_Double):
    def spoil(self, words: str, path: str) -> None:
        os._exit(11)


class Hangs(_Double):
    def spoil(self, words: str, path: str) -> None:
        time.sleep(600)


class Nothing(_Double):
    def spoil(self, words: str, path: str) -> None:
        Path(path).unlink()


class Silence(_Double):
    def spoil(self, words: str, path: str) -> None:
        _rewritten(path, np.zeros_like)


class Quarter(_Double):
    def spoil(self, words: str, path: str) -> None:
        _rewritten(path, lambda samples: samples[: len(samples) // 4])


class Noise(_Double):
    def spoil(self, words: str, path: str) -> None:
        random = np.random.default_rng(1)
        _rewritten(path, lambda samples: random.normal(0, 5000, len(samples)))


class Stereo(_Double):
    def spoil(self, words: str, path: str) -> None:
        with wave.open(path, "wb") as file:
            file.setparams((2, 2, SAMPLE_RATE, 0, "NONE", ""))
            file.writeframes(b"\0" * 80_000)


class Once(_Double):
    """Goes wrong the first time only, as pyttsx3's own driver does."""

    def spoil(self, words: str, path: str) -> None:
        # Each process has a memory of its own; they share the folder.
        spoilt = Path(os.environ["FORMATS_CACHE"]) / "spoilt"
        if not spoilt.exists():
            spoilt.touch()
            Path(path).write_bytes(b"")


@pytest.fixture(autouse=True)
def doubles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path))
    for double in (Crashes, Hangs, Nothing, Silence, Quarter, Noise, Stereo, Once):
        module = types.ModuleType(double.__name__)
        module.buildDriver = double  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, f"pyttsx3.drivers.{double.__name__}", module)
    monkeypatch.setattr("formats.speech.segments._PATIENCE", 1.0)
    yield


def _speak(driver: str | None, *utterances: Utterance) -> list[tuple[Utterance, sound.Samples]]:
    with Studio(Voice(), "en-GB", driver) as studio:
        return list(studio.spoken(utterances or (_utterance(),)))


@pytest.mark.parametrize(
    ("double", "named"),
    [
        ("Crashes", "it crashed"), ("Hangs", "did not answer"), ("Nothing", "FileNotFoundError"),
        ("Silence", "it gave silence"), ("Quarter", "s were to be expected"),
        ("Noise", "it gave noise"), ("Stereo", "not 16-bit mono"),
    ],
)  # fmt: skip
def test_a_fault_is_caught_and_named_with_its_utterance(double: str, named: str) -> None:
    with pytest.raises(RenderError) as error:
        _speak(double)
    assert named in str(error.value)
    assert "leaflet.md:7" in str(error.value)
    assert WORDS[:30] in str(error.value)


def test_what_goes_wrong_once_is_tried_again() -> None:
    [(_, heard)] = _speak("Once")
    assert sound.seconds(heard) > 2


def test_speech_is_spoken_in_order_and_of_plausible_length() -> None:
    several = [_utterance(f"Sentence number {n} is here.") for n in range(12)]
    spoken = _speak(None, *several)
    assert [utterance for utterance, _ in spoken] == several
    assert all(1 < sound.seconds(heard) < 4 for _, heard in spoken)


def test_an_utterance_is_spoken_once(tmp_path: Path) -> None:
    [(_, first)] = _speak(None)
    # An engine that now fails is not asked again.
    key_folder = tmp_path / "speech"
    assert len([path for path in key_folder.rglob("*") if path.is_file()]) == 1
    [(_, again)] = _speak(None)
    assert first.tobytes() == again.tobytes()


def test_another_rate_is_another_recording() -> None:
    with Studio(Voice(rate=100), "en-GB") as slow, Studio(Voice(rate=250), "en-GB") as fast:
        [(_, slowly)] = slow.spoken([_utterance()])
        [(_, quickly)] = fast.spoken([_utterance()])
    assert sound.seconds(slowly) > 1.8 * sound.seconds(quickly)


def test_a_language_without_a_voice_is_an_error_with_its_place() -> None:
    with pytest.raises(RenderError, match=r"leaflet\.md:7"):
        _speak(None, _utterance("tlhIngan maH", "xx"))


def test_a_welsh_sentence_has_a_welsh_voice() -> None:
    words = "Croeso i bawb yn yr ysgol heddiw."
    [(_, welsh)] = _speak(None, _utterance(words, "cy"))
    [(_, english)] = _speak(None, _utterance(words, "en-GB"))
    assert welsh.tobytes() != english.tobytes()
