"""Speaking: what the engine may do wrong is caught, named, and tried once more."""

import multiprocessing
import os
import shutil
import socket
import sys
import time
import types
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from formats.errors import Place, RenderError
from formats.speech.script.utterances import Utterance
from formats.speech.voice import sound
from formats.speech.voice.driver import Driver
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.segments import Spoken, Studio
from formats.speech.voice.speaker import PROCESSES, Speaker, SpeechError
from formats.speech.voice.voices import Voice, Voices

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


class Half(_Double):
    def spoil(self, words: str, path: str) -> None:
        _rewritten(path, lambda samples: samples[: len(samples) // 2])


class HalfTheBytes(_Double):
    """The header of a WAV file promises more than there is, as after a full disk."""

    def spoil(self, words: str, path: str) -> None:
        data = Path(path).read_bytes()
        Path(path).write_bytes(data[: len(data) // 2])


class BreaksOff(_Double):
    """All but the last sound, cut in the middle of it."""

    def spoil(self, words: str, path: str) -> None:
        _rewritten(path, lambda samples: samples[: int(np.abs(samples).argmax()) + 1])


class Twice(_Double):
    def spoil(self, words: str, path: str) -> None:
        _rewritten(path, lambda samples: np.tile(samples, 5))


class Noise(_Double):
    def spoil(self, words: str, path: str) -> None:
        _rewritten(path, lambda samples: np.random.default_rng(1).normal(0, 5000, len(samples)))


class Refuses(_Double):
    def save_to_file(self, words: str, filename: str) -> None:
        raise RuntimeError("no sound card")


class Stereo(_Double):
    def spoil(self, words: str, path: str) -> None:
        with wave.open(path, "wb") as file:
            file.setparams((2, 2, SAMPLE_RATE, 0, "NONE", ""))
            file.writeframes(b"\0" * 80_000)


class Other(_Double):
    def spoil(self, words: str, path: str) -> None:
        """Another engine, and a good one."""


class Writes(_Double):
    def spoil(self, words: str, path: str) -> None:
        Path(path).parent.parent.joinpath("elsewhere").write_text("mine")


class Calls(_Double):
    def spoil(self, words: str, path: str) -> None:
        socket.create_connection(("127.0.0.1", 9))


class Once(_Double):
    """Goes wrong the first time only, as pyttsx3's own driver does."""

    begun = 0  # processes, by the one that asks

    def spoil(self, words: str, path: str) -> None:
        if self.begun == 1:
            os._exit(1)


@pytest.fixture(autouse=True)
def doubles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path))
    for double in _Double.__subclasses__():
        module = types.ModuleType(double.__name__)
        module.buildDriver = double  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, f"pyttsx3.drivers.{double.__name__}", module)
    # The doubles are known to this process and to its forks.
    monkeypatch.setattr("formats.speech.voice.speaker.SPEAKERS", PROCESSES)
    monkeypatch.setattr("formats.speech.voice.segments._PATIENCE", 1.0)
    monkeypatch.setattr("formats.speech.voice.segments._TIMES_EXPECTED", 0.2)


def _speak(voice: Voice | None = None, *utterances: Utterance) -> list[Spoken]:
    with Studio(Voices(voice or Voice(), "en-GB")) as studio:
        return list(studio.spoken(utterances or (_utterance(),)))


@pytest.mark.parametrize(
    ("double", "named"),
    [
        ("Crashes", "it crashed"), ("Hangs", "did not answer"), ("Nothing", "FileNotFoundError"),
        ("Silence", "it gave silence"), ("Half", "s were to be expected"),
        ("HalfTheBytes", "s were to be expected"), ("BreaksOff", ""),
        ("Twice", "s were to be expected"), ("Refuses", "RuntimeError: no sound card"),
        ("Writes", "may write its own file only"), ("Calls", "may call nobody"),
        ("NoSuchDriver", "No module named"),
        ("Noise", "it gave noise"), ("Stereo", "not 16-bit mono"),
    ],
)  # fmt: skip
def test_a_fault_is_caught_and_named_with_its_utterance(double: str, named: str) -> None:
    with pytest.raises(RenderError) as error:
        _speak(Voice(driver=double))
    assert named in str(error.value)
    assert "leaflet.md:7" in str(error.value)
    assert WORDS[:30] in str(error.value)


def test_nothing_faulty_is_kept(tmp_path: Path) -> None:
    with pytest.raises(RenderError):
        _speak(Voice(driver="Noise"))
    assert not [path for path in (tmp_path / "open" / "speech").rglob("*") if path.is_file()]


def test_what_goes_wrong_once_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    start = Speaker.start

    def counted(speaker: Speaker) -> None:
        Once.begun += speaker._pipe is None
        start(speaker)

    monkeypatch.setattr(Once, "begun", 0)
    monkeypatch.setattr(Speaker, "start", counted)
    monkeypatch.setattr("formats.speech.voice.segments._WORKERS", 1)
    [spoken] = _speak(Voice(driver="Once"))
    assert sound.seconds(spoken.samples) > 2


def test_a_fault_of_one_leaves_no_process_behind() -> None:
    utterances = [_utterance(f"{n} {WORDS}") for n in range(30)]
    with pytest.raises(RenderError):
        _speak(Voice(driver="Silence"), *utterances)
    assert not multiprocessing.active_children()


def test_a_speaker_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    speaker = Speaker()
    speaker.speak(WORDS, Voice(), 10)
    assert list(tmp_path.glob("*/*.wav"))
    speaker.close()
    assert not list(tmp_path.iterdir())


def test_speech_is_in_order_and_of_plausible_length() -> None:
    several = [_utterance(f"Sentence number {n} is here.") for n in range(60)]
    spoken = _speak(None, *several)
    assert [each.utterance for each in spoken] == several
    assert all(1 < sound.seconds(each.samples) < 4 for each in spoken)
    assert {each.silence for each in spoken} == {SAMPLE_RATE // 2}


def test_silence_around_speech_is_cut_off() -> None:
    [spoken] = _speak()
    loud = np.flatnonzero(np.abs(spoken.samples.astype(int)) > sound.SILENCE)
    assert loud[0] <= 0.011 * SAMPLE_RATE
    assert len(spoken.samples) - loud[-1] <= 0.011 * SAMPLE_RATE


def test_the_same_words_are_the_same_samples_each_time(tmp_path: Path) -> None:
    [first] = _speak(None, _utterance())
    shutil.rmtree(tmp_path / "open" / "speech")
    others = [_utterance(f"Something else, number {n}.") for n in range(4)]
    *_, again = _speak(None, *others, _utterance())
    assert first.samples.tobytes() == again.samples.tobytes()


def test_an_utterance_is_spoken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    [first] = _speak()
    monkeypatch.setattr("formats.speech.voice.speaker.Speaker.speak", None)  # it is not asked again
    [again] = _speak()
    assert first.samples.tobytes() == again.samples.tobytes()


@pytest.mark.parametrize(
    "voice", [Voice(rate=200), Voice(pitch=70), Voice("en-us"), Voice(driver="Other")]
)
def test_what_speech_depends_on_is_in_its_key(voice: Voice, tmp_path: Path) -> None:
    _speak()
    _speak(voice)
    assert len([path for path in (tmp_path / "open" / "speech").rglob("*") if path.is_file()]) == 2


def test_a_slower_rate_takes_longer() -> None:
    [slow], [fast] = _speak(Voice(rate=100)), _speak(Voice(rate=250))
    assert sound.seconds(slow.samples) > 1.8 * sound.seconds(fast.samples)


def test_a_language_without_a_voice_is_an_error_with_its_place() -> None:
    with pytest.raises(RenderError, match=r"leaflet\.md:7: “tlhIngan maH” is in the language “xx”"):
        _speak(None, _utterance("tlhIngan maH", "xx"))


def test_a_speaker_goes_on_after_a_refusal() -> None:
    speaker = Speaker()
    try:
        with pytest.raises(SpeechError, match="no voice “xx”"):
            speaker.speak(WORDS, Voice("xx"), 10)
        assert speaker.speak(WORDS, Voice(), 10)
    finally:
        speaker.close()


def test_a_speaker_makes_room_for_another_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("formats.speech.voice.speaker._LIFETIME", 2)
    spoken = _speak(None, *(_utterance(f"Number {n}.") for n in range(9)))
    assert [each.utterance.text for each in spoken] == [f"Number {n}." for n in range(9)]


def test_a_welsh_sentence_has_a_welsh_voice() -> None:
    words = "Croeso i bawb yn yr ysgol heddiw."
    [welsh, english] = _speak(None, _utterance(words, "cy"), _utterance(words, "en-GB"))
    assert welsh.samples.tobytes() != english.samples.tobytes()


@pytest.mark.parametrize(
    "words", ["x" * 20_000, "\0", "🙂", "<break time='9s'/>", "[[haI]]", "&amp;"]
)
def test_hostile_words_are_spoken_or_refused_by_name(words: str) -> None:
    try:
        [spoken] = _speak(None, _utterance(words))
    except RenderError as error:
        assert "leaflet.md:7" in str(error)
    else:
        assert spoken.samples.size
