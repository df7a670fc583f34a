"""A scene on a plate: up to three people, and one thing that they say, think of or have.

Who speaks stands on the left. People on the right half look to the left, so that those who
talk look at each other. Children are smaller, and in front.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from formats.pictures import plate
from formats.pictures.people import SKINS, SQUARE, Cast

How = Literal["says", "thinks", "with"]
HOWS: tuple[How, ...] = ("says", "thinks", "with")
USUAL = "smile"
"""The face that people make unless a scene says otherwise."""
MOST = 3
"""People in one scene: more would be too small to tell apart."""
_SIZES = {1: (290, 236), 2: (226, 204), 3: (200, 186)}
"""How large people are, by their number: without a thing, and with one."""
_SCENE = "people: "
_CHILD = 0.8  # times the size of an adult
_OPENMOJI_SKINS = re.compile(rb"#(?:fadcbc|debb90|c19a65|a57939|6a462f)", re.IGNORECASE)
_TONE = re.compile(r"1F3F[B-F]")
_LINE = 'fill="#fff" stroke="#000" stroke-width="3.5" stroke-linejoin="round"'


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the cast in a scene, with the name of an expression."""

    name: str
    expression: str = USUAL


@dataclass(frozen=True, slots=True)
class Thing:
    """A picture of OpenMoji in a scene: its code, its SVG, and what it has to do with people."""

    code: str
    svg: bytes
    how: How


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    width: float
    height: float


def drawn(cast: Cast, people: Sequence[Person], thing: Thing | None) -> bytes:
    """Return the SVG of a scene on its plate."""
    places = list(_places(cast, people, thing is not None))
    # Children last, so that they stand in front.
    order = sorted(range(len(people)), key=lambda at: _is_child(cast, people[at]))
    parts = [_person(cast, people[at], at, places[at]) for at in order]
    if thing is not None:
        parts.append(_thing(cast.looks[people[0].name].skin, thing, places))
    return plate.laid(parts)


def written(people: Sequence[Person], thing: Thing | None) -> str:
    """Return in words what a scene is made of: what `is_scene` knows it by."""
    who = ", ".join(f"{person.name}: {person.expression}" for person in people)
    return f"{_SCENE}{who}" + (f"; {thing.how} {thing.code}" if thing else "")


def is_scene(made_of: str) -> bool:
    """Whether that is what a scene is made of, and not the code of an OpenMoji picture."""
    return made_of.startswith(_SCENE)


def retoned(svg: bytes, tone: str) -> bytes:
    """Return a scene with the skin of everybody in one of `people.SKINS`."""
    skins = "|".join(SKINS.values())
    return re.sub(rf'"(?:{skins})"'.encode(), f'"{SKINS[tone]}"'.encode(), svg)


def outlined(svg: bytes) -> bytes:
    """Return a scene in black lines on white."""
    return re.sub(rb'fill="(?!#0{3,6}"|none)[^"]*"', b'fill="#fff"', svg)


def _is_child(cast: Cast, person: Person) -> bool:
    return cast.looks[person.name].size == "child"


def _places(cast: Cast, people: Sequence[Person], with_thing: bool) -> Iterator[_Box]:
    """Yield where each stands: on the lower edge, spread evenly, one alone beside the thing."""
    whole = _SIZES[len(people)][with_thing]
    for at, person in enumerate(people):
        size = whole * (_CHILD if _is_child(cast, person) else 1)
        if len(people) == 1:
            middle = 118 if with_thing else plate.WIDTH / 2
        else:
            edge = whole / 2 - 6
            middle = edge + at * (plate.WIDTH - 2 * edge) / (len(people) - 1)
        yield _Box(middle - size / 2, plate.HEIGHT - size, size, size)


def _person(cast: Cast, person: Person, at: int, box: _Box) -> str:
    inside = cast.drawn(person.name, person.expression, f"p{at}-")
    scale = box.width / SQUARE
    looks_left = box.left + box.width / 2 > plate.WIDTH / 2 + 1
    x = box.left + box.width if looks_left else box.left
    across = -scale if looks_left else scale
    place = f"translate({x:.4g} {box.top:.4g}) scale({across:.4g} {scale:.4g})"
    return f'<g transform="{place}">{inside}</g>'


def _thing(skin: str, thing: Thing, places: Sequence[_Box]) -> str:
    """Return the thing, in a bubble if it is said or thought; a hand has the speaker's skin."""
    box = _thing_box(thing.how, len(places))
    svg = thing.svg
    if _TONE.search(thing.code):
        svg = _OPENMOJI_SKINS.sub(skin.encode(), svg)
    if thing.how == "with":
        return plate.fitted(svg, box.left, box.top, box.width, box.height)
    speaker = places[0]
    face = (speaker.left + 0.8 * speaker.width, speaker.top + 0.5 * speaker.height)
    bubble = _speech(box, face) if thing.how == "says" else _thought(box, face)
    return bubble + plate.fitted(svg, box.left + 14, box.top + 9, box.width - 28, box.height - 18)


def _thing_box(how: How, people: int) -> _Box:
    if people == 1:
        return _Box(226, 40, 150, 220) if how == "with" else _Box(212, 14, 180, 144)
    return _Box(110, 8, 180, 122) if how == "with" else _Box(116, 6, 168, 112)


def _speech(box: _Box, face: tuple[float, float]) -> str:
    """Return a bubble whose tail leads to the speaker's face."""
    (x, y), bottom, right, curve = face, box.top + box.height, box.left + box.width, 18
    foot = box.left + 36
    return (
        f'<path {_LINE} d="M{box.left + curve} {box.top}H{right - curve}q{curve} 0 {curve} {curve}'
        f"V{bottom - curve}q0 {curve}-{curve} {curve}H{foot + 24}L{x:.4g} {y:.4g} {foot} {bottom}"
        f"H{box.left + curve}q-{curve} 0-{curve}-{curve}V{box.top + curve}"
        f'q0-{curve} {curve}-{curve}z"/>'
    )


def _thought(box: _Box, face: tuple[float, float]) -> str:
    """Return a cloud, and rings that lead from it to the brow of who thinks."""
    start, bottom = box.left + 36, box.top + box.height
    rings = "".join(
        f'<circle {_LINE} cx="{start + (face[0] - start) * far:.4g}" '
        f'cy="{bottom + (face[1] - bottom) * far:.4g}" r="{radius}"/>'
        for far, radius in ((0.22, 9), (0.6, 6))
    )
    return (
        f'{rings}<rect {_LINE} x="{box.left}" y="{box.top}" width="{box.width}" '
        f'height="{box.height}" rx="{box.height / 2:g}"/>'
    )
