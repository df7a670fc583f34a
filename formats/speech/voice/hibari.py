"""Hibari, a small natural voice for English, called synchronously. It comes with `hibari-tts`.

The voice “heart” and all that turns words into sounds are inside the package; the other voices
are a file each, which `formats voices --get` has the package fetch. A recogniser gets 3 % of its
words wrong, most of them its own doing; of espeak-ng's it gets every fifth wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from formats.speech.voice import accents, figures
from formats.speech.voice.engine import PAUSES, RATE, EngineError, NoVoiceError
from formats.storage import files

_SPEEDS = (0.35, 0.4, 0.5, 0.6, 0.65, 0.7, 0.76, 0.8, 0.85, 0.9, 1.0, 1.2, 1.3, 1.4, 1.6, 2.0)
_RATES = (71, 83, 103, 125, 130, 147, 155, 168, 189, 201, 210, 231, 242, 324, 341, 376)
"""Words a minute at each speed, measured over sentences of the leaflet. No straight line: a
sound lasts a whole number of frames of 12.5 ms."""
_MOST_SOUNDS = 200  # in one go; memory grows with it, and longer ones lose their tune
_REST = 6_000  # samples: a quarter of a second after a semicolon, as between groups of figures
_END = 240  # samples: 10 ms in which a sound fades, and as much silence after the last
_SEED = 0  # of the breath in the voice: the same words are the same samples each time


@dataclass(frozen=True, slots=True)
class Sort:
    """What the package says of a voice; `path` is where its file is or is to be put."""

    name: str
    language: str
    accent: str
    sort: str
    path: Path
    size: int
    digest: str
    bundled: bool

    @property
    def is_there(self) -> bool:
        """Whether its file is on this computer, whole or not."""
        return self.path.is_file()

    def fault(self) -> str:
        """Return what is wrong with the file that is there, or nothing."""
        if self.bundled:
            return ""
        if (size := self.path.stat().st_size) < self.size:
            return f"it is cut short: it has {size:,} bytes of {self.size:,}"
        return (
            ""
            if files.digest(self.path) == self.digest
            else "it is not the file that the maker published"
        )


@cache
def _package() -> Any:
    from hibari import voices

    return voices


def voices() -> dict[str, Sort]:
    """Return the voices by name, the bundled one first. Raises `ImportError`."""
    package = _package()
    return {
        name: Sort(
            name, row["language"], row["accent"], row["gender"], _path(row, package), row["bytes"],
            row["sha256"], bool(row.get("bundled")),
        )
        for name, row in package.VOICES.items()
    }  # fmt: skip


def _path(row: dict[str, Any], package: Any) -> Path:
    folder = package.ASSETS if row.get("bundled") else package.cache_dir()
    return Path(folder) / str(row["file"])


def fetch(name: str) -> Path:
    """Have the package fetch the file of a voice from its maker, checked by its digest.

    The one place here that uses the network. Raises `EngineError` if it cannot be had.
    """
    sort = voices()[name]
    try:
        if sort.is_there and sort.fault():
            sort.path.unlink()
        return Path(_package().voice_path(name))
    except (OSError, RuntimeError) as error:
        said = " ".join(str(error).split()).removeprefix("hibari: ").rstrip(".")
        raise EngineError(said[:1].upper() + said[1:]) from None


def marked(words: str, sounds: tuple[tuple[str, str], ...], voice: str) -> str:
    """Return `words` with the sounds of some of them written in, in the accent of `voice`."""
    words = words.translate({ord(each): " " for each in "[]"})
    british = voices()[voice].accent == "British"
    for letters, said in sorted(sounds, key=lambda each: len(each[0]), reverse=True):
        mark = f"[{letters}](/{accents.in_accent(said, british=british)}/)"
        words = re.sub(rf"(?<![\w\[]){re.escape(letters)}(?![\w\]])", mark, words)
    return words


class Hibari:
    """The voices of hibari that this process has loaded."""

    sample_rate = 24_000

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def speak(self, words: str, voice: str, rate: int, pitch: int) -> bytes:
        """Return `words` as 16-bit mono samples at `sample_rate`.

        `rate` is in words a minute, `pitch` from 0 to 100. A word may be written
        `[word](/sounds/)`. Raises `EngineError`; `NoVoiceError` if there is no such voice.
        """
        loaded = self._with(voice)
        speed = float(np.interp(rate, _RATES, _SPEEDS))
        random = np.random.default_rng(_SEED)
        sounds = []
        for part in _parts(self.phonemes(words, voice)):
            sounds.append(_sung(loaded, part, speed, 2 ** ((pitch - 50) / 50), random))
            sounds.append(np.zeros(_REST if part.endswith(";") else 0, np.float32))
        sound = np.concatenate((*sounds, np.zeros(_END, np.float32)))
        return bytes((np.clip(sound, -1, 1) * 32_767).astype("<i2").tobytes())

    def seconds(self, words: str, voice: str, rate: int) -> float:
        """Return about how long `voice` takes for `words` at `rate` words a minute.

        By its count of sounds: over a leaflet it takes 0.84 to 1.18 of that.
        """
        phonemes = self.phonemes(words, voice)
        count, pauses = sum(map(str.isalpha, phonemes)), len(PAUSES.findall(phonemes))
        reached = min(max(rate, _RATES[0]), _RATES[-1])
        return (0.187 + 0.082 * count + 0.335 * pauses) * RATE / reached

    def phonemes(self, words: str, voice: str) -> str:
        """Return how `voice` says `words`, in the alphabet of misaki. Raises `EngineError`."""
        loaded = self._with(voice)
        g2p = loaded.g2p
        said = g2p.phonemize_tokens(g2p.tokenize(figures.in_words(" ".join(words.split()))))
        for token in said:
            silent = not any(map(str.isalnum, token.phonemes or ""))
            if any(map(str.isalnum, token.text)) and (silent or len(token.text) > g2p.oov.maxlen):
                raise EngineError(f"it has no sounds for “{token.text[:40]}”")
        return "".join((each.phonemes or "") + each.whitespace for each in said).strip()

    def _with(self, name: str) -> Any:
        if name not in self._loaded:
            self._loaded[name] = _load(name)
        return self._loaded[name]


def _load(name: str) -> Any:
    from hibari import Hibari as Package

    if name not in voices():
        raise NoVoiceError(f"hibari has no voice “{name}”")
    sort = voices()[name]
    if not sort.is_there:
        raise NoVoiceError(f"the file of hibari's voice “{name}” is not on this computer")
    if fault := sort.fault():
        raise NoVoiceError(f"the file of hibari's voice “{name}” cannot be used: {fault}")
    # One thread: two processes speak at once, and each keeps to its core.
    return Package(voice=name, threads=1)


def _parts(phonemes: str) -> Iterator[str]:
    """Yield phonemes cut at each semicolon, else at marks or between words, for one go each."""
    for group in re.split("(?<=;) ", phonemes):
        yield from _short_parts(group)


def _short_parts(phonemes: str) -> Iterator[str]:
    while len(phonemes) > _MOST_SOUNDS:
        marks = [match.end() for match in _CLAUSE.finditer(phonemes, 0, _MOST_SOUNDS)]
        end = marks[-1] if marks else phonemes.rfind(" ", 0, _MOST_SOUNDS) + 1
        end = end if end > 0 else _MOST_SOUNDS
        yield phonemes[:end].strip()
        phonemes = phonemes[end:]
    if phonemes.strip():
        yield phonemes.strip()


_CLAUSE = re.compile(r"[.!?…,;:—]+ ")


def _sung(loaded: Any, phonemes: str, speed: float, pitch: float, random: Any) -> Any:
    """Return the samples of `phonemes`, their melody made higher by the factor `pitch`.

    The package has no pitch to choose, and gives the melody apart from the spectrum.
    """
    from hibari import dsp

    ids = np.asarray([loaded.ids(phonemes)], np.int64)
    given = loaded.sess.run(None, {"ids": ids, "speed": np.asarray([speed], np.float32)})
    *spectrum, melody = (each[0] for each in given)
    sound = dsp.synth(*spectrum, melody * np.float32(pitch), random)
    # At high speed its last frame is not always silent, and would end in a click.
    sound[-_END:] *= np.linspace(1, 0, len(sound[-_END:]), dtype=np.float32)
    return sound
