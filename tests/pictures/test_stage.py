"""Scenes: who stands where, with one face, on a plate, in well-formed SVG."""

import re
from xml.etree import ElementTree as ET

import pytest

from formats.pictures import openmoji, people, plate, stage
from formats.pictures.stage import How, Person, Thing
from formats.reading import cast

CAST = cast.default()
ADULT, OTHER, CHILD = Person("teacher", "explaining"), Person("parent"), Person("child")
GROUPS = ([ADULT], [CHILD], [ADULT, OTHER], [CHILD, ADULT], [ADULT, CHILD, OTHER])
HAND = "270B-1F3FE"


def thing(how: How, code: str = "1F3EB") -> Thing:
    svg = openmoji.svg(code)
    assert svg
    return Thing(code, svg, how)


def drawn(group: list[Person], held: Thing | None = None) -> str:
    return stage.drawn(CAST, group, held).decode()


def places(svg: str) -> list[tuple[float, float, float, float]]:
    """Return x, y and both scales of each person."""
    found = re.findall(r"translate\(([-\d.]+) ([-\d.]+)\) scale\(([-\d.]+) ([\d.]+)\)", svg)
    return [tuple(map(float, each)) for each in found]  # type: ignore[misc]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("how", [None, *stage.HOWS])
def test_a_scene_is_one_drawing_on_a_plate_whose_ids_differ(
    group: list[Person], how: How | None
) -> None:
    svg = drawn(group, thing(how) if how else None)
    assert plate.is_laid(svg.encode()) and "<metadata" not in svg
    ids = [element.get("id") for element in ET.fromstring(svg).iter() if element.get("id")]
    assert len(ids) == len(set(ids)) >= len(group)
    referred = set(re.findall(r'(?:href="|url\()#([^")]+)', svg))
    assert referred <= set(ids)


@pytest.mark.parametrize("group", GROUPS)
def test_everybody_stands_on_the_lower_edge_and_inside(group: list[Person]) -> None:
    for x, y, across, down in places(drawn(group)):
        size = people.SQUARE * down
        left = x if across > 0 else x - size
        assert y + size == pytest.approx(plate.HEIGHT, abs=0.5)
        # The square around a person has room to spare beside the shoulders.
        assert left > -0.05 * plate.WIDTH and left + size < 1.05 * plate.WIDTH
        assert y >= 0


def test_those_who_talk_look_at_each_other() -> None:
    (_, _, left, _), (_, _, right, _) = places(drawn([ADULT, OTHER]))
    assert left > 0 > right


def test_children_are_smaller_and_in_front() -> None:
    (*_, adult), (*_, other), (*_, child) = places(drawn([ADULT, CHILD, OTHER]))
    assert child < adult == other


def test_one_person_has_one_look_and_many_faces() -> None:
    calm, glad = (CAST.drawn("senco", face) for face in ("smile", "calm"))
    assert calm != glad
    skin, clothes = CAST.looks["senco"].skin, CAST.looks["senco"].clothes
    assert all(skin in svg and clothes in svg for svg in (calm, glad))


def test_everybody_of_the_cast_looks_different() -> None:
    looks = [(look.head, look.skin, look.clothes) for look in CAST.looks.values()]
    assert len(set(looks)) == len(looks)
    assert len({look.skin for look in CAST.looks.values()}) == len(people.SKINS)


@pytest.mark.parametrize("face", people.EXPRESSIONS)
def test_each_face_can_be_drawn(face: str) -> None:
    assert "<path" in CAST.drawn("parent", face)


@pytest.mark.parametrize(
    ("part", "names"), [("head", people.HEADS), ("accessories", people.GLASSES),
                        ("facialHair", people.BEARDS), ("expression", people.EXPRESSIONS)],
)  # fmt: skip
def test_open_peeps_has_every_part_that_can_be_named(part: str, names: tuple[str, ...]) -> None:
    assert set(names) <= people.variants(part)


def test_a_hand_has_the_skin_of_who_holds_it() -> None:
    skin = CAST.looks["child"].skin
    assert drawn([CHILD], thing("with", HAND)).count(skin) > drawn([CHILD]).count(skin)


def test_another_skin_for_everybody() -> None:
    svg = stage.drawn(CAST, [ADULT, CHILD], thing("with", HAND))
    toned = stage.retoned(svg, "dark").decode()
    assert people.SKINS["dark"] in toned
    for tone in ("light", "medium", "medium-dark"):
        assert f'"{people.SKINS[tone]}"' not in toned


def test_outlines_are_black_and_white() -> None:
    outlined = stage.outlined(stage.drawn(CAST, [ADULT, CHILD], thing("says")))
    fills = set(re.findall(rb'fill="([^"]*)"', outlined))
    assert fills <= {b"#fff", b"#000", b"#000000", b"none"}
