"""Pictures as pixels: the size asked for, and no more memory than that takes."""

import hashlib
from io import BytesIO

import pytest
from PIL import Image

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


# --- Photographs from cameras


def _photograph(size: tuple[int, int], kind: str, orientation: int = 1) -> Media:
    """Return a photograph with the place it was taken at, red above and blue below."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, size[1] // 2, *size))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"  # GPS: north
    out = BytesIO()
    image.save(out, kind, exif=exif)
    digest = hashlib.sha256(out.getvalue()).hexdigest()
    if kind == "JPEG":
        return Media(digest, "image/jpeg", out.getvalue())
    return Media(digest, "image/png", out.getvalue())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photograph_is_scaled_and_says_nothing_of_where_it_was_taken(kind: str) -> None:
    media = _photograph((3000, 2000), kind)
    fitted = raster.fitted(media, 1200)
    with Image.open(BytesIO(fitted.data)) as opened:
        assert (opened.size, opened.format) == ((1200, 800), kind)
        assert not opened.getexif()
    assert fitted.media_type == media.media_type and fitted.digest != media.digest
    assert raster.fitted(media, 1200) == fitted


def test_a_small_photograph_keeps_its_size() -> None:
    with Image.open(BytesIO(raster.fitted(_photograph((300, 200), "JPEG"), 1200).data)) as opened:
        assert opened.size == (300, 200) and not opened.getexif()


def test_a_photograph_stands_upright() -> None:
    fitted = raster.fitted(_photograph((300, 200), "JPEG", orientation=3), 1200)
    with Image.open(BytesIO(fitted.data)) as opened:
        red, _, blue = opened.convert("RGB").getpixel((150, 20))  # type: ignore[misc]
    assert blue > red


def test_a_drawing_stays_a_drawing() -> None:
    assert raster.fitted(leaflets.SCHOOL.media, 10) is leaflets.SCHOOL.media


def test_what_is_no_photograph_is_refused() -> None:
    broken = Media("0" * 64, "image/jpeg", b"\xff\xd8\xff\xe0")
    with pytest.raises(ValueError, match=r"cannot identify|truncated|broken"):
        raster.fitted(broken, 100)
