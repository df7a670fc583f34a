"""Which language a document is in, and which words are in another."""

from collections import Counter
from dataclasses import replace

from formats.importing.draft import (
    Block,
    Cell,
    Draft,
    Paragraph,
    Run,
    Span,
    Table,
    hint,
    paragraphs,
)

_DEFAULT = "en-GB"
_NONE = ("", "x-none", "zxx", "und")
_FEWEST = 3
"""Letters. Word marks the language of the keyboard, down to single spaces and signs."""


def choose(draft: Draft) -> None:
    """Set the language of the draft to that of most letters, and unmark those that are in it."""
    letters: Counter[str] = Counter()
    usual = draft.language or _DEFAULT
    runs = (s for p in paragraphs(draft.blocks) for s in p.spans if isinstance(s, Run))
    for run in runs:
        language = usual if run.language in _NONE else run.language
        letters[_base(language)] += len(run.text)
    main = letters.most_common(1)[0][0] if letters else _base(usual)
    draft.language = _tag(main, draft)
    draft.blocks[:] = [_unmarked(block, main) for block in draft.blocks]
    for label, blocks in draft.notes.items():
        draft.notes[label] = tuple(_unmarked(block, main) for block in blocks)


def _base(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _tag(main: str, draft: Draft) -> str:
    """Return the tag for the language `main`: English is taken for British, and that is said."""
    if main != "en":
        return main
    if draft.language.lower() == "en-us":
        message = "Word has the document as American English. It is taken as British (en-GB)."
        draft.remarks.append(hint("import-language", message))
    return _DEFAULT


def _unmarked(block: Block, main: str) -> Block:
    if isinstance(block, Table):
        rows = tuple(
            tuple(Cell(tuple(_unmarked(b, main) for b in c.blocks), c.width) for c in row)
            for row in block.rows
        )
        return replace(block, rows=rows)
    assert isinstance(block, Paragraph)
    return replace(block, spans=tuple(_span(span, main) for span in block.spans))


def _span(span: Span, main: str) -> Span:
    if not isinstance(span, Run) or not span.language:
        return span
    base = _base(span.language)
    words = sum(letter.isalpha() for letter in span.text)
    if base == main or span.language in _NONE or words < _FEWEST:
        return replace(span, language="")
    return replace(span, language=base)
