"""Markdown as other people write it: what each way of writing means, and what is said of it."""

from pathlib import Path

import pytest

from formats import model
from formats.model.walk import plain_text, walk
from tests.reading.reading import read, said


def p(words: str) -> model.Paragraph:
    return model.Paragraph((model.Text(words),))


def item(*inside: model.Block) -> model.ListItem:
    return model.ListItem(inside)


LINK = model.Link("https://a.example", (model.Text("b"),))
READ: dict[str, tuple[str, tuple[model.Block, ...]]] = {
    "bold and stressed": (
        "<b>a</b> <strong>b</strong> <i>c</i> <em>d</em>",
        (model.Paragraph((model.Strong((model.Text("a"),)), model.Text(" "), model.Strong((model.Text("b"),)), model.Text(" "),
                    model.Emphasis((model.Text("c"),)), model.Text(" "), model.Emphasis((model.Text("d"),)))),),
    ),
    "line ends": ("a<br>b<br/>c", (
        model.Paragraph((model.Text("a"), model.LineBreak(), model.Text("b"), model.LineBreak(), model.Text("c"))),
    )),
    "no mark for it": ("<u>a</u> <span class='x'>b</span> H<sub>2</sub>O m<sup>2</sup>", (
        p("a b H2O m²"),
    )),
    "a link": ('<a href="https://a.example">b</a>', (model.Paragraph((LINK,)),)),
    "in full": ('<abbr title="special needs">SN</abbr>', (p("SN (special needs)"),)),
    "quoted": ("<q>a</q>", (p("“a”"),)),
    "struck out": ("a ~~b~~ <del>c</del> d", (p("a d"),)),
    "a box": ("<div align=center>\n\n**a**\n\n</div>", (model.Paragraph((model.Strong((model.Text("a"),)),)),)),
    "blocks": (
        "<section>\n<h2>a</h2>\n<p>b<p>c\n<ul><li>d<li>e</ul>\n<ol start=3><li>f</ol>\n"
        "<blockquote>g</blockquote>\n</section>",
        (model.Section(2, (model.Text("a"),), "a", (
            p("b"), p("c"), model.BulletList((item(p("d")), item(p("e")))),
            model.NumberedList((item(p("f")),), 3), model.Quotation((p("g"),)),
        )),),
    ),
    "a table": (
        "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td><b>c</b><td>d<br>e</tr></table>",
        (model.Table(((model.Text("a"),), (model.Text("b"),)),
               (((model.Strong((model.Text("c"),)),), (model.Text("d"), model.LineBreak(), model.Text("e"))),), ("", "")),),
    ),
    "code": ("<pre><code>a\n  b &lt;c&gt;</code></pre>", (model.Preformatted("a\n  b <c>"),)),
    "bold around blocks": ("<b>\n\na\n\n</b>\n\nb", (
        model.Paragraph((model.Strong((model.Text("a"),)),)), p("b"),
    )),
    "folded away": ("<details><summary>a</summary>\n\nb\n\n</details>", (
        model.Paragraph((model.Strong((model.Text("a"),)),)), p("b"),
    )),
    "terms": ("a\n: b\n: c\n\nd\n: e", (
        model.BulletList((
            item(model.Paragraph((model.Strong((model.Text("a"),)),)), p("b"), p("c")),
            item(model.Paragraph((model.Strong((model.Text("d"),)),)), p("e")),
        )),
    )),
    "terms in HTML": ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", (
        model.BulletList((
            item(model.Paragraph((model.Strong((model.Text("a"),)),)), p("b")),
            item(model.Paragraph((model.Strong((model.Text("c"),)),)), p("d")),
        )),
    )),
    "tasks": ("- [ ] a\n- [x] b", (
        model.BulletList((
            item(model.Paragraph((model.Added("To do", "en-GB"), model.Text(": "), model.Text("a")))),
            item(model.Paragraph((model.Added("Done", "en-GB"), model.Text(": "), model.Text("b")))),
        )),
    )),
    "an alert": ("> [!NOTE]\n> a", (model.Paragraph((model.Strong((model.Text("Note"),)),)), p("a"))),
    "an admonition": ('!!! tip "b"\n    a', (model.Paragraph((model.Strong((model.Text("b"),)),)), p("a"))),
    "bare addresses": ("https://a.example and b@a.example.", (
        model.Paragraph((
            model.Link("https://a.example", (model.Text("https://a.example"),)), model.Text(" and "),
            model.Link("mailto:b@a.example", (model.Text("b@a.example"),)), model.Text("."),
        )),
    )),
    "a line across": ("a\n\n---\n\nb", (p("a"), p("b"))),
    "comments": ("a <!-- b -->\n\n<!-- c\n\nd -->\n\ne", (p("a"), p("e"))),
    "looks": ("a{: .b}\n{: #c .d}\n\n`{: .e}`", (p("a"), model.Paragraph((model.CodeText("{: .e}"),)))),
    "bullets": ("•\ta\no\tb\n•\tc", (
        model.BulletList((item(p("a"), model.BulletList((item(p("b")),))), item(p("c")))),
    )),
    "letters": ("of\ufb01ce\u200b 5\u202f% well\u2011known", (p("office 5\u00a0% well-known"),)),
    "behind nothing": ("\u200b## a\n\nb", (model.Section(2, (model.Text("a"),), "a", (p("b"),)),)),
    "another language": ("[a]{lang=cy}", (model.Paragraph((model.Language("cy", (model.Text("a"),)),)),)),
    "a film": ('<iframe src="https://a.example" title="b"></iframe>', (model.Paragraph((LINK,)),)),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_it_means(name: str, tmp_path: Path) -> None:
    text, expected = READ[name]
    reading = read(tmp_path, f"{text}\n")
    assert _trimmed(reading.leaflet.blocks) == expected
    assert not [finding for finding in reading.findings if finding.severity.value == "error"]


def _trimmed(blocks: tuple[model.Block, ...]) -> tuple[model.Block, ...]:
    """Return paragraphs without the space that something left out has left at their end."""
    return tuple(
        model.Paragraph((*b.children[:-1], model.Text(b.children[-1].text.rstrip(" "))))
        if isinstance(b, model.Paragraph) and isinstance(b.children[-1], model.Text)
        else b
        for b in blocks
    )


LINKED = """## Who decides?

a

## 2. The plan

b

### The plan

c

## Własny {#own}

d <a name="place"></a>
"""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("who-decides", "Who decides?"), ("who-decides-", "Who decides?"),
        ("2-the-plan", "2. The plan"), ("the-plan", "2. The plan"), ("the-plan-1", "The plan"),
        ("w%C5%82asny", "Własny"), ("own", "Własny"), ("place", "Własny"),
    ],
)  # fmt: skip
def test_links_lead_to_headings_by_any_name(name: str, words: str, tmp_path: Path) -> None:
    blocks = read(tmp_path, f"[here](#{name})\n\n{LINKED}").leaflet.blocks
    sections = {s.id: plain_text(s.heading) for s in walk(blocks) if isinstance(s, model.Section)}
    (link,) = [node for node in walk(blocks) if isinstance(node, model.Link)]
    # GitHub calls the third heading “the-plan”, kramdown the second.
    assert sections[link.target[1:]] in (words, "The plan")


EASY = "::: easy-read\nEasy words.\n"
CLOSED = f"{EASY}:::\n\n"
SLIPS: dict[str, tuple[str, list[tuple[str, int]]]] = {
    "a lost end before a heading": (
        f"## A\n\n{EASY}\n## B\n\nb\n\n{CLOSED}## C\n\n- c\n\n{CLOSED}", [("source-block-unclosed", 3)],
    ),
    "a lost end before a block": (
        f"## A\n\n{EASY}\n{CLOSED}## B\n\nb\n", [("source-block-unclosed", 3)],
    ),
    "a lost end at the end": (f"## A\n\na\n\n{EASY}", [("source-block-unclosed", 5)]),
    "lost steps": (
        f"## A\n\n::: steps\n### B\n\nb\n\n## C\n\n{CLOSED}d\n", [("source-block-unclosed", 3)],
    ),
    "two colons": (f"## A\n\na\n\n:{EASY[2:]}:::\n", [("source-block-colons", 5)]),
    "a lost beginning": (f"## A\n\n{EASY[14:]}:::\n", [("source-block-stray", 4)]),
    "a heading among easy words": (
        "## A\n\n::: easy-read\nEasy.\n\n### B\n\nb\n:::\n", [("source-easy-read", 6)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_one_slip_gives_one_finding(name: str, tmp_path: Path) -> None:
    text, expected = SLIPS[name]
    assert said(read(tmp_path, text)) == expected
