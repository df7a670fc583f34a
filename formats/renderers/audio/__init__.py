"""Spoken audio: one file with a chapter for each section and step, or one file for each.

`formats.speech` says it; here it is put together:

::

    recording   utterances -> sound on disk, its chapters and its loudness
    production  the whole way: speak, measure, encode, pack
    size        how large a recording may be
    tags        title, publisher, date, language, cover, chapters (ID3)
    packing     encoded sound and tags -> one file, or a zip of files with a playlist

mutagen has its home here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from formats.options.declared import OptionError, option
from formats.renderers.audio.size import parsed
from formats.renderers.contract import FileKind

if TYPE_CHECKING:
    from formats.model import Edition
    from formats.model.findings import Finding

_MP3, _WAV = FileKind(".mp3", "audio/mpeg"), FileKind(".wav", "audio/wav")
_ZIP = FileKind(".zip", "application/zip")


@dataclass(frozen=True)
class AudioOptions:
    """What can be chosen for spoken audio."""

    engine: str = option(
        "best",
        "Program that speaks. “best” is the one best understood that works on this computer: "
        "for English hibari, a natural voice, then pico, an optional extra, then espeak-ng, which "
        "speaks the other languages too.",
        choices=("best", "hibari", "pico", "espeak-ng"),
    )
    voice: str = option(
        "",
        "Voice by its name, such as heart or emma (hibari), en-GB (pico) or en-gb-scotland "
        "(espeak-ng): “formats voices” lists them all. If none is named, the house voice in "
        "organisation.toml speaks, else the best that is there for the language of the leaflet. "
        "Words in another language always have a voice of that language.",
    )
    rate: int = option(155, "Speed of the voice.", unit="words a minute", minimum=80, maximum=300)
    pitch: int = option(50, "Pitch of the voice, from low to high.", minimum=0, maximum=100)
    loudness: int = option(
        -23,
        "Loudness of the recording. −23 is that of broadcast speech; −18 is louder, for phones.",
        unit="LUFS", minimum=-31, maximum=-16,
    )  # fmt: skip
    file_format: str = option(
        "mp3",
        "Kind of sound file. WAV is large and loses nothing, for copying to CD.",
        choices=("mp3", "wav"),
    )
    split: bool = option(
        False,
        "Make one file for each section and step, with a playlist, all in one zip file.",
    )
    bit_rate: str = option(
        "48", "Size and quality of an MP3.", unit="kbit/s",
        choices=("16", "24", "32", "40", "48", "56", "64", "80"),
    )  # fmt: skip
    max_size: str = option(
        "",
        "Largest file allowed, such as “2 MB” or “500 kB” for sending by email or phone. The bit "
        "rate is lowered until the recording fits.",
    )

    def __post_init__(self) -> None:
        parsed(self.max_size)
        if self.max_size and self.file_format == "wav":
            raise OptionError("max-size needs mp3: a WAV file cannot be made smaller.")


class AudioRenderer:
    """Renders an edition as sound with chapters."""

    Options = AudioOptions
    codes: ClassVar[Mapping[str, str]] = {
        "audio-voice": "The recording is not read by the best voice, which does not work here.",
        "audio-bit-rate": "The bit rate was lowered, so that the recording is as small as asked.",
    }

    def kind(self, options: AudioOptions) -> FileKind:
        """Return what kind of file `options` ask for."""
        if options.split:
            return _ZIP
        return _WAV if options.file_format == "wav" else _MP3

    def render(self, edition: Edition, options: AudioOptions, out: BinaryIO) -> Iterable[Finding]:
        """Write the recording to `out`."""
        from formats.renderers.audio.production import write  # numpy: 120 ms

        return write(edition, options, out)
