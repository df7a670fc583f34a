"""espeak-ng as a driver of pyttsx3.

pyttsx3's own espeak driver saves asynchronously, and loses, truncates or never ends files
(three of thirty). This one has spoken when `save_to_file` returns. It comes with its library
on every platform, and is found by pyttsx3 under its name among pyttsx3's own drivers.
"""

import sys
import types
import wave
from collections.abc import Iterator
from typing import Any

from formats.speech.espeak import Espeak

NAME = "formats_espeak"


class Driver:
    """What pyttsx3 asks of a driver (pyttsx3.drivers.dummy lists it)."""

    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy
        self._espeak = Espeak()
        self._properties: dict[str, Any] = {
            "voice": "en-gb-x-rp", "rate": 165, "pitch": 50, "volume": 1.0, "voices": [],
        }  # fmt: skip
        self._running = False

    def destroy(self) -> None:
        self._running = False

    def getProperty(self, name: str) -> Any:  # noqa: N802 - pyttsx3's name
        if name == "version":
            return self._espeak.version
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802
        self._properties[name] = value

    def save_to_file(self, words: str, filename: str) -> None:
        """Speak `words` into a WAV file, whole when this returns."""
        self._proxy.setBusy(True)
        self._proxy.notify("started-utterance")
        p = self._properties
        self._espeak.choose(p["voice"], int(p["rate"]), int(p["pitch"]))
        samples = self._espeak.speak(words)
        with wave.open(filename, "wb") as file:
            file.setparams((1, 2, self._espeak.sample_rate, 0, "NONE", ""))
            file.writeframes(samples)
        self._proxy.notify("finished-utterance", completed=True)
        self._proxy.setBusy(False)

    def say(self, words: str) -> None:
        raise NotImplementedError("this driver saves to files; it has no loudspeaker")

    def stop(self) -> None:
        self._running = False

    def startLoop(self) -> None:  # noqa: N802
        """Run until the engine has nothing more to do: it ends the loop itself."""
        self._running = True
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        self._running = False

    def iterate(self) -> Iterator[None]:
        yield


def register() -> None:
    """Make the driver known to pyttsx3 under `NAME`."""
    module = types.ModuleType(f"pyttsx3.drivers.{NAME}")
    module.buildDriver = Driver  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module
