"""Names of things that are called otherwise now, wherever the same is called so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from formats import model
from formats.comparing import words
from formats.comparing.changes import Grade, Reason
from formats.comparing.sentences import Sentence
from formats.comparing.stakes import same_word
from formats.facts import lexicon
from formats.model.walk import plain_text, walk

_OFTEN: Final = 2
"""So many times, what stands in the place of a word is its new name."""
_LONGEST: Final = 6  # words
Pair = tuple[Sentence, Sentence]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Replaced:
    pair: int
    before: Phrase
    after: Phrase
    is_name: bool

    @property
    def same_as(self) -> tuple[Phrase, Phrase]:
        return _folded(self.before), _folded(self.after)


def renamed(pairs: Sequence[Pair], glossary: Iterable[model.Term]) -> Mapping[int, list[Reason]]:
    """Return the renamed terms of sentences, by their number in `pairs`.

    A term is one of the glossary, a name, what is bold, or any word that another has taken the
    place of more than once. A name that is gone, or new, is one too.
    """
    rows = list(glossary)
    known = frozenset(word for term in rows for word in term.key.casefold().split())
    in_full = frozenset(tuple(term.full.casefold().split()) for term in rows if term.full)
    found = [each for number, pair in enumerate(pairs) for each in _replaced(number, pair, known)]
    times: dict[tuple[Phrase, Phrase], set[int]] = defaultdict(set)
    for each in found:
        times[each.same_as].add(each.pair)
    reasons: dict[int, list[Reason]] = defaultdict(list)
    for each in found:
        given = {*each.same_as} & in_full  # an abbreviation or its full words: the same
        if not given and (each.is_name or len(times[each.same_as]) >= _OFTEN):
            reasons[each.pair].append(_reason(" ".join(each.before), " ".join(each.after)))
    return reasons


def _reason(before: str, after: str) -> Reason:
    if before and after:
        says = f"term renamed: “{before}” is now “{after}”"
    else:
        says = f"a name is gone: “{before}”" if before else f"a name is new: “{after}”"
    return Reason(Grade.MEANING, "term", says, before, after)


def _replaced(number: int, pair: Pair, known: frozenset[str]) -> Iterator[_Replaced]:
    old, new = pair
    forms = {each.words.casefold() for each in (*old.force, *new.force)}
    olds, news = (
        [t for t in words.tokens(lexicon.levelled(each.words)) if t[0].isalnum()] for each in pair
    )
    bold = _bold(old) | _bold(new)
    fillers = lexicon.of(new.tag).fillers | forms
    for gone, come in words.replaced(olds, news):
        before, after = _mattering(gone, fillers), _mattering(come, fillers)
        if _respelt(before, after) or len(before + after) > _LONGEST:
            continue
        name = _is_name(before, olds) or _is_name(after, news)
        if before and after:
            term = any(
                phrase and {*phrase} <= known | bold for phrase in map(_folded, (before, after))
            )
            yield _Replaced(number, before, after, name or term)
        elif name and not _stands(before or after, new if before else old):
            yield _Replaced(number, before, after, is_name=True)


def _stands(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether all words of a phrase stand in a sentence: what only moved is not gone."""
    return {*_folded(phrase)} <= {*sentence.bare}


def _mattering(phrase: Phrase, fillers: frozenset[str]) -> Phrase:
    """Return the words of a phrase that name something; figures are facts."""
    return tuple(w for w in phrase if w.casefold() not in fillers and not _has_figure(w))


def _has_figure(word: str) -> bool:
    return any(map(str.isdigit, word))


def _respelt(before: Phrase, after: Phrase) -> bool:
    together = "".join(_folded(before)), "".join(_folded(after))
    if together[0].replace("-", "") == together[1].replace("-", ""):
        return True
    pairs = zip_longest(_folded(before), _folded(after), fillvalue="")
    return all(same_word(one, other) for one, other in pairs)


def _folded(phrase: Phrase) -> Phrase:
    return tuple(word.casefold() for word in phrase)


def _is_name(phrase: Phrase, sentence: Sequence[str]) -> bool:
    """Whether every word of a phrase is written large, and not for beginning the sentence."""
    large = bool(phrase) and all(word[0].isupper() for word in phrase)
    return large and phrase[0] != sentence[0]


def _bold(sentence: Sentence) -> frozenset[str]:
    """Return the words of what is bold, unless it is as much as a sentence."""
    spans = (n for n in walk(sentence.inlines) if isinstance(n, model.Strong))
    said = (plain_text(span.children).casefold().split() for span in spans)
    return frozenset(word for words in said if len(words) <= _LONGEST for word in words)
