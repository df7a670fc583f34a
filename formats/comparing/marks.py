"""What a sentence has besides its words: pictures, links, languages, bold, its surroundings."""

from collections import Counter
from collections.abc import Iterator

from formats import model
from formats.comparing.changes import EASY_READ, Grade, Reason
from formats.comparing.outline import Passage, folded
from formats.comparing.sentences import Sentence
from formats.facts.addresses import web_value
from formats.model.walk import plain_text, walk


def of_pictures(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield pictures that are others, and alternatives that say something else."""
    before, after = _pictures(old), _pictures(new)
    for one, other in zip(before, after, strict=False):
        yield from _picture(one, other)
    for gone in before[len(after) :]:
        yield picture_reason(gone, new=False)
    for come in after[len(before) :]:
        yield picture_reason(come, new=True)


def picture_reason(picture: model.Picture, *, new: bool) -> Reason:
    """Return that a picture is new, or gone."""
    shown = _shown(picture)
    says = f"picture {'new' if new else 'gone'}: {shown}"
    return Reason(Grade.MEANING, "picture", says, "" if new else shown, shown if new else "")


def _shown(picture: model.Picture) -> str:
    return f"“{picture.alt}” ({picture.name})" if picture.alt else picture.name


def _picture(old: model.Picture, new: model.Picture) -> Iterator[Reason]:
    if old.media.digest != new.media.digest:
        before, after = _shown(old), _shown(new)
        if before == after:
            says = f"the picture {after} looks different"
        else:
            says = f"another picture: {before} is now {after}"
        yield Reason(Grade.MEANING, "picture", says, before, after)
    elif old.alt != new.alt:
        before, after = old.alt or "decoration", new.alt or "decoration"
        says = f"the words for the picture {new.name}: “{before}” is now “{after}”"
        yield Reason(Grade.MEANING, "alternative", says, old.alt, new.alt)
    elif old.credit != new.credit:
        says = f"the credit of the picture {new.name}: “{old.credit}” is now “{new.credit}”"
        yield Reason(Grade.WORDING, "words", says, old.credit, new.credit)


def _pictures(sentence: Sentence) -> list[model.Picture]:
    own = sentence.passage.picture
    inside = [n.picture for n in walk(sentence.inlines) if isinstance(n, model.InlinePicture)]
    return [own, *inside] if own and sentence.first else inside


def of_links(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield links that lead elsewhere."""
    before, after = _links(old), _links(new)
    gone, come = list((before - after).elements()), list((after - before).elements())
    for one, other in zip(gone, come, strict=False):
        yield _link(f"a link leads elsewhere: “{one}” is now “{other}”", one, other)
    yield from (_lone_link(one, new=False) for one in gone[len(come) :])
    yield from (_lone_link(other, new=True) for other in come[len(gone) :])
    if before == after:
        yield from _respelt(old, new)


def _respelt(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield links that lead to the same place by another address, as https for http."""
    for one, other in zip(_targets(old), _targets(new), strict=False):
        if one != other:
            grade = Grade.LAYOUT if other.startswith("#") else Grade.WORDING
            says = f"the address of a link: “{one}” is now “{other}”"
            yield Reason(grade, "words", says, one, other)


def _targets(sentence: Sentence) -> list[str]:
    return [n.target for n in walk(sentence.inlines) if isinstance(n, model.Link)]


def all_links(sentence: Sentence, *, new: bool) -> Iterator[Reason]:
    """Yield each link of a sentence that is new as a whole, or gone."""
    yield from (_lone_link(target, new=new) for target in _links(sentence).elements())


def _lone_link(target: str, *, new: bool) -> Reason:
    if new:
        return _link(f"a link is new: “{target}”", "", target)
    return _link(f"a link is gone: “{target}”", target, "")


def _link(says: str, before: str, after: str) -> Reason:
    return Reason(Grade.FACTS, "link", says, before, after)


def _links(sentence: Sentence) -> Counter[str]:
    """Return where links lead; to a place in the leaflet itself is a matter of layout."""
    found = (target for target in _targets(sentence) if not target.startswith("#"))
    return Counter(map(web_value, found))


def of_languages(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield words that are said to be in another language, and so will be spoken otherwise."""
    before, after = _languages(old), _languages(new)
    if before != after:
        one, other = (", ".join(each) or "that of the leaflet" for each in (before, after))
        says = f"language of these words: {one} is now {other}"
        yield Reason(Grade.MEANING, "language", says, one, other)


def _languages(sentence: Sentence) -> list[str]:
    inside = [n.lang for n in walk(sentence.inlines) if isinstance(n, model.Language)]
    return [each for each in (sentence.passage.language, *inside) if each]


def of_emphasis(old: Sentence, new: Sentence, hard: frozenset[str]) -> Iterator[Reason]:
    """Yield words that are bold now, or no more.

    `hard` are the hard words, in small letters, that only one of the editions explains: those
    that its easy read has in bold, wherever.
    """
    before, after = _bold(old), _bold(new)
    easy = new.passage.part.audience == EASY_READ
    for words in sorted((before - after) | (after - before)):
        now = "now" if words in after else "no more"
        if easy and words.casefold() in hard:
            says = f"the hard word “{words}” is {now} explained"
            yield Reason(Grade.MEANING, "term", says, *_before_after(words, words in after))
        else:
            says = f"“{words}” is {now} emphasised"
            yield Reason(Grade.LAYOUT, "emphasis", says, *_before_after(words, words in after))


def _before_after(words: str, new: bool) -> tuple[str, str]:
    return ("", words) if new else (words, "")


def _bold(sentence: Sentence) -> frozenset[str]:
    spans = (n for n in walk(sentence.inlines) if isinstance(n, model.Strong | model.Emphasis))
    return frozenset(folded(plain_text(span.children)) for span in spans)


def of_surroundings(old: Sentence, new: Sentence) -> Iterator[Reason]:
    """Yield for whom words are meant now, and what they stand in."""
    before, after = old.passage, new.passage
    formats = [_formats(each.within) for each in (before, after)]
    if formats[0] != formats[1]:
        one, other = (", ".join(each) or "all formats" for each in formats)
        says = f"for which formats: {one} is now {other}"
        yield Reason(Grade.MEANING, "audience", says, one, other)
    places = [_named(before), _named(after)]
    if places[0] != places[1]:
        says = f"what it is: {places[0]} is now {places[1]}"
        yield Reason(Grade.LAYOUT, "kind", says, *places)
    elif new.begins is not None:
        says = f"a new {before.kind} {'begins' if new.begins else 'no longer begins'} here"
        yield Reason(Grade.LAYOUT, "kind", says)


def _formats(within: tuple[str, ...]) -> list[str]:
    return [each for each in within if each.startswith(("only ", "not "))]


def _named(passage: Passage) -> str:
    formats = _formats(passage.within)
    around = [each for each in reversed(passage.within) if each not in formats]
    return " in ".join([passage.kind, *around])
