"""A viewed leaflet -> MP3: speak, measure, encode, tag."""

import math
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import IO, BinaryIO

from formats import cache
from formats.errors import RenderError
from formats.model import Leaflet
from formats.renderers.audio import AudioOptions, tags
from formats.renderers.audio.recording import Recording, Track
from formats.speech import encoding, voices
from formats.speech.announcements import Announcer
from formats.speech.script import script
from formats.speech.segments import Studio

LOUDNESS = -23.0
"""LUFS: EBU R 128, the level of broadcast speech."""
_PEAK = 10 ** (-1.5 / 20)  # −1.5 dBTP: encoding may add half a decibel to the −1 allowed
_GAIN_STEP = 0.5  # decibels: a changed sentence seldom moves the gain, so pieces stay cached
_AT_ONCE = 2


def write(leaflet: Leaflet, options: AudioOptions, out: BinaryIO) -> None:
    """Write the MP3 of `leaflet` to `out`."""
    voice = voices.Voice(
        options.voice or voices.default_name(leaflet.language), options.rate, options.pitch
    )
    with Recording() as recording, Studio(voice, leaflet.language) as studio:
        tracks = _spoken(leaflet, recording, studio)
        studio.prune()
        gain = _gain(recording)
        bit_rate = _bit_rate(options, sum(track.seconds for track in tracks), leaflet)
        with tempfile.TemporaryFile(dir=cache.root()) as body:
            lengths = _encode(recording, tracks, gain, bit_rate, body)
            titles = [track.title for track in tracks]
            out.write(tags.tag(leaflet, list(zip(titles, lengths, strict=True))))
            _copy(body, out)


def _spoken(leaflet: Leaflet, recording: Recording, studio: Studio) -> list[Track]:
    """Return the tracks in order. The opening, which says how long it is, is spoken last."""
    announcer = Announcer(leaflet)
    chapters = [*script(leaflet), announcer.addresses(), announcer.closing()]
    kept = tuple(chapter for chapter in chapters if chapter)
    tracks = recording.speak(kept, studio)
    minutes = round(sum(track.seconds for track in tracks) / 60)
    return [*recording.speak([announcer.opening(kept, minutes)], studio), *tracks]


def _gain(recording: Recording) -> float:
    """Return the one factor that brings the recording to its loudness, its peaks in bounds."""
    decibels = LOUDNESS - recording.loudness.integrated()
    if not math.isfinite(decibels):
        return 1.0
    factor = 10 ** (round(decibels / _GAIN_STEP) * _GAIN_STEP / 20)
    return min(factor, _PEAK / max(recording.loudness.peak, 1e-6))


def _bit_rate(options: AudioOptions, seconds: float, leaflet: Leaflet) -> int:
    """Return the highest bit rate up to the one chosen that keeps within the size allowed."""
    chosen = int(options.bit_rate)
    if not options.max_size:
        return chosen
    room = options.max_size * 1_000_000 - tags.MOST_BYTES
    fitting = [r for r in encoding.BIT_RATES if r <= chosen and r * 125 * seconds * 1.02 <= room]
    if fitting:
        return fitting[-1]
    least = (encoding.BIT_RATES[0] * 125 * seconds * 1.02 + tags.MOST_BYTES) / 1_000_000
    raise RenderError(
        f"The recording cannot be as small as {options.max_size:g} MB: it needs {least:.1f} MB. "
        "Allow that much, or choose a higher rate of speech.",
        leaflet.place,
    )


def _encode(
    recording: Recording, tracks: list[Track], gain: float, bit_rate: int, body: IO[bytes]
) -> list[float]:
    """Write all pieces to `body` in order, and return how many seconds each track plays."""
    pieces = ((index, piece) for index, t in enumerate(tracks) for piece in t.pieces)
    lengths = [0.0] * len(tracks)
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        while batch := list(islice(pieces, _AT_ONCE * 4)):
            samples = [recording.read(piece) for _, piece in batch]
            encoded: Iterator[bytes] = threads.map(
                lambda data: encoding.mp3(data, gain, bit_rate), samples
            )
            for (index, _), data in zip(batch, encoded, strict=True):
                body.write(data)
                lengths[index] += encoding.seconds(data)
    return lengths


def _copy(source: IO[bytes], out: BinaryIO) -> None:
    source.seek(0)
    while chunk := source.read(1 << 20):
        out.write(chunk)
