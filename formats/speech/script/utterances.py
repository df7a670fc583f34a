"""What a script is made of: utterances, and the pauses after them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from formats.errors import Place
from formats.model import NOWHERE, PartKind
from formats.model.walk import Inlines, plain_text

Role = Literal["title", "heading", "paragraph", "item", "cell", "aside"]

# Seconds after the last utterance of a node of the role; after a sentence inside one.
PAUSES: dict[Role, float] = {
    "title": 1.0, "heading": 0.9, "paragraph": 0.8, "item": 0.6, "cell": 0.4, "aside": 0.5,
}  # fmt: skip
SENTENCE_PAUSE = 0.35
LABEL_PAUSE = 0.25
"""Seconds between a label ("Helpline:") and what it is the label of."""
BEFORE_HEADING = 1.7
"""Seconds before a heading, so that a new part is heard as new."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing that is said: a sentence, or less where the language changes.

    `text` as written, `say` as given to the voice; `language` is BCP 47; `pause` in seconds,
    after it; `sentence` the `Sentence.id` whose words they are (empty: the recording's own);
    `sounds` those of words in `say`, in the International Phonetic Alphabet, for an engine that
    takes them.
    """

    text: str
    say: str
    role: Role
    language: str
    pause: float
    sentence: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    sounds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named part of the recording: the cover, another part, a section or a step.

    `heading` are its words, `part` the kind of the part of the edition that it is in.
    """

    heading: Inlines
    utterances: tuple[Utterance, ...]
    part: PartKind = "text"

    @property
    def title(self) -> str:
        """The words of its heading, as players show them."""
        return " ".join(plain_text(self.heading).split())


def chapter(heading: Inlines, utterances: Iterable[Utterance], part: PartKind = "text") -> Chapter:
    """Return the chapter of `utterances`, without those that have nothing to say.

    Before a heading in it, and at its end, the pause is made longer.
    """
    said = [each for each in utterances if any(map(str.isalnum, each.say))]
    following = [*(each.role for each in said[1:]), "heading"]
    return Chapter(heading, tuple(map(_parted, said, following)), part)


def _parted(utterance: Utterance, following: Role) -> Utterance:
    if following != "heading" or utterance.role == "heading":
        return utterance
    return replace(utterance, pause=max(utterance.pause, BEFORE_HEADING))
