import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.errors import Place, RenderError
from formats.renderers.docx.bookmarks import Bookmarks

IDS = st.lists(st.text("ab-.é_1", min_size=1, max_size=60), unique=True, max_size=30)


@given(IDS)
def test_names_are_those_that_word_allows_and_like_no_other(ids: list[str]) -> None:
    bookmarks = Bookmarks()
    names = [bookmarks.name(id_) for id_ in ids]
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)
    assert len({name.casefold() for name in names}) == len(ids)
    assert [bookmarks.name(id_) for id_ in ids] == names


def test_names_that_differ_late_or_in_capitals_alone_are_kept_apart() -> None:
    bookmarks = Bookmarks()
    names = [bookmarks.name(f"{'a' * 60}{end}") for end in "bc"] + [bookmarks.name("A" * 60)]
    assert names == ["a" * 40, "a" * 38 + "_2", "A" * 38 + "_3"]


def test_a_link_that_leads_nowhere_is_refused_with_its_place() -> None:
    bookmarks = Bookmarks()
    bookmarks.lead_to("there", "over there", Place("leaflet.md", 7))
    with pytest.raises(RenderError, match="“over there” leads to “#there”") as refused:
        bookmarks.check()
    assert refused.value.place == Place("leaflet.md", 7)
    bookmarks.set("there")
    bookmarks.check()
