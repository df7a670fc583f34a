"""Reading recordings back, by nothing that made them: tags, chapters, frames, silences.

::

    frames    the frames of an MP3: how long it plays, and where it is silent
    heard     an MP3, a WAV or a zip of either -> what a player would know of it
    rules     that, beside the edition
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from formats.errors import Place
from formats.model import Edition
from formats.model.findings import Finding, Severity

if TYPE_CHECKING:
    from formats.checks.audio.heard import Heard

_CODES = {
    "audio-broken": "The recording cannot be read back.",
    "audio-chapters": "The recording lacks a chapter for a part, a section or a step.",
    "audio-language": "The recording does not say the languages it is in, or says others.",
    "audio-length": "A chapter of the recording is empty, or too short or long for its words.",
    "audio-silence": "The recording is silent for more than three seconds.",
    "audio-title": "The recording does not have the title of the edition.",
}


class AudioCheck:
    """Is there a chapter for every section and step, and is nothing cut short?"""

    subject = "rendition"
    media_type = "audio/mpeg"
    codes: ClassVar[Mapping[str, str]] = _CODES

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what is wrong with the MP3 at `path`, made from `edition`."""
        from formats.checks.audio import heard

        yield from _findings(heard.mp3, path, edition)


class WavCheck:
    """The same of a WAV."""

    subject = "rendition"
    media_type = "audio/wav"
    codes: ClassVar[Mapping[str, str]] = _CODES

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what is wrong with the WAV at `path`, made from `edition`."""
        from formats.checks.audio import heard

        yield from _findings(heard.wav, path, edition)


class PlaylistCheck:
    """The same of a zip that holds a playlist and a sound file for each section and step."""

    subject = "rendition"
    media_type = "application/zip"
    codes: ClassVar[Mapping[str, str]] = _CODES

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what is wrong with the zip at `path`; nothing if it is none of sound files."""
        from formats.checks.audio import heard

        if heard.is_playlist(path):
            yield from _findings(heard.playlist, path, edition)


def _findings(read: Callable[[Path], "Heard"], path: Path, edition: Edition) -> Iterator[Finding]:
    from formats.checks.audio import heard, rules

    place = Place(str(path))
    try:
        found = list(rules.broken(read(path), edition))
    except heard.BROKEN as error:
        found = [("audio-broken", f"The recording cannot be read back: {error}.")]
    for code, message in found:
        yield Finding(code, Severity.ERROR, message, place)
