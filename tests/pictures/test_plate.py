"""The plate: every picture stays what it is on a black page."""

import io

import pytest
from PIL import Image

from formats.model import Media
from formats.pictures import openmoji, plate, raster

SCALES = "2696"  # black lines and nothing else: on black paper a sad face


def on_black(media: Media) -> Image.Image:
    """Return a picture as pixels over a black page."""
    with Image.open(io.BytesIO(raster.png(media, 200))) as opened:
        drawn = opened.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", drawn.size, "black"), drawn).convert("L")


@pytest.mark.parametrize("code", [SCALES, "1F4C8", "1F464", "1F3EB + 1F4D5"])
def test_lines_are_as_clear_on_black_as_on_white(code: str) -> None:
    found = openmoji.picture(code)
    assert found
    seen = on_black(found)
    assert seen.getextrema() == (0, 255)
    assert seen.getpixel((0, 0)) == 255


def test_without_a_plate_they_would_vanish() -> None:
    bare = openmoji.svg(SCALES)
    assert bare
    seen = on_black(openmoji.media(bare))
    black = sum(seen.histogram()[:60])
    assert black > 0.9 * seen.width * seen.height


def test_a_picture_has_the_shape_of_the_plate() -> None:
    for code in (SCALES, "1F4DE", "1F455 / 1F37D + 1F6BD"):
        found = openmoji.picture(code)
        assert found and raster.size(raster.png(found, 400)) == (400, 300)


def test_a_plate_is_not_laid_twice() -> None:
    found = openmoji.picture(SCALES)
    assert found and plate.under(found.data) == found.data


@pytest.mark.parametrize("data", [b"", b"no drawing"])
def test_what_is_no_drawing_is_left_to_those_who_refuse_it(data: bytes) -> None:
    assert plate.under(data).endswith(data[-5:])


def test_pixels_that_cannot_be_read_are_refused() -> None:
    with pytest.raises(ValueError, match=r"cannot identify|truncated|broken"):
        plate.opaque(b"\x89PNG\r\n\x1a\n" + b"\x00" * 17 + b"\x06" + b"\x00" * 9)
