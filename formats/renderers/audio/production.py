"""An edition -> a finished recording: speak, measure, encode, pack."""

import tempfile
from collections.abc import Iterator
from typing import IO, BinaryIO

from formats.errors import RenderError
from formats.model import Edition
from formats.model.findings import Finding, Severity
from formats.renderers.audio import AudioOptions, packing, size, tags
from formats.renderers.audio.recording import Recording, Track
from formats.speech.script import Announcer
from formats.speech.voice import encoding, levels, voices
from formats.speech.voice.encoding import Encoding, Mp3, Wav
from formats.speech.voice.segments import Studio
from formats.storage import sizes


def write(edition: Edition, options: AudioOptions, out: BinaryIO) -> list[Finding]:
    """Write the recording of `edition` to `out`, and return what there is to say of it."""
    chosen = choice(edition, options)
    announcer = Announcer(edition, chosen.chosen.called)
    if not options.split:
        tags.need_room(edition, len(announcer.chapters) + 1)
    with Recording() as recording, tempfile.TemporaryFile() as body:
        tracks = _spoken(announcer, recording, chosen)
        album = tags.Album(edition, announcer.languages, str(chosen.chosen))
        encoded = _encoding(options, tracks, album)
        parts = _encode(recording, tracks, encoded, body, options.loudness)
        pack = packing.write_zip if options.split else packing.write_file
        pack(album, encoded.suffix, parts, body, out)
    return [*_findings(options, encoded, edition), *_warnings(chosen, edition)]


def choice(edition: Edition, options: AudioOptions) -> voices.Voices:
    """Return the voices that `options` ask for. Raises `RenderError` if they cannot be had."""
    wish = voices.Wish(
        options.engine, options.voice, options.rate, options.pitch, dict(edition.voices)
    )
    return voices.choose(edition.language, wish, edition.place)


def _spoken(announcer: Announcer, recording: Recording, choice: voices.Voices) -> list[Track]:
    """Return the tracks in order. The opening, which says how long it is, is spoken last."""
    with Studio(choice) as studio:
        tracks = recording.speak(announcer.chapters, studio)
        seconds = sum(track.seconds for track in tracks)
        # As long as it is without knowing how long: the words for that take the same time.
        seconds += sum(studio.spoken_seconds(announcer.opening(seconds).utterances))
        opening = recording.speak([announcer.opening(seconds)], studio)
    return [*opening, *tracks]


def _encoding(options: AudioOptions, tracks: list[Track], album: tags.Album) -> Encoding:
    """Return the encoding asked for: at the highest bit rate within the size allowed.

    Raises `RenderError` if the lowest is still too large.
    """
    if options.file_format == "wav":
        return Wav()
    chosen, allowed = int(options.bit_rate), size.parsed(options.max_size)
    if not allowed:
        return Mp3(chosen)
    least = 0
    for rate in reversed([each for each in encoding.BIT_RATES if each <= chosen]):
        least = _size(Mp3(rate), tracks, album, split=options.split)
        if least <= allowed:
            return Mp3(rate)
    raise RenderError(
        f"The recording cannot be as small as {options.max_size}: it needs "
        f"{sizes.shown(least)}. Allow that much, or choose a higher rate of speech.",
        album.edition.place,
    )


def _size(encoded: Mp3, tracks: list[Track], album: tags.Album, *, split: bool) -> int:
    """Return how large the recording will be, to the byte: it is packed, with nothing in it."""
    parts = [packing.Part(track.title) for track in tracks]
    position = 0
    for part, track in zip(parts, tracks, strict=True):
        for start, end in track.pieces:
            length, seconds = encoded.size(end - start)
            part.add(position, length, seconds)
            position += length
    with tempfile.TemporaryFile() as body, tempfile.TemporaryFile() as out:
        body.truncate(position)
        (packing.write_zip if split else packing.write_file)(
            album, encoded.suffix, parts, body, out
        )
        return out.seek(0, 2)


def _encode(
    recording: Recording, tracks: list[Track], encoded: Encoding, body: IO[bytes], loudness: int
) -> list[packing.Part]:
    """Write all pieces to `body` in order, and return where in it each track lies."""
    parts = [packing.Part(track.title) for track in tracks]
    owners = [part for part, track in zip(parts, tracks, strict=True) for _ in track.pieces]
    pieces = (recording.read(piece) for track in tracks for piece in track.pieces)
    made = encoding.encode_all(pieces, encoded, levels.gain(recording.loudness, loudness))
    for part, (data, seconds) in zip(owners, made, strict=True):
        part.add(body.tell(), len(data), seconds)
        body.write(data)
    return parts


def _findings(options: AudioOptions, encoded: Encoding, edition: Edition) -> Iterator[Finding]:
    if isinstance(encoded, Mp3) and encoded.bit_rate < int(options.bit_rate):
        message = (
            f"To be no larger than {options.max_size}, the recording has {encoded.bit_rate} and "
            f"not {options.bit_rate} kbit/s. Listen whether it is still clear enough."
        )
        yield Finding("audio-bit-rate", Severity.HINT, message, edition.place)


def _warnings(chosen: voices.Voices, edition: Edition) -> Iterator[Finding]:
    if chosen.warning:
        message = f"{chosen.warning} The recording is read by {chosen.chosen} instead."
        yield Finding("audio-voice", Severity.WARNING, message, edition.place)
