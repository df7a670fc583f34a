"""What is in the structure of a PDF, from leaflets as people write them."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from formats import options, views
from formats.checks.pdf import PdfCheck, content, tree
from formats.errors import Place
from formats.model import Edition, Figure, Table, Text
from formats.model.findings import Finding, Severity
from formats.renderers import registry
from formats.renderers.pdf import PdfRenderer
from tests import leaflets
from tests.reading import reading
from tests.rendering import written
from tests.validators import verapdf

pytestmark = pytest.mark.xdist_group("jvm")


def _edition(folder: Path, words: str) -> Edition:
    source = f"---\ntitle: Title\nlanguage: en\n---\n\n{words}"
    leaflet = reading.read(folder, source).leaflet
    return leaflets.edition(views.text(leaflet, "standard"))


def _tree(path: Path) -> Iterator[tuple[str, int, str]]:
    """Yield the type, the depth and the words of each element."""
    with pikepdf.open(path) as pdf:
        maps: content.Maps = {}
        texts = {
            tree.Mark(page.obj.objgen[0], mark): words
            for page in pdf.pages
            for mark, words in content.read(page, maps).marked.items()
        }
        yield from _nodes(tree.read(pdf), texts, 0)


def _nodes(
    node: tree.Node, texts: dict[tree.Mark, str], depth: int
) -> Iterator[tuple[str, int, str]]:
    yield node.kind, depth, node.words(texts)
    for kid in node.kids:
        if isinstance(kid, tree.Node):
            yield from _nodes(kid, texts, depth + 1)


WRITTEN = {
    "a line end": "one\\\ntwo",
    "line ends in what is stressed": "**one\\\ntwo\\\nthree**, four",
    "a line end after a space": "one  \ntwo",
    "code of several lines": "```\none\n  two\n\n\nthree\n```",
    "a heading in a quotation": "> # Heading\n>\n> Words.\n\n## Section\n\nMore.",
    "headings in quotations": "> ## One\n>\n> > # Two\n> >\n> > Words.",
    "a heading in a list": "- # Heading\n\n  Words.",
    "a heading in a step": "## Steps\n\n::: steps\n\n### One\n\n#### In it\n\nWords.\n\n:::",
    "a note called by a note": "Words[^a].\n\n[^a]: See this[^b].\n\n[^b]: And this.",
    "a note called twice": "Words[^a] and[^a].\n\n[^a]: See this.",
    "an empty cell": "| a | b |\n|---|---|\n|   | 1 |",
    "a table for a list": f"|{'a b|' * 9}\n|{'---|' * 9}\n|{' x |' * 9}",
    "a word set apart from its note": "| a[^n] | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: A note.",
}


@pytest.mark.parametrize("words", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("part", [1, 2])
def test_what_people_write_is_read_back_whole(words: str, part: int, tmp_path: Path) -> None:
    edition = _edition(tmp_path, words)
    path = written(tmp_path, "pdf", edition, pdf_ua=part)
    assert list(PdfCheck().check(path, edition)) == []
    assert verapdf.complaints(path, part) == []


def test_line_ends_are_spaces_to_who_cannot_see_them(tmp_path: Path) -> None:
    edition = _edition(tmp_path, "one\\\ntwo\n\n```\nthree\nfour\n```")
    said = [words for kind, _, words in _tree(written(tmp_path, "pdf", edition)) if kind == "P"]
    assert "one two" in said
    assert any(words.split() == ["three", "four"] for words in said)


def test_no_heading_but_the_title_is_of_level_1(tmp_path: Path) -> None:
    edition = _edition(tmp_path, "> # Said\n>\n> Words.\n\n## Section\n\nMore.")
    kinds = [kind for kind, _, _ in _tree(written(tmp_path, "pdf", edition)) if kind[:1] == "H"]
    assert kinds == ["H1", "H2", "H2"]


def test_contents_hold_sections_and_the_steps_in_them(tmp_path: Path) -> None:
    path = written(tmp_path, "pdf", leaflets.edition(leaflets.real("standard")))
    entries = [
        (depth, " ".join(words.split()))
        for kind, depth, words in _tree(path) if kind == "Reference" and words.strip()[-1].isdigit()
    ]  # fmt: skip
    steps = [words.rpartition(" ")[0] for depth, words in entries if depth > entries[0][0]]
    assert steps == [f"Step {n} of 4: {name}" for n, name in
                     enumerate(("Assess", "Plan", "Do", "Review"), 1)]  # fmt: skip
    kinds = [(kind, depth) for kind, depth, _ in _tree(path)]
    nested = [depth for kind, depth in kinds if kind == "TOC"]
    assert nested[1] == nested[0] + 2  # in the TOCI of its section


def _findings(edition: Edition, **values: Any) -> list[Finding]:
    renderer = registry.load("pdf")
    chosen: Any = options.make(renderer.Options, options.Layer(values))
    return list(renderer.render(edition, chosen, io.BytesIO()))


def _table(columns: int) -> Edition:
    cells = tuple((Text(f"Column {n}"),) for n in range(columns))
    table = Table(cells, (cells,), (), Place("leaflet.md", 12))
    leaflet = leaflets.standard()
    return leaflets.edition(replace(leaflet, blocks=(table,), notes=()))


def test_a_table_that_becomes_a_list_is_said_where_it_stands() -> None:
    [finding] = _findings(_table(12))
    assert (finding.code, finding.severity) == ("pdf-table-as-list", Severity.HINT)
    assert finding.code in PdfRenderer.codes
    assert finding.place == Place("leaflet.md", 12)
    assert "Column 0; Column 1" in finding.message


def test_a_table_with_room_is_not_spoken_of() -> None:
    assert _findings(_table(2)) == []
    [finding] = _findings(_table(2), **{"font-size": 44, "paper": "A5"})
    assert finding.code == "pdf-table-as-list"


def test_a_picture_says_its_alternative_in_its_language(tmp_path: Path) -> None:
    picture = replace(leaflets.SCHOOL, language="cy", alt="Ysgol")
    leaflet = replace(
        leaflets.standard(), blocks=(Figure(picture),), notes=()
    )  # fmt: skip
    edition = leaflets.edition(leaflet)
    path = written(tmp_path, "pdf", edition)
    with pikepdf.open(path) as pdf:
        [figure] = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
                    and o.get("/S") == "/Figure"]  # fmt: skip
        assert (str(figure.Alt), str(figure.Lang)) == ("Ysgol", "cy")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        [figure] = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
                    and o.get("/S") == "/Figure"]  # fmt: skip
        del figure.Lang
        pdf.save(path)
    [finding] = PdfCheck().check(path, edition)
    assert finding.code == "pdf-language"
