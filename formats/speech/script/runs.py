"""A sentence -> utterances: cut where the language changes, addresses and numbers in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Literal, NamedTuple, assert_never

from formats import model, wording
from formats.errors import Place
from formats.model.walk import Inlines, plain_text
from formats.speech.script.saying import Sayer, address
from formats.speech.script.utterances import LABEL_PAUSE, PAUSES, Role, Utterance
from formats.text import addresses
from formats.text.language import same


class _Manner(NamedTuple):
    """How words are said: by the rules of their language, spelt as an address, or twice."""

    language: str
    how: Literal["plain", "spelt", "twice"] = "plain"


_Piece = tuple[_Manner, str]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of text is said as: its role, the language around it, its place.

    `in_full`: contact details and web addresses stand here, to be written down.
    """

    role: Role
    language: str
    place: Place = model.NOWHERE
    in_full: bool = False


class Speller:
    """Says the sentences of one edition."""

    def __init__(self, edition: model.Edition) -> None:
        self._words = wording.of(edition.language)
        self._sayer = Sayer(edition.glossary, dict(edition.places))

    def sentence(self, inlines: Inlines, run: Run, sentence: str = "") -> Iterator[Utterance]:
        """Yield a sentence; `sentence` is its identifier.

        A full stop after words in another language is nothing to say on its own.
        """
        found = (
            (manner, "".join(words for _, words in several))
            for manner, several in groupby(self._pieces(inlines, run), key=itemgetter(0))
        )
        pieces = [piece for piece in found if any(map(str.isalnum, piece[1]))]
        following = [manner.how for manner, _ in pieces[1:]]
        for (manner, text), after in zip_longest(pieces, following):
            say = self._said(manner, text)
            pause = 0.0 if after else PAUSES[run.role]
            if after == "spelt":
                say, pause = f"{say.rstrip(' :,')}:", LABEL_PAUSE
            written = " ".join(text.split())
            sounds = self._sayer.sounds(text) if manner.how != "spelt" else ()
            yield Utterance(
                written, say, run.role, manner.language, pause, sentence, run.place, sounds
            )

    def _said(self, manner: _Manner, text: str) -> str:
        if manner.how == "spelt":
            return address(text.strip(), self._sayer.initialisms)
        return self._sayer.say(text, manner.language, twice=manner.how == "twice")

    def _pieces(self, inlines: Inlines, run: Run) -> Iterator[_Piece]:
        manner = _Manner(run.language)
        for inline in inlines:
            match inline:
                case model.Text() | model.CodeText() | model.Abbreviation():
                    yield manner, inline.text
                case model.Added():
                    yield _Manner(inline.language), inline.text
                case model.LineBreak():
                    yield manner, " "
                case model.InlinePicture():
                    yield from self._picture(inline.picture, run.language)
                case model.NoteReference():
                    continue  # the note is said when the sentence is
                case model.Link():
                    yield from self._link(inline, run)
                case model.Language():
                    inside = Run(run.role, inline.lang, run.place, run.in_full)
                    yield from self._pieces(inline.children, inside)
                case model.Strong() | model.Emphasis() | model.Sentence():
                    yield from self._pieces(inline.children, run)
                case _:
                    assert_never(inline)

    def _picture(self, picture: model.Picture, language: str) -> Iterator[_Piece]:
        if picture.alt:
            label = self._words("picture", words="")
            yield _Manner(label.language), f" {label.text}"
            yield _Manner(picture.language or language), f"{picture.alt}. "

    def _link(self, link: model.Link, run: Run) -> Iterator[_Piece]:
        """Yield the words of a link. An address is English: “dot”, “slash”, “at”."""
        words = plain_text(link.children)
        if not addresses.stands_in(words, link.target):
            yield from self._pieces(link.children, run)
        elif link.target.startswith("tel:"):
            yield _Manner(run.language, "twice" if run.in_full else "plain"), words
        else:
            english = run.language if same(run.language, wording.ENGLISH) else wording.ENGLISH
            yield _Manner(english, "spelt" if run.in_full else "plain"), words
