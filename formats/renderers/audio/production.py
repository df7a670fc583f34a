"""A viewed leaflet -> a finished recording: speak, measure, encode, pack."""

import tempfile
from typing import IO, BinaryIO, cast

from formats.errors import RenderError
from formats.model import Leaflet
from formats.renderers.audio import AudioOptions, packing, size, tags
from formats.renderers.audio.recording import Recording, Track
from formats.speech.script import script
from formats.speech.script.announcements import Announcer
from formats.speech.voice import encoding, levels, voices
from formats.speech.voice.encoding import Encoding, Mp3, Wav
from formats.speech.voice.segments import Studio
from formats.storage import cache


def write(leaflet: Leaflet, options: AudioOptions, out: BinaryIO) -> None:
    """Write the recording of `leaflet` to `out`."""
    if not options.split:
        tags.need_room(leaflet)
    with Recording() as recording, tempfile.TemporaryFile(dir=cache.root()) as body:
        tracks = _spoken(leaflet, recording, choice(leaflet, options))
        encoded = _encoding(options, tracks, leaflet)
        parts = _encode(recording, tracks, encoded, body)
        encoding.prune()
        if options.split:
            packing.write_zip(leaflet, encoded.suffix, parts, body, out)
        else:
            packing.write_file(leaflet, encoded.suffix, parts, body, out)


def choice(leaflet: Leaflet, options: AudioOptions) -> voices.Voices:
    """Return the voices that `options` ask for. Raises `RenderError` if they cannot be had."""
    engine = cast("voices.EngineName", options.engine)
    return voices.choose(
        leaflet.language, engine, options.voice, options.rate, options.pitch, leaflet.place
    )


def _spoken(leaflet: Leaflet, recording: Recording, choice: voices.Voices) -> list[Track]:
    """Return the tracks in order. The opening, which says how long it is, is spoken last."""
    announcer = Announcer(leaflet)
    chapters = [*script(leaflet), *announcer.after()]
    with Studio(choice) as studio:
        tracks = recording.speak(chapters, studio)
        seconds = sum(track.seconds for track in tracks)
        opening = recording.speak([announcer.before(chapters, seconds)], studio)
        studio.prune()
    return [*opening, *tracks]


def _encoding(options: AudioOptions, tracks: list[Track], leaflet: Leaflet) -> Encoding:
    """Return the encoding asked for: at the highest bit rate within the size allowed.

    Raises `RenderError` if the lowest is still too large.
    """
    if options.file_format == "wav":
        return Wav()
    chosen, allowed = int(options.bit_rate), size.parsed(options.max_size)
    if not allowed:
        return Mp3(chosen)
    most = {rate: _most_bytes(rate, tracks) for rate in encoding.BIT_RATES if rate <= chosen}
    fitting = [rate for rate in most if most[rate] <= allowed]
    if fitting:
        return Mp3(fitting[-1])
    raise RenderError(
        f"The recording cannot be as small as {options.max_size}: it needs "
        f"{size.shown(min(most.values()))}. Allow that much, or choose a higher rate of speech.",
        leaflet.place,
    )


def _most_bytes(bit_rate: int, tracks: list[Track]) -> int:
    pieces = [end - start for track in tracks for start, end in track.pieces]
    return tags.MOST_BYTES + sum(map(Mp3(bit_rate).most_bytes, pieces))


def _encode(
    recording: Recording, tracks: list[Track], encoded: Encoding, body: IO[bytes]
) -> list[packing.Part]:
    """Write all pieces to `body` in order, and return where in it each track lies."""
    parts = [packing.Part(track.title) for track in tracks]
    owners = [part for part, track in zip(parts, tracks, strict=True) for _ in track.pieces]
    pieces = (recording.read(piece) for track in tracks for piece in track.pieces)
    made = encoding.encode_all(pieces, encoded, levels.gain(recording.loudness))
    for part, (data, seconds) in zip(owners, made, strict=True):
        part.add(body.tell(), len(data), seconds)
        body.write(data)
    return parts
