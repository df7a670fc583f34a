"""Scenes to copy into pictures.toml: the cast with a thing that was looked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from formats.pictures import openmoji, stage
from formats.pictures.people import Cast
from formats.pictures.search import Found
from formats.pictures.stage import How, Person, Thing

_THINGS = 3  # things that scenes are offered with
_USUAL_THING = "1F4D6"  # an open book, where nothing was looked for


@dataclass(frozen=True, slots=True)
class Offer:
    """A scene: its SVG, and the lines of pictures.toml that make it."""

    svg: bytes
    lines: str


def scenes(cast: Cast, found: Iterable[Found]) -> Iterator[Offer]:
    """Yield scenes with each of the first things found, or with a book if there is none."""
    codes = [each.code for each in found if not each.variants][:_THINGS] or [_USUAL_THING]
    for code in codes:
        yield from _scenes(cast, code)


def _scenes(cast: Cast, code: str) -> Iterator[Offer]:
    adults = [name for name, look in cast.looks.items() if look.size == "adult"]
    children = [name for name, look in cast.looks.items() if look.size == "child"]
    one, other = adults[0], adults[1 % len(adults)]
    speaking, listening = Person(one, "explaining"), Person(other)
    yield _offer(cast, [speaking, listening], "says", code)
    yield _offer(cast, [Person(one)], "thinks", code)
    yield _offer(cast, [Person(other), *map(Person, children[:1])], "with", code)


def _offer(cast: Cast, people: list[Person], how: How, code: str) -> Offer:
    thing = Thing(code, openmoji.svg(code) or b"", how)
    names = ", ".join(f'"{_named(person)}"' for person in people)
    lines = f'[a-name-for-it]\npeople = [{names}]\n{how} = "{code}"\nalt = "what it shows"'
    return Offer(stage.drawn(cast, people, thing), lines)


def _named(person: Person) -> str:
    usual = person.expression == stage.USUAL
    return person.name if usual else f"{person.name}: {person.expression}"
