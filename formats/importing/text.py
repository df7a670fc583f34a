"""Plain text -> a draft: paragraphs between empty lines, or one on each line.

Such text has often come out of a word processor, and keeps signs of what stood there: stars
around bold words, addresses in angle brackets, a heading on a line by itself.
"""

import re
import statistics
from collections.abc import Iterator
from dataclasses import replace

from formats.errors import Place, SourceError
from formats.importing.draft import (
    Block,
    Break,
    Draft,
    Paragraph,
    Run,
    Span,
    hint,
    shortened,
    text_of,
)

_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WRAPPED = 90
"""Letters. Lines that are mostly shorter were wrapped; longer ones are paragraphs."""
_HEADING_WORDS = 12
_LINK = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\((?P<target>(?:https?://|mailto:)[^\s()]*)\)"
    r"|<(?P<bare>https?://[^\s<>]+)>"
)
_STRONG = re.compile(
    r"(?P<mark>\*{2,3}|__)(?=[^\s*])(?P<words>(?:(?!\*\*).)+?)(?P=mark)(?!\w)", re.DOTALL
)
_ITEM = re.compile(r"\s*(?:[•·▪*–-]|\(?\d{1,3}[.)])\s+\S")
# Contact details look like headings: short, on their own line, without a full stop.
_DETAIL = re.compile(r"\d{3}|@|www\.|https?:|\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b")
_OPEN_END = re.compile(r"(?:\w|[?!]|\([^()\d]*\))$")
_FEWEST_UNDER = 5  # words under a heading


def read(data: bytes, file: str) -> Draft:
    """Return the draft of a text. Raises `SourceError` if it is none."""
    draft = Draft()
    text = decoded(data, file, draft)
    for words in _paragraphs(text):
        draft.blocks.append(Paragraph(tuple(_spans(words))))
    _find_headings(draft)
    return draft


def words(data: bytes, file: str) -> str:
    """Return all words of the text, for the account of them."""
    # The address behind the words of a link is no word.
    return _LINK.sub(lambda link: link["words"] or link["bare"], decoded(data, file, Draft()))


def decoded(data: bytes, file: str, draft: Draft) -> str:
    """Return the text in its encoding: as its first bytes say, UTF-8, else Western European."""
    for start, name in _ENCODINGS:
        if data.startswith(start):
            return _lines(data.decode(name, errors="replace"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        message = "The file is not UTF-8. It is read as Windows text (cp1252). Check “£”, “é”, “–”."
        draft.remarks.append(hint("import-encoding", message))
    if "\0" in text:
        raise SourceError("This is no text. Name a .docx, .odt, .html, .md or .txt.", Place(file))
    return _lines(text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n")


def _paragraphs(text: str) -> Iterator[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    wrapped = bool(lines) and statistics.quantiles(map(len, [*lines, ""]), n=10)[-1] < _WRAPPED
    for block in re.split(r"\n[ \t\u00a0]*\n", text):
        rows = [row for row in block.split("\n") if row.strip()]
        whole: list[str] = []
        for row in rows:
            opened = whole and (whole[-1].count("**") - 2 * whole[-1].count("****")) % 2
            runs_on = wrapped and whole and len(whole[-1]) > _WRAPPED // 2 and not _ITEM.match(row)
            if whole and (opened or runs_on):
                whole[-1] += "\n" + row if opened else " " + row.strip()
            else:
                whole.append(row.strip())
        yield from whole


def _spans(words: str) -> Iterator[Span]:
    end = 0
    for match in _STRONG.finditer(words):
        yield from _linked(words[end : match.start()], bold=False)
        yield from _linked(match["words"], bold=True)
        end = match.end()
    yield from _linked(words[end:], bold=False)


def _linked(words: str, *, bold: bool) -> Iterator[Span]:
    end = 0
    for match in _LINK.finditer(words):
        yield from _broken(Run(words[end : match.start()], bold))
        target = match["target"] or match["bare"]
        yield Run(match["words"] or target, bold, target=target)
        end = match.end()
    yield from _broken(Run(words[end:], bold))


def _broken(run: Run) -> Iterator[Span]:
    for number, line in enumerate(run.text.split("\n")):
        if number:
            yield Break()
        if line:
            yield replace(run, text=line)


def _find_headings(draft: Draft) -> None:
    """Make headings of short lines by themselves, before which and after which text stands."""
    blocks = draft.blocks
    found = [n for n in range(len(blocks) - 1) if _is_heading(draft, n)]
    for index in found:
        block = blocks[index]
        assert isinstance(block, Paragraph)
        blocks[index] = replace(block, level=2)
    if found:
        named = ", ".join(f"“{shortened(text_of(blocks[n]), 40)}”" for n in found)
        message = f"Taken as headings, since they are short lines: {named}. Check their levels."
        draft.remarks.append(hint("import-heading-guessed", message))


def _is_heading(draft: Draft, index: int) -> bool:
    following = text_of(draft.blocks[index + 1]).strip()
    if not _is_short_line(draft.blocks[index]) or _DETAIL.search(following):
        return False
    carries = len(following.split()) >= _FEWEST_UNDER and not following[:1].islower()
    return carries and not _is_short_line(draft.blocks[index + 1])


def _is_short_line(block: Block) -> bool:
    """Whether a paragraph has the shape of a heading, or of a title over two lines."""
    assert isinstance(block, Paragraph)
    words = text_of(block).strip()
    looks = {span.bold for span in block.spans if isinstance(span, Run) and span.text.strip()}
    return (
        len(words.split()) <= _HEADING_WORDS
        and ("\n" not in words or looks == {True})
        and len(looks) == 1
        and words[:1].isupper()
        and bool(_OPEN_END.search(words))
        and not re.search(r"[*:]", words)
        and not _DETAIL.search(words)
        and not _ITEM.match(words)
    )
