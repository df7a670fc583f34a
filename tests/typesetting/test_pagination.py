"""Boxes on pages: what is kept together stays together wherever a page can hold it."""

from hypothesis import given
from hypothesis import strategies as st

from formats.typesetting.boxes import Box, Kept, keep_with_next, no_lonely_lines
from formats.typesetting.pagination import Pages, pages_of
from formats.typesetting.tagging import Element

HEIGHT = 100.0


def _box(height: float = 10.0, kept: Kept = Kept.NOT, before: float = 0.0) -> Box:
    return Box(height, kept=kept, before=before, anchors=[Element("P")])


def _placed(boxes: list[Box]) -> dict[int, int]:
    pages = Pages(HEIGHT)
    pages.add(boxes)
    where = pages_of(pages.pages)
    return {number: where[box.anchors[0]] for number, box in enumerate(boxes)}


boxes = st.lists(
    st.builds(_box, st.floats(1, 60), st.sampled_from(Kept), st.floats(0, 20)), max_size=40
)


@given(boxes)
def test_every_box_is_placed_once_in_order_and_fits(made: list[Box]) -> None:
    pages = Pages(HEIGHT)
    pages.add(made)
    placed = [each for page in pages.pages for each in page.placed]
    assert [each.box for each in placed] == made
    for page in pages.pages:
        ends = 0.0
        for each in page.placed:
            assert each.top >= ends - 0.02
            ends = each.top + each.box.height
        assert ends <= HEIGHT + 0.02


@given(boxes)
def test_what_is_kept_firmly_is_on_one_page_if_a_page_can_hold_it(made: list[Box]) -> None:
    where = _placed(made)
    group: list[int] = []
    for number, box in enumerate(made):
        group.append(number)
        if box.kept is not Kept.FIRMLY:
            height = sum(made[n].height for n in group) + sum(made[n].before for n in group[1:])
            if height <= HEIGHT:
                assert len({where[n] for n in group}) == 1
            group = []


def test_a_heading_moves_to_the_page_of_its_text() -> None:
    heading = [_box(20, Kept.FIRMLY)]
    where = _placed([*[_box() for _ in range(8)], *heading, _box()])
    assert where[8] == where[9] == 1


def test_what_is_longer_than_a_page_breaks_at_its_weakest_place() -> None:
    entries = [keep_with_next([_box(30)])[0] if n % 2 == 0 else _box(30, Kept.IF_IT_FITS)
               for n in range(8)]  # fmt: skip
    where = _placed(entries)
    assert all(where[n] == where[n + 1] for n in range(0, 8, 2))


def test_no_line_of_a_paragraph_is_alone() -> None:
    for before in range(10):
        paragraph = no_lonely_lines([_box() for _ in range(6)])
        where = _placed([*[_box() for _ in range(before)], *paragraph])
        pages = [where[before + n] for n in range(6)]
        assert pages[0] == pages[1]
        assert pages[-1] == pages[-2]


def test_space_before_goes_at_the_top_of_a_page() -> None:
    pages = Pages(HEIGHT)
    pages.add([_box(95), _box(10, before=20)])
    assert pages.pages[1].placed[0].top == 0


def test_pages_with_more_leave_those_without_as_they_are() -> None:
    pages = Pages(HEIGHT)
    pages.add([_box(40)])
    tried = pages.with_added([_box(40), _box(40), _box(40)])
    assert [len(page.placed) for page in tried.pages] == [2, 2]
    assert [len(page.placed) for page in pages.pages] == [1]
    pages.add([_box(50)])
    assert len(pages.pages) == 1
