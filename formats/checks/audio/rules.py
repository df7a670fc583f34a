"""What a recording must be, beside the edition that it was made from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from formats.checks.audio.heard import Chapter, Heard
from formats.model import Edition, Section, Step
from formats.model.walk import Blocks, edition_passages, headings, plain_text, texts
from formats.text import language

_FASTEST = 450
"""Words a minute that no voice here reaches: the fastest is set to 300, pauses apart."""
_SLOWEST, _SLACK = 6, 60
"""Words a minute, and seconds more: a telephone number, said slowly and twice, is that slow."""
_LONGEST_SILENCE = 3.0  # seconds: longer, and listeners think that it has ended
_TOLERANCE = 0.1  # seconds that the last chapter may miss the end by rounding
_GAP = 0.002  # seconds between chapters, by rounding

_Found = Iterator[tuple[str, str]]


def broken(heard: Heard, edition: Edition) -> _Found:
    """Yield the code and message of all that is wrong."""
    yield from _title(heard, edition)
    yield from _languages(heard, edition)
    yield from _order(heard)
    yield from _chapters(heard, edition)
    if heard.silence > _LONGEST_SILENCE:
        yield "audio-silence", f"The recording is silent for {heard.silence:.1f} seconds."


def _title(heard: Heard, edition: Edition) -> _Found:
    kind = edition.kind.text if edition.kind else ""
    if not heard.title.startswith(edition.title):
        yield "audio-title", f"The recording is called “{heard.title}”, not “{edition.title}”."
    elif heard.title.removeprefix(edition.title).strip(" ()") != kind:
        message = f"The recording is called “{heard.title}”, which does not say “{kind}”."
        yield "audio-title", message if kind else f"{message[:-4]} just “{edition.title}”."


def _languages(heard: Heard, edition: Edition) -> _Found:
    """Yield what is wrong with the languages that the recording says it is in."""
    if not heard.languages:
        yield "audio-language", "The recording does not say its language."
        return
    first, *_ = heard.languages
    if not language.same(first, edition.language):
        message = f"The recording says that it is in “{first}”, not “{edition.language}”."
        yield "audio-language", message
    runs = (piece for run in edition_passages(edition) for piece in run)
    said = dict.fromkeys(tag for words, tag in runs if any(map(str.isalnum, words)))
    for tag in said:
        if not any(language.same(tag, named) for named in heard.languages):
            message = f"The recording does not say that there are words in “{tag}” in it."
            yield "audio-language", message


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


class _Place(NamedTuple):
    """What has a heading, and so a chapter: its title, its words, and the places within it."""

    title: str
    words: int
    inside: int = 0


def _chapters(heard: Heard, edition: Edition) -> _Found:
    """Yield the first place without a chapter; and chapters that cannot be its words.

    There may be others between: the cover, and what goes on after the steps in it.
    """
    places, begins = list(_places(edition)), list[int]()
    titles = [each.title for each in heard.chapters]
    for place in places:
        after = begins[-1] + 1 if begins else 0
        if place.title not in titles[after:]:
            yield "audio-chapters", f"There is no chapter “{place.title}” in its place."
            return
        begins.append(titles.index(place.title, after))
    begins.append(len(titles))
    for index, place in enumerate(places):
        end = begins[index + place.inside + 1]
        yield from _plausible(place, heard.chapters[begins[index] : end])


def _places(edition: Edition) -> Iterator[_Place]:
    """Yield every part, section and step that has a title. The cover opens the recording."""
    for part in edition.parts:
        if part.kind in ("cover", "contents", "notes", "label"):
            continue  # notes are said where they are called
        inside = [place for place in map(_place, headings(part.blocks)) if place.title]
        if title := _joined(plain_text(part.heading)):
            yield _Place(title, _count(title, part.blocks), len(inside))
        yield from inside


def _place(head: Section | Step) -> _Place:
    label = f"{head.label.text}: " if isinstance(head, Step) and head.label else ""
    title = _joined(label + plain_text(head.heading))
    inside = [each for each in headings(head.blocks) if plain_text(each.heading).strip()]
    return _Place(title, _count(title, head.blocks), len(inside))


def _count(title: str, blocks: Blocks) -> int:
    return len(" ".join((title, *texts(blocks))).split())


def _joined(words: str) -> str:
    return " ".join(words.split())


def _plausible(place: _Place, chapters: Sequence[Chapter]) -> _Found:
    seconds = chapters[-1].end - chapters[0].start
    sound = sum(each.sound for each in chapters)
    least, most = place.words / _FASTEST * 60, place.words / _SLOWEST * 60 + _SLACK
    if sound and not least <= sound <= seconds <= most:
        message = f"The chapter “{place.title}” has {sound:.0f} s of sound in {seconds:.0f} s, "
        yield "audio-length", f"{message}which cannot be its {place.words} words."
