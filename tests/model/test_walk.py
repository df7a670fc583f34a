"""`parts`, `rebuild` and `walk` agree on what every node holds."""

from typing import get_args

from hypothesis import given, settings

from formats import model
from formats.errors import Place
from formats.model import (
    Block,
    EasyRead,
    Edition,
    Idea,
    Inline,
    Only,
    Paragraph,
    Text,
    ViewedBlock,
    rebuild,
    walk,
)
from tests import leaflets, strategies
from tests.leaflets import paragraph

EASY = EasyRead((Idea(leaflets.SCHOOL, (Text("An idea"),)), Idea(None, (Text("and another"),))))
ONLY = Only(("audio",), False, (paragraph("only this"),))
BLOCKS: tuple[Block, ...] = (
    *leaflets.standard().blocks, *leaflets.easy_read().blocks, EASY, ONLY,
    *(block for edition in leaflets.editions().values() for block in edition.blocks()),
)  # fmt: skip


def same(inlines: walk.Inlines) -> walk.Inlines:
    return tuple(rebuild.rebuild_inline(inline, same) for inline in inlines)


def copied(blocks: walk.Blocks) -> walk.Blocks:
    return tuple(rebuild.rebuild(block, copied, same) for block in blocks)


def shouted(inlines: walk.Inlines) -> walk.Inlines:
    return tuple(
        Text(i.text.upper()) if isinstance(i, Text) else rebuild.rebuild_inline(i, shouted)
        for i in inlines
    )


def shouting(blocks: walk.Blocks) -> walk.Blocks:
    return tuple(rebuild.rebuild(block, shouting, shouted) for block in blocks)


def test_the_leaflets_of_the_tests_hold_every_kind_of_node() -> None:
    kinds = {type(node) for node in walk.walk(BLOCKS)}
    assert kinds == {*get_args(Block), *get_args(Inline)}
    assert set(get_args(Block)) == {*get_args(ViewedBlock), *get_args(model.SourceOnly)}


def test_a_rebuild_that_changes_nothing_gives_the_same() -> None:
    assert copied(BLOCKS) == BLOCKS


def test_a_rebuild_reaches_every_text_that_a_walk_meets() -> None:
    before = [n.text for n in walk.walk(BLOCKS) if isinstance(n, Text)]
    after = [n.text for n in walk.walk(shouting(BLOCKS)) if isinstance(n, Text)]
    assert len(before) > 50
    assert after == [text.upper() for text in before]


@given(edition=strategies.editions())
@settings(max_examples=25)
def test_the_same_of_any_edition(edition: Edition) -> None:
    blocks = tuple(edition.blocks())
    assert copied(blocks) == blocks
    before = [n.text for n in walk.walk(blocks) if isinstance(n, Text)]
    after = [n.text for n in walk.walk(shouting(blocks)) if isinstance(n, Text)]
    assert after == [text.upper() for text in before]


def test_plain_text() -> None:
    assert walk.plain_text(leaflets.INLINES.children) == (
        "Every child must be heard, says the SENCO; see the hub or write to iask@kent.gov.uk. "
        "In Welsh: Croeso i bawb. Type a < b && c. A note and a picture  here, "
        "by 1 May 2026 at £12.50 (50%)."
    )


def test_words_are_in_reading_order_with_those_of_shared_files() -> None:
    words = " ".join(walk.words(leaflets.standard()))
    expected = (
        "Words before the first section.", "Words & marks", "line one line two", "Lists",
        "Outer two Inner one Inner two", "Third Fourth and more A part Deeper.",
        "Who Phone Cost Helpline 03000 41 3000 Free 03000 41 3000 Free",
        "A teacher who listens", "twice thrice SEND Code of Practice 6.65",
        "There are two: Assess What happens in step Assess. Plan",
        "Dzień dobry,", "Ring us. Helpline 03000 41 3000 Email", "Post Oakwood House,",
    )  # fmt: skip
    places = [words.index(part) for part in expected]
    assert places == sorted(places)


def test_words_of_easy_read_text() -> None:
    words = " ".join(walk.words(leaflets.easy_read()))
    assert words.startswith(
        "Extra help Some children need extra help at school. This help is called SEN support. "
        "SEN support SEN support means extra help at school. Ask for more."
    )
    assert words.endswith("Find us on Facebook Support Kent IASK")
    assert list(walk.texts((EASY, ONLY))) == ["An idea", "and another", "only this"]


def test_pictures_come_in_order_notes_last() -> None:
    found = [picture.name for picture in walk.pictures(walk.everything(leaflets.standard()))]
    assert found == ["school", "teacher", "sparkles", "school"]
    assert [p.name for p in walk.pictures(leaflets.easy_read().blocks)].count("school") == 3


def test_note_words() -> None:
    assert walk.note_words(leaflets.standard()) == [
        ["The", "words", "of", "the", "note.", "with", "a", "list"]
    ]


def test_places_do_not_count_in_comparison() -> None:
    here = Paragraph((Text("a"),), Place("a.md", 1))
    assert here == Paragraph((Text("a"),), Place("b.md", 2))
    assert repr(here) == repr(Paragraph((Text("a"),)))
