"""What holds for any two leaflets: no fault, nothing made up, and no way round counts less."""

import json

from hypothesis import given, settings

from formats.comparing import compare
from formats.comparing.lines import lines
from formats.comparing.page import page
from formats.comparing.record import record
from formats.model import Leaflet
from tests import leaflets, strategies

DRAWN = strategies.standard() | strategies.easy_read()


@given(DRAWN, DRAWN)
@settings(max_examples=12)
def test_any_two_leaflets_can_be_compared(one: Leaflet, other: Leaflet) -> None:
    there, back = compare(one, other), compare(other, one)
    assert there.grade == back.grade
    assert bool(there.changes) == (there.grade is not None)
    assert list(lines(there))
    assert json.dumps(record(there))
    assert page(there).startswith(b"<!DOCTYPE html>")


@given(DRAWN)
@settings(max_examples=8)
def test_a_leaflet_is_what_it_is(leaflet: Leaflet) -> None:
    assert compare(leaflet, leaflet).changes == ()


def test_every_kind_of_node_can_be_compared() -> None:
    for one in (
        leaflets.standard(),
        leaflets.easy_read(),
        leaflets.welsh(),
        leaflets.real("easy-read"),
    ):
        assert compare(one, one).changes == ()
        assert compare(leaflets.standard(), one).slug == one.slug
