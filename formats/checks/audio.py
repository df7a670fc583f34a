"""Reading a recording back: its tags, its chapters, and whether it is long enough for its words."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from formats.errors import Place
from formats.findings import Finding, Severity
from formats.model import Leaflet, Section
from formats.walk import note_words, plain_text, words

_FASTEST = 450
"""Words a minute that no voice here reaches: the fastest is set to 300, pauses apart."""
_TOLERANCE = 0.1  # seconds that a chapter may reach beyond the end by rounding


class AudioCheck:
    """Is there a chapter for every section, and is nothing cut short?"""

    subject = "rendition"
    media_type = "audio/mpeg"
    codes: ClassVar[Mapping[str, str]] = {
        "audio-broken": "The recording cannot be read back.",
        "audio-chapters": "The chapters of the recording are not the sections of the leaflet.",
        "audio-language": "The recording does not say its language.",
        "audio-length": "A chapter of the recording is empty, or too short for its words.",
        "audio-title": "The recording does not have the title of the leaflet.",
    }

    def check(self, path: Path, leaflet: Leaflet) -> Iterator[Finding]:
        """Yield what is wrong with the recording at `path`, made from `leaflet`."""
        from mutagen import MutagenError
        from mutagen.mp3 import MP3

        place = Place(str(path))
        try:
            found = list(_findings(MP3(path), leaflet))
        except (MutagenError, LookupError) as error:
            found = [("audio-broken", f"The recording cannot be read back: {error}.")]
        for code, message in found:
            yield Finding(code, Severity.ERROR, message, place)


def _findings(recording: Any, leaflet: Leaflet) -> Iterator[tuple[str, str]]:
    tags = recording.tags or {}
    if str(tags.get("TIT2", "")) != leaflet.title:
        yield "audio-title", f"The recording's title is not “{leaflet.title}”."
    if not str(tags.get("TLAN", "")):
        yield "audio-language", "The recording does not say its language."
    length = float(recording.info.length)
    yield from _chapters(tags, leaflet, length)
    count = len(words(leaflet)) + sum(map(len, note_words(leaflet)))
    if length < count / _FASTEST * 60:
        yield "audio-length", f"The recording runs {length:.0f} s, too short for {count} words."


def _chapters(tags: Any, leaflet: Leaflet, length: float) -> Iterator[tuple[str, str]]:
    table = tags.getall("CTOC") if tags else []
    chapters = [tags[f"CHAP:{name}"] for name in table[0].child_element_ids] if table else []
    titles = iter(str(chapter.sub_frames["TIT2"]) for chapter in chapters)
    for block in leaflet.blocks:
        heading = plain_text(block.heading) if isinstance(block, Section) else ""
        if heading and heading not in titles:
            yield "audio-chapters", f"There is no chapter “{heading}” in its place."
            return
    end = 0
    for chapter in chapters:
        title = chapter.sub_frames["TIT2"]
        if chapter.start_time != end or chapter.end_time <= chapter.start_time:
            yield "audio-length", f"The chapter “{title}” is empty or not where the last one ends."
            return
        end = chapter.end_time
    if not chapters or abs(end / 1000 - length) > _TOLERANCE:
        message = f"The chapters end at {end / 1000:.1f} s, the recording at {length:.1f} s."
        yield "audio-length", message
