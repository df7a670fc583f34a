"""Breaking lines: every letter kept, nothing wider than the line, what belongs together whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.text import unbroken
from formats.typesetting import faces
from formats.typesetting.lines import Line, break_lines
from formats.typesetting.runs import Run
from tests import strategies

FACE = faces.load("atkinson-hyperlegible", all_bold=False).regular


def _runs(*texts: str) -> list[Run]:
    return [Run(text, FACE, None) for text in texts]


def _texts(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@given(
    texts=st.lists(strategies.words(20), min_size=1, max_size=4),
    width=st.floats(20, 500),
    size=st.floats(14, 72),
    most=st.integers(5, 70),
)
def test_every_letter_is_kept_and_no_line_is_too_wide(
    texts: list[str], width: float, size: float, most: int
) -> None:
    spaced = [f"{text} " for text in texts]
    lines = break_lines(_runs(*spaced), size, width, most)
    assert "".join(_texts(lines)) == "".join(spaced)
    for text in _texts(lines):
        shown = text.rstrip(" ")
        assert FACE.width(shown) * size <= width + 0.1 or len(shown) == 1
        assert len(shown) <= most


def test_a_line_end_that_was_asked_for_is_one() -> None:
    runs = [*_runs("one"), Run("", FACE, None, ends_line=True), *_runs("two")]
    assert _texts(break_lines(runs, 18, 400, 70)) == ["one", "two"]


def test_a_word_over_two_runs_is_not_split_between_them() -> None:
    lines = _texts(break_lines(_runs("some words before SEN", "COs and after"), 18, 190, 70))
    assert any("SENCOs" in line for line in lines)


@pytest.mark.parametrize("letter", ["x", "7", "/", ".", "("])
def test_a_word_as_long_as_a_book_is_broken_between_letters(letter: str) -> None:
    lines = break_lines(_runs(letter * 200_000), 18, 400, 70)
    assert "".join(_texts(lines)) == letter * 200_000


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Ring 03000 41 3000 now", "03000 41 3000"), ("+44 7700 900123", "+44 7700 900123"),
        ("from 1 May 2026 on", "1 May 2026"), ("in October 2025", "October 2025"),
        ("see paragraph 6.17 here", "paragraph 6.17"), ("Chapter 6 of", "Chapter 6"),
        ("at ME16 8AE", "ME16 8AE"), ("KS 2 is", "KS 2"), ("age 16 or", "age 16"),
        ("of 50 per cent", "50 per cent"), ("— send it", "— send"),
    ],
)  # fmt: skip
def test_what_stays_together(text: str, together: str) -> None:
    start = text.index(together)
    wanted = {start + at for at, letter in enumerate(together) if letter == " "}
    assert wanted <= unbroken.spaces(text)


def test_ordinary_spaces_may_end_a_line() -> None:
    assert unbroken.spaces("then 12 parents and 3 teachers") == set()


@pytest.mark.parametrize(
    "parted",
    [
        "www.kent.|gov.|uk/|a-b/|c_d", "https://|e.org/|find?|who=|you&|why=|me",
        "www.e.|org/|SEND_|Code_|29.07.14.|pdf", "helpline@|kent.|gov.|uk", "re-establishment",
    ],
)  # fmt: skip
def test_an_address_may_end_a_line_after_a_mark_and_never_in_a_word(parted: str) -> None:
    word = parted.replace("|", "")
    ends = [0, *unbroken.soft_ends(word), len(word)]
    assert "|".join(word[start:end] for start, end in pairwise(ends)) == parted


def test_an_address_ends_a_line_where_it_divides_most_if_the_line_is_well_filled() -> None:
    address = "www.kent.gov.uk/education-and-children/special-educational-needs"
    assert _texts(break_lines(_runs(f"Hub: {address}"), 18, 400, 70)) == [
        "Hub: ", "www.kent.gov.uk/education-and-children/", "special-educational-needs",
    ]  # fmt: skip
    narrow = _texts(break_lines(_runs(address), 18, 180, 70))
    assert narrow == [
        "www.kent.gov.uk/", "education-and-", "children/special-", "educational-needs",
    ]  # fmt: skip


def test_a_page_parts_no_address_from_what_it_belongs_to() -> None:
    lines = break_lines(_runs("Hub: www.kent.gov.uk/education-and-children/needs for"), 18, 220, 70)
    assert [line.leads_on for line in lines] == [True] * (len(lines) - 1) + [False]


def test_an_address_as_long_as_a_book_takes_no_time() -> None:
    lines = break_lines(_runs("www.e.org/" + "ab/" * 60_000), 18, 400, 70)
    assert sum(map(len, _texts(lines))) == 180_010
