import re
from xml.etree import ElementTree as ET

import pytest

from formats.pictures import openmoji, scene

ADULT, CHILD, BUBBLE = "1F9D1-1F3FE", "1F9D2-1F3FB", "1F4AC"


def drawn(code: str) -> bytes:
    found = openmoji.svg(code)
    assert found
    return found


def transforms(code: str) -> list[tuple[float, ...]]:
    """Return x, y and scale of each picture."""
    pattern = r'translate\(([-\d.]+) ([-\d.]+)\) scale\(([\d.]+)\)">\s*<g id='
    return [tuple(map(float, found)) for found in re.findall(pattern, drawn(code).decode())]


def test_one_picture_stays_as_it_is() -> None:
    assert drawn(ADULT) == (openmoji.folder() / f"{ADULT}.svg").read_bytes()


def test_pictures_stand_side_by_side_or_one_over_the_other() -> None:
    (left, *_), (right, *_) = transforms(f"{ADULT} + {ADULT}")
    assert left < right
    (above_x, above, _), (below_x, below, _) = transforms(f"{ADULT} / {ADULT}")
    assert above < below and above_x == below_x


def test_children_are_smaller_on_the_same_ground() -> None:
    (_, adult, _), (_, child, scale) = transforms(f"{ADULT} + {CHILD}")
    assert scale < 1
    assert child + 61 * scale == pytest.approx(adult + 61, abs=0.01)


LINE_2 = "1F9D1-1F3FE-200D-1F9AF"  # has a “line” and a “line-2”


@pytest.mark.parametrize(
    "code", [f"{LINE_2} + 1F3EB", f"{BUBBLE} / {ADULT} + {CHILD}", f"{CHILD} + {CHILD}"]
)
def test_a_scene_is_one_drawing_whose_ids_differ(code: str) -> None:
    ids = [e.get("id") for e in ET.fromstring(drawn(code)).iter() if e.get("id")]
    assert len(ids) == len(set(ids)) > 5


def test_a_part_that_is_not_drawn_is_no_picture() -> None:
    assert openmoji.svg(f"{ADULT} + 1F9D1-1F3E") is None
    assert openmoji.svg(f"{ADULT} +") is None
    assert openmoji.svg(f"{ADULT} / ../{CHILD}") is None


def test_tones_and_outlines_work_on_scenes() -> None:
    both = f"{ADULT} + {CHILD}"
    assert openmoji.toned(both, "dark") == drawn("1F9D1-1F3FF + 1F9D2-1F3FF")
    outlined = openmoji.outlined(drawn(both))
    assert b'fill="#92D3F5"' in drawn(both) and b'fill="#92D3F5"' not in outlined
    assert len(transforms(both)) == outlined.count(b'<g id="line')


def test_hands_of_two_tones_stay_while_those_beside_them_change() -> None:
    hands = "1FAF1-1F3FB-200D-1FAF2-1F3FF"
    assert openmoji.toned(f"{hands} + {ADULT}", "light") == drawn(f"{hands} + 1F9D1-1F3FB")


def test_rows_are_read_as_written() -> None:
    assert scene.rows(" A+B / C ") == [["A", "B"], ["C"]]
