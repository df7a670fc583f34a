"""What a script is made of: utterances, and the pauses after them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from formats.errors import Place
from formats.model import NOWHERE

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

    `node` is the node of the model whose words they are (None: the recording's own), `part`
    the ordinal of the sentence in it; `text` as written, `say` as given to the voice;
    `language` is BCP 47; `pause` in seconds, after it.
    """

    text: str
    say: str
    role: Role
    language: str
    pause: float
    node: object = field(default=None, compare=False, repr=False)
    part: int = 0
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named part of the recording."""

    title: str
    utterances: tuple[Utterance, ...]


def chapter(title: str, utterances: Iterable[Utterance]) -> Chapter:
    """Return the chapter of `utterances`, without those that have nothing to say.

    Before a heading in it, and at its end, the pause is made longer.
    """
    said = [each for each in utterances if any(map(str.isalnum, each.say))]
    following = [*(each.role for each in said[1:]), "heading"]
    return Chapter(title, tuple(map(_parted, said, following)))


def _parted(utterance: Utterance, following: Role) -> Utterance:
    if following != "heading" or utterance.role == "heading":
        return utterance
    return replace(utterance, pause=max(utterance.pause, BEFORE_HEADING))
