"""A text -> its facts, in the order in which they stand there."""

from formats.facts import addresses, amounts, lexicon, moments, telephone
from formats.facts.fact import Fact
from formats.facts.lexicon import Lexicon

# What a finder has taken, those after it do not see: "03000 41 3000" is not two numbers more.
_FINDERS = (
    addresses.web,
    telephone.numbers,
    addresses.postal,
    moments.dates,
    moments.times,
    amounts.sums,
    amounts.percentages,
    amounts.durations,
    amounts.locators,
    amounts.numbers,
)
_TAKEN = "\x00"


def facts(text: str, language: str) -> tuple[Fact, ...]:
    """Return the facts of a text in a language (BCP 47), in order.

    What needs no words is found in any language: addresses, telephone numbers, figures.
    """
    words = lexicon.of(language)
    if not _can_have(text, words):
        return ()
    rest, found = lexicon.levelled(text), list[Fact]()
    for finder in _FINDERS:
        new = tuple(finder(rest, words))
        found += new
        rest = without(rest, new)
    return tuple(sorted(found, key=lambda fact: fact.start))


def without(text: str, found: tuple[Fact, ...]) -> str:
    """Return `text` with the letters of facts taken out, as many letters as before."""
    rest, end = list[str](), 0
    for fact in sorted(found, key=lambda fact: fact.start):
        rest += [text[end : fact.start], _TAKEN * (fact.end - max(fact.start, end))]
        end = max(end, fact.end)
    return "".join([*rest, text[end:]])


def _can_have(text: str, words: Lexicon) -> bool:
    """Whether there is anything to look for: most sentences have neither figures nor such words."""
    if any(letter.isdigit() or letter in "@/" for letter in text) or "." in text[:-1]:
        return True
    return bool(amounts.signs(words).search(lexicon.levelled(text)))
