"""Our two additions to CommonMark, as rules for markdown-it: `:::` blocks and language spans."""

import re

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_COLONS = re.compile(r":{3,}\s*(?P<words>.*?)\s*$")
# CommonMark 0.31, 4.5: what follows backticks that open a block of code holds no backtick.
_FENCE = re.compile(r"(?P<mark>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_ITEM = re.compile(r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+")
_LANGUAGE = re.compile(r"\{lang=([^{}\s]*)\}")


def additions(md: MarkdownIt) -> None:
    """Add `::: word …` blocks, which may be nested, and `[words]{lang=xx}`."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "colon_block", _colon_block, ends)
    md.inline.ruler.before("link", "language_span", _language_span)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _colon_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    match = _COLONS.match(_line(state, start))
    if not match or state.is_code_block(start):
        return False
    if silent:
        return True
    if match["words"]:
        _push_block(state, match["words"], start, end)
    else:
        token = state.push("colon_stray", "", 0)
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def _push_block(state: StateBlock, words: str, start: int, end: int) -> None:
    last, closed = _last_line(state, start + 1, end)
    token = state.push("colon_open", "", 1)
    token.info, token.map = words, [start, last]
    token.meta = {"closed": closed}
    parent, line_max = state.parentType, state.lineMax
    # Lets no paragraph inside run on past the closing line.
    state.parentType, state.lineMax = "colon", last
    state.md.block.tokenize(state, start + 1, last)
    state.parentType, state.lineMax = parent, line_max
    state.push("colon_close", "", -1)
    state.line = last + 1 if closed else last


def _last_line(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """Return the line of the `:::` that closes the block, blocks inside it counted, and True.

    With none, it is the line that the block cannot go past, and False.
    """
    depth, fence = 1, ""
    for number in range(start, end):
        if _is_outside(state, number):
            return number, False
        line = _line(state, number)
        # A block or code may begin right behind the mark of a list item, and never ends there.
        begun = _ITEM.sub("", line, count=1) if _ITEM.match(line) else ""
        fence = _fence_after(begun or line, fence)
        match = None if fence else _COLONS.match(begun or line)
        if match and match["words"]:
            depth += 1
        elif match and not begun:
            depth -= 1
        if not depth:
            return number, True
    return end, False


def _fence_after(line: str, fence: str) -> str:
    """Return the marks of the code that is open after `line`, if `fence` was open before it."""
    match = _FENCE.match(line)
    if not match:
        return fence
    if not fence:
        return match["mark"]
    closes = match["mark"].startswith(fence) and not match["info"].strip()
    return "" if closes else fence


def _is_outside(state: StateBlock, number: int) -> bool:
    """Whether a line is no longer part of the list item that the block stands in."""
    return not state.isEmpty(number) and 0 <= state.sCount[number] < state.blkIndent


def _language_span(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or "{lang=" not in state.src[state.pos :]:
        return False
    close = parseLinkLabel(state, state.pos)
    match = _LANGUAGE.match(state.src, close + 1) if close > 0 else None
    if not match:
        return False
    if not silent:
        first, last = state.pos + 1, state.posMax
        state.pos, state.posMax = first, close
        state.push("language_open", "", 1).meta = {"lang": match[1]}
        state.md.inline.tokenize(state)
        state.push("language_close", "", -1)
        state.posMax = last
    state.pos = match.end()
    return True
