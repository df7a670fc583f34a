"""espeak-ng, called synchronously: words in, samples out.

The library and its data come with `espeakng-loader`, so nothing need be installed by hand.
"""

import ctypes
import os
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from formats.speech.voice.engine import PAUSES, RATE, EngineError, NoVoiceError

_RATE, _PITCH = 1, 3  # espeak_PARAMETER in speak_lib.h
_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: hand the samples to the callback, play nothing
_NO_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT
_UTF8, _END_PAUSE = 1, 0x1000
_IPA = 2  # phoneme mode: the International Phonetic Alphabet in UTF-8
_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)
_FOREIGN = re.compile(
    r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]{2,}"
)  # words in other letters than Latin
_SWITCH = re.compile(r"\([a-z-]+\)")  # "(en)": the next sounds are those of another language
_SCRIPTS = re.compile("tʃaɪniːz|dʒapəniːz|dʒapæniːz|æɹəbɪk|sɪɹɪlɪk")
_MOST_SOUNDS_OF_LETTER = 4


def _is_spelt(word: str, phonemes: str) -> bool:
    """Return whether `phonemes` are the names of the letters of `word`: "Chinese letter"."""
    plain = re.sub("[ˈˌ]", "", phonemes)
    if _SCRIPTS.search(plain):
        return True
    if unicodedata.east_asian_width(word[0]) in "WF":
        return False
    letters = sum(map(str.isalpha, word))
    sounds = sum(map(str.isalpha, _SWITCH.sub("", plain)))
    several = len(plain.split()) >= letters > 2  # noqa: PLR2004 - two can be a word of two parts
    return several or sounds > _MOST_SOUNDS_OF_LETTER * letters


@cache
def voices() -> frozenset[str]:
    """Return the names of all voices, in small letters. They are names of languages or dialects."""
    import espeakng_loader

    folder = Path(str(espeakng_loader.get_data_path())) / "lang"
    return frozenset(path.name.lower() for path in folder.glob("*/*"))


@dataclass(frozen=True, slots=True)
class Described:
    """What the file of a voice says of it: its title ("Welsh") and "male" or "female"."""

    name: str
    title: str
    sort: str


@cache
def described() -> tuple[Described, ...]:
    """Return every voice with what its file says, in the order of their names."""
    import espeakng_loader

    files = (Path(str(espeakng_loader.get_data_path())) / "lang").glob("*/*")
    return tuple(sorted(map(_described, files), key=lambda each: each.name))


def _described(path: Path) -> Described:
    rows = [line.split(maxsplit=1) for line in path.read_text("utf-8").splitlines()]
    values = {row[0]: row[1].strip() for row in reversed(rows) if len(row) > 1}
    sort = values.get("gender", "male").split()[0]
    return Described(path.name.lower(), values.get("name", path.name), sort)


class Espeak:
    """The one espeak-ng of this process: the library keeps its state in globals.

    It never resets them all, so a sentence sounds a little different each time. Loaded
    afresh for each, at under a millisecond, it gives the same samples for the same words.
    """

    sample_rate = 22_050

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self._callback = _CALLBACK(self._receive)  # kept: the library only borrows it

    def speak(self, words: str, voice: str, rate: int, pitch: int) -> bytes:
        """Return `words` as 16-bit mono samples at `sample_rate`.

        `voice` is a voice by name or language, `rate` in words a minute, `pitch` from 0 to
        100. Raises `EngineError`; `NoVoiceError` if there is no such voice.
        """
        library = self._with_voice(voice)
        library.espeak_SetParameter(_RATE, rate, 0)
        library.espeak_SetParameter(_PITCH, pitch, 0)
        library.espeak_SetSynthCallback(self._callback)
        self._chunks.clear()
        data = words.encode()
        size = ctypes.c_size_t(len(data) + 1)
        failed = library.espeak_Synth(data, size, 0, 1, 0, _UTF8 | _END_PAUSE, None, None)
        if failed or library.espeak_Synchronize():
            raise EngineError("espeak-ng could not speak it")
        return b"".join(self._chunks)

    def phonemes(self, words: str, voice: str) -> str:
        """Return how `voice` says `words`, in the International Phonetic Alphabet."""
        library = self._with_voice(voice)
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        text = ctypes.c_char_p(words.encode())
        clauses = []
        while text.value:
            clauses.append(library.espeak_TextToPhonemes(ctypes.byref(text), _UTF8, _IPA) or b"")
        return " ".join(clause.decode().strip() for clause in clauses)

    def seconds(self, words: str, voice: str, rate: int) -> float:
        """Return about how long `voice` takes for `words` at `rate` words a minute.

        By its count of sounds: over thirty languages it takes 0.7 to 1.25 of that.

        Raises `EngineError` for a word that it would only spell, letter by letter, as it does
        with one in letters that its language does not have.
        """
        said = self.phonemes(words, voice)
        for word in dict.fromkeys(_FOREIGN.findall(words)):
            if _is_spelt(word, self.phonemes(word, voice)):
                raise EngineError(
                    f"it can only spell “{word}” and not say it: if it is in another language, "
                    f"write [{word}]{{lang=…}} with the code of that language"
                )
        count = sum(map(str.isalpha, _SWITCH.sub("", said)))
        pauses = len(PAUSES.findall(words))
        return (0.054 + 0.063 * count + 0.244 * pauses) * RATE / rate

    def _with_voice(self, voice: str) -> Any:
        library = _afresh()
        if library.espeak_Initialize(_SYNCHRONOUS, 0, _data(), _NO_EXIT) != self.sample_rate:
            raise EngineError("espeak-ng does not start")
        if library.espeak_SetVoiceByName(voice.encode()):
            raise NoVoiceError(f"espeak-ng has no voice “{voice}”")
        return library

    def _receive(self, samples: object, count: int, _events: object) -> int:
        if count > 0:
            self._chunks.append(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]
        return 0


_loaded: list[Any] = []
"""The library as this process has it now: one, or none yet."""


def _afresh() -> Any:
    """Return the library as no one has used it: the one loaded before is let go of."""
    import _ctypes  # ctypes has no public name for it

    import espeakng_loader

    while _loaded:
        library = _loaded.pop()
        library.espeak_Terminate()
        free = getattr(_ctypes, "FreeLibrary" if os.name == "nt" else "dlclose")
        free(library._handle)  # noqa: SLF001 - nor for the handle
    _loaded.append(ctypes.CDLL(str(espeakng_loader.get_library_path())))
    return _loaded[0]


def _data() -> bytes:
    import espeakng_loader

    data = str(espeakng_loader.get_data_path())
    # espeak-ng looks here before it looks at the path that it is given.
    os.environ["ESPEAK_DATA_PATH"] = data
    return data.encode()
