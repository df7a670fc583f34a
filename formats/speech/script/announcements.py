"""What a recording says of itself: how long it runs, what it contains, and where it ends.

UKAAF MS01:2012: title and publisher first, then what it contains and how long it runs; web
addresses in full in a chapter of their own; the end said as such.
"""

from collections.abc import Iterator, Sequence

from formats import wording
from formats.model import Added, Edition, Text
from formats.model.walk import Inlines
from formats.speech.script.chapters import script
from formats.speech.script.utterances import Chapter, Utterance, chapter
from formats.speech.script.writer import Writer


class Announcer:
    """The script of an edition, with what a recording of it says of itself.

    `voice` is what the computer's voice is called that reads it.
    """

    def __init__(self, edition: Edition, voice: str = "") -> None:
        self._voice = voice
        self._edition = edition
        self._words = wording.of(edition.language)
        self._writer = Writer(edition)
        whole = script(edition)
        self._cover = tuple(u for each in whole if each.part == "cover" for u in each.utterances)
        self.chapters = self._ended([each for each in whole if each.part != "cover"])
        """All chapters but the opening."""

    def opening(self, seconds: float) -> Chapter:
        """Return the first chapter of a recording whose others are `seconds` long together.

        It says the cover, how long the recording is, and its chapters by number and name.
        """
        heading: Inlines = (self._words("recording-about"),)
        return chapter(heading, (*self._cover, *self._contents(round(seconds / 60))), "cover")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are spoken, that of the edition first."""
        said = (
            each for chapter in (self.opening(0), *self.chapters) for each in chapter.utterances
        )
        return tuple(dict.fromkeys((self._edition.language, *(each.language for each in said))))

    def _contents(self, minutes: int) -> Iterator[Utterance]:
        long = self._words("recording-minutes", count=minutes)
        yield self._writer.added(long if minutes else self._words("recording-short"))
        yield self._writer.added(self._words("recording-parts", count=len(self.chapters)), "item")
        for number, each in enumerate(self.chapters, 1):
            yield from self._writer.words((Text(f"{number}: "), *each.heading), "item")

    def _ended(self, chapters: list[Chapter]) -> Sequence[Chapter]:
        """Return `chapters` with the last words, and nothing of the cover said again by them."""
        *before, last = chapters or [chapter((), ())]
        said = {each.text for each in self._cover} if last.part == "about" else set()
        kept = [each for each in last.utterances if each.text not in said]
        return (*before, chapter(last.heading, (*kept, *self._end()), last.part))

    def _end(self) -> list[Utterance]:
        """Return "End of …, edition October 2025.", the title in the language it is in."""
        date = self._edition.date
        key, shown = ("said-end-edition", self._words.date(date).text) if date else ("said-end", "")
        around = self._words(key, title=_TITLE, date=shown)
        before, _, after = around.text.partition(_TITLE)
        title = Text(self._edition.title)
        said = (Added(before, around.language), title, Added(after, around.language))
        read = [self._words("recording-read-by", voice=self._voice)] if self._voice else []
        return [*map(self._writer.added, read), *self._writer.words(said, "title")]


_TITLE = "\0"
"""Where the title stands in the last words."""
