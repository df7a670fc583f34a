from pathlib import Path

import pytest

from formats import model
from tests.reading.reading import blocks, read, said

CODE = model.Authority("send-code", "SEND Code of Practice", language="en-GB")


def p(words: str) -> model.Paragraph:
    return model.Paragraph((model.Text(words),))


def item(*inside: model.Block) -> model.ListItem:
    return model.ListItem(inside)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo  three\n", p("One two three")),
        ("> One\n> two\nlazy\n", model.Quotation((p("One two lazy"),))),
        ("- a\n- b\n", model.BulletList((item(p("a")), item(p("b"))))),
        ("* a\n\n* b\n", model.BulletList((item(p("a")), item(p("b"))))),
        ("7. a\n8. b\n", model.NumberedList((item(p("a")), item(p("b"))), 7)),
        ("-\n- b\n", model.BulletList((item(), item(p("b"))))),
        (
            "1. a\n   - b\n\n     more\n   - c\n     1) d\n",
            model.NumberedList((
                item(p("a"), model.BulletList((
                    item(p("b"), p("more")),
                    item(p("c"), model.NumberedList((item(p("d")),))),
                ))),
            )),
        ),
        ("> - a\n>   > b\n", model.Quotation((model.BulletList((item(p("a"), model.Quotation((p("b"),))),)),))),
    ],
    ids=range(8),
)  # fmt: skip
def test_blocks(text: str, expected: model.Block, tmp_path: Path) -> None:
    assert blocks(tmp_path, text) == (expected,)


def inlines(folder: Path, text: str) -> tuple[model.Inline, ...]:
    (block,) = blocks(folder, text)
    assert isinstance(block, model.Paragraph)
    return block.children


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**a *b***\n", (model.Strong((model.Text("a "), model.Emphasis((model.Text("b"),)))),)),
        ("a  \nb\\\nc\n", (model.Text("a"), model.LineBreak(), model.Text("b"), model.LineBreak(), model.Text("c"))),
        ("`` a ` <b> ``\n", (model.CodeText("a ` <b>"),)),
        (
            "[a **b**](https://a.example/x?y=1&z=2#v)\n",
            (model.Link("https://a.example/x?y=1&z=2#v", (model.Text("a "), model.Strong((model.Text("b"),)))),),
        ),
        ("[a][b]\n\n[b]: mailto:c@d.example\n", (model.Link("mailto:c@d.example", (model.Text("a"),)),)),
        ("<https://a.example>\n", (model.Link("https://a.example", (model.Text("https://a.example"),)),)),
        ("<a@b.example>\n", (model.Link("mailto:a@b.example", (model.Text("a@b.example"),)),)),
        ("[a *b*]{lang=pl} c\n", (model.Language("pl", (model.Text("a "), model.Emphasis((model.Text("b"),)))), model.Text(" c"))),
        ("[[a](https://b.example)]{lang=pl}\n", (model.Language("pl", (model.Link("https://b.example", (model.Text("a"),)),)),)),
        ("\\*a\\* &amp; &copy; &#163; \\\\ :::\n", (model.Text("*a* & © £ \\ :::"),)),
        ("a\u00a0b &nbsp;c\n", (model.Text("a\u00a0b \u00a0c"),)),
        ("[x] [y z]\n", (model.Text("[x] [y z]"),)),
        ("1 < 2 and a_b_c and 2*3*4\n", (model.Text("1 < 2 and a_b_c and 2"), model.Emphasis((model.Text("3"),)), model.Text("4"))),
        ("a --- b \"c\" 'd' ... (c)\n", (model.Text("a --- b \"c\" 'd' ... (c)"),)),
    ],
    ids=range(14),
)  # fmt: skip
def test_inlines(text: str, expected: tuple[model.Inline, ...], tmp_path: Path) -> None:
    assert inlines(tmp_path, text) == expected


def test_pictures_among_words_and_alone(tmp_path: Path) -> None:
    found = blocks(tmp_path, 'a ![b *c*\n**d** `e`](picture:school)\n\n![f](picture:school "g")\n')
    paragraph, figure = found
    assert isinstance(paragraph, model.Paragraph) and isinstance(
        paragraph.children[1], model.InlinePicture
    )
    assert paragraph.children[1].picture.alt == "b c d e"
    assert isinstance(figure, model.Figure)
    assert (figure.picture.alt, figure.picture.name) == ("f", "school")
    assert figure.caption == (model.Text("g"),)


def test_an_empty_alternative_is_decoration(tmp_path: Path) -> None:
    (figure,) = blocks(tmp_path, "![](picture:school)\n")
    assert isinstance(figure, model.Figure) and figure.picture.alt == ""


def test_headings_in_every_way(tmp_path: Path) -> None:
    found = blocks(tmp_path, "# T\n\n## *A* ##\n\na\n\nB\n---\n\nb\n")
    assert [s.heading for s in found if isinstance(s, model.Section)] == [
        (model.Emphasis((model.Text("A"),)),), (model.Text("B"),),
    ]  # fmt: skip


def test_code_is_kept_as_it_stands(tmp_path: Path) -> None:
    reading = read(tmp_path, "a\n\n    b  c\n      d\n\n~~~text\n:::\n<b>\n~~~\n\n```\n```\n")
    assert reading.leaflet.blocks[1:] == (
        model.Preformatted("b  c\n  d"),
        model.Preformatted(":::\n<b>"),
    )
    assert said(reading) == [("source-code", 3), ("source-code", 6)]


def test_a_link_that_cannot_be_followed_keeps_its_words(tmp_path: Path) -> None:
    assert read(tmp_path, "[a *b*](javascript:c) d\n").leaflet.blocks == (
        model.Paragraph((model.Text("a "), model.Emphasis((model.Text("b"),)), model.Text(" d"))),
    )


def test_a_table(tmp_path: Path) -> None:
    (table,) = blocks(
        tmp_path, "| A | *B* | C |\n|:--|:-:|--:|\n| a \\| b | | `c` |\n| d |\n\n"
    )  # fmt: skip
    assert table == model.Table(
        ((model.Text("A"),), (model.Emphasis((model.Text("B"),)),), (model.Text("C"),)),
        (((model.Text("a | b"),), (), (model.CodeText("c"),)), ((model.Text("d"),), (), ())),
        ("left", "center", "right"),
    )


def test_a_table_inside_a_list_and_a_quotation(tmp_path: Path) -> None:
    (outer,) = blocks(tmp_path, "> - | A | B |\n>   |---|---|\n>   a | b\n")
    table = model.Table(
        ((model.Text("A"),), (model.Text("B"),)),
        (((model.Text("a"),), (model.Text("b"),)),),
        ("", ""),
    )
    assert outer == model.Quotation((model.BulletList((item(table),)),))


@pytest.mark.parametrize(
    ("last", "citation"),
    [
        ("— send-code 6.17", model.Citation(CODE, "6.17")),
        ("– send-code", model.Citation(CODE)),
        ("—send-code  Introduction, page xii", model.Citation(CODE, "Introduction, page xii")),
    ],
)
def test_a_quotation_with_its_source(last: str, citation: model.Citation, tmp_path: Path) -> None:
    (found,) = blocks(tmp_path, f"> Words.\n>\n> - a\n>\n> {last}\n")
    assert found == model.Quotation((p("Words."), model.BulletList((item(p("a")),))), citation)


def test_an_unknown_source_keeps_its_words(tmp_path: Path) -> None:
    reading = read(tmp_path, "> Words.\n>\n> — Anon 3\n")
    assert said(reading) == [("source-authority", 3)]
    assert reading.leaflet.blocks == (
        model.Quotation((p("Words."),), model.Citation(model.Authority("Anon", "Anon"), "3")),
    )


def test_every_block_knows_its_line(tmp_path: Path) -> None:
    text = "---\ntitle: x\n---\n\na\n\n- b\n\n  c\n\n> d\n\n| e |\n|---|\n\n![](picture:school)\n"
    found = blocks(tmp_path, text)
    assert [b.place.line for b in found] == [5, 7, 11, 13, 16]
    bullets = found[1]
    assert isinstance(bullets, model.BulletList)
    assert [b.place.line for b in bullets.items[0].blocks] == [7, 9]
