"""What is said before and after the text: what this is, the addresses, and the end.

UKAAF MS01:2012: title and publisher first, then what it contains and how long it runs; web
addresses in full in a chapter of their own; the end said as such.
"""

from dataclasses import replace

from formats import wording
from formats.model import Leaflet, Link, Quotation
from formats.speech.saying import Sayer, address
from formats.speech.utterances import PAUSES, SENTENCE_PAUSE, Chapter, Role, Utterance, chapter
from formats.walk import plain_text, walk


class Announcer:
    """Announces one leaflet, in the words and language of the recording itself."""

    def __init__(self, leaflet: Leaflet) -> None:
        self.leaflet = leaflet
        self._sayer = Sayer(leaflet.glossary)

    def opening(self, chapters: tuple[Chapter, ...], minutes: int) -> Chapter:
        """Return the first words: title, publisher, what it contains, and how long it runs."""
        leaflet = self.leaflet
        said = [self._title()]
        names = (leaflet.subtitle, leaflet.organisation.name, leaflet.organisation.strapline)
        said += [self._own(words) for words in names if words]
        if leaflet.view == "easy-read":
            said.append(self._own(wording.signoff(leaflet.signoff)))
        count = len(chapters)
        said.append(
            self._own(f"This recording has {count} part{'s' if count != 1 else ''}:", "item")
        )
        said += [
            self._own(f"{number}: {each.title}", "item") for number, each in enumerate(chapters, 1)
        ]
        length = "less than a minute" if minutes < 1 else f"about {minutes} minute"
        said.append(self._own(f"It runs for {length}{'s' if minutes > 1 else ''}.", "title"))
        return chapter("About this recording", said)

    def _title(self) -> Utterance:
        leaflet = self.leaflet
        say = self._sayer.say(leaflet.title, leaflet.language)
        return Utterance(leaflet.title, say, "title", leaflet.language, PAUSES["title"], leaflet)

    def addresses(self) -> Chapter | None:
        """Return the chapter of the web addresses that links lead to; None without links."""
        found = self._found()
        if not found:
            return None
        said = [self._own(f"{wording.WEB_ADDRESSES}.", "heading")]
        for url, words in found.items():
            said.append(replace(self._own(f"{words}:", "cell"), pause=SENTENCE_PAUSE))
            said.append(replace(self._own(url, "item"), say=address(url)))
        return chapter(wording.WEB_ADDRESSES, said)

    def _found(self) -> dict[str, str]:
        """Return each web address with the words that lead to it, in order."""
        notes = (block for note in self.leaflet.notes for block in note.blocks)
        found: dict[str, str] = {}
        for node in walk((*self.leaflet.blocks, *notes)):
            if isinstance(node, Link) and node.target.startswith("http"):
                found.setdefault(node.target, plain_text(node.children))
            elif isinstance(node, Quotation) and node.citation and node.citation.authority.url:
                found.setdefault(node.citation.authority.url, node.citation.authority.title)
        return found

    def closing(self) -> Chapter:
        """Return the last words: how to ask for other formats, the end, and the edition."""
        leaflet = self.leaflet
        offer = wording.how_to_ask(leaflet.organisation)
        said = [self._own(offer)] if offer else []
        edition = f", edition {wording.edition(leaflet.edition)}" if leaflet.edition else ""
        said.append(self._own(f"End of {leaflet.title}{edition}.", "title"))
        return chapter("End", said)

    def _own(self, words: str, role: Role = "paragraph") -> Utterance:
        return Utterance(words, self._sayer.say(words), role, wording.LANGUAGE, PAUSES[role])
