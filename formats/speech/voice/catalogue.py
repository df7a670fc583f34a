"""Every voice of every engine: its language, accent and sort, and where its file is."""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from formats.errors import nearest
from formats.speech.voice import driver, espeak, pico

DRIVERS = {"hibari": driver.HIBARI, "pico": driver.PICO, "espeak-ng": driver.ESPEAK}
"""The driver of each engine, the engine best understood first."""
ENGINE_NAMES = {name: engine for engine, name in DRIVERS.items()}
_MODULES = {
    driver.HIBARI: ("hibari", "onnxruntime"),
    driver.PICO: ("py_nanotts",),
    driver.ESPEAK: ("espeakng_loader",),
}
_HOW_TO_INSTALL = {
    driver.HIBARI: "pip install hibari-tts onnxruntime",
    driver.PICO: "pip install leaflet-formats[pico]",
    driver.ESPEAK: "pip install espeakng-loader",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A voice. `path` is its file, or where its file is to be put; None if it needs none."""

    driver: str
    name: str
    language: str
    accent: str = ""
    sort: str = ""
    path: Path | None = None

    @property
    def engine(self) -> str:
        """The name of its engine, as people choose it."""
        return ENGINE_NAMES[self.driver]

    @property
    def is_there(self) -> bool:
        """Whether it can be used as far as its file goes."""
        return self.path is None or self.path.is_file()

    def fault(self) -> str:
        """Return what is wrong with its file and what to do, in sentences, or nothing."""
        if self.path is None:
            return ""
        how = f"Have it fetched with “formats voices --get {self.name}”"
        if not self.is_there:
            return (
                f"The file of the voice “{self.name}” is not on this computer. {how}, or put it "
                f"at {self.path} by hand, or choose another voice."
            )
        from formats.speech.voice import hibari

        wrong = hibari.voices()[self.name].fault()
        return f"The voice “{self.name}” cannot be used: {self.path}: {wrong}. {how}." * bool(wrong)


@cache
def is_installed(engine: str) -> bool:
    """Return whether the libraries of an engine, by its driver, are on this computer."""
    return all(importlib.util.find_spec(each) is not None for each in _MODULES[engine])


def fault(engine: str) -> str:
    """Return why an engine, by its driver, cannot be used here, in a sentence; or nothing."""
    name = ENGINE_NAMES[engine]
    if not is_installed(engine):
        install = _HOW_TO_INSTALL[engine]
        return f"The speech engine {name} is not installed: install it with “{install}”."
    from formats.speech.voice import trial

    reason = trial.fault(engine) if engine == driver.HIBARI else ""
    return f"The speech engine {name} does not work on this computer: {reason}." * bool(reason)


def of(engine: str) -> tuple[Listed, ...]:
    """Return the voices of an engine, by its driver; none if it is not installed."""
    if not is_installed(engine):
        return ()
    return tuple(_LISTS[engine]())


def find(name: str, engine: str = "best") -> Listed | None:
    """Return the voice called `name` of an engine; with "best", of the first that has it."""
    engines = [engine] if engine != "best" else list(DRIVERS)
    every = [each for engine_ in engines for each in of(DRIVERS[engine_])]
    exact = [each for each in every if each.name == name]
    alike = [each for each in every if each.name.lower() == name.lower()]
    return next(iter(exact or alike), None)


def no_such(name: str, engine: str = "best") -> str:
    """Return what is said of a voice that is nowhere."""
    engines = list(DRIVERS) if engine == "best" else [engine]
    missing = [each for each in engines if not is_installed(DRIVERS[each])]
    if engine in missing:
        return fault(DRIVERS[engine])
    if "/" in name or "\\" in name or name.endswith(".onnx"):
        said = f"Voices have names, and “{name}” is a path. “formats voices” lists the names, and "
        return said + "says where the file of each is to be put."
    known = [each.name for engine_ in engines for each in of(DRIVERS[engine_])]
    who = "No speech engine" if engine == "best" else f"The speech engine {engine}"
    has = "has" if engine == "best" else "does not have"
    return f"{who} {has} a voice “{name}”. {nearest(name, known)} “formats voices” lists them."


def outside() -> dict[str, tuple[str, str]]:
    """Return the digest and path of each voice that is no part of a package, by name.

    Those that are not there too: the day they are, a recording is read by another voice.
    """
    try:
        from formats.speech.voice import hibari

        sorts = hibari.voices().values()
    except ImportError:
        return {}
    return {
        f"voice {each.name}": (each.digest if each.is_there else "", str(each.path))
        for each in sorts
        if not each.bundled
    }


def _hibari() -> Iterator[Listed]:
    from formats.speech.voice import hibari

    for each in hibari.voices().values():
        path = None if each.bundled else each.path
        yield Listed(driver.HIBARI, each.name, each.language, each.accent, each.sort, path)


def _pico() -> Iterator[Listed]:
    for name in pico.VOICES:
        yield Listed(driver.PICO, name, name, sort="female")


def _espeak() -> Iterator[Listed]:
    for each in espeak.described():
        yield Listed(driver.ESPEAK, each.name, each.name, each.title, each.sort)


_LISTS = {driver.HIBARI: _hibari, driver.PICO: _pico, driver.ESPEAK: _espeak}
