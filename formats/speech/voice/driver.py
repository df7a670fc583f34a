"""Our engines as drivers of pyttsx3.

pyttsx3's own espeak driver saves asynchronously, and loses, truncates or never ends files
(three of thirty). These have spoken when `save_to_file` returns. They come with their
libraries on every platform, and are found by pyttsx3 under their names among its own drivers.
"""

import sys
import types
import wave
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from formats.speech.voice.engine import Engine


def _espeak() -> Engine:
    from formats.speech.voice.espeak import Espeak

    return Espeak()


def _pico() -> Engine:
    from formats.speech.voice.pico import Pico

    return Pico()


def _hibari() -> Engine:
    from formats.speech.voice.hibari import Hibari

    return Hibari()


class Driver:
    """What pyttsx3 asks of a driver (pyttsx3.drivers.dummy lists it), over one of our engines."""

    def __init__(self, proxy: Any, engine: Callable[[], Engine] = _espeak) -> None:
        self._proxy = proxy
        self._engine = engine()
        self._properties: dict[str, Any] = {
            "voice": "", "rate": 155, "pitch": 50, "volume": 1.0, "voices": [], "seconds": 0.0,
        }  # fmt: skip

    def destroy(self) -> None:
        return

    def getProperty(self, name: str) -> Any:  # noqa: N802 - pyttsx3's name
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802
        self._properties[name] = value

    def save_to_file(self, words: str, filename: str) -> None:
        """Speak `words` into a WAV file, whole when this returns.

        The property “seconds” then says about how long they were to take.
        """
        p = self._properties
        p["seconds"] = self._engine.seconds(words, p["voice"], int(p["rate"]))
        samples = self._engine.speak(words, p["voice"], int(p["rate"]), int(p["pitch"]))
        with wave.open(filename, "wb") as file:
            file.setparams((1, 2, self._engine.sample_rate, 0, "NONE", ""))
            file.writeframes(samples)

    def say(self, words: str) -> None:
        raise NotImplementedError("this driver saves to files; it has no loudspeaker")

    def stop(self) -> None:
        return

    def startLoop(self) -> None:  # noqa: N802
        """Run until the engine has nothing more to do: it ends the loop itself."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        return

    def iterate(self) -> Iterator[None]:
        yield


ESPEAK, PICO, HIBARI = "formats_espeak", "formats_pico", "formats_hibari"
_ENGINES = {ESPEAK: _espeak, PICO: _pico, HIBARI: _hibari}


def register() -> None:
    """Make the drivers known to pyttsx3 under their names."""
    for name, engine in _ENGINES.items():
        module = types.ModuleType(f"pyttsx3.drivers.{name}")
        module.buildDriver = partial(Driver, engine=engine)  # type: ignore[attr-defined]
        sys.modules[module.__name__] = module
