"""Tables of data, and rows that only lay out."""

import re
from dataclasses import replace
from typing import Any

import pytest

from formats import model
from formats.renderers.docx import measures, tables
from tests import leaflets
from tests.renderers.docx.opened import Element, part, root, value, w, words
from tests.rendering import rendered

EDITIONS = leaflets.editions()
SIZE, ROOM = 16.0, 9000


def _cells(*texts: str) -> model.Row:
    return tuple((model.Text(text),) for text in texts)


def _table(*rows: model.Row) -> model.Table:
    alignments: list[model.Alignment] = [""] * len(rows[0])
    return model.Table(rows[0], rows[1:], tuple(alignments))


def _edition(*blocks: model.Block) -> model.Edition:
    return leaflets.edition(replace(leaflets.standard(), blocks=blocks, notes=()))


def test_columns_are_as_wide_as_their_words() -> None:
    widths = tables.widths(
        _table(_cells("Who", "Phone"), _cells("Us", "03000 41 3000")), ROOM, SIZE
    )
    assert widths[1] > 2 * widths[0]
    assert sum(widths) < ROOM


def test_long_words_share_the_room_and_none_is_parted() -> None:
    long = "Children and young people with special educational needs " * 4
    table = _table(_cells("Accessibility", long, "No"), _cells("Plan", long, "03000 41 3000"))
    widths = tables.widths(table, ROOM, SIZE)
    assert ROOM - 3 <= sum(widths) <= ROOM
    for width, word in zip(widths, ("Accessibility", "educational", "03000 41 3000"), strict=True):
        assert width >= measures.width(word, SIZE)


def test_words_too_long_for_the_page_share_it() -> None:
    widths = tables.widths(_table(_cells("a" * 99, "b" * 99), _cells("", "")), ROOM, SIZE)
    assert widths == [ROOM // 2, ROOM // 2]


def test_an_empty_column_and_a_line_break_are_no_trouble() -> None:
    table = model.Table(
        ((), (model.Text("a"), model.LineBreak(), model.Text("b"))), ((), ()), ("", "")
    )
    assert all(width > 0 for width in tables.widths(replace(table, rows=(((), ()),)), ROOM, SIZE))


def _tables(edition: model.Edition, **options: Any) -> list[Element]:
    return list(root(edition, **options).iter(w("tbl")))


def test_data_has_a_header_row_and_layout_says_nothing_of_headers() -> None:
    data, contacts = _tables(EDITIONS["standard"])
    headers = [row.find(f".//{w('tblHeader')}") is not None for row in data.iter(w("tr"))]
    assert headers == [True, False, False]
    assert (value(data, "tblPr/tblLook", "firstRow"), value(data, "tblPr/tblLook")) == ("1", "0620")
    for layout in (contacts, *_tables(EDITIONS["easy-read"])):
        look = layout.find(f"{w('tblPr')}/{w('tblLook')}")
        assert look is not None
        flags = {look.get(w(name)) for name in ("firstRow", "lastRow", "firstColumn", "lastColumn")}
        assert (flags, look.get(w("val"))) == ({"0"}, "0600")
        assert layout.find(f".//{w('tblHeader')}") is None
        assert layout.find(f".//{w('tblStyle')}") is None


@pytest.mark.parametrize(("side", "first"), [("left", True), ("right", False)])
@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_pictures_stand_at_the_side_asked_for(side: str, first: bool, language: str) -> None:
    edition = replace(EDITIONS["easy-read"], language=language)
    rows = _tables(edition, picture_side=side)[0].findall(w("tr"))
    drawn = [cell.find(f".//{w('drawing')}") is not None for cell in rows[0].iter(w("tc"))]
    mirrored = language == "ar"
    assert drawn == ([True, False] if first != mirrored else [False, True])
    table = rows[0].getparent()
    assert table is not None
    assert (table.find(f".//{w('bidiVisual')}") is not None) == mirrored


def test_tables_that_touch_are_kept_apart_and_words_keep_off_them() -> None:
    table = _table(_cells("a", "b"), _cells("c", "d"))
    body = root(_edition(table, table, leaflets.paragraph("After.")))[0]
    at = [child.tag for child in body].index(w("tbl"))
    _, between, second, after = list(body)[at : at + 4]
    assert (second.tag, words(between), between.tag) == (w("tbl"), "", w("p"))
    assert words(after) == "After."
    assert value(after, "pPr/spacing", "before") == "240"


def test_pictures_leave_room_for_words() -> None:
    made = rendered("docx", EDITIONS["easy-read"], picture_size=8.0, font_size=36, paper="A5")
    across = [int(cx) / 360_000 for cx in re.findall(r'<wp:extent cx="(\d+)"', part(made))]
    assert all(3 <= cm < 5 for cm in across[1:]), across  # the first is that of the cover


def test_ideas_that_follow_one_another_share_a_table() -> None:
    ideas = tuple(model.Idea(None, (model.Text(f"Idea {number}."),)) for number in range(3))
    (table,) = _tables(_edition(*ideas))
    assert [words(row) for row in table.iter(w("tr"))] == ["Idea 0.", "Idea 1.", "Idea 2."]
