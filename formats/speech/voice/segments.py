"""Utterances as sound: spoken, checked and measured once, and kept under what they came from.

One changed sentence is one utterance to speak anew. Two processes speak at once.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Self

import numpy as np

from formats.errors import RenderError
from formats.speech.script import saying
from formats.speech.script.utterances import Utterance
from formats.speech.voice import driver, hibari, judging, levels, sound, voices
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.speaker import Given, NoSuchVoiceError, Speaker, SpeechError
from formats.speech.voice.voices import Voice, Voices
from formats.storage import cache

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
        self._cache = cache.Cache("speech")
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
        data = self._cache.get(key)
        if data is not None:
            known: Future[Spoken] = Future()
            known.set_result(_unpacked(utterance, data))
            return known
        for speaker in self._all:
            speaker.start()  # before there are threads, with which a fork goes badly
        return self._threads.submit(self._anew, utterance, voice, key)

    def _anew(self, utterance: Utterance, voice: Voice, key: str) -> Spoken:
        data = self._cache.get_or_make(key, lambda: _packed(self._checked(utterance, voice)))
        return _unpacked(utterance, data)

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


def _marked(utterance: Utterance, voice: Voice) -> str:
    """Return what is said, with the sounds of its names for an engine that takes them."""
    if voice.driver != driver.HIBARI:
        return utterance.say
    return hibari.marked(utterance.say, utterance.sounds, voice.name)


_COUNT = 4  # bytes of a count


def _packed(spoken: Spoken) -> bytes:
    """Return what is kept: how many levels there are, the levels, the samples."""
    count = spoken.levels.size.to_bytes(_COUNT)
    return count + spoken.levels.astype("<f4").tobytes() + spoken.samples.tobytes()


def _unpacked(utterance: Utterance, data: bytes) -> Spoken:
    start = _COUNT + 4 * int.from_bytes(data[:_COUNT])
    known = np.frombuffer(data[_COUNT:start], "<f4").reshape(2, -1)
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
