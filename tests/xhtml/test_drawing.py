"""Drawing nodes as XHTML, one kind at a time."""

from typing import Any

import pytest
from lxml import etree

from formats import model
from formats.errors import RenderError
from formats.xhtml.drawing import Drawing
from formats.xhtml.markup import Element, append, element
from tests import leaflets


def _drawing(**values: Any) -> Drawing:
    return Drawing("en-GB", lambda target: f"there{target}", lambda picture: picture.name, **values)


def _written(made: Element) -> str:
    return etree.tostring(made, encoding="unicode").replace(
        ' xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"', ""
    )


def _drawn(node: Any, **values: Any) -> str:
    return _written(_drawing(**values).block(node))


def _paragraph(*inlines: Any) -> model.Paragraph:
    return model.Paragraph(inlines)


def test_links_and_pictures_lead_where_the_caller_says() -> None:
    drawn = _drawn(_paragraph(model.Link("#a", (model.Text("a"),))))
    assert drawn == '<p><a href="there#a">a</a></p>'
    assert '<img src="school" alt="A school"' in _written(_drawing().image(leaflets.SCHOOL))
    assert '<img src="sparkles" alt=""' in _written(_drawing().image(leaflets.DECORATION))


@pytest.mark.parametrize(
    ("level", "base", "name"),
    [(2, 0, "h2"), (2, 1, "h1"), (1, 1, "h1"), (7, 0, "h6"), (9, 1, "h6")],
)
def test_headings_are_relative_to_a_base(level: int, base: int, name: str) -> None:
    drawn = _drawn(model.Section(level, (model.Text("A"),), "a", ()), base=base)
    assert drawn == f'<section aria-labelledby="a"><{name} id="a">A</{name}></section>'


def test_sentences_have_identifiers_only_where_they_are_spoken() -> None:
    node = _paragraph(
        model.Sentence("s.1", (model.Text("One. "),)), model.Sentence("s.2", (model.Text("Two."),))
    )
    assert _drawn(node) == "<p>One. Two.</p>"
    assert _drawn(node, spoken={"s.2"}) == '<p>One. <span id="s.2">Two.</span></p>'


def test_languages_are_marked_where_they_differ_and_turn() -> None:
    arabic = model.Language("ar", (model.Text("مرحبا "), model.Added("hello", "en-GB")))
    assert _drawn(_paragraph(arabic, model.Added("there", "en-GB"))) == (
        '<p><span lang="ar" dir="rtl">مرحبا <span lang="en-GB" dir="ltr">hello</span></span>'
        "there</p>"
    )
    welsh = model.LanguageBlock(
        "cy", (_paragraph(model.Added("Cynnwys", "cy"), model.Added("page", "en-GB")),)
    )
    assert _drawn(welsh) == '<div lang="cy"><p>Cynnwys<span lang="en-GB">page</span></p></div>'


def test_the_first_call_of_a_note_is_the_one_to_come_back_to() -> None:
    call = model.NoteReference(1, model.Added("nodyn 1", "cy"))
    drawn = _drawn(_paragraph(call, call))
    assert drawn.count('id="call.1"') == 1
    assert drawn.count('aria-label="nodyn 1" lang="cy">[1]<') == 2


def test_one_kind_of_node_can_be_drawn_otherwise() -> None:
    def marked(drawing: Drawing, node: model.Emphasis) -> Element:
        return element("mark", drawing.inlines(node.children))

    def ruled(drawing: Drawing, node: model.Section) -> Element:
        made = drawing.plain_block(node)
        append(made, [element("hr")])
        return made

    inside = _paragraph(model.Text("a "), model.Emphasis((model.Text("b"),)))
    drawn = _drawn(
        model.Section(2, (model.Text("A"),), "a", (inside,)),
        own={model.Emphasis: marked, model.Section: ruled},
    )
    assert drawn == (
        '<section aria-labelledby="a"><h2 id="a">A</h2><p>a <mark>b</mark></p><hr/></section>'
    )


def test_a_paragraph_drawn_otherwise_is_so_in_lists_too() -> None:
    def boxed(drawing: Drawing, node: model.Paragraph) -> Element:
        return element("div", drawing.inlines(node.children))

    items = model.BulletList(leaflets._items("one"))
    assert _drawn(items) == "<ul><li>one</li></ul>"
    assert _drawn(items, own={model.Paragraph: boxed}) == "<ul><li><div>one</div></li></ul>"


def test_what_only_a_source_has_is_refused() -> None:
    with pytest.raises(RenderError):
        _drawn(model.EasyRead(()))
