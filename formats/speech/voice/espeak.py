"""espeak-ng, called synchronously: words in, samples out.

The library and its data come with `espeakng-loader`, so nothing need be installed by hand.
"""

import ctypes
import os
from functools import cache
from pathlib import Path
from typing import Any

from formats.speech.voice.engine import EngineError, NoVoiceError

_RATE, _PITCH = 1, 3  # espeak_PARAMETER in speak_lib.h
_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS: hand the samples to the callback, play nothing
_NO_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT
_UTF8, _END_PAUSE = 1, 0x1000
_IPA = 2  # phoneme mode: the International Phonetic Alphabet in UTF-8
_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


@cache
def voices() -> frozenset[str]:
    """Return the names of all voices, in small letters. They are names of languages or dialects."""
    import espeakng_loader

    folder = Path(str(espeakng_loader.get_data_path())) / "lang"
    return frozenset(path.name.lower() for path in folder.glob("*/*"))


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
