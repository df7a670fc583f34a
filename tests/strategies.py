"""Leaflets made up by Hypothesis: Markdown sources, and viewed leaflets without the reader."""

from dataclasses import replace

from hypothesis import strategies as st

from formats import model
from tests import leaflets

# Letters that the bundled fonts have, and marks that every format must escape or could trip over.
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éüñôçłž"
MARKS = ".,;:!?'\"()-–—“”‘’&%£€@/+#"
_word = st.text(LETTERS, min_size=1, max_size=12)
_marked = st.tuples(_word, st.sampled_from(["", *MARKS])).map("".join)


def words(most: int = 12) -> st.SearchStrategy[str]:
    """Return strategies of one to `most` words with marks between them."""
    return st.lists(_marked, min_size=1, max_size=most).map(" ".join)


def _text() -> st.SearchStrategy[model.Inline]:
    return words().map(model.Text)


def _spans(children: st.SearchStrategy[model.Inline]) -> st.SearchStrategy[model.Inline]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    address = st.sampled_from(["https://www.kent.gov.uk/send", "mailto:iask@kent.gov.uk"])
    return (
        several.map(model.Strong)
        | several.map(model.Emphasis)
        | words(3).map(model.CodeText)
        | st.builds(model.Link, address, words(3).map(lambda found: (model.Text(found),)))
    )


def inlines() -> st.SearchStrategy[tuple[model.Inline, ...]]:
    """Return strategies of runs of inlines that begin with words."""
    one = st.recursive(_text(), _spans, max_leaves=4)
    # Inlines that touch make one word of two, so each is set off by a space.
    return st.lists(one, min_size=1, max_size=4).map(_spaced)


def _spaced(nodes: list[model.Inline]) -> tuple[model.Inline, ...]:
    spaced: list[model.Inline] = []
    for node in nodes:
        spaced += [node, model.Text(" ")]
    return tuple(spaced[:-1])


def _flat_blocks() -> st.SearchStrategy[model.ViewedBlock]:
    return inlines().map(model.Paragraph) | words().map(model.Preformatted) | _tables()


@st.composite
def _tables(draw: st.DrawFn) -> model.Table:
    columns = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[inlines()] * columns), min_size=2, max_size=4))
    alignments: list[model.Alignment] = [""] * columns
    return model.Table(rows[0], tuple(rows[1:]), tuple(alignments))


def _nested(children: st.SearchStrategy[model.ViewedBlock]) -> st.SearchStrategy[model.ViewedBlock]:
    blocks = st.lists(children, min_size=1, max_size=3).map(tuple)
    items = st.lists(blocks.map(model.ListItem), min_size=1, max_size=3).map(tuple)
    return (
        items.map(model.BulletList)
        | st.builds(model.NumberedList, items, st.integers(1, 20))
        | blocks.map(model.Quotation)
    )


def _sections(
    view_blocks: st.SearchStrategy[model.ViewedBlock],
) -> st.SearchStrategy[list[model.Section]]:
    parts = st.tuples(words(5), st.lists(view_blocks, min_size=1, max_size=3))
    return st.lists(parts, min_size=1, max_size=4).map(
        lambda found: [
            model.Section(2, (model.Text(title),), f"s-{number}", tuple(blocks))
            for number, (title, blocks) in enumerate(found)
        ]
    )


@st.composite
def _steps(draw: st.DrawFn) -> model.Steps:
    titles = draw(st.lists(words(3), min_size=1, max_size=3))
    return model.Steps(
        (),
        tuple(
            model.Step(
                number,
                len(titles),
                3,
                (model.Text(title),),
                f"s{number}",
                (model.Paragraph(draw(inlines())),),
            )
            for number, title in enumerate(titles, 1)
        ),
    )


@st.composite
def standard(draw: st.DrawFn) -> model.Leaflet:
    """Draw a leaflet in the standard view."""
    blocks = st.recursive(_flat_blocks(), _nested, max_leaves=4)
    sections: list[model.ViewedBlock] = [*draw(_sections(blocks))]
    if draw(st.booleans()):
        sections.append(model.Section(2, (model.Text("Steps"),), "steps", (draw(_steps()),)))
    return _leaflet(draw(words(5)), tuple(sections), "standard")


@st.composite
def easy_read(draw: st.DrawFn) -> model.Leaflet:
    """Draw a leaflet in the easy-read view."""
    pictures = st.sampled_from([None, leaflets.SCHOOL, leaflets.TEACHER])
    ideas = st.builds(model.Idea, pictures, inlines())
    return _leaflet(draw(words(5)), tuple(draw(_sections(ideas))), "easy-read")


def _leaflet(title: str, blocks: tuple[model.ViewedBlock, ...], view: str) -> model.Leaflet:
    return model.Leaflet(
        slug="drawn",
        title=title,
        language="en-GB",
        blocks=blocks,
        edition="2025-10",
        identifier="urn:uuid:0a1b2c3d-0000-4000-8000-000000000002",
        organisation=leaflets.ORGANISATION,
        view=view,  # type: ignore[arg-type]
    )


def editions() -> st.SearchStrategy[model.Edition]:
    """Return editions in either view, as renderers are given them."""
    return (standard() | easy_read()).map(leaflets.edition)


def nested_blocks() -> tuple[model.ViewedBlock, ...]:
    """Return blocks that authors seldom write, one in another: the same each time."""
    code = model.Preformatted("first\n\n  third   line\n")
    broken = model.Paragraph(
        (
            model.Text("One"),
            model.LineBreak(),
            model.Strong((model.Text("two"), model.LineBreak(), model.Text("three"))),
        )
    )
    words = (model.Text("Quoted heading"),)
    quoted = model.Section(
        3, words, "quoted", (broken, model.Quotation((code, model.Quotation((broken,)))))
    )
    table = model.Table(
        ((model.Text("A"),), ()),
        (((), ()), ((model.LineBreak(),), (model.Text("cell"),))),
        ("", ""),
    )
    outer = model.ListItem(
        (broken, model.NumberedList((model.ListItem((table, code)), model.ListItem(()))), quoted)
    )
    polish = model.LanguageBlock(
        "pl", (model.Section(3, (model.Text("Nagłówek"),), "naglowek", (table,)), broken)
    )
    arabic = model.LanguageBlock(
        "ar",
        (model.Paragraph((model.Text("مرحبا "), model.Language("en", (model.Text("hello"),)))),),
    )
    deep = model.Section(
        6,
        (model.Text("Six"),),
        "six",
        (model.Section(7, (model.Text("Seven"),), "seven", (code,)),),
    )
    inside = (
        model.Quotation((replace(quoted, id="again"),)),
        model.BulletList((outer,)),
        polish,
        arabic,
        deep,
    )
    return (
        model.Section(2, (model.Text("Nested"),), "nested", inside),
        model.Paragraph(()),
        model.Figure(leaflets.SCHOOL),
    )
