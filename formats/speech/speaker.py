"""pyttsx3 in a process of its own: what it does there, however bad, is seen and named here."""

import multiprocessing
import sys
import tempfile
import wave
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from formats.speech.voices import Voice

_START = "fork" if sys.platform == "linux" else "spawn"
_CONTEXT: Any = multiprocessing.get_context(_START)  # the types know no choice of a start
SAMPLE_RATE = 22_050
"""Samples a second, espeak-ng's own."""


class SpeechError(Exception):
    """The engine did not speak an utterance; the message says what it did instead."""


class Speaker:
    """A child process that speaks one utterance at a time."""

    def __init__(self, driver: str | None = None) -> None:
        self._driver = driver
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def speak(self, words: str, voice: Voice, seconds: float) -> bytes:
        """Return `words` as 16-bit mono samples at `SAMPLE_RATE`.

        Raises `SpeechError` if the engine refuses, crashes, or takes more than `seconds`.
        After that a new process takes over.
        """
        pipe = self._started()
        pipe.send((words, voice))
        try:
            if not pipe.poll(seconds):
                raise SpeechError(f"it did not answer within {seconds:g} seconds")
            answer: bytes | str = pipe.recv()
        except (EOFError, ConnectionError):
            self.close()
            raise SpeechError("it crashed") from None
        except SpeechError:
            self.close()
            raise
        if isinstance(answer, str):
            raise SpeechError(answer)
        return answer

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process:
            self._process.kill()
            self._process.join()
        if self._pipe:
            self._pipe.close()
        self._process = self._pipe = None

    def _started(self) -> Connection:
        if self._pipe is None:
            self._pipe, theirs = _CONTEXT.Pipe()
            process: BaseProcess = _CONTEXT.Process(
                target=_serve, args=(theirs, self._driver), daemon=True
            )
            process.start()
            theirs.close()
            self._process = process
        return self._pipe


def _serve(pipe: Connection, driver: str | None) -> None:
    """Answer each (words, voice) with samples, or with words that say what went wrong."""
    import pyttsx3

    from formats.speech import driver as ours

    ours.register()
    engine = pyttsx3.init(driver or ours.NAME)
    with tempfile.TemporaryDirectory(prefix="formats-") as folder:
        path = Path(folder) / "utterance.wav"
        while True:
            try:
                words, voice = pipe.recv()
            except EOFError:
                return
            path.unlink(missing_ok=True)
            pipe.send(_answer(engine, words, voice, path))


def _answer(engine: Any, words: str, voice: Voice, path: Path) -> bytes | str:
    try:
        for name, value in (("voice", voice.name), ("rate", voice.rate), ("pitch", voice.pitch)):
            engine.setProperty(name, value)
        engine.save_to_file(words, str(path))
        engine.runAndWait()
        with wave.open(str(path)) as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, 2):
                return "its sound is not 16-bit mono"
            if file.getframerate() != SAMPLE_RATE:
                return f"its sound has {file.getframerate()} samples a second"
            return bytes(file.readframes(file.getnframes()))
    except Exception as error:  # noqa: BLE001 - an engine can raise anything; it is named
        return f"{type(error).__name__}: {error}"
