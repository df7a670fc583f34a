"""espeak-ng, called synchronously: words in, samples out.

The library and its data come with `espeakng-loader`, so nothing need be installed by hand.
"""

import ctypes
import os
from collections.abc import Callable

_RATE, _PITCH = 1, 3  # espeak_PARAMETER in speak_lib.h
_RETRIEVAL = 1  # AUDIO_OUTPUT_RETRIEVAL: hand the samples to the callback, play nothing
_NO_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT
_UTF8, _END_PAUSE = 1, 0x1000
_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class EspeakError(Exception):
    """espeak-ng cannot be started, or refuses what it was asked."""


class Espeak:
    """The one espeak-ng of this process: the library keeps its state in globals."""

    def __init__(self) -> None:
        import espeakng_loader

        data = str(espeakng_loader.get_data_path())
        # espeak-ng looks here before it looks at the path that it is given.
        os.environ["ESPEAK_DATA_PATH"] = data
        path = str(espeakng_loader.get_library_path())
        self._library = ctypes.CDLL(path, mode=getattr(ctypes, "RTLD_GLOBAL", 0))
        self.sample_rate = self._library.espeak_Initialize(
            _RETRIEVAL + 1, 0, data.encode(), _NO_EXIT
        )
        if self.sample_rate <= 0:
            raise EspeakError("espeak-ng does not start")
        self._chunks: list[bytes] = []
        self._callback = _CALLBACK(self._receive)  # kept: the library only borrows it
        self._library.espeak_SetSynthCallback(self._callback)

    @property
    def version(self) -> str:
        """The version of the library, such as "1.52.0"."""
        info: Callable[..., bytes] = self._library.espeak_Info
        self._library.espeak_Info.restype = ctypes.c_char_p
        return info(None).decode()

    def choose(self, voice: str, rate: int, pitch: int) -> None:
        """Choose a voice by name or language, words a minute, and pitch (0 to 100).

        Raises `EspeakError` if there is no such voice.
        """
        if self._library.espeak_SetVoiceByName(voice.encode()):
            raise EspeakError(f"espeak-ng has no voice “{voice}”")
        self._library.espeak_SetParameter(_RATE, rate, 0)
        self._library.espeak_SetParameter(_PITCH, pitch, 0)

    def speak(self, words: str) -> bytes:
        """Return `words` as 16-bit mono samples. Raises `EspeakError`."""
        self._chunks.clear()
        data = words.encode()
        flags = _UTF8 | _END_PAUSE
        size = ctypes.c_size_t(len(data) + 1)
        failed = self._library.espeak_Synth(data, size, 0, 1, 0, flags, None, None)
        if failed or self._library.espeak_Synchronize():
            raise EspeakError("espeak-ng could not speak it")
        return b"".join(self._chunks)

    def _receive(self, samples: object, count: int, _events: object) -> int:
        if count > 0:
            self._chunks.append(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]
        return 0
