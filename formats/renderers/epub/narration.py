"""Speech for an e-book that reads along: a sound file for each chapter, a clip for each sentence.

The utterances are those of spoken audio. What the recording adds there ("Quote.", "Row 1.")
is left out: here the eye sees it, and every clip has its words on the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from formats.model import Leaflet
from formats.renderers.epub.said import Said
from formats.speech.script import script
from formats.speech.script.announcements import Announcer
from formats.speech.script.utterances import Chapter, Utterance
from formats.speech.voice import levels, voices
from formats.speech.voice.encoding import DELAY, Mp3
from formats.speech.voice.engine import SAMPLE_RATE
from formats.speech.voice.segments import Studio

_PITCH = 50
_BIT_RATE = 48  # kbit/s


@dataclass(frozen=True, slots=True)
class Clip:
    """A stretch of a sound file, in seconds, and the place ("file#id") whose words it says."""

    place: str
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Track:
    """A sound file with its clips, one after the other."""

    file: str
    data: bytes
    clips: tuple[Clip, ...]


_Placed = list[tuple[Utterance, str]]


def tracks(leaflet: Leaflet, said: Said, rate: int) -> Iterator[Track]:
    """Yield the sound files of `leaflet`, spoken at `rate` words a minute.

    Raises `RenderError`, with the place, for what cannot be spoken.
    """
    choice = voices.choose(leaflet.language, "espeak-ng", "", rate, _PITCH, leaflet.place)
    chapters = [list(_placed(chapter, said)) for chapter in (_title(leaflet), *script(leaflet))]
    with Studio(choice) as studio:
        # Twice, the second time from the cache: the gain must be known before the first file
        # is encoded, and a long text is never in memory whole.
        gain = levels.gain(_measured(studio, chapters))
        for number, chapter in enumerate(filter(None, chapters)):
            yield _track(f"audio/{number:02}.mp3", studio, chapter, gain)
        studio.prune()


def _title(leaflet: Leaflet) -> Chapter:
    opening = Announcer(leaflet).opening([], 0)
    title = tuple(said for said in opening.utterances if said.node is leaflet)
    return Chapter(leaflet.title, title)


def _placed(chapter: Chapter, said: Said) -> Iterator[tuple[Utterance, str]]:
    """Yield the utterances whose words stand in the e-book, each with its place."""
    last, place = (0, 0), ""
    for utterance in chapter.utterances:
        if utterance.node is None:
            continue
        key = (id(utterance.node), utterance.part)
        # A sentence in two languages is two utterances and one place.
        if key != last:
            last, place = key, said.take(utterance.node, utterance.part)
        if place:
            yield utterance, place


def _measured(studio: Studio, chapters: list[_Placed]) -> levels.Loudness:
    loudness = levels.Loudness()
    every = (utterance for chapter in chapters for utterance, _ in chapter)
    for spoken in studio.spoken(every):
        loudness.add(spoken.levels)
    return loudness


def _track(file: str, studio: Studio, chapter: _Placed, gain: float) -> Track:
    pieces: list[bytes] = []
    clips: list[Clip] = []
    position = 0
    spoken = studio.spoken(utterance for utterance, _ in chapter)
    for (_, place), each in zip(chapter, spoken, strict=True):
        begin, position = position, position + len(each.samples) + each.silence
        pieces += [each.samples.tobytes(), bytes(2 * each.silence)]
        clip = Clip(place, begin / SAMPLE_RATE + DELAY, position / SAMPLE_RATE + DELAY)
        if clips and clips[-1].place == place:
            clip = Clip(place, clips.pop().begin, clip.end)
        clips.append(clip)
    mp3, samples = Mp3(_BIT_RATE), b"".join(pieces)
    data = mp3.known(samples, gain) or mp3.encode(samples, gain)
    return Track(file, data, tuple(clips))
