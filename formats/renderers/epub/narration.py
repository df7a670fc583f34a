"""Speech for an e-book that reads along: a sound file for each chapter, a clip for each sentence.

The utterances are those of spoken audio. What the recording adds there ("Quote.", "Row 1.")
is left out: here the eye sees it, and every clip has its words on the page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from formats.model import Edition
from formats.speech.script import Chapter, Utterance, script
from formats.speech.voice import levels, voices
from formats.speech.voice.encoding import DELAY, Mp3
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.segments import Studio

_BIT_RATE = 48  # kbit/s


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of a sound file, in seconds, and the sentence (its `id`) that it says."""

    sentence: str
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Track:
    """A sound file with its clips, one after the other."""

    file: str
    data: bytes
    clips: tuple[Clip, ...]


_Said = list[Utterance]


class Narration:
    """What is said of an edition. `sentences` are those of its text that have words to say."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        said = map(_of_the_text, script(edition))
        self._chapters = [chapter for chapter in said if chapter]
        self.sentences = frozenset(each.sentence for said in self._chapters for each in said)

    def tracks(self, rate: int) -> Iterator[Track]:
        """Yield the sound files, spoken at `rate` words a minute.

        Raises `RenderError`, with the place, for what cannot be spoken.
        """
        edition = self._edition
        wish = voices.Wish(rate=rate, house=dict(edition.voices))
        choice = voices.choose(edition.language, wish, edition.place)
        with Studio(choice) as studio:
            # Twice, the second time from the cache: the gain must be known before the first file
            # is encoded, and a long text is never in memory whole.
            gain = levels.gain(_measured(studio, self._chapters))
            for number, chapter in enumerate(self._chapters):
                yield _track(f"audio/{number:02}.mp3", studio, chapter, gain)


def _of_the_text(chapter: Chapter) -> _Said:
    return [utterance for utterance in chapter.utterances if utterance.sentence]


def _measured(studio: Studio, chapters: Iterable[_Said]) -> levels.Loudness:
    loudness = levels.Loudness()
    for spoken in studio.spoken(each for chapter in chapters for each in chapter):
        loudness.add(spoken.levels)
    return loudness


def _track(file: str, studio: Studio, chapter: _Said, gain: float) -> Track:
    pieces: list[bytes] = []
    clips: list[Clip] = []
    position = 0
    for each in studio.spoken(chapter):
        sentence = each.utterance.sentence
        begin, position = position, position + len(each.samples) + each.silence
        pieces += [each.samples.tobytes(), bytes(2 * each.silence)]
        clip = Clip(sentence, begin / SAMPLE_RATE + DELAY, position / SAMPLE_RATE + DELAY)
        # A sentence in two languages is two utterances and one clip.
        if clips and clips[-1].sentence == sentence:
            clip = Clip(sentence, clips.pop().begin, clip.end)
        clips.append(clip)
    mp3, samples = Mp3(_BIT_RATE), b"".join(pieces)
    data = mp3.known(samples, gain) or mp3.encode(samples, gain)
    return Track(file, data, tuple(clips))
