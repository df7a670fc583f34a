"""What is said before and after the text: what this is, the addresses, and the end.

UKAAF MS01:2012: title and publisher first, then what it contains and how long it runs; web
addresses in full in a chapter of their own; the end said as such.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from formats import wording
from formats.model import Block, Leaflet, Link, Quotation
from formats.model.walk import plain_text, texts, walk
from formats.speech.saying import Sayer, address
from formats.speech.utterances import LABEL_PAUSE, PAUSES, Chapter, Role, Utterance, chapter
from formats.text.addresses import stands_in

OPENING = "About this recording"
END = "End"
_URL = re.compile(r"(?:https?://|www\.)[^\s<>“”\"]+")


class Announcer:
    """Announces one leaflet, in the words and language of the recording itself."""

    def __init__(self, leaflet: Leaflet) -> None:
        self.leaflet = leaflet
        self._sayer = Sayer(leaflet.glossary)

    def before(self, chapters: Iterable[Chapter], seconds: float) -> Chapter:
        """Return the chapter that comes before `chapters`, which are `seconds` long together."""
        titles = [chapter.title for chapter in chapters if chapter.title != END]
        return self.opening(titles, round(seconds / 60))

    def after(self) -> list[Chapter]:
        """Return the chapters that come after the text."""
        return [made for made in (self.addresses(), self.closing()) if made]

    def opening(self, titles: list[str], minutes: int) -> Chapter:
        """Return the first words: title, publisher, edition, how long it runs, what it contains.

        `titles` are those of the chapters that follow.
        """
        leaflet = self.leaflet
        said = [replace(self._text(leaflet.title, "title"), node=leaflet)]
        organisation = leaflet.organisation
        said += [
            self._text(words)
            for words in (leaflet.subtitle, organisation.name, organisation.strapline)
            if words
        ]
        if leaflet.edition:
            said.append(self._own(f"{wording.edition_line(leaflet)}."))
        if leaflet.view == "easy-read":
            said.append(self._own(f"{wording.signoff(leaflet.signoff)}."))
        parts = f"{len(titles)} part{'' if len(titles) == 1 else 's'}"
        said.append(self._own(f"This recording is {_long(minutes)} and has {parts}:", "item"))
        numbered = [f"{number}: {title}" for number, title in enumerate(titles, 1)]
        said += [self._text(words, "item") for words in numbered]
        return chapter(OPENING, said)

    def addresses(self) -> Chapter | None:
        """Return the chapter of the addresses that links lead to, in full; None without links."""
        found = self._found()
        if not found:
            return None
        said = [self._own(f"{wording.WEB_ADDRESSES}.", "heading")]
        said.append(self._own("These are long. To leave them out, go on to the next part."))
        for url, words in found.items():
            said.append(replace(self._text(f"{words}:", "item"), pause=LABEL_PAUSE))
            said.append(replace(self._own(url), say=address(url)))
        return chapter(wording.WEB_ADDRESSES, said)

    def _found(self) -> dict[str, str]:
        """Return each address with the words that lead to it, in order."""
        leaflet = self.leaflet
        blocks = (*leaflet.blocks, *(block for note in leaflet.notes for block in note.blocks))
        found: dict[str, str] = {}
        for url, words in (*_linked(blocks), *_written(blocks)):
            found.setdefault(url.rstrip("/"), words)
        return found

    def closing(self) -> Chapter:
        """Return the last words: how to ask for other formats, the end, and the edition."""
        leaflet = self.leaflet
        offer = wording.how_to_ask(leaflet.organisation)
        said = [self._text(offer)] if offer else []
        edition = f", edition {wording.edition(leaflet.edition)}" if leaflet.edition else ""
        said.append(self._own(f"End of {leaflet.title}{edition}.", "title"))
        return chapter(END, said)

    def _own(self, words: str, role: Role = "paragraph") -> Utterance:
        """Return words of the recording's own."""
        return Utterance(words, self._sayer.say(words), role, wording.LANGUAGE, PAUSES[role])

    def _text(self, words: str, role: Role = "paragraph") -> Utterance:
        """Return words in the language of the leaflet."""
        language = self.leaflet.language
        return replace(
            self._own(words, role), say=self._sayer.say(words, language), language=language
        )


def _long(minutes: int) -> str:
    if minutes < 1:
        return "less than a minute long"
    return f"about {minutes} minute{'' if minutes == 1 else 's'} long"


def _linked(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    for node in walk(blocks):
        match node:
            case Link():
                words = plain_text(node.children)
                said = node.target.startswith("mailto:") and stands_in(words, node.target)
                if node.target.startswith(("http", "mailto:")) and not said:
                    yield node.target, words
            case Quotation(citation=citation) if citation and citation.authority.url:
                yield citation.authority.url, citation.authority.title
            case _:
                continue


def _written(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Yield the addresses written out in the text, which is said by their sites' names alone."""
    for text in texts(blocks):
        for match in _URL.finditer(text):
            url = match[0].rstrip(".,;:!?)’'")
            host, _, path = re.sub(r"^https?://", "", url).partition("/")
            if path:
                yield url, host
