"""Spoken audio: one MP3 with a chapter for each section of the leaflet.

`formats.speech` says it; here it is put together:

::

    recording   utterances -> sound on disk, its chapters and its loudness
    mp3         sound -> MP3, encoded in pieces side by side
    tags        title, publisher, date, language, cover, chapters (ID3)

mutagen has its home here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from formats.options import option

if TYPE_CHECKING:
    from formats.model import Leaflet


@dataclass(frozen=True)
class AudioOptions:
    """What can be chosen for spoken audio."""

    rate: int = option(155, "Speed of the voice.", unit="words a minute", minimum=80, maximum=300)
    pitch: int = option(50, "Pitch of the voice, low to high.", minimum=0, maximum=100)
    voice: str = option(
        "", "Voice of espeak-ng, such as en-gb-x-rp or en-gb-scotland. None: by language."
    )
    bit_rate: str = option(
        "48", "Size and quality of the sound.", unit="kbit/s",
        choices=("16", "24", "32", "40", "48", "56", "64", "80"),
    )  # fmt: skip
    max_size: float = option(
        0.0, "Largest file allowed, as an email takes it; lowers the bit rate. 0: any.",
        unit="MB", minimum=0, maximum=10_000,
    )  # fmt: skip


class AudioRenderer:
    """Renders a viewed leaflet as an MP3 with chapters."""

    name = "audio"
    suffix = ".mp3"
    media_type = "audio/mpeg"
    version = "1"
    Options = AudioOptions

    def render(self, leaflet: Leaflet, options: AudioOptions, out: BinaryIO) -> None:
        """Write the recording to `out`."""
        from formats.renderers.audio.mp3 import write  # numpy: 120 ms

        write(leaflet, options, out)
