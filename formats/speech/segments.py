"""Utterances as sound: spoken once, checked, and kept under what they were spoken from.

One changed sentence is one utterance to speak anew. Two processes speak at once.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from queue import SimpleQueue
from typing import Self

from formats import cache
from formats.errors import RenderError
from formats.speech import saying, sound
from formats.speech.speaker import Speaker, SpeechError
from formats.speech.utterances import Utterance
from formats.speech.voices import Voice

_CACHE_LIMIT = 500_000_000  # bytes: about three hours of speech
_TRIES = 2
_PATIENCE = 10.0  # seconds, beside twice what the words take to say
_WORKERS = 2


class Studio:
    """Speaks utterances. Use as a context: it ends its processes."""

    def __init__(self, voice: Voice, language: str, driver: str | None = None) -> None:
        self._voice = voice
        self._language = language
        self._cache = cache.Cache("speech", _CACHE_LIMIT)
        self._engine = f"{driver or 'espeak-ng'} {version('espeakng-loader')}"
        self._all = [Speaker(driver) for _ in range(_WORKERS)]
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

    def spoken(self, utterances: Iterable[Utterance]) -> Iterator[tuple[Utterance, sound.Samples]]:
        """Yield each utterance with its trimmed sound, in order.

        Raises `RenderError`, with the place, for an utterance that could not be spoken.
        """
        waiting = list(utterances)
        # A few hundred at a time, so that a long text is never in memory whole.
        for start in range(0, len(waiting), 200):
            batch = waiting[start : start + 200]
            yield from zip(batch, self._threads.map(self._sound, batch), strict=True)

    def _sound(self, utterance: Utterance) -> sound.Samples:
        voice = self._voice.speaking(utterance.language, self._language)
        say = utterance.say
        settings = (voice.name, voice.rate, voice.pitch, self._engine, saying.VERSION)
        key = cache.key(say, utterance.language, *settings)
        data = self._cache.get(key)
        if data is None:
            data = self._checked(utterance, voice).tobytes()
            self._cache.put(key, data)
        return sound.samples(data)

    def _checked(self, utterance: Utterance, voice: Voice) -> sound.Samples:
        reason = ""
        for _ in range(_TRIES):
            speaker = self._free.get()
            try:
                limit = _PATIENCE + 2 * sound.expected_seconds(utterance.say, voice.rate)
                heard = sound.trimmed(sound.samples(speaker.speak(utterance.say, voice, limit)))
                reason = sound.fault(heard, utterance.say, voice.rate)
            except SpeechError as error:
                reason = str(error)
            finally:
                self._free.put(speaker)
            if not reason:
                return heard
        raise RenderError(
            f"The speech engine could not say “{utterance.text[:60]}” with the voice "
            f"“{voice.name}”: {reason}. Reword it, or choose another voice.",
            utterance.place,
        )

    def prune(self) -> None:
        """Keep the cache within its bounds."""
        self._cache.prune()
