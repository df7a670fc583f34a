"""What is at stake in a sentence: its facts, and who must do what to whom."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final, TypeVar

from formats.comparing import words
from formats.comparing.changes import Grade, Reason
from formats.comparing.sentences import Sentence
from formats.facts import DUTIES, Fact, FactKind, lexicon
from formats.facts.fact import KINDS
from formats.facts.force import Force

_T = TypeVar("_T")
_FACT = attrgetter("same_as")
_KIND = attrgetter("kind")
NAMES: Final[dict[FactKind, str]] = {
    "telephone": "telephone number", "email": "email address", "web": "web address",
    "post": "postal address", "name": "name of an account", "date": "date", "time": "time",
    "sum": "sum", "percentage": "percentage", "duration": "length of time",
    "paragraph": "place in a work", "number": "number",
}  # fmt: skip
_NEGATIONS: Final = ("un", "in", "im", "dis", "non-", "non", "ir", "il")
_SHORTEST: Final = 5


def of_facts(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield the facts that are other, gone or new, and those that changed places."""
    gone = _left(old.facts, new.facts, _FACT)
    come = _left(new.facts, old.facts, _FACT)
    for kind in KINDS:
        lost = [_written(old, fact) for fact in gone if fact.kind == kind]
        gained = [_written(new, fact) for fact in come if fact.kind == kind]
        for before, after in zip(lost, gained, strict=False):
            yield fact_reason(kind, before, after)
        for before in lost[len(gained) :]:
            yield fact_reason(kind, before, "")
        for after in gained[len(lost) :]:
            yield fact_reason(kind, "", after)
    if not gone and not come:
        yield from _swapped(old, new)


def _left(items: Sequence[_T], others: Iterable[_T], key: Callable[[_T], Hashable]) -> list[_T]:
    """Return the items that are not among the others by `key`, as often as they are more."""
    there = Counter(map(key, others))
    left = []
    for item in items:
        if there[key(item)]:
            there[key(item)] -= 1
        else:
            left.append(item)
    return left


def _written(sentence: Sentence, fact: Fact) -> str:
    return sentence.words[fact.start : fact.end]


def fact_reason(kind: FactKind, before: str, after: str) -> Reason:
    """Return that a fact is other, gone or new."""
    name = NAMES[kind]
    if before and after:
        says = f"{name} changed: “{before}” is now “{after}”"
    elif before:
        says = f"{name} gone: “{before}”"
    else:
        says = f"{name} new: “{after}”"
    return Reason(Grade.FACTS, kind, says, before, after)


def all_facts(sentence: Sentence, *, new: bool) -> Iterator[Reason]:
    """Yield each fact of a sentence that is new as a whole, or gone."""
    for fact in sorted(sentence.facts, key=lambda fact: KINDS.index(fact.kind)):
        written = _written(sentence, fact)
        yield fact_reason(fact.kind, "" if new else written, written if new else "")


def _swapped(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield kinds of which the same facts stand in another order: "from 9am to 5pm" and back."""
    for kind in KINDS:
        before, after = ([f for f in each.facts if f.kind == kind] for each in (old, new))
        if [fact.value for fact in before] != [fact.value for fact in after]:
            olds, news = (
                ", ".join(_written(sentence, fact) for fact in facts)
                for sentence, facts in ((old, before), (new, after))
            )
            says = f"{NAMES[kind]}s in another order: “{olds}” is now “{news}”"
            yield Reason(Grade.FACTS, kind, says, olds, news)


def of_force(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield what is stronger, weaker, negated or limited otherwise, and who must do what."""
    new = _righted(old, new)
    gone = _left(old.force, new.force, _KIND)
    come = _left(new.force, old.force, _KIND)
    for before, after in zip(gone, come, strict=False):
        yield _force(f"“{before.words}” is now “{after.words}”", before.words, after.words)
    for before in gone[len(come) :]:
        yield _force(f"“{before.words}” is gone", before.words, "")
    for after in come[len(gone) :]:
        yield _force(f"“{after.words}” is new", "", after.words)
    if not gone and not come and old.bare != new.bare:
        yield from _duties(old, new)
    yield from _contraries(old, new)


def _force(says: str, before: str, after: str) -> Reason:
    return Reason(Grade.MEANING, "force", says, before, after)


def _duties(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield who must, should or can where it is somebody else, and what must be done."""
    order_old, order_new = (sorted(each.force, key=lambda f: f.kind) for each in (old, new))
    reasons = (_duty(before, after) for before, after in zip(order_old, order_new, strict=True))
    yield from {(r.kind, r.before, r.after): r for r in reasons if r}.values()


def _righted(old: Sentence, new: Sentence) -> Sentence:
    """Return the newer form with words that are only spelt otherwise as they were."""
    fillers = lexicon.of(new.tag).fillers
    slips = {
        other: one
        for gone, come in words.replaced(old.bare, new.bare)
        for one, other in zip(gone, come, strict=False)
        if same_word(one, other) or (one in fillers and is_slip(one, other))
    }
    if not slips or new.passage.facts:
        return new
    wrong = re.compile(rf"(?<!\w)(?:{lexicon.any_of(slips)})(?!\w)", re.IGNORECASE)
    text = lexicon.levelled(new.words)
    return replace(new, words=wrong.sub(lambda match: slips[match[0].casefold()], text))


def _duty(before: Force, after: Force) -> Reason | None:
    """Return what is different of one “must”, or None."""
    one, other = before.actor, after.actor
    if before.subject != after.subject and not same_word(one, other):
        says = f"who “{after.words}” is said of: “{one}” is now “{other}”"
        return Reason(Grade.MEANING, "actor", says, one, other)
    lost, gained = _unlike(before.deed, after.deed), _unlike(after.deed, before.deed)
    if before.kind not in DUTIES or not (lost or gained):
        return None
    says = f"what “{after.words}” is said of: {_instead(lost, gained)}"
    return Reason(Grade.MEANING, "deed", says, lost, gained)


def _instead(lost: str, gained: str) -> str:
    if lost and gained:
        return f"“{lost}” is now “{gained}”"
    return f"“{lost}” is gone" if lost else f"“{gained}” is new"


def _unlike(deed: frozenset[str], other: frozenset[str]) -> str:
    """Return the words of a deed that are not in another, nor spelt otherwise there."""
    left, rest = deed - other, other - deed
    return " ".join(sorted(w for w in left if not any(same_word(w, each) for each in rest)))


def same_word(one: str, other: str) -> bool:
    """Whether two words are one, in another spelling or with one slip."""
    if one == other or _british(one) == _british(other):
        return True
    long = min(len(one), len(other)) >= _SHORTEST
    return long and one[0] == other[0] and not are_contrary(one, other) and is_slip(one, other)


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ in a letter more, less or other, or in two exchanged."""
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) <= 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b or (a[1::-1] == b[:2] and a[2:] == b[2:])


def _british(word: str) -> str:
    """Return a word as one of several British and American spellings."""
    for written, other in (("is", "iz"), ("ys", "yz"), ("our", "or"), ("-", "")):
        word = word.replace(written, other)
    return word


def are_contrary(one: str, other: str) -> bool:
    """Whether one of two words is the other with "un-" or its like before it."""
    short, long = sorted((one, other), key=len)
    return bool(short) and any(long == prefix + short for prefix in _NEGATIONS)


def _contraries(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield words that now say the contrary: "unhappy" of "happy", "or" of "and"."""
    opposites = lexicon.of(new.tag).opposites
    forms = {each.words.casefold() for each in (*old.force, *new.force)}
    for gone, come in words.replaced(old.bare, new.bare):
        for before, after in zip(gone, come, strict=False):
            if {before, after} & forms:
                continue  # said already
            if are_contrary(before, after) or frozenset((before, after)) in opposites:
                yield _force(f"“{before}” is now “{after}”", before, after)
