"""Utterances as sound: spoken, checked and measured once, and kept under what they came from.

One changed sentence is one utterance to speak anew. Two processes speak at once.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Self
from zlib import crc32

import numpy as np

from formats.errors import RenderError
from formats.speech.script import saying
from formats.speech.script.utterances import Utterance
from formats.speech.voice import driver, hibari, judging, levels, sound, voices
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.speaker import Given, NoSuchVoiceError, Speaker, SpeechError
from formats.speech.voice.voices import Voice, Voices
from formats.storage import cache

_CACHE_LIMIT = 500_000_000  # bytes: about three hours of speech
_VERSION = "7"  # of what happens to speech before it is kept
_TRIES = 2
_PATIENCE, _TIMES_EXPECTED = 10.0, 2.0  # seconds, and times what the words take to say
_WORKERS = 2
_AHEAD = 24  # utterances spoken before they are asked for, so that no process waits


@dataclass(frozen=True, slots=True)
class Spoken:
    """An utterance with its sound, trimmed, and how many samples of silence follow it."""

    utterance: Utterance
    samples: sound.Samples
    levels: levels.Levels
    silence: int


class Studio:
    """Speaks utterances. Use as a context: it ends its processes."""

    def __init__(self, choice: Voices) -> None:
        self._voices = choice
        self._cache = cache.Cache("speech", _CACHE_LIMIT)
        self._all = [Speaker() for _ in range(_WORKERS)]
        self._free: SimpleQueue[Speaker] = SimpleQueue()
        for speaker in self._all:
            self._free.put(speaker)
        self._threads = ThreadPoolExecutor(_WORKERS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)
        for speaker in self._all:
            speaker.close()

    def spoken(self, utterances: Iterable[Utterance]) -> Iterator[Spoken]:
        """Yield each utterance as sound, in order.

        Raises `RenderError`, with the place, for an utterance that could not be spoken.
        """
        waiting: deque[Future[Spoken]] = deque()
        for utterance in utterances:
            waiting.append(self._begun(utterance))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def spoken_seconds(self, utterances: Iterable[Utterance]) -> Iterator[float]:
        """Yield how long each utterance is, with the silence after it."""
        for spoken in self.spoken(utterances):
            yield (len(spoken.samples) + spoken.silence) / SAMPLE_RATE

    def _begun(self, utterance: Utterance) -> Future[Spoken]:
        voice = self._voices.of(utterance.language)
        engine = f"{voice.driver} {voices.edition(voice.driver)}"
        settings = (voice.name, voice.rate, voice.pitch, engine, saying.VERSION, _VERSION)
        key = cache.key(repr(utterance.sounds), utterance.say, utterance.language, *settings)
        data = _unsealed(self._cache.get(key))
        if data is not None:
            known: Future[Spoken] = Future()
            known.set_result(_unpacked(utterance, data))
            return known
        for speaker in self._all:
            speaker.start()  # before there are threads, with which a fork goes badly
        return self._threads.submit(self._anew, utterance, voice, key)

    def _anew(self, utterance: Utterance, voice: Voice, key: str) -> Spoken:
        spoken = self._checked(utterance, voice)
        self._cache.put(key, _sealed(_packed(spoken)))
        return spoken

    def _checked(self, utterance: Utterance, voice: Voice) -> Spoken:
        """Return an utterance with its trimmed sound, which has passed judgement."""
        reason = ""
        for _ in range(_TRIES):
            try:
                answer = self._given(utterance, voice)
                given = sound.samples(answer.samples)
                heard = sound.trimmed(given)
                expected = judging.expected(utterance.say, voice.rate, answer.seconds)
                reason = judging.fault(given, heard, expected)
            except NoSuchVoiceError as error:
                raise _no_voice(utterance, error) from None
            except SpeechError as error:
                reason = str(error)
            if not reason:
                return Spoken(utterance, heard, levels.measured(heard), _silence(utterance))
        raise RenderError(
            f"The speech engine could not say “{_short(utterance)}” with the voice "
            f"“{voice.name}”: {reason}. Reword it, or choose another voice.",
            utterance.place,
        )

    def _given(self, utterance: Utterance, voice: Voice) -> Given:
        expected = judging.expected_seconds(utterance.say, voice.rate)
        speaker = self._free.get()
        try:
            words = _marked(utterance, voice)
            return speaker.speak(words, voice, _PATIENCE + _TIMES_EXPECTED * expected)
        finally:
            self._free.put(speaker)

    def prune(self) -> None:
        """Keep the cache within its bounds."""
        self._cache.prune()


def _marked(utterance: Utterance, voice: Voice) -> str:
    """Return what is said, with the sounds of its names for an engine that takes them."""
    if voice.driver != driver.HIBARI:
        return utterance.say
    return hibari.marked(utterance.say, utterance.sounds, voice.name)


def _sealed(data: bytes) -> bytes:
    return crc32(data).to_bytes(_SEAL) + data


def _unsealed(kept: bytes | None) -> memoryview | None:
    """Return what was kept, or None if a fault of the disk has changed it since."""
    if kept is None:
        return None
    data = memoryview(kept)[_SEAL:]
    return data if crc32(data) == int.from_bytes(kept[:_SEAL]) else None


_SEAL = 4  # bytes


def _packed(spoken: Spoken) -> bytes:
    """Return what is kept: how many levels there are, the levels, the samples."""
    count = spoken.levels.size.to_bytes(_SEAL)
    return count + spoken.levels.astype("<f4").tobytes() + spoken.samples.tobytes()


def _unpacked(utterance: Utterance, data: memoryview) -> Spoken:
    start = _SEAL + 4 * int.from_bytes(data[:_SEAL])
    known = np.frombuffer(data[_SEAL:start], "<f4").reshape(2, -1)
    return Spoken(utterance, sound.samples(data[start:]), known, _silence(utterance))


def _silence(utterance: Utterance) -> int:
    return round(utterance.pause * SAMPLE_RATE)


def _short(utterance: Utterance) -> str:
    words = utterance.text
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rstrip()}…"


_LONGEST_SHOWN = 60  # letters


def _no_voice(utterance: Utterance, error: NoSuchVoiceError) -> RenderError:
    return RenderError(
        f"“{_short(utterance)}” is in the language “{utterance.language}”, and {error}. Choose "
        "another voice, or leave these words out of the spoken edition with “::: not audio”.",
        utterance.place,
    )
