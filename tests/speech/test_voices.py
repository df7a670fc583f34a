"""Which voice is chosen, what is said of one that cannot be had, and how one is fetched."""

import os
import shutil
import subprocess
import sys
import time
import types
from pathlib import Path
from typing import Any

import pytest

from formats.cli import main
from formats.errors import Place, RenderError
from formats.speech.voice import catalogue, driver, hibari, speaker, trial, voices
from formats.speech.voice.driver import Driver
from formats.speech.voice.voices import Wish

PLACE = Place("leaflet.md", 1)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return an empty folder of voices, and keep what is remembered out of the user's cache."""
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path / "voices"))
    monkeypatch.setenv("FORMATS_CACHE", str(tmp_path / "cache"))
    (tmp_path / "voices").mkdir()
    return tmp_path / "voices"


def _chosen(language: str = "en-GB", **wish: Any) -> str:
    return str(voices.choose(language, Wish(**wish), PLACE).of(language))


def _put(home: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a voice there. It is heart's file under another name: no other is in any package."""
    heart, other = hibari.voices()["heart"], hibari.voices()[name]
    shutil.copy(heart.path, other.path)
    package = hibari._package()
    row = {**package.VOICES[name], "sha256": heart.digest, "bytes": heart.size}
    monkeypatch.setitem(package.VOICES, name, row)


def test_english_is_read_by_the_natural_voice() -> None:
    assert _chosen("en-GB") == _chosen("en") == _chosen("en-US") == "hibari heart"


def test_a_british_voice_that_is_there_comes_first(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(home, "fable", monkeypatch)
    assert _chosen("en-GB") == "hibari fable"
    _put(home, "emma", monkeypatch)
    assert _chosen("en-GB") == "hibari emma"
    assert _chosen("en-US") == "hibari heart"
    engine = hibari.Hibari()
    assert engine.phonemes("The bath is here.", "emma") == "ðə bˈɑːθ ɪz hˈɪə."
    assert len(engine.speak("The bath is here.", "emma", 155, 50)) > 24_000


def test_the_house_has_a_voice(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = {"english": "en-gb-scotland", "cy": "cy"}
    assert _chosen(house=house) == "espeak-ng en-gb-scotland"
    assert _chosen(house=house, engine="pico") == "pico en-GB"
    assert _chosen(house=house, voice="heart") == "hibari heart"
    with pytest.raises(RenderError, match="formats voices --get emma"):
        _chosen(house={"english": "emma"})


def test_english_words_in_a_foreign_recording_have_an_english_voice() -> None:
    chosen = voices.choose("pl", Wish(), PLACE)
    assert str(chosen.of("pl")) == "espeak-ng pl"
    assert str(chosen.of("en-GB")) == "hibari heart"


@pytest.mark.parametrize(
    ("voice", "said"),
    [("cy", "speaks Welsh, and this leaflet is in English"), ("hart", "Did you mean “heart”?"),
     ("nowhere/emma.onnx", "is a path"), ("fable", "is not on this computer")],
)  # fmt: skip
def test_a_voice_that_cannot_be_had_is_said(voice: str, said: str) -> None:
    with pytest.raises(RenderError) as error:
        _chosen(voice=voice)
    assert said in str(error.value)
    assert "leaflet.md:1" in str(error.value)


def test_any_voice_may_read_a_language_that_has_none() -> None:
    assert _chosen("so", voice="sw") == "espeak-ng sw"
    assert _chosen("zh", voice="yue") == "espeak-ng yue"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(lambda data: data[:1000], "cut short: it has 1,000 bytes of 7,936,868"),
     (lambda data: data[::-1], "not the file that the maker published")],
)  # fmt: skip
def test_a_spoilt_voice_is_an_error(
    home: Path, spoil: Any, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sorts = hibari.voices()
    sorts["emma"].path.write_bytes(spoil(sorts["heart"].path.read_bytes()))
    with pytest.raises(RenderError) as error:
        _chosen(voice="emma")
    assert said in str(error.value)
    assert main(["voices"]) == 0
    assert "emma" in capsys.readouterr().out


def test_every_voice_is_listed_with_where_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voices"]) == 0
    out = capsys.readouterr().out
    rows = {line.split()[0]: line for line in out.splitlines() if line.startswith("  ")}
    assert "in the package" in rows["heart"]
    assert "--get emma" in rows["emma"]
    assert "British" in rows["fable"]
    assert {"cy", "en-gb-x-rp", "en-GB", "kore"} <= set(rows)


def test_fetching_without_a_network_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    package = hibari._package()
    monkeypatch.setattr(package, "BASE_URL", "http://127.0.0.1:9/")
    assert main(["voices", "--get", "emma"]) == 1
    streams = capsys.readouterr()
    assert "over the network" in streams.out
    assert str(home) in streams.err
    assert main(["voices", "--get", "hart"]) == 2


def test_a_voice_is_fetched_and_its_digest_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
) -> None:
    package, heart = hibari._package(), hibari.voices()["heart"]
    there = tmp_path / "there"
    there.mkdir()
    shutil.copy(heart.path, there / "bf_emma.int8.onnx")
    monkeypatch.setattr(package, "BASE_URL", f"{there.as_uri()}/")
    assert main(["voices", "--get", "emma"]) == 1  # it is heart's, and not emma's digest
    assert not list(home.iterdir())
    row = {**package.VOICES["emma"], "sha256": heart.digest}
    monkeypatch.setitem(package.VOICES, "emma", row)
    assert main(["voices", "--get", "emma"]) == 0
    assert _chosen() == "hibari emma"


# --- An engine that does not work here


class _Crashes(Driver):
    def save_to_file(self, words: str, filename: str) -> None:
        os._exit(132)


class _Hangs(Driver):
    def save_to_file(self, words: str, filename: str) -> None:
        time.sleep(600)


class _Misses(Driver):
    def save_to_file(self, words: str, filename: str) -> None:
        raise ImportError("DLL load failed while importing onnxruntime_pybind11_state")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that puts a driver in hibari's place."""

    def put(double: type[Driver]) -> None:
        module = types.ModuleType(double.__name__)
        module.buildDriver = double  # type: ignore[attr-defined]
        monkeypatch.setattr(driver, "register", lambda: None)
        monkeypatch.setitem(sys.modules, f"pyttsx3.drivers.{driver.HIBARI}", module)
        monkeypatch.setattr(trial, "_PATIENCE", 1.0)
        # The doubles are known to this process and to its forks.
        monkeypatch.setattr(speaker, "SPEAKERS", speaker.PROCESSES)

    return put


@pytest.mark.parametrize(
    ("double", "said"),
    [(_Crashes, "it crashed"), (_Hangs, "did not answer within 1 seconds"),
     (_Misses, "DLL load failed")],
)  # fmt: skip
def test_where_onnxruntime_does_not_work_another_engine_reads(
    double: type[Driver], said: str, broken: Any
) -> None:
    broken(double)
    chosen = voices.choose("en-GB", Wish(), PLACE)
    assert str(chosen.chosen) == "pico en-GB"
    assert "The speech engine hibari does not work on this computer" in chosen.warning
    assert said in chosen.warning
    with pytest.raises(RenderError, match=said):
        _chosen(engine="hibari")
    with pytest.raises(RenderError, match=said):
        _chosen(voice="heart")


def test_where_onnxruntime_is_not_installed_another_engine_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = catalogue.is_installed
    monkeypatch.setattr(
        catalogue, "is_installed", lambda each: each == driver.ESPEAK and here(each)
    )
    chosen = voices.choose("en-GB", Wish(), PLACE)
    assert str(chosen.chosen) == "espeak-ng en-gb-x-rp"
    assert "pip install hibari-tts onnxruntime" in chosen.warning
    with pytest.raises(RenderError, match="pip install hibari-tts onnxruntime"):
        _chosen(engine="hibari")


def test_what_worked_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert trial.fault(driver.HIBARI) == ""
    monkeypatch.setattr(trial, "Speaker", None)  # it is not asked again
    assert trial.fault(driver.HIBARI) == ""


def test_a_program_without_a_guard_is_not_run_once_more(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from formats.speech.voice.speaker import Speaker\n"
        "from formats.speech.voice.voices import Voice\n"
        "print('begun')\n"
        "speaker = Speaker()\n"
        "print(len(speaker.speak('Hello.', Voice(), 60).samples) > 10_000)\n"
        "speaker.close()\n"
    )
    run = subprocess.run(
        [sys.executable, str(program)], capture_output=True, text=True, check=True, timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert run.stdout == "begun\nTrue\n"
