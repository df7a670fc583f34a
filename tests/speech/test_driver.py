"""Our drivers, as pyttsx3 finds and uses them."""

import wave
from pathlib import Path

import pytest
import pyttsx3

from formats.speech.voice import driver
from formats.speech.voice.engine import NoVoiceError
from formats.speech.voice.espeak import Espeak, voices


def _spoken(path: Path, words: str = "Hello there.") -> int:
    driver.register()
    engine = pyttsx3.init(driver.ESPEAK)
    engine.setProperty("voice", "en-gb-x-rp")
    engine.save_to_file(words, str(path))
    engine.runAndWait()
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        return int(file.getnframes())


def test_a_file_is_whole_when_run_and_wait_returns(tmp_path: Path) -> None:
    lengths = {_spoken(tmp_path / f"{n}.wav") for n in range(10)}
    assert len(lengths) == 1
    assert lengths.pop() > 11_025


def test_several_saves_in_one_run_are_all_written(tmp_path: Path) -> None:
    driver.register()
    engine = pyttsx3.init(driver.ESPEAK)
    engine.setProperty("voice", "en-gb-x-rp")
    for n in range(3):
        engine.save_to_file(f"This is file number {n}.", str(tmp_path / f"{n}.wav"))
    engine.runAndWait()
    assert all((tmp_path / f"{n}.wav").stat().st_size > 40_000 for n in range(3))


def test_properties_are_kept() -> None:
    driver.register()
    engine = pyttsx3.init(driver.ESPEAK)
    for name, value in (("rate", 200), ("pitch", 60), ("voice", "cy")):
        engine.setProperty(name, value)
        engine.runAndWait()
        assert engine.getProperty(name) == value


def test_there_is_no_loudspeaker(tmp_path: Path) -> None:
    driver.register()
    engine = pyttsx3.init(driver.ESPEAK)
    told: list[Exception] = []
    engine.connect("error", lambda name, exception: told.append(exception))
    engine.say("Hello")
    engine.runAndWait()
    assert isinstance(told[0], NotImplementedError)


def test_espeak_gives_the_same_samples_for_the_same_words() -> None:
    espeak = Espeak()
    first = espeak.speak("Schools should meet with parents.", "en-gb-x-rp", 155, 50)
    espeak.speak("Croeso i bawb.", "cy", 200, 80)
    assert espeak.speak("Schools should meet with parents.", "en-gb-x-rp", 155, 50) == first
    assert Espeak().speak("Schools should meet with parents.", "en-gb-x-rp", 155, 50) == first


def test_espeak_names_its_voices_and_refuses_others() -> None:
    assert {"en-gb-x-rp", "cy", "pl", "cmn"} <= voices()
    with pytest.raises(NoVoiceError, match="no voice “xx”"):
        Espeak().speak("Hello", "xx", 155, 50)


def test_espeak_says_how_it_will_say_a_word() -> None:
    assert Espeak().phonemes("school", "en-gb-x-rp") == "skˈuːl"
    assert Espeak().phonemes("One, two. Three", "en-gb-x-rp").count(" ") == 2
