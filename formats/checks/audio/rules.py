"""What a recording must be, beside the leaflet that it was made from."""

from collections.abc import Iterator
from itertools import pairwise

from formats.checks.audio.heard import Chapter, Heard
from formats.model import Leaflet, Section
from formats.model.walk import plain_text, texts

_FASTEST = 450
"""Words a minute that no voice here reaches: the fastest is set to 300, pauses apart."""
_SLOWEST, _SLACK = 6, 60
"""Words a minute, and seconds more: a telephone number, said slowly and twice, is that slow."""
_LONGEST_SILENCE = 3.0  # seconds: longer, and listeners think that it has ended
_TOLERANCE = 0.1  # seconds that the last chapter may miss the end by rounding
_GAP = 0.002  # seconds between chapters, by rounding

_Found = Iterator[tuple[str, str]]


def broken(heard: Heard, leaflet: Leaflet) -> _Found:
    """Yield the code and message of all that is wrong."""
    if heard.title != leaflet.title:
        yield "audio-title", f"The recording is called “{heard.title}”, not “{leaflet.title}”."
    yield from _language(heard, leaflet)
    yield from _order(heard)
    yield from _sections(heard, leaflet)
    if heard.silence > _LONGEST_SILENCE:
        yield "audio-silence", f"The recording is silent for {heard.silence:.1f} seconds."


def _language(heard: Heard, leaflet: Leaflet) -> _Found:
    from langcodes import Language

    if not heard.language:
        yield "audio-language", "The recording does not say its language."
    elif Language.get(heard.language).language != Language.get(leaflet.language).language:
        said, meant = heard.language, leaflet.language
        yield "audio-language", f"The recording says that it is in “{said}”, not “{meant}”."


def _order(heard: Heard) -> _Found:
    """Yield where chapters are empty, do not meet, or do not end with the recording."""
    if not heard.chapters:
        yield "audio-chapters", "The recording has no chapters."
        return
    for chapter in heard.chapters:
        if not chapter.sound:
            yield "audio-length", f"In the chapter “{chapter.title}” nothing is heard."
    for before, after in pairwise(heard.chapters):
        if abs(after.start - before.end) > _GAP:
            message = f"The chapter “{after.title}” does not begin where the one before it ends."
            yield "audio-chapters", message
    end = heard.chapters[-1].end
    if heard.chapters[0].start or abs(end - heard.seconds) > _TOLERANCE:
        message = f"The chapters end at {end:.1f} s, the recording at {heard.seconds:.1f} s."
        yield "audio-length", message


def _sections(heard: Heard, leaflet: Leaflet) -> _Found:
    remaining = iter(heard.chapters)
    for block in leaflet.blocks:
        if not isinstance(block, Section) or not (title := plain_text(block.heading)):
            continue
        chapter = next((each for each in remaining if each.title == title), None)
        if chapter is None:
            yield "audio-chapters", f"There is no chapter “{title}” in its place."
            return
        yield from _plausible(chapter, len(" ".join(texts([block])).split()))


def _plausible(chapter: Chapter, words: int) -> _Found:
    seconds = chapter.end - chapter.start
    least, most = words / _FASTEST * 60, words / _SLOWEST * 60 + _SLACK
    if chapter.sound and not least <= chapter.sound <= seconds <= most:
        message = f"The chapter “{chapter.title}” has {chapter.sound:.0f} s of sound in "
        yield "audio-length", message + f"{seconds:.0f} s, which cannot be its {words} words."
