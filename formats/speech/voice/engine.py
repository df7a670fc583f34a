"""What a speech engine of ours is, and how it can fail."""

from typing import Protocol

SAMPLE_RATE = 22_050
"""Samples a second of all speech here: espeak-ng's own, to which others are converted."""


class EngineError(Exception):
    """The engine cannot be started, or refuses what it was asked."""


class NoVoiceError(EngineError):
    """The engine has no such voice."""


class Engine(Protocol):
    """Words in, samples out, one utterance at a time."""

    sample_rate: int

    def speak(self, words: str, voice: str, rate: int, pitch: int) -> bytes:
        """Return `words` as 16-bit mono samples at `sample_rate`.

        `rate` is in words a minute, `pitch` from 0 to 100. Raises `EngineError`.
        """
