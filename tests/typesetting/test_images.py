"""Pictures in a PDF: each there once, and every point of it as it was drawn."""

import io

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from formats.pictures import raster
from formats.typesetting.images import Images
from tests import leaflets


def _drawn(png: bytes, times: int = 1) -> list[tuple[Image.Image, int]]:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    images = Images(canvas)
    for number in range(times):
        images.draw("digest", png, (0, 100 * number, 100, 100))
    canvas.save()
    with pikepdf.open(out) as pdf:
        found = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
        shown = [pikepdf.PdfImage(o) for o in found if o.get("/Subtype") == "/Image"]
        return [(each.as_pil_image().copy(), len(each.obj.read_raw_bytes())) for each in shown]


def _png(image: Image.Image, **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", **more)
    return out.getvalue()


def test_a_drawing_goes_over_as_it_is_packed_and_once() -> None:
    png = raster.png(leaflets.SCHOOL.media, 200)
    [(shown, size)] = _drawn(png, times=3)
    with Image.open(io.BytesIO(png)) as drawn:
        assert shown.convert("RGB").tobytes() == drawn.convert("RGB").tobytes()
    assert size < len(png)


GREY = Image.linear_gradient("L")


@pytest.mark.parametrize(
    "png",
    [
        _png(GREY), _png(GREY.convert("RGB")), _png(GREY.convert("P"), transparency=0),
        _png(GREY.convert("RGBA")), _png(GREY.convert("1")),
    ],
)  # fmt: skip
def test_any_other_png_is_drawn_too(png: bytes) -> None:
    shown, _ = _drawn(png)[0]
    assert shown.size == GREY.size


def test_two_documents_of_one_picture_have_the_same_bytes() -> None:
    png = raster.png(leaflets.SCHOOL.media, 100)
    outs = [io.BytesIO(), io.BytesIO()]
    for out in outs:
        canvas = Canvas(out, invariant=1)
        Images(canvas).draw("digest", png, (0, 0, 9, 9))
        canvas.save()
    assert outs[0].getvalue() == outs[1].getvalue()
