"""Lists that were typed, sign by sign, become lists; lines that were broken by hand, paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import replace

from formats.importing.draft import (
    Block,
    Break,
    Draft,
    Marker,
    Paragraph,
    Run,
    Span,
    hint,
    remarked,
    text_of,
)

_BULLET = re.compile(
    r"[ \t]*(?P<sign>[•·▪▫■□●○◦‣➢❖✓✔*–—-]|o(?=\t)|\uf0b7|\uf0a7)[ \t\u00a0]+(?=\S)"
)
_NUMBER = re.compile(
    r"[ \t]*(?P<sign>\(?(?P<number>\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t\u00a0]+(?=\S)"
)
_TYPED = "bullet or number that was typed"


def split_lines(draft: Draft) -> None:
    """Split paragraphs at empty lines inside them, and before each item typed on a line."""
    draft.blocks[:] = [part for block in draft.blocks for part in _split(block)]


def _split(block: Block) -> Iterator[Block]:
    if not isinstance(block, Paragraph) or Break() not in block.spans:
        yield block
        return
    lines = list(_lines(block.spans))
    typed = [bool(_BULLET.match(_words(line)) or _NUMBER.match(_words(line))) for line in lines]
    parts: list[list[Span]] = [[]]
    for number, line in enumerate(lines):
        begins = not _words(line).strip() or (typed[number] and sum(typed) > 1)
        ends = number > 0 and typed[number - 1] and sum(typed) > 1
        if begins or ends:
            parts.append([])
        elif parts[-1]:
            parts[-1].append(Break())
        parts[-1] += line
    first = True
    for part in parts:
        if part:
            yield (
                replace(block, spans=tuple(part))
                if first
                else Paragraph(tuple(part), block.level, None, block.role)
            )
            first = False
    if first:
        yield block


def _lines(spans: tuple[Span, ...]) -> Iterator[list[Span]]:
    line: list[Span] = []
    for span in spans:
        if isinstance(span, Break):
            yield line
            line = []
        else:
            line.append(span)
    yield line


def _words(spans: list[Span]) -> str:
    return "".join(span.text for span in spans if isinstance(span, Run)) + (
        "" if all(isinstance(span, Run) for span in spans) else "\ufffc"
    )


def find_typed(draft: Draft) -> None:
    """Make paragraphs that begin with a typed bullet, or with numbers in order, items of lists."""
    blocks = draft.blocks
    for index, block in enumerate(blocks):
        if not _is_plain(block):
            continue
        assert isinstance(block, Paragraph)
        words = text_of(block)
        if match := _BULLET.match(words):
            marker = Marker(0, ordered=False, key="typed")
        elif match := _numbered(blocks, index):
            marker = Marker(0, ordered=True, number=_value(match["number"]), key="typed")
        else:
            continue
        draft.leave_out(_TYPED, match["sign"])
        blocks[index] = _item(block, marker, match)


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph) and not (block.level or block.marker or block.role)


def _item(block: Paragraph, marker: Marker, match: re.Match[str]) -> Block:
    item: Block = replace(block, marker=marker, spans=_after(block.spans, match.end()))
    if marker.ordered and not match["number"].isdigit():
        message = (
            f"The item “{match['sign']}” is now number {marker.number}. If other words speak of "
            f"“{match['sign']}”, change them."
        )
        item = remarked(item, hint("import-list-letter", message))
    return item


def _numbered(blocks: list[Block], index: int) -> re.Match[str] | None:
    """Return the number that a paragraph begins with, if one before or after it goes on from it."""
    match = _NUMBER.match(text_of(blocks[index]))
    if not match:
        return None
    here = _value(match["number"])
    for other, expected in ((index - 1, here - 1), (index + 1, here + 1)):
        near = blocks[other] if 0 <= other < len(blocks) else None
        if not isinstance(near, Paragraph):
            continue
        if near.marker and near.marker.key == "typed" and near.marker.number == expected:
            return match
        beside = _NUMBER.match(text_of(near)) if _is_plain(near) else None
        if beside and _value(beside["number"]) == expected:
            return match
    return None


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    return ord(number.lower()[0]) - ord("a") + 1


def _after(spans: tuple[Span, ...], letters: int) -> tuple[Span, ...]:
    """Return `spans` without their first letters."""
    kept: list[Span] = []
    for span in spans:
        if isinstance(span, Run) and letters:
            cut = min(letters, len(span.text))
            letters -= cut
            if span.text[cut:]:
                kept.append(replace(span, text=span.text[cut:]))
        else:
            kept.append(span)
    return tuple(kept)
