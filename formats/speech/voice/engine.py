"""What a speech engine of ours is, and how it can fail."""

import re
from typing import Protocol

PAUSES = re.compile(r"[,:;.!?](?= )")
"""Marks within words, at which every voice pauses."""

SAMPLE_RATE = 24_000
"""Samples a second of all speech here: hibari's own, to which others are converted."""
RATE = 155
"""Words a minute at which the engines were measured."""


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

    def seconds(self, words: str, voice: str, rate: int) -> float:
        """Return about how long `voice` takes for `words`, by its own count of sounds.

        It is 0 if the engine cannot tell. Raises `EngineError` for words that it can only spell.
        """
