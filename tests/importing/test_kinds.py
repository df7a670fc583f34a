"""The other kinds of document: web pages, OpenDocument, Markdown, plain text."""

import base64
import io
import zipfile
from pathlib import Path

import pytest

from formats.importing import importer, leaflet
from formats.reading import shared
from tests.importing import cases, documents
from tests.validators import libreoffice

LEAFLET = Path("leaflet.md")


def _markdown(text: str | bytes, name: str) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    return importer.imported(data, Path(name), LEAFLET).markdown


PNG = base64.b64encode(documents.png().getvalue()).decode()
PAGES = (
    ("<h1>Help</h1><h2>Who?</h2><p>A <b>teacher</b> can.<p>Ask&nbsp;early.", ('title: "Help"', "## Who?", "A **teacher** can.", "\n\nAsk\u00a0early.")),
    ("<ul><li>one<ul><li>two</ul><li><p>three</p><p>more</p></ul>", ("- one\n  - two\n- three\n\n  more",)),
    ("<ol start=3><li>c<li>d</ol>", ("3. c\n4. d",)),
    ("<table><caption>Times</caption><tr><th>Day<th>Hour<tr><td>Mon<td>9</table>", ("| Times |  |", "| Day | Hour |")),
    ("<table><tr><th>Day<th>Hour<tr><td>Mon<td>9</table>", ("| Day | Hour |\n| --- | --- |\n| Mon | 9 |",)),
    ("<blockquote>Schools should listen.</blockquote><pre>a\n b</pre>", ("> Schools should listen.", "```\na\n b\n```")),
    (f"<p><img src='data:image/png;base64,{PNG}' alt='Red'> x", ("![Red](picture-",)),
    ("<p>See <a href='https://a.example/b'>the page</a>, <a href='javascript:x()'>this</a>", ("[the page](https://a.example/b), this",)),
    ("<nav>Home</nav><p>Words in our own language<script>x()</script><style>p{}</style> <span lang=cy>Croeso i chi</span>", ("Words in our own language [Croeso i chi]{lang=cy}",)),
    ("<p>Ask.<a href='#_ftn1' name='_ftnref1'>[1]</a></p><div id=ftn1><p><a href='#_ftnref1'>[1]</a> Before May.</div>", ("Ask.[^1]", "[^1]: Before May.")),
    ("<div>Bare words<p>in between</p>and after</div>", ("Bare words\n\nin between\n\nand after",)),
)  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_a_web_page_becomes_what_was_meant(
    page: str, expected: tuple[str, ...], tmp_path: Path
) -> None:
    made = _markdown(page, "a.html")
    for piece in expected:
        assert piece in made, made
    (tmp_path / "a.html").write_text(page, "utf-8")
    outcome = leaflet.bring_in(tmp_path / "a.html", tmp_path / "a", shared.read(tmp_path), ())
    assert outcome.account.lost == ()


def test_a_page_takes_pictures_from_beside_it_and_from_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(documents.png().getvalue())
    (tmp_path / "b.png").write_bytes(documents.png("blue").getvalue())
    sources = (
        "a.png",
        "../b.png",
        "http://169.254.169.254/c.png",
        "/etc/passwd",
        "file:///etc/passwd",
    )
    page = "".join(f"<p><img src='{source}' alt='{source}'>" for source in sources)
    made = importer.imported(page.encode(), tmp_path / "in" / "a.html", LEAFLET)
    assert list(made.pictures.values()) == [documents.png().getvalue()]
    assert [f.code for f in made.findings] == ["import-picture-missing"] * 4


def _odt(body: str, automatic: str = "") -> bytes:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("text", "text"), ("table", "table"),
                            ("style", "style"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"))
    )  # fmt: skip
    content = (
        f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return stream.getvalue()


ODTS = (
    ("<text:h text:outline-level='1'>Help</text:h><text:p>One.</text:p>", ('title: "Help"', "\nOne.")),
    ("<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>", ("- a\n  - b",)),
    ("<text:p>Ask.<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>Before May.</text:p></text:note-body></text:note></text:p>", ("Ask.[^1]", "[^1]: Before May.")),
    ("<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Day</text:p></table:table-cell><table:table-cell><text:p>Hour</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Mon</text:p></table:table-cell><table:table-cell><text:p>9</text:p></table:table-cell></table:table-row></table:table>", ("| Day | Hour |\n| --- | --- |\n| Mon | 9 |",)),
    ("<text:p>See <text:a xlink:href='https://a.example/'>the page</text:a><text:s/>now<text:line-break/>or<text:tab/>later</text:p>", ("See [the page](https://a.example/) now\\\nor later",)),
    ("<text:p><draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>Words.</text:p>", ("Words.\n\nBoxed.",)),
    ("<text:table-of-content><text:index-body><text:p>Help 2</text:p></text:index-body></text:table-of-content><text:p>Words.</text:p>", ("---\n\nWords.",)),
)  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ODTS)
def test_an_opendocument_text_becomes_what_was_meant(
    body: str, expected: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "a.odt").write_bytes(_odt(body))
    outcome = leaflet.bring_in(tmp_path / "a.odt", tmp_path / "a", shared.read(tmp_path), ())
    made = outcome.leaflet.read_text()
    for piece in expected:
        assert piece in made, made
    assert outcome.account.lost == ()


def test_markdown_is_carried_over_letter_for_letter(tmp_path: Path) -> None:
    text = "# Help\n\n![Red](in/a.png) and ![no](../b.png)\n\n- *words*\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(documents.png().getvalue())
    (tmp_path / "a.md").write_text(text)
    leaflet.bring_in(tmp_path / "a.md", tmp_path / "a", shared.read(tmp_path), ())
    assert (tmp_path / "a" / "leaflet.md").read_text() == text
    assert (tmp_path / "a" / "in" / "a.png").is_file()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Café costs £5.".encode("cp1252"), "Café costs £5."),
        ("Café costs £5.".encode("utf-16"), "Café costs £5."),
        ("\ufeffCafé".encode(), "Café"),
        (
            b"Wrapped at a certain width, this\nparagraph goes on for some\nlines.\n\nNext.",
            "lines.",
        ),
        (b"The **SEND Code ** says:\n\n**must** and \x2a\x2a\x2a", "The **SEND Code** says:"),
    ],
)
def test_text_is_read_in_its_encoding(data: bytes, expected: str) -> None:
    assert expected in _markdown(data, "a.txt")


@pytest.mark.debian
@pytest.mark.xdist_group("libreoffice")
@pytest.mark.parametrize("suffix", ["odt", "html"])
def test_what_libreoffice_makes_of_word_files_loses_no_word(suffix: str, tmp_path: Path) -> None:
    for build, _, _ in cases.CASES:
        (tmp_path / f"{build.__name__}.docx").write_bytes(documents.saved(build))
    made = libreoffice.converted(sorted(tmp_path.glob("*.docx")), suffix, tmp_path / "out")
    assert len(made) == len(cases.CASES)
    for path in made:
        outcome = leaflet.bring_in(path, tmp_path / path.stem, shared.read(tmp_path), ())
        assert outcome.account.lost == (), path.name
        # Nor does what is read back come from thin air.
        assert sum(number for _, number in outcome.account.places) == outcome.account.original
