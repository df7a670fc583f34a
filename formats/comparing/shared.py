"""What a leaflet takes from the files that leaflets share, as passages of sections of their own."""

import re
from collections.abc import Iterator, Sequence

from formats import model
from formats.comparing.changes import SHARED, Part
from formats.comparing.outline import Passage, SectionText, folded
from formats.errors import Place
from formats.facts import Fact, FactKind
from formats.facts.addresses import post_value, web_value
from formats.facts.telephone import value as telephone_value
from formats.model.walk import everything, texts

_PART = Part(SHARED)
_PUBLISHER, _GLOSSARY, _PLACES = "organisation.toml", "glossary.toml", "places.toml"
_KINDS: dict[str, FactKind] = {
    "phone": "telephone", "email": "email", "web": "web", "post": "post", "social": "name",
}  # fmt: skip


def shared(
    before: model.Leaflet, after: model.Leaflet
) -> Iterator[tuple[SectionText, SectionText]]:
    """Yield what two editions take from each file, if it differs: rows that neither uses do not."""
    if before.organisation != after.organisation:
        yield publisher(before), publisher(after)
    used = _used(before, after)
    if used:
        yield _section(_GLOSSARY, _terms(before, used)), _section(_GLOSSARY, _terms(after, used))
    places = {*before.places, *after.places} - ({*before.places} & {*after.places})
    if places:
        yield (
            _section(_PLACES, _said(p for p in before.places if p in places)),
            _section(_PLACES, _said(p for p in after.places if p in places)),
        )


def publisher(leaflet: model.Leaflet) -> SectionText:
    """Return what a leaflet takes from the file that says who publishes it."""
    return _section(_PUBLISHER, _publisher(leaflet))


def _section(file: str, passages: Iterator[Passage]) -> SectionText:
    return SectionText((file,), "file", 2, place=Place(file), passages=list(passages))


def _passage(
    kind: str, key: str, words: str, tag: str, file: str, facts: Sequence[Fact] = ()
) -> Passage:
    text = (model.Text(words),)
    return Passage(
        kind, text, folded(words), _PART, language=tag, key=key, place=Place(file),
        facts=tuple(facts),
    )  # fmt: skip


def _publisher(leaflet: model.Leaflet) -> Iterator[Passage]:
    house = leaflet.organisation
    for key in ("name", "strapline", "about", "offer", "ask"):
        words = getattr(house, key)
        if words:
            shown = f"Who to ask: {words}" if key == "ask" else words
            yield _passage("contact", key, shown, house.language, _PUBLISHER)
    for entry in house.contacts:
        value = " ".join(entry.value)
        note = f" ({entry.note})" if entry.note else ""
        start = len(entry.label) + 2
        fact = Fact(_KINDS[entry.kind], _value(entry.kind, value), start, start + len(value))
        words = f"{entry.label}: {value}{note}"
        yield _passage(
            "contact", f"contact {entry.key}", words, house.language, _PUBLISHER, (fact,)
        )


def _value(kind: str, words: str) -> str:
    match kind:
        case "phone":
            return telephone_value(words)
        case "web":
            return web_value(words)
        case "email":
            return words.casefold()
        case _:
            return post_value(words)


def _used(before: model.Leaflet, after: model.Leaflet) -> frozenset[str]:
    """Return the terms whose rows differ, and which one of the leaflets uses."""
    old, new = ({term.key: term for term in each.glossary} for each in (before, after))
    differ = {key for key in {*old, *new} if old.get(key) != new.get(key)}
    if not differ:
        return frozenset()
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(differ)))})(?!\w)", re.I)
    keys = {key.casefold(): key for key in differ}
    said = (
        keys.get(match[0].casefold(), "")
        for leaflet in (before, after)
        for text in texts(everything(leaflet))
        for match in found.finditer(text)
    )
    return frozenset(said) - {""}


def _terms(leaflet: model.Leaflet, used: frozenset[str]) -> Iterator[Passage]:
    for term in leaflet.glossary:
        if term.key in used:
            for name in ("full", "easy", "say", "sounds"):
                words = getattr(term, name)
                if words:
                    kind = "term" if name in ("full", "easy") else "pronunciation"
                    text = f"{term.key}: {words}"
                    yield _passage(kind, f"{term.key} {name}", text, term.language, _GLOSSARY)


def _said(places: Iterator[tuple[str, str]]) -> Iterator[Passage]:
    for name, said in places:
        yield _passage("pronunciation", name, f"{name}: {said}", "", _PLACES)
