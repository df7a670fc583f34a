"""Every paper, size and direction: nothing off the page, broken, stranded or left empty.

What is laid out is looked at before it is painted, so that sixty sheets take a few seconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

import pytest

from formats import model
from formats.errors import UsageError
from formats.options import Layer, make
from formats.renderers.pdf import PdfOptions
from formats.renderers.pdf.document import Layout
from formats.renderers.pdf.setting import setting
from formats.typesetting.boxes import Box, Image, Kept, PageNumber, Words
from formats.typesetting.pagination import Page
from formats.typesetting.setting import PAPERS, Setting
from tests import leaflets

SIZES = (14, 18, 22, 28, 36, 44)
SHEETS = list(product(PAPERS, SIZES, ("portrait", "landscape")))
HALF = 0.5  # of a page
ENDS = " /.?&=_-@"
LARGEST = 36  # pt, for a cover on A4
A5 = 420  # pt wide
WIDE = 14  # em: no word of the leaflets is as wide


@dataclass(frozen=True, repr=False)
class Laid:
    """What was laid out. It has no repr: that of a whole structure tree would never end."""

    pages: list[Page]
    look: Setting


@cache
def _editions() -> tuple[model.Edition, ...]:
    texts = (leaflets.real("standard"), leaflets.real("easy-read"), leaflets.standard())
    return tuple(map(leaflets.edition, texts))


def _options(paper: str, size: float, direction: str) -> PdfOptions:
    return make(PdfOptions, Layer({"paper": paper, "font-size": size, "orientation": direction}))


@pytest.fixture(
    scope="module", params=enumerate(SHEETS), ids=lambda each: "-".join(map(str, each[1]))
)
def laid(request: pytest.FixtureRequest) -> Laid:
    """Return the pages of one of three leaflets on one of sixty sheets."""
    number, sheet = request.param
    options = _options(*sheet)
    look = setting(options)
    return Laid(Layout(_editions()[number % 3], options, look).pages(), look)


def test_nothing_reaches_out_of_the_text_area(laid: Laid) -> None:
    pages, look = laid.pages, laid.look
    parts = [part for page in pages for placed in page.placed for part in placed.box.parts]
    widest = max(map(_right, parts))
    assert widest <= look.width + 0.1
    # What is higher than any page has one to itself.
    shared = [page.placed[-1] for page in pages if len(page.placed) > 1]
    lowest = max(placed.top + placed.box.height for placed in shared)
    assert lowest <= look.height + 0.1


def _right(part: object) -> float:
    match part:
        case Words(line, x):
            text = "".join(piece.text for piece in line.pieces)
            spaces = line.pieces[-1].run.face.width(" ") if text.endswith(" ") else 0.0
            return x + line.width - spaces * part.size
        case Image(x=x, width=width):
            return x + width
        case _:
            return 0.0


def test_no_line_is_stranded_and_no_heading_is_last(laid: Laid) -> None:
    pages, look = laid.pages, laid.look
    for number, (page, following) in enumerate(pairwise(pages), 1):
        if page.placed[-1].box.kept is Kept.FIRMLY:
            together = _firm_height(page, following)
            assert together > look.height, number


def _firm_height(*pages: Page) -> float:
    """Return how high what is kept firmly together is around the end of the first page."""
    before, after = ([placed.box for placed in page.placed] for page in pages)
    start = len(before)
    while start and before[start - 1].kept is Kept.FIRMLY:
        start -= 1
    end = 0
    while end < len(after) - 1 and after[end].kept is Kept.FIRMLY:
        end += 1
    return sum(box.height + box.before for box in (*before[start:], *after[: end + 1]))


def test_no_page_of_the_text_is_half_empty_for_nothing(laid: Laid) -> None:
    pages, look = laid.pages, laid.look
    contents = [n for n, page in enumerate(pages) if _has_numbers(page)]
    text = pages[contents[-1] + 1 :]  # which begins on a page of its own
    for number, (page, following) in enumerate(pairwise(text), contents[-1] + 2):
        last = page.placed[-1]
        free = look.height - last.top - last.box.height
        wanted = _whole(following) + look.pitch  # the space before it
        assert free < HALF * look.height or wanted > free, number


def _has_numbers(page: Page) -> bool:
    return any(isinstance(part, PageNumber) for each in page.placed for part in each.box.parts)


def _whole(page: Page) -> float:
    """Return how high the first boxes of a page are that are kept together."""
    height = 0.0
    for placed in page.placed:
        height += placed.box.before + placed.box.height
        if placed.box.kept is Kept.NOT:
            break
    return height


def test_words_are_broken_only_where_an_address_divides(laid: Laid) -> None:
    pages, look = laid.pages, laid.look
    if look.width < WIDE * look.size * look.headings[0]:
        return
    boxes = (placed.box for page in pages for placed in page.placed)
    broken = [
        lines
        for box in boxes
        for lines in _continued(box, look)
        if lines[0][-1] not in ENDS and lines[1][0].islower()
    ]
    assert not broken


def _continued(box: Box, look: Setting) -> Iterator[tuple[str, str]]:
    """Yield each line of a box, as text, with the one that goes on from it."""
    for one, other in _pairs(box):
        if one.x == other.x and 0 < other.base - one.base < 1.1 * look.pitch:
            yield _text(one), _text(other)


def _text(words: Words) -> str:
    return "".join(piece.text for piece in words.line.pieces)


def test_the_cover_stands_on_one_page(laid: Laid) -> None:
    pages, look = laid.pages, laid.look
    wide, high = look.paper
    if high < wide or look.size > (LARGEST if wide > A5 else LARGEST / 2):
        return
    assert any("Edition" in line for line in _lines(pages[0]))


def _lines(page: Page) -> list[str]:
    parts = [part for placed in page.placed for part in placed.box.parts]
    return [_text(part) for part in parts if isinstance(part, Words)]


def test_a_bullet_never_touches_its_words(laid: Laid) -> None:
    gaps = [
        (other.x - one.x - one.line.width) / one.size
        for page in laid.pages for placed in page.placed for one, other in _pairs(placed.box)
        if _text(one) == "•" and one.base == other.base
    ]  # fmt: skip
    assert min(gaps, default=1) > 1 / 4


def _pairs(box: Box) -> Iterator[tuple[Words, Words]]:
    return pairwise([part for part in box.parts if isinstance(part, Words)])


@pytest.mark.parametrize(
    ("values", "most"),
    [
        ({"paper": "A5", "font-size": 60}, 46),
        ({"paper": "A5", "font-size": 30, "binding-margin": 40}, 27),
    ],
)
def test_letters_too_large_for_the_paper_are_refused_with_what_would_do(
    values: dict[str, str | float], most: int
) -> None:
    with pytest.raises(UsageError, match=f"Choose font-size = {most} or less, or larger paper"):
        make(PdfOptions, Layer(dict(values)))
