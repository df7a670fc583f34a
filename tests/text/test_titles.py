import pytest

from formats.text.titles import shortened

LONG = "Special Educational Needs (SEN) support in mainstream schools"


@pytest.mark.parametrize(
    ("title", "letters", "expected"),
    [
        (LONG, 61, LONG),
        (LONG, 60, "Special Educational Needs (SEN)"),
        (LONG, 30, "Special Educational Needs"),
        (LONG, 24, ""),
        ("Moving school: what happens next", 20, "Moving school"),
        ("Who decides? A guide – for parents", 26, "Who decides? A guide"),
        ("Who decides? A guide – for parents", 12, "Who decides?"),
        ("Re-assessment", 5, ""),
        ("", 5, ""),
    ],
)
def test_a_title_is_cut_where_its_sense_lets_it(title: str, letters: int, expected: str) -> None:
    assert shortened(title, lambda words: len(words) <= letters) == expected
