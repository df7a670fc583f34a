"""Which voice says what: the choices a person makes, and the voice for each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from formats.errors import Place, RenderError
from formats.speech.voice import catalogue, driver, espeak
from formats.text.language import base, same

ENGLISH = "en-gb-x-rp"
"""Received Pronunciation: of espeak-ng's English voices the one best understood."""
# Where espeak-ng has a name of its own for what a language tag says.
_ESPEAK_NAMES = {"en": ENGLISH, "en-gb": ENGLISH, "zh": "cmn", "no": "nb"}
_PACKAGES = {
    driver.ESPEAK: ("espeakng-loader",), driver.PICO: ("py-nanotts",),
    driver.HIBARI: ("hibari-tts", "onnxruntime"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice by the name its engine knows it by, words a minute, and pitch (0 to 100).

    `driver` is the name of its engine among the drivers of pyttsx3.
    """

    name: str = ENGLISH
    rate: int = 155
    pitch: int = 50
    driver: str = driver.ESPEAK

    @property
    def engine(self) -> str:
        """The name of its engine as people choose it."""
        return catalogue.ENGINE_NAMES.get(self.driver, self.driver)

    @property
    def called(self) -> str:
        """What listeners are told that it is called."""
        return self.name.capitalize() if self.engine == "hibari" else self.engine.capitalize()

    def __str__(self) -> str:
        return f"{self.engine} {self.name}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for: an engine ("best" for the best there is), a voice, rate, pitch.

    `house` are the voices of the organisation, by language ("english", or a BCP 47 tag).
    """

    engine: str = "best"
    voice: str = ""
    rate: int = 155
    pitch: int = 50
    house: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voices:
    """The voice chosen for the leaflet's own `language`, one for English, and others.

    `warning` says why it is not the best one, if that is so.
    """

    chosen: Voice
    language: str
    english: Voice | None = None
    warning: str = ""

    def of(self, language: str) -> Voice:
        """Return the voice for words in `language`, a BCP 47 tag."""
        if same(language, self.language):
            return self.chosen
        if base(language) == "en" and self.english:
            return self.english
        return Voice(_espeak_name(language), self.chosen.rate, self.chosen.pitch)


def choose(language: str, wish: Wish, place: Place) -> Voices:
    """Return the voices for a leaflet in `language`.

    Raises `RenderError` if the engine is not installed or does not work here, or if it has no
    such voice or the file of the voice is not as it should be.
    """
    name, warning = _wanted(language, wish, place)
    chosen = Voice(name[1], wish.rate, wish.pitch, name[0])
    if base(language) == "en":
        return Voices(chosen, language, chosen, warning)
    english = Wish("best" if wish.engine == "best" else "espeak-ng", "", house=wish.house)
    (engine, name_), _ = _wanted("en-GB", english, place)
    return Voices(chosen, language, Voice(name_, wish.rate, wish.pitch, engine), warning)


def _wanted(language: str, wish: Wish, place: Place) -> tuple[tuple[str, str], str]:
    """Return the driver and the name of the voice, and a warning if it is not the best."""
    house = wish.house.get("english" if base(language) == "en" else language, "")
    if wish.voice or (house and wish.engine == "best"):
        return _named(wish.voice or house, language, wish.engine, place), ""
    if wish.engine != "best":
        driver_ = catalogue.DRIVERS[wish.engine]
        if fault := catalogue.fault(driver_):
            raise RenderError(f"{fault} Choose another engine, or leave the choice to us.", place)
        found = _own_choice(driver_, language)
        if not found:
            raise RenderError(_no_language(wish.engine, language), place)
        return (driver_, found), ""
    return _best(language, place)


def _best(language: str, place: Place) -> tuple[tuple[str, str], str]:
    """Return the best voice that works here. Only English has several to choose from."""
    warning = ""
    engines = [driver.HIBARI, driver.PICO] if base(language) == "en" else []
    for each in engines:
        fault = catalogue.fault(each)
        found = "" if fault else _own_choice(each, language)
        if found:
            return (each, found), warning
        warning = warning or fault
    found = _own_choice(driver.ESPEAK, language)
    if not found:
        raise RenderError(_no_language("espeak-ng", language), place)
    return (driver.ESPEAK, found), warning


def _own_choice(engine: str, language: str) -> str:
    """Return the voice of an engine for a language, or nothing if it speaks it not."""
    if engine == driver.ESPEAK:
        name = _espeak_name(language)
        return name if name in espeak.voices() else ""
    known = [each for each in catalogue.of(engine) if base(each.language) == base(language)]
    there = [each for each in known if each.is_there]
    tag = "en-gb" if language.lower() == "en" else language.lower()
    # Those of the region first; all are in the order in which they are understood.
    there.sort(key=lambda each: each.language.lower() != tag)
    return there[0].name if there else ""


def _named(name: str, language: str, engine: str, place: Place) -> tuple[str, str]:
    """Return the driver and the name of the voice that is called `name`."""
    found = catalogue.find(name, engine)
    if found is None:
        raise RenderError(catalogue.no_such(name, engine), place)
    if fault := catalogue.fault(found.driver) or found.fault():
        raise RenderError(fault, place)
    if not _speaks(found, language):
        own = _own_choice(found.driver, language) or _own_choice(driver.ESPEAK, language)
        raise RenderError(
            f"The voice “{name}” speaks {_language_name(found.language)}, and this leaflet is in "
            f"{_language_name(language)}: it would be read as no one could understand it. Name "
            f"a voice of that language, such as “{own}”, or none. “formats voices” lists them.",
            place,
        )
    return found.driver, found.name


def _speaks(found: catalogue.Listed, language: str) -> bool:
    """Return whether a voice is one for `language`; any may read one that no voice is for."""
    own = _espeak_name(language)
    if own not in espeak.voices():
        return True
    same = {base(language), base(own)}
    if base(language) == "zh":
        same |= {"yue", "hak"}
    return base(found.language) in same


def _language_name(tag: str) -> str:
    """Return the English name of a language, as espeak-ng has it."""
    own = _espeak_name(tag)
    titles = (each.title for each in espeak.described() if each.name == own)
    return next(titles, f"“{tag}”").split(" (")[0]


def _no_language(engine: str, language: str) -> str:
    other = "" if engine == "espeak-ng" else " Choose the engine espeak-ng."
    return (
        f"The speech engine {engine} has no voice for the language “{language}” of this leaflet."
        + (other or " Name a voice of another language that sounds like it.")
    )


def _espeak_name(language: str) -> str:
    """Return the voice for a language tag, region and all if there is one; else the tag itself."""
    tag = language.lower()
    names = [_ESPEAK_NAMES.get(each, each) for each in (tag, base(tag))]
    return next((name for name in names if name in espeak.voices()), tag)


@cache
def edition(name: str) -> str:
    """Return the versions of what is behind a driver of ours, or nothing if it is not there."""
    try:
        return " ".join(version(each) for each in _PACKAGES.get(name, (name,)))
    except PackageNotFoundError:
        return ""
