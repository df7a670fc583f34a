"""What every renderer must do, whoever wrote it: all that are installed, and a stranger's.

Every kind of node, every option, hostile words, two languages, each view, the same bytes twice,
and each file read back by the checks of its media type.
"""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from formats import model, options
from formats.checks import registry as checks
from formats.errors import RenderError
from formats.model.findings import Finding, errors_in
from formats.options import Layer, OptionDetail
from formats.renderers import registry
from formats.renderers.contract import Renderer
from tests import leaflets

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins" / "plain_text"))
import plain_text

EDITIONS = leaflets.editions()
STRANGERS: dict[str, Renderer[Any]] = {"plain-text": plain_text.PlainTextRenderer()}
LABELS = ("label",)
"""Renderers of labels, which take the edition of a label and no other."""
HOSTILE = (
    "<script>alert('1')</script> & ]]> <!-- --> \\ %s {0} {{x}} ``` ~~ ** __ || ‘’ “”",
    "a" * 200,
    "03000 41 3000 " * 30,
    "é̂ ﬁ ½ £€",
    "=cmd|'/c calc'!A1",
    "../../etc/passwd",
)


def _renderers() -> dict[str, Renderer[Any]]:
    return {**{name: registry.load(name) for name in registry.names()}, **STRANGERS}


RENDERERS = _renderers()


def render(renderer: Renderer[Any], edition: model.Edition, **values: Any) -> bytes:
    out = io.BytesIO()
    for finding in renderer.render(edition, options.make(renderer.Options, Layer(values)), out):
        assert isinstance(finding, Finding)
        assert finding.code in renderer.codes
    return out.getvalue()


def read_back(
    folder: Path, renderer: Renderer[Any], edition: model.Edition, data: bytes, **values: Any
) -> tuple[Finding, ...]:
    kind = renderer.kind(options.make(renderer.Options, Layer(values)))
    path = folder / f"a{kind.suffix}"
    path.write_bytes(data)
    if kind.media_type == plain_text.PlainTextCheck.media_type:
        return tuple(plain_text.PlainTextCheck().check(path, edition))
    assert checks.rendition_checks(kind.media_type)[0], kind.media_type
    return errors_in(checks.check_rendition(path, edition, kind.media_type))


def _values(detail: OptionDetail) -> Iterator[Any]:
    """Yield values of an option that go to its ends."""
    if detail.choices:
        yield from detail.choices
    elif detail.kind is bool:
        yield from (True, False)
    else:
        yield from (v for v in (detail.minimum, detail.maximum) if v is not None)


def _every_option() -> Iterator[Any]:
    for name, renderer in RENDERERS.items():
        for detail in options.details(renderer.Options):
            for value in _values(detail):
                yield pytest.param(name, {detail.name: value}, id=f"{name}-{detail.name}-{value}")


def _fitting(name: str) -> list[str]:
    return ["label"] if name in LABELS else [key for key in EDITIONS if key != "label"]


CASES = [(name, edition) for name in RENDERERS for edition in _fitting(name)]


@pytest.mark.parametrize(("name", "edition"), CASES)
def test_every_kind_of_node_is_there_twice_the_same(
    name: str, edition: str, tmp_path: Path
) -> None:
    renderer = RENDERERS[name]
    first, second = (render(renderer, EDITIONS[edition]) for _ in range(2))
    assert first == second
    assert read_back(tmp_path, renderer, EDITIONS[edition], first) == ()


def _small(name: str) -> model.Edition:
    blocks = (
        model.Section(2, (model.Text("One"),), "one", (leaflets.paragraph("Words of one."),)),
        model.Section(2, (model.Text("Two"),), "two", (leaflets.paragraph("Words of two."),)),
    )
    small = replace(leaflets.standard(), blocks=blocks, notes=(), title="A small leaflet")
    return leaflets.edition(small, "label" if name in LABELS else None)


@pytest.mark.parametrize(("name", "values"), _every_option())
def test_every_option_gives_a_file_that_is_sound(
    name: str, values: dict[str, Any], tmp_path: Path
) -> None:
    renderer, edition = RENDERERS[name], _small(name)
    try:
        made = render(renderer, edition, **values)
    except RenderError as error:
        assert len(str(error)) > 30  # refused, with what to do
        return
    assert read_back(tmp_path, renderer, edition, made, **values) == ()


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_through_or_are_refused(name: str, words: str, tmp_path: Path) -> None:
    paragraph = model.Paragraph((model.Text(words),))
    leaflet = replace(
        leaflets.standard(),
        title=words[:60],
        notes=(),
        blocks=(
            model.Section(
                2, (model.Text(words[:80]),), "hostile", (paragraph, model.Preformatted(words))
            ),
        ),
    )
    edition = leaflets.edition(leaflet, "label" if name in LABELS else None)
    try:
        made = render(RENDERERS[name], edition)
    except RenderError as error:
        assert len(str(error)) > 30
        return
    assert read_back(tmp_path, RENDERERS[name], edition, made) == ()


NESTED: dict[str, model.Block] = {
    "a hard line break": model.Paragraph(
        (model.Text("Oakwood House,"), model.LineBreak(), model.Text("Maidstone"))
    ),
    "code of several lines": model.Preformatted("first line\n\n  third line\nfourth"),
    "a heading in a quotation": model.Quotation(
        (
            model.Section(
                3, (model.Text("Quoted heading"),), "quoted", (leaflets.paragraph("Under it."),)
            ),
        )
    ),
    "a heading in a step": model.Steps(
        (),
        (
            model.Step(
                1,
                1,
                3,
                (model.Text("Only step"),),
                "only",
                (
                    model.Section(
                        4, (model.Text("Inside"),), "inside", (leaflets.paragraph("Deep words."),)
                    ),
                ),
            ),
        ),
    ),
}


@pytest.mark.parametrize("name", [name for name in RENDERERS if name not in LABELS])
@pytest.mark.parametrize("what", NESTED)
def test_what_a_source_allows_every_format_makes(name: str, what: str, tmp_path: Path) -> None:
    section = model.Section(2, (model.Text("Part"),), "a-part", (NESTED[what],))
    edition = leaflets.edition(replace(leaflets.standard(), blocks=(section,), notes=()))
    made = render(RENDERERS[name], edition)
    assert read_back(tmp_path, RENDERERS[name], edition, made) == ()


@pytest.mark.parametrize("name", LABELS)
def test_a_renderer_of_labels_says_what_it_takes(name: str) -> None:
    with pytest.raises(RenderError, match="label"):
        render(RENDERERS[name], EDITIONS["standard"])
