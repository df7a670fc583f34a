"""Pictures as pixels: the size asked for, and no more memory than that takes."""

import hashlib

import pytest

from formats.model import Media
from formats.pictures import raster
from tests import leaflets


def _svg(attributes: str) -> Media:
    rect = '<rect width="9" height="9"/>'
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{rect}</svg>'.encode()
    return Media(hashlib.sha256(data).hexdigest(), "image/svg+xml", data)


@pytest.mark.parametrize(
    "attributes",
    [
        'viewBox="0 0 1 100000"', 'viewBox="0 0 100000 1"', 'width="1" height="99999"',
        'width="10" height="10" viewBox="0,0,1,5000"', 'width="1e9" height="2"',
    ],
)  # fmt: skip
def test_a_drawing_of_an_impossible_shape_is_refused_before_it_is_drawn(attributes: str) -> None:
    with pytest.raises(ValueError, match="long and narrow"):
        raster.png(_svg(attributes), 400)


@pytest.mark.parametrize("width", [50, 472])
def test_a_drawing_is_as_wide_as_asked_after_its_margin_is_cut(width: int) -> None:
    assert raster.size(raster.png(leaflets.SCHOOL.media, width))[0] == width
