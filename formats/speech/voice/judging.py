"""Is it speech of these words, all of it? What an engine gave, judged by its samples alone."""

import unicodedata
from dataclasses import dataclass

import numpy as np

from formats.speech.voice.engine import PAUSES, RATE, SAMPLE_RATE
from formats.speech.voice.sound import SILENCE, Samples, seconds

_SHORTEST, _LONGEST = 0.6, 1.6  # of what the engine itself expects
_SHORTEST_BY_LETTERS, _LONGEST_BY_LETTERS = 0.4, 3.0
"""Of what letters let expect, of an engine that does not count its sounds."""
_LEAST, _MOST = 0.05, 1.0  # seconds less or more, for what is very short
_NOISE = 0.35  # spectral flatness: up to 0.16 in speech, 0.56 in white noise
_FRAME = 1024  # samples over which flatness is measured
_FRAMES_TO_JUDGE, _FRAMES_TO_LOOK_AT = 4, 200
_QUIET_END = int(0.003 * SAMPLE_RATE)  # every engine ends with more; a sound cut short does not


def fault(given: Samples, heard: Samples, expected: "Expected") -> str:
    """Return what is wrong with speech that was `expected` to be so long, or nothing.

    `given` is as the engine gave it, `heard` without the silence at both ends.
    """
    if not heard.size:
        return "it gave silence"
    if _flatness(heard) > _NOISE:
        return "it gave noise"
    length = seconds(heard)
    if not expected.shortest <= length <= expected.longest:
        about = expected.seconds
        return f"it gave {length:.1f} s of sound where about {about:.1f} s were to be expected"
    if np.abs(given[-_QUIET_END:].astype(np.int32)).max() > SILENCE:
        return "it broke off in the middle of a sound"
    return ""


# Seconds at 155 words a minute, fitted to espeak-ng's sentences of the leaflet.
_START, _LETTER, _WORD, _FIGURE, _W, _MARK, _SYLLABLE = 0.11, 0.056, 0.04, 0.26, 0.53, 0.38, 0.25


@dataclass(frozen=True, slots=True)
class Expected:
    """How many seconds speech is to last: about, and at the least and most."""

    seconds: float
    shortest: float
    longest: float


def expected(words: str, rate: int, counted: float = 0.0) -> Expected:
    """Return how long `words` may take at `rate` words a minute.

    `counted` are the seconds that the engine expects, by its own count of sounds: the
    letters of one language take three times as long as those of another, its sounds do not. If
    it is 0, letters are counted.
    """
    if not counted:
        about = expected_seconds(words, rate)
        least, most = _SHORTEST_BY_LETTERS * about, _LONGEST_BY_LETTERS * about
    else:
        about = counted
        least, most = _SHORTEST * about, _LONGEST * about
    return Expected(about, least - _LEAST, most + _MOST)


def expected_seconds(words: str, rate: int) -> float:
    """Return about how long `words` take at `rate` words a minute, by their letters alone."""
    single = [word.strip(",.:;!?") for word in words.split()]
    spelt = sum(_W if word in "wW" else _WORD for word in single if len(word) == 1)
    letters = sum(_SYLLABLE if _is_syllable(c) else _LETTER for c in words if c.isalpha())
    figures = _FIGURE * sum(map(str.isdigit, words))
    pauses = _MARK * len(PAUSES.findall(words))
    total = _START + letters + figures + spelt + pauses + _WORD * len(single)
    return total * RATE / rate


def _is_syllable(letter: str) -> bool:
    """Return whether a letter is said as a syllable, as Chinese, Korean and Japanese ones are."""
    return unicodedata.east_asian_width(letter) in "WF"


def _flatness(sound: Samples) -> float:
    """Return the spectral flatness of the louder half, from 0 (a tone) to 1 (an impulse)."""
    count = min(len(sound) // _FRAME, _FRAMES_TO_LOOK_AT)
    if count < _FRAMES_TO_JUDGE:
        return 0.0
    frames = sound[: count * _FRAME].reshape(count, _FRAME).astype(np.float32)
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2 + 1.0
    loud = power[power.sum(axis=1) > np.median(power.sum(axis=1))]
    flat = np.exp(np.log(loud).mean(axis=1)) / loud.mean(axis=1)
    return float(np.median(flat)) if flat.size else 0.0
