"""SVOX Pico, called synchronously. It comes with `py-nanotts`, the optional extra `pico`.

Of the engines that need no network it is the one best understood: a recogniser gets 6 % of
its English words wrong, where it gets 16 % of espeak-ng's wrong.
"""

from formats.speech.voice.engine import EngineError, NoVoiceError

VOICES = ("en-GB", "en-US", "de-DE", "es-ES", "fr-FR", "it-IT")
_OWN_RATE = 178
"""Words a minute at Pico's own speed, measured over sentences of the leaflet."""
_VOLUME = 0.5  # at its own volume it clips


class Pico:
    """Pico, which has no state between utterances that a caller need know of."""

    sample_rate = 16_000

    def __init__(self) -> None:
        from py_nanotts import NanoTTS

        self._pico = NanoTTS()

    def speak(self, words: str, voice: str, rate: int, pitch: int) -> bytes:
        """Return `words` as 16-bit mono samples at `sample_rate`.

        `rate` is in words a minute, `pitch` from 0 to 100. Raises `EngineError`.
        """
        if voice not in VOICES:
            raise NoVoiceError(f"Pico has no voice “{voice}”")
        # A markup tag in the words, such as <spell>, crashes it.
        plain = words.replace("<", " ").replace(">", " ")
        samples: bytes = self._pico.speak(
            plain, voice, speed=rate / _OWN_RATE, pitch=2 ** ((pitch - 50) / 50), volume=_VOLUME
        )
        if not samples:
            raise EngineError("Pico could not speak it")
        return samples

    def seconds(self, words: str, voice: str, rate: int) -> float:  # noqa: ARG002 - as every engine is asked
        """Return 0: Pico does not tell."""
        return 0
