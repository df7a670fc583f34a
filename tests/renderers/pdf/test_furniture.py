"""What stands at the foot of every page."""

from dataclasses import replace

from tests import leaflets
from tests.renderers.pdf import reading
from tests.rendering import rendered


def test_the_foot_of_a_page_says_something() -> None:
    title = "Special Educational Needs (SEN) support in mainstream schools"
    for short, expected in (
        ("", "Special Educational Needs (SEN)"),
        ("SEN support", "SEN support"),
    ):
        edition = replace(
            leaflets.edition(replace(leaflets.standard(), title=title)), short_title=short
        )
        assert any(
            line.startswith(f"{expected} Page") or line.strip() == expected
            for line in reading.lines(rendered("pdf", edition))[1]
        )
