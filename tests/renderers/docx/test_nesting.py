"""Every kind of node inside every other: kept, valid, read back in order and in its language."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from formats.checks.docx import DocxCheck
from formats.model import (
    Added,
    Block,
    BulletList,
    CodeText,
    Definition,
    Edition,
    Emphasis,
    Figure,
    Idea,
    Inline,
    Language,
    LanguageBlock,
    LineBreak,
    Link,
    ListItem,
    Note,
    NoteReference,
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
    WordList,
)
from tests import leaflets
from tests.rendering import written
from tests.validators import openxml

Inlines = tuple[Inline, ...]
SAID = Text("said")
SPANS: Inlines = (
    Text("one"), LineBreak(), Strong((SAID,)), Emphasis((SAID,)), CodeText("a < b\tc"),
    Link("https://example.org/?a=1&b=2", (SAID,)), Language("cy", (Text("Croeso"),)),
    Language("ar", (Text("مرحبا بكم"),)), leaflets.INLINES.children[-2],
    NoteReference(1), Text(" "),
    Link("#here", (Text("inside"),)),
)  # fmt: skip
WRAPPERS: dict[str, Callable[[Inlines], Inlines]] = {
    "plain": lambda inside: inside,
    "strong": lambda inside: (Strong(inside),),
    "emphasis": lambda inside: (Emphasis((Strong(inside),)),),
    "language": lambda inside: (Language("pl", inside),),
    "language-back": lambda inside: (Language("ar", (Text("نعم"), Language("en-GB", inside))),),
}


def _blocks(words: Inlines) -> tuple[Block, ...]:
    """Return a block of every kind, `words` in each place that holds inlines."""
    items = (ListItem((Paragraph(words), Paragraph(words))), ListItem((Paragraph(words),)))
    return (
        Paragraph(words), BulletList(items), NumberedList(items, 4),
        Table((words, words), ((words, ()), ((), words)), ("", "")),
        Figure(leaflets.TEACHER, words), Quotation((Paragraph(words),)),
        Preformatted("first\n\n    fourth\tline\nlast"),
        Idea(leaflets.SCHOOL, words, (Definition(words, words),)),
        WordList((Definition(words, words),)), LanguageBlock("cy", (Paragraph(words),)),
    )  # fmt: skip


def _headed(level: int, words: Inlines, blocks: tuple[Block, ...], name: str) -> Section:
    return Section(level, (*words, Text("headed")), name, blocks)


CONTAINERS: dict[str, Callable[[tuple[Block, ...]], Block]] = {
    "section": lambda inside: Section(3, (SAID,), "s", inside),
    "bullets": lambda inside: BulletList(tuple(ListItem((each,)) for each in inside)),
    "numbers": lambda inside: NumberedList((ListItem(inside), *(ListItem((b,)) for b in inside))),
    "deep": lambda inside: BulletList((ListItem((NumberedList((ListItem(inside),)),)),)),
    "quotation": lambda inside: Quotation((*inside, _headed(3, (), inside, "quoted"))),
    "steps": lambda inside: Steps(inside, (Step(1, 1, 3, (SAID,), "st", (
        *inside, _headed(4, (), inside, "in-step"),
        Steps((), (Step(1, 1, 4, (SAID,), "st2", inside),)))),)),
    "arabic": lambda inside: LanguageBlock("ar", (Paragraph((Text("مرحبا"),)), *inside)),
}  # fmt: skip


def _edition(*blocks: Block, language: str = "en-GB") -> Edition:
    here = Section(2, (Text("Here"),), "here", (Paragraph((NoteReference(1),)), *blocks))
    notes = (Note(1, (Paragraph((Text("A note."),)),)),)
    return leaflets.edition(
        replace(leaflets.standard(), blocks=(here,), notes=notes, language=language)
    )


def _assert_right(edition: Edition, folder: Path) -> None:
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
    inside = _blocks((Text("Words "), Added("added", "en-GB")))
    _assert_right(_edition(CONTAINERS[container](inside), language=language), tmp_path)
