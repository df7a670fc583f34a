"""Shorter outlines: the same to the eye."""

import pytest

from formats.pictures import outlines


@pytest.mark.parametrize(
    ("path", "shorter"),
    [
        ("M10.2 10.4l20.1 .3 h-5z", "m10 10l20 1-5 0-15-1z"),
        ("M0 0c.4 .4.4 .4.4 .4.4 .4.4 .4.4 .4", "m0 0c0 0 0 0 0 0 1 1 1 1 1 1"),
        ("M1 1H5V6Q9 9 1 1", "m1 1l4 0 0 5q4 3-4-5"),
        ("M0 0L9 0ZM5 5L6 6", "m0 0l9 0-9 0zm5 5l1 1"),
    ],
)
def test_points_are_rounded_where_they_stand(path: str, shorter: str) -> None:
    assert outlines.shortened(path) == shorter
