"""The title, headings by look, and levels that follow one another."""

import re
from collections.abc import Iterator
from dataclasses import replace

from formats.importing.draft import (
    Block,
    Draft,
    Image,
    Paragraph,
    Run,
    Table,
    hint,
    paragraphs,
    remarked,
    shortened,
    text_of,
)

_MOST_WORDS = 14
_LARGER = 1.15
"""A heading by its size is set larger than the text by so much."""
_MOST_DIGITS = 5  # more are a telephone number
_COVER = 12  # blocks within which a title may be said again
_ENDS = ('.', ',', ';', ':', '…')  # fmt: skip
_LOWEST = 6


def find_headings(draft: Draft) -> None:
    """Make headings of short paragraphs that are bold or large throughout, and of no long ones."""
    blocks = draft.blocks
    body = _usual_size(draft)
    guessed = [n for n, b in enumerate(blocks) if _looks_like_heading(b, body)]
    guessed = [n for n in guessed if _heads_something(blocks, n, set(guessed))]
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.level and _is_too_long(block):
            message = f"“{shortened(text_of(block))}” has the style of a heading, but is text."
            blocks[index] = remarked(replace(block, level=0), hint("import-heading-long", message))
    for index, level in _levels(blocks, guessed):
        block = blocks[index]
        assert isinstance(block, Paragraph)
        blocks[index] = replace(block, level=level)
    if guessed:
        named = ", ".join(f"“{shortened(text_of(blocks[n]), 40)}”" for n in guessed)
        message = f"Taken as headings for their look: {named}. Check them and their levels."
        draft.remarks.append(hint("import-heading-guessed", message))


def _usual_size(draft: Draft) -> float:
    """Return the size, in pt, in which most letters are set."""
    letters: dict[float, int] = {}
    for paragraph in paragraphs(draft.blocks):
        for span in paragraph.spans:
            if isinstance(span, Run):
                letters[span.size] = letters.get(span.size, 0) + len(span.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def _looks_like_heading(block: Block, body: float) -> bool:
    if not isinstance(block, Paragraph) or block.level or block.marker or block.role:
        return False
    words = text_of(block).strip()
    short = 0 < len(words.split()) <= _MOST_WORDS and "\n" not in words
    if not short or words.endswith(_ENDS) or not re.search(r"[^\W\d_]{2}", words):
        return False
    if len(re.findall(r"\d", words)) > _MOST_DIGITS or "@" in words or "www." in words:
        return False
    runs = [span for span in block.spans if isinstance(span, Run) and span.text.strip()]
    if any(run.target for run in runs) or any(isinstance(s, Image) for s in block.spans):
        return False
    return all(run.bold or 0 < body * _LARGER <= run.size for run in runs)


def _heads_something(blocks: list[Block], index: int, guessed: set[int]) -> bool:
    """Whether text follows before the end, or a heading that is known to be one."""
    for number in range(index + 1, len(blocks)):
        block = blocks[number]
        if isinstance(block, Table) or number not in guessed:
            return True
    return False


def _is_too_long(block: Paragraph) -> bool:
    words = text_of(block).split()
    return len(words) > 2 * _MOST_WORDS or (len(words) > _MOST_WORDS and words[-1].endswith("."))


def _levels(blocks: list[Block], guessed: list[int]) -> Iterator[tuple[int, int]]:
    """Yield a level for each guess: below the heading before it, or by size if there is none."""
    sizes = sorted({_size(blocks[n]) for n in guessed}, reverse=True)
    above = 0
    real = any(isinstance(b, Paragraph) and b.level for b in blocks)
    for index, block in enumerate(blocks):
        if index in guessed:
            rank = sizes.index(_size(block)) + 1
            yield index, min((above or 1) + 1 if real else rank, _LOWEST)
        elif isinstance(block, Paragraph) and block.level:
            above = block.level


def _size(block: Block) -> float:
    assert isinstance(block, Paragraph)
    return max((span.size for span in block.spans if isinstance(span, Run)), default=0.0)


def find_title(draft: Draft) -> None:
    """Take the title out of the text: what has its style, else the one heading at the top."""
    titles = _leading(draft.blocks, "title")
    tops = [b for b in draft.blocks if isinstance(b, Paragraph) and b.level == 1]
    first = next((b for b in draft.blocks if isinstance(b, Paragraph) and b.level), None)
    if not titles and len(tops) == 1 and first is tops[0]:
        titles = [tops[0]]
    if not titles:
        titles = _said_twice(draft.blocks[:_COVER])
    subtitles = _leading(draft.blocks, "subtitle")
    draft.title = _joined(titles) or draft.title.strip()
    draft.subtitle = _joined(subtitles) if titles else ""
    taken = {id(block) for block in (*titles, *(subtitles if titles else ()))}
    for block in draft.blocks:
        if id(block) in taken:
            draft.remarks += block.remarks
    draft.blocks[:] = [b for b in draft.blocks if id(b) not in taken or _pictures(b)]
    draft.blocks[:] = [_only_pictures(b) if id(b) in taken else b for b in draft.blocks]
    _leave_out_repeats(draft)


def _leading(blocks: list[Block], role: str) -> list[Paragraph]:
    """Return the first paragraphs of a role that stand together."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.role == role:
            found.append(block)
        elif found:
            break
    return found


def _said_twice(blocks: list[Block]) -> list[Paragraph]:
    """Return the first paragraph near the top that comes again there: on the cover, and below."""
    seen = [" ".join(text_of(block).casefold().split()) for block in blocks]
    for block, words in zip(blocks, seen, strict=True):
        if isinstance(block, Paragraph) and " " in words and seen.count(words) > 1:
            return [block]
    return []


def _joined(blocks: list[Paragraph]) -> str:
    return " ".join(" ".join(map(text_of, blocks)).split())


def _pictures(block: Block) -> list[Image]:
    spans = block.spans if isinstance(block, Paragraph) else ()
    return [span for span in spans if isinstance(span, Image)]


def _only_pictures(block: Block) -> Block:
    return Paragraph(tuple(_pictures(block)))


def _leave_out_repeats(draft: Draft) -> None:
    """Leave out paragraphs near the top that say the title again, as covers do."""
    title = " ".join(draft.title.casefold().split())
    for block in draft.blocks[:_COVER] if title else ():
        if " ".join(text_of(block).casefold().split()) == title and not _pictures(block):
            draft.leave_out("title, said again", text_of(block))
            draft.blocks.remove(block)


def close_levels(draft: Draft) -> None:
    """Let headings begin at level 2, below the title, and go down one level at a time."""
    above: list[int] = []
    for index, block in enumerate(draft.blocks):
        if not isinstance(block, Paragraph) or not block.level:
            continue
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        draft.blocks[index] = replace(block, level=min(len(above) + 1, _LOWEST))
