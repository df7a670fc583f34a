"""Every kind of node inside every other: kept, valid, read back in order and in its language."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from formats import model
from formats.checks.docx import DocxCheck
from tests import leaflets
from tests.rendering import written
from tests.validators import openxml

Inlines = tuple[model.Inline, ...]
SAID = model.Text("said")
SPANS: Inlines = (
    model.Text("one"),
    model.LineBreak(),
    model.Strong((SAID,)),
    model.Emphasis((SAID,)),
    model.CodeText("a < b\tc"),
    model.Link("https://example.org/?a=1&b=2", (SAID,)),
    model.Language("cy", (model.Text("Croeso"),)),
    model.Language("ar", (model.Text("مرحبا بكم"),)),
    leaflets.INLINES.children[-2],
    model.NoteReference(1),
    model.Text(" "),
    model.Link("#here", (model.Text("inside"),)),
)
WRAPPERS: dict[str, Callable[[Inlines], Inlines]] = {
    "plain": lambda inside: inside,
    "strong": lambda inside: (model.Strong(inside),),
    "emphasis": lambda inside: (model.Emphasis((model.Strong(inside),)),),
    "language": lambda inside: (model.Language("pl", inside),),
    "language-back": lambda inside: (
        model.Language("ar", (model.Text("نعم"), model.Language("en-GB", inside))),
    ),
}


def _blocks(words: Inlines) -> tuple[model.Block, ...]:
    """Return a block of every kind, `words` in each place that holds inlines."""
    items = (
        model.ListItem((model.Paragraph(words), model.Paragraph(words))),
        model.ListItem((model.Paragraph(words),)),
    )
    return (
        model.Paragraph(words),
        model.BulletList(items),
        model.NumberedList(items, 4),
        model.Table((words, words), ((words, ()), ((), words)), ("", "")),
        model.Figure(leaflets.TEACHER, words),
        model.Quotation((model.Paragraph(words),)),
        model.Preformatted("first\n\n    fourth\tline\nlast"),
        model.Idea(leaflets.SCHOOL, words, (model.Definition(words, words),)),
        model.WordList((model.Definition(words, words),)),
        model.LanguageBlock("cy", (model.Paragraph(words),)),
    )


def _headed(
    level: int, words: Inlines, blocks: tuple[model.Block, ...], name: str
) -> model.Section:
    return model.Section(level, (*words, model.Text("headed")), name, blocks)


CONTAINERS: dict[str, Callable[[tuple[model.Block, ...]], model.Block]] = {
    "section": lambda inside: model.Section(3, (SAID,), "s", inside),
    "bullets": lambda inside: model.BulletList(tuple(model.ListItem((each,)) for each in inside)),
    "numbers": lambda inside: model.NumberedList(
        (model.ListItem(inside), *(model.ListItem((b,)) for b in inside))
    ),
    "deep": lambda inside: model.BulletList(
        (model.ListItem((model.NumberedList((model.ListItem(inside),)),)),)
    ),
    "quotation": lambda inside: model.Quotation((*inside, _headed(3, (), inside, "quoted"))),
    "steps": lambda inside: model.Steps(
        inside,
        (
            model.Step(
                1,
                1,
                3,
                (SAID,),
                "st",
                (
                    *inside,
                    _headed(4, (), inside, "in-step"),
                    model.Steps((), (model.Step(1, 1, 4, (SAID,), "st2", inside),)),
                ),
            ),
        ),
    ),
    "arabic": lambda inside: model.LanguageBlock(
        "ar", (model.Paragraph((model.Text("مرحبا"),)), *inside)
    ),
}


def _edition(*blocks: model.Block, language: str = "en-GB") -> model.Edition:
    here = model.Section(
        2, (model.Text("Here"),), "here", (model.Paragraph((model.NoteReference(1),)), *blocks)
    )
    notes = (model.Note(1, (model.Paragraph((model.Text("A note."),)),)),)
    return leaflets.edition(
        replace(leaflets.standard(), blocks=(here,), notes=notes, language=language)
    )


def _assert_right(edition: model.Edition, folder: Path) -> None:
    path = written(folder, "docx", edition)
    assert list(DocxCheck().check(path, edition)) == []
    assert openxml.complaints(path) == []


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_every_inline_inside_every_other_and_in_every_block(wrapper: str, tmp_path: Path) -> None:
    words = WRAPPERS[wrapper](SPANS)
    _assert_right(_edition(*_blocks(words), _headed(3, words, (), "under")), tmp_path)


@pytest.mark.parametrize("language", ["en-GB", "ar"])
@pytest.mark.parametrize("container", CONTAINERS)
def test_every_block_inside_every_other(container: str, language: str, tmp_path: Path) -> None:
    inside = _blocks((model.Text("Words "), model.Added("added", "en-GB")))
    _assert_right(_edition(CONTAINERS[container](inside), language=language), tmp_path)
