"""Finding the passive voice, and two statements in one sentence, by a few rules of English.

Rules rather than a trained model: spaCy with its small English model takes 347 MB and 2 s to
load, for warnings that a person weighs anyway. On the sentences of a real leaflet these rules
find the same passives as that model (see the tests).
"""

import re
from itertools import pairwise
from typing import Final

from formats.checks.easy_read.english import english

_BE: Final = {"am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't"}
_BE.update({"weren't", "isn’t", "aren’t", "wasn’t", "weren’t"})
_GET: Final = {"get", "gets", "got", "getting", "gotten"}
_BETWEEN: Final = {"not", "never", "always", "also", "often", "still", "already", "only", "just"}
_BETWEEN.update({"then", "fully", "well", "soon", "now", "all", "both", "first", "sometimes"})
_FURTHEST = 3
"""How many words may stand between “be” and the participle."""

_REGULAR = re.compile(r"[a-z]{2,}(?:-[a-z]+)?ed")
_SUBJECTS: Final = {"you", "they", "we", "it", "he", "she", "i", "this", "there", "these"}
_MODALS: Final = {"must", "should", "can", "will", "may", "might", "could", "would", "cannot"}
_AUXILIARIES: Final = _MODALS | _BE | {"do", "does", "did", "has", "have", "had"}
_JOINS_ALWAYS: Final = {"because", "although", "unless", "while", "which", "whose", "but", "if"}
_JOINS_BEFORE_SUBJECT: Final = {"and", "or", "so", "when", "until", "before", "after", "whether"}


def passive(words: tuple[str, ...]) -> str:
    """Return the words of the first passive among `words` ("was told"), or nothing."""
    folded = [word.casefold() for word in words]
    for start, word in enumerate(folded):
        if word in _BE | _GET:
            end = _participle(folded, start)
            if end:
                return " ".join(words[start : end + 1])
    return ""


def _participle(words: list[str], start: int) -> int:
    """Return where the participle that belongs to the verb at `start` stands, or 0."""
    known = english()
    none = known.not_participles_after_get if words[start] in _GET else known.not_participles
    # A question turns the subject in between: “Is your child given help?”
    asks = start == 0 and words[0] in _BE
    for index in range(start + 1, min(len(words), start + 2 + _FURTHEST)):
        word = words[index]
        if word in none:
            return 0
        if word in known.irregular_participles or _REGULAR.fullmatch(word):
            return index
        if not (asks or word in _BETWEEN or word.endswith("ly")):
            return 0
    return 0


def joined(words: tuple[str, ...]) -> str:
    """Return the word that seems to join two statements among `words`, or nothing."""
    folded = [word.casefold() for word in words]
    for index, (word, following) in enumerate(pairwise(folded)):
        if index == 0 and following in _AUXILIARIES:
            continue  # a question: “When can we meet?”
        if word in _JOINS_ALWAYS:
            return word
        if word in _JOINS_BEFORE_SUBJECT and following in _SUBJECTS:
            return word
        if word in {"and", "or"} and following in _AUXILIARIES:
            return word
        if word == "who" and index:
            return word
    return ""
