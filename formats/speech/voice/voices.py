"""Which voice says what: the choices a person makes, and the voice for each language."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from formats.errors import Place, RenderError, nearest
from formats.speech.voice import driver, espeak, pico
from formats.text.language import base, same

EngineName = Literal["espeak-ng", "pico"]
ENGLISH = "en-gb-x-rp"
"""Received Pronunciation: of espeak-ng's English voices the one best understood."""
# Where espeak-ng has a name of its own for what a language tag says.
_ESPEAK_NAMES = {"en": ENGLISH, "en-gb": ENGLISH, "zh": "cmn", "no": "nb"}
_PACKAGES = {driver.ESPEAK: "espeakng-loader", driver.PICO: "py-nanotts"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice by the name its engine knows it by, words a minute, and pitch (0 to 100).

    `driver` is the name of its engine among the drivers of pyttsx3.
    """

    name: str = ENGLISH
    rate: int = 155
    pitch: int = 50
    driver: str = driver.ESPEAK


@dataclass(frozen=True, slots=True)
class Voices:
    """The voice chosen for the leaflet's own `language`, and others for other languages."""

    chosen: Voice
    language: str

    def of(self, language: str) -> Voice:
        """Return the voice for words in `language`, a BCP 47 tag."""
        if same(language, self.language):
            return self.chosen
        return Voice(_espeak_name(language), self.chosen.rate, self.chosen.pitch)


def choose(
    language: str, engine: EngineName, name: str, rate: int, pitch: int, place: Place
) -> Voices:
    """Return the voices for a leaflet in `language`; `name` is empty for the engine's own choice.

    Raises `RenderError` if the engine is not installed or has no such voice.
    """
    if engine == "pico":
        known = [each for each in pico.VOICES if same(each, language)]
        _need_pico(language, name, known, place)
        return Voices(Voice(name or _nearest(language, known), rate, pitch, driver.PICO), language)
    chosen = name.lower() or _espeak_name(language)
    _need_espeak(language, name, chosen, place)
    return Voices(Voice(chosen, rate, pitch), language)


def _need_espeak(language: str, name: str, chosen: str, place: Place) -> None:
    if chosen in espeak.voices():
        return
    if name:
        message = f"The speech engine espeak-ng has no voice “{name}”. "
        raise RenderError(message + nearest(chosen, espeak.voices()), place)
    raise RenderError(
        f"The speech engine espeak-ng has no voice for the language “{language}” of this leaflet. "
        "Choose a voice of another language that sounds like it.",
        place,
    )


def _need_pico(language: str, name: str, known: list[str], place: Place) -> None:
    if not edition(driver.PICO):
        raise RenderError(
            "The speech engine “pico” is not installed. Install it with “pip install "
            "leaflet-formats[pico]”, or choose the engine espeak-ng.",
            place,
        )
    if not known:
        raise RenderError(
            f"The speech engine “pico” has no voice for the language “{language}” of this "
            "leaflet. Choose the engine espeak-ng.",
            place,
        )
    if name and name not in pico.VOICES:
        message = f"The speech engine “pico” has no voice “{name}”. It has: "
        raise RenderError(f"{message}{', '.join(pico.VOICES)}.", place)


def _nearest(language: str, known: list[str]) -> str:
    return next((name for name in known if name.lower() == language.lower()), known[0])


def _espeak_name(language: str) -> str:
    """Return the voice for a language tag, region and all if there is one; else the tag itself."""
    tag = language.lower()
    names = [_ESPEAK_NAMES.get(each, each) for each in (tag, base(tag))]
    return next((name for name in names if name in espeak.voices()), tag)


@cache
def edition(name: str) -> str:
    """Return the version of the engine behind a driver of ours, or nothing if it has none."""
    try:
        return version(_PACKAGES.get(name, name))
    except PackageNotFoundError:
        return ""
