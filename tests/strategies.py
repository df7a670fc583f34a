"""Leaflets made up by Hypothesis: Markdown sources, and viewed leaflets without the reader."""

from dataclasses import replace

from hypothesis import strategies as st

from formats.model import (
    Alignment,
    BulletList,
    CodeText,
    Edition,
    Emphasis,
    Figure,
    Idea,
    Inline,
    Language,
    LanguageBlock,
    Leaflet,
    LineBreak,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Preformatted,
    Quotation,
    Section,
    Step,
    Steps,
    Strong,
    Table,
    Text,
    ViewedBlock,
)
from tests import leaflets

# Letters that the bundled fonts have, and marks that every format must escape or could trip over.
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éüñôçłž"
MARKS = ".,;:!?'\"()-–—“”‘’&%£€@/+#"
_word = st.text(LETTERS, min_size=1, max_size=12)
_marked = st.tuples(_word, st.sampled_from(["", *MARKS])).map("".join)


def words(most: int = 12) -> st.SearchStrategy[str]:
    """Return strategies of one to `most` words with marks between them."""
    return st.lists(_marked, min_size=1, max_size=most).map(" ".join)


def _text() -> st.SearchStrategy[Inline]:
    return words().map(Text)


def _spans(children: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    address = st.sampled_from(["https://www.kent.gov.uk/send", "mailto:iask@kent.gov.uk"])
    return (
        several.map(Strong) | several.map(Emphasis) | words(3).map(CodeText)
        | st.builds(Link, address, words(3).map(lambda found: (Text(found),)))
    )  # fmt: skip


def inlines() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Return strategies of runs of inlines that begin with words."""
    one = st.recursive(_text(), _spans, max_leaves=4)
    # Inlines that touch make one word of two, so each is set off by a space.
    return st.lists(one, min_size=1, max_size=4).map(_spaced)


def _spaced(nodes: list[Inline]) -> tuple[Inline, ...]:
    spaced: list[Inline] = []
    for node in nodes:
        spaced += [node, Text(" ")]
    return tuple(spaced[:-1])


def _flat_blocks() -> st.SearchStrategy[ViewedBlock]:
    return inlines().map(Paragraph) | words().map(Preformatted) | _tables()


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[inlines()] * columns), min_size=2, max_size=4))
    alignments: list[Alignment] = [""] * columns
    return Table(rows[0], tuple(rows[1:]), tuple(alignments))


def _nested(children: st.SearchStrategy[ViewedBlock]) -> st.SearchStrategy[ViewedBlock]:
    blocks = st.lists(children, min_size=1, max_size=3).map(tuple)
    items = st.lists(blocks.map(ListItem), min_size=1, max_size=3).map(tuple)
    return (
        items.map(BulletList) | st.builds(NumberedList, items, st.integers(1, 20))
        | blocks.map(Quotation)
    )  # fmt: skip


def _sections(view_blocks: st.SearchStrategy[ViewedBlock]) -> st.SearchStrategy[list[Section]]:
    parts = st.tuples(words(5), st.lists(view_blocks, min_size=1, max_size=3))
    return st.lists(parts, min_size=1, max_size=4).map(
        lambda found: [
            Section(2, (Text(title),), f"s-{number}", tuple(blocks))
            for number, (title, blocks) in enumerate(found)
        ]
    )


@st.composite
def _steps(draw: st.DrawFn) -> Steps:
    titles = draw(st.lists(words(3), min_size=1, max_size=3))
    return Steps((), tuple(
        Step(number, len(titles), 3, (Text(title),), f"s{number}", (Paragraph(draw(inlines())),))
        for number, title in enumerate(titles, 1)
    ))  # fmt: skip


@st.composite
def standard(draw: st.DrawFn) -> Leaflet:
    """Draw a leaflet in the standard view."""
    blocks = st.recursive(_flat_blocks(), _nested, max_leaves=4)
    sections: list[ViewedBlock] = [*draw(_sections(blocks))]
    if draw(st.booleans()):
        sections.append(Section(2, (Text("Steps"),), "steps", (draw(_steps()),)))
    return _leaflet(draw(words(5)), tuple(sections), "standard")


@st.composite
def easy_read(draw: st.DrawFn) -> Leaflet:
    """Draw a leaflet in the easy-read view."""
    pictures = st.sampled_from([None, leaflets.SCHOOL, leaflets.TEACHER])
    ideas = st.builds(Idea, pictures, inlines())
    return _leaflet(draw(words(5)), tuple(draw(_sections(ideas))), "easy-read")


def _leaflet(title: str, blocks: tuple[ViewedBlock, ...], view: str) -> Leaflet:
    return Leaflet(
        slug="drawn", title=title, language="en-GB", blocks=blocks, edition="2025-10",
        identifier="urn:uuid:0a1b2c3d-0000-4000-8000-000000000002",
        organisation=leaflets.ORGANISATION, view=view,  # type: ignore[arg-type]
    )  # fmt: skip


def editions() -> st.SearchStrategy[Edition]:
    """Return editions in either view, as renderers are given them."""
    return (standard() | easy_read()).map(leaflets.edition)


def nested_blocks() -> tuple[ViewedBlock, ...]:
    """Return blocks that authors seldom write, one in another: the same each time."""
    code = Preformatted("first\n\n  third   line\n")
    broken = Paragraph(
        (Text("One"), LineBreak(), Strong((Text("two"), LineBreak(), Text("three"))))
    )
    words = (Text("Quoted heading"),)
    quoted = Section(3, words, "quoted", (broken, Quotation((code, Quotation((broken,))))))
    table = Table(((Text("A"),), ()), (((), ()), ((LineBreak(),), (Text("cell"),))), ("", ""))
    outer = ListItem((broken, NumberedList((ListItem((table, code)), ListItem(()))), quoted))
    polish = LanguageBlock("pl", (Section(3, (Text("Nagłówek"),), "naglowek", (table,)), broken))
    arabic = LanguageBlock("ar", (Paragraph((Text("مرحبا "), Language("en", (Text("hello"),)))),))
    deep = Section(6, (Text("Six"),), "six", (Section(7, (Text("Seven"),), "seven", (code,)),))
    inside = (Quotation((replace(quoted, id="again"),)), BulletList((outer,)), polish, arabic, deep)
    return (Section(2, (Text("Nested"),), "nested", inside), Paragraph(()), Figure(leaflets.SCHOOL))
