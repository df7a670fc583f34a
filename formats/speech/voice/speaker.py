"""pyttsx3 in a process of its own: what it does there, however bad, is seen and named here."""

import multiprocessing
import os
import sys
import tempfile
import types
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from formats.speech.voice.engine import SAMPLE_RATE, NoVoiceError
from formats.speech.voice.voices import Voice
from formats.storage import shortage
from formats.storage.confined import confine
from formats.storage.limits import START
from formats.storage.shortage import ShortageError

PROCESSES: Any = multiprocessing.get_context(START)  # the types know no choice of a start
"""How processes are started here."""
_CLEAN = "forkserver" if sys.platform == "linux" else "spawn"
# onnxruntime never gets loaded in the fork of a process that has other threads, such as Java's.
SPEAKERS: Any = multiprocessing.get_context(_CLEAN)
SPEAKERS.set_forkserver_preload(["numpy", "pyttsx3", "hibari", "formats.speech.voice.sound"])
_LONGEST_FOLDER = 50  # bytes: in it lies the socket of the server, whose path may have 107
_LIFETIME = 400  # utterances, for each of which espeak-ng leaves 10 KB behind


class SpeechError(Exception):
    """The engine did not speak an utterance; the message says what it did instead."""


class NoSuchVoiceError(SpeechError):
    """The engine has no such voice, so that to ask again is of no use."""


@dataclass(frozen=True, slots=True)
class Given:
    """What an engine gave: 16-bit mono samples, and about how many seconds it expected.

    It is 0 of an engine that does not tell.
    """

    samples: bytes
    seconds: float = 0.0


class Speaker:
    """A child process that speaks one utterance at a time."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        # Here and not in the child, which is killed and would leave it behind.
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._spoken = 0

    def speak(self, words: str, voice: Voice, seconds: float) -> Given:
        """Return `words` as samples at `SAMPLE_RATE`.

        Raises `SpeechError` if the engine refuses, crashes, or takes more than `seconds`, and
        `ShortageError` if there is no room for what it says. After that a new process takes over.
        """
        pipe = self._started()
        try:
            pipe.send((words, voice))
            if not pipe.poll(seconds):
                raise SpeechError(f"it did not answer within {seconds:.0f} seconds")
            answer: Given | SpeechError | ShortageError = pipe.recv()
        except (EOFError, ConnectionError):
            self.close()
            raise SpeechError("it crashed") from None
        except SpeechError:
            self.close()
            raise
        if not isinstance(answer, Given):
            raise answer
        return answer

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process:
            self._process.kill()
            self._process.join()
        if self._pipe:
            self._pipe.close()
        if self._folder:
            self._folder.cleanup()
        self._process = self._pipe = self._folder = None

    def start(self) -> None:
        """Start the process, unless it runs."""
        if self._pipe is None:
            self._folder = tempfile.TemporaryDirectory(prefix="formats-")
            context = _starting()
            self._pipe, theirs = context.Pipe()
            arguments = theirs, Path(self._folder.name)
            process: BaseProcess = context.Process(target=_serve, args=arguments, daemon=True)
            with _no_main():
                process.start()
            theirs.close()
            self._process = process

    def _started(self) -> Connection:
        self._spoken += 1
        if self._spoken % _LIFETIME == 0:
            self.close()
        self.start()
        assert self._pipe
        return self._pipe


def _starting() -> Any:
    """Return how speakers are started: anew, where temporary files lie too deep for a server."""
    if len(os.fsencode(tempfile.gettempdir())) > _LONGEST_FOLDER:
        return multiprocessing.get_context("spawn")
    return SPEAKERS


@contextmanager
def _no_main() -> Iterator[None]:
    """Keep the program that was started out of the new process, which would run it once more.

    Python loads it there for what it defines, and one that lacks `if __name__ == "__main__"`
    would speak from the start. Nothing of it is needed.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _serve(pipe: Connection, folder: Path) -> None:
    """Answer each (words, voice) with samples, or with the error that says what went wrong."""
    from formats.speech.voice import driver

    # Started clean, it has not what its parent is held to.
    confine(folder, folder, cached=False)
    driver.register()
    fronts: dict[str, _Front] = {}
    path = folder / "utterance.wav"
    while True:
        try:
            words, voice = pipe.recv()
        except EOFError:
            return
        path.unlink(missing_ok=True)
        pipe.send(_answer(words, voice, path, fronts))


def _answer(
    words: str, voice: Voice, path: Path, fronts: dict[str, "_Front"]
) -> Given | SpeechError | ShortageError:
    try:
        if voice.driver not in fronts:
            fronts[voice.driver] = _Front(voice.driver)
        seconds = fronts[voice.driver].save(words, voice, path)
        return Given(_read(path), seconds)
    except NoVoiceError as error:
        return NoSuchVoiceError(str(error))
    except SpeechError as error:
        return error
    except Exception as error:  # noqa: BLE001 - an engine can raise anything; it is named
        if short := shortage.of(error):
            return short
        return SpeechError(f"{type(error).__name__}: {error}".rstrip(": "))


class _Front:
    """pyttsx3 with one driver. What the driver raises, pyttsx3 only tells of."""

    def __init__(self, driver: str) -> None:
        import pyttsx3

        self._errors: list[Exception] = []
        self._engine: Any = pyttsx3.init(driver)
        self._engine.connect("error", self._told)

    def _told(self, name: str, exception: Exception) -> None:  # noqa: ARG002 - called by names
        self._errors.append(exception)

    def save(self, words: str, voice: Voice, path: Path) -> float:
        """Speak `words` into a WAV file, and return how long they should take.

        Raises what the driver raised.
        """
        self._errors.clear()
        for name, value in (("voice", voice.name), ("rate", voice.rate), ("pitch", voice.pitch)):
            self._engine.setProperty(name, value)
        self._engine.save_to_file(words, str(path))
        self._engine.runAndWait()
        if self._errors:
            raise self._errors[0]
        try:
            return float(self._engine.getProperty("seconds"))
        except (KeyError, TypeError):  # a driver of pyttsx3's own
            return 0


def _read(path: Path) -> bytes:
    with wave.open(str(path)) as file:
        if (file.getnchannels(), file.getsampwidth()) != (1, 2):
            raise SpeechError("its sound is not 16-bit mono")
        rate, data = file.getframerate(), file.readframes(file.getnframes())
    if rate == SAMPLE_RATE:
        return bytes(data)
    from formats.speech.voice.sound import resampled

    return resampled(data, rate)
