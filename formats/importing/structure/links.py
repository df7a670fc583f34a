"""Links that readers can follow stay; of the others the words stay, and the address is told."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from formats.importing.draft import (
    Block,
    Cell,
    Draft,
    Paragraph,
    Remark,
    Run,
    Span,
    Table,
    remarked,
    shortened,
    text_of,
    warning,
)
from formats.reading.inlines import LINK_SCHEMES
from formats.reading.sections import unique_id


def resolve(draft: Draft) -> None:
    """Let links inside the document lead to its headings, and unlink those that lead nowhere."""
    headings = _headings(draft)
    for index, block in enumerate(draft.blocks):
        draft.blocks[index] = _resolved(block, headings)
    for label, blocks in draft.notes.items():
        draft.notes[label] = tuple(_resolved(block, headings) for block in blocks)


def _headings(draft: Draft) -> dict[str, str]:
    """Return the fragment of the heading at which each bookmark stands."""
    ids: dict[str, int] = {}
    found = {}
    for block in draft.blocks:
        if isinstance(block, Paragraph) and block.level:
            fragment = unique_id(" ".join(text_of(block).split()), ids)
            found.update(dict.fromkeys(block.bookmarks, fragment))
    return found


def _resolved(block: Block, headings: dict[str, str]) -> Block:
    if isinstance(block, Table):
        rows = tuple(
            tuple(Cell(tuple(_resolved(b, headings) for b in c.blocks), c.width) for c in row)
            for row in block.rows
        )
        return replace(block, rows=rows)
    spans = tuple(_span(span, headings) for span in block.spans)
    resolved: Block = replace(block, spans=spans)
    for remark in _remarks(block.spans, spans):
        resolved = remarked(resolved, remark)
    return resolved


def _span(span: Span, headings: dict[str, str]) -> Span:
    if not isinstance(span, Run) or not span.target:
        return span
    if span.target.startswith("#"):
        fragment = headings.get(span.target[1:])
        return replace(span, target=f"#{fragment}" if fragment else "")
    return span if _leads_somewhere(span.target) else replace(span, target="")


def _leads_somewhere(target: str) -> bool:
    if target.lower().startswith("www."):
        return True
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return parts.scheme.lower() in LINK_SCHEMES and bool(parts.netloc or parts.path)


def _remarks(before: tuple[Span, ...], after: tuple[Span, ...]) -> Iterator[Remark]:
    """Yield what was unlinked, once for each address. Jumps inside the document go unsaid."""
    lost = {
        old.target: old.text
        for old, new in zip(before, after, strict=True)
        if isinstance(old, Run) and isinstance(new, Run) and old.target and not new.target
    }
    for target, words in lost.items():
        if not target.startswith("#"):
            message = (
                f"The link “{shortened(words)}” leads to “{shortened(target)}”, which readers "
                "cannot reach. Its words are kept."
            )
            yield warning("import-link", message)
