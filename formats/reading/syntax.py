"""Our additions to CommonMark, as rules for markdown-it: `:::` blocks and language spans.

Beside them, what other programs add and leaflets have no use for: attributes, templates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_COLONS = re.compile(r":{3,}\s*(?P<words>.*?)\s*$")
WORDS = ("easy-read", "steps", "contact", "only", "not", "lang")
"""The blocks there are."""
# Two colons, where three must be meant.
_TWO_COLONS = re.compile(rf"::\s*(?P<words>(?:(?:{'|'.join(WORDS)})\b.*?)?)\s*$")
_HEADING = re.compile(r"(#{1,6})(?:\s|$)")
# CommonMark 0.31, 4.5: what follows backticks that open a block of code holds no backtick.
_FENCE = re.compile(r"(?P<mark>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_ITEM = re.compile(r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+")
_LANGUAGE = re.compile(r"\{lang=([^{}\s]*)\}")
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s}"']+)"""
_ATTRIBUTE = rf"\s*(?:[#.][\w:.-]+|(?!lang=)[\w-]+={_VALUE})"
# As kramdown writes them, and as Pandoc and PHP Markdown Extra do.
_ATTRIBUTES = re.compile(rf"\{{:[^{{}}\n]{{0,200}}\}}|\{{(?:{_ATTRIBUTE}){{1,20}}\s*\}}")
_ID = re.compile(r"#([\w:.-]+)")
TEMPLATE = re.compile(r"\{\{.{0,500}?\}\}|\{%.{0,500}?%\}", re.DOTALL)


def additions(md: MarkdownIt) -> None:
    """Add `::: word …` blocks, which may be nested, and `[words]{lang=xx}`."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "colon_block", _colon_block, ends)
    md.inline.ruler.before("link", "language_span", _language_span)
    md.inline.ruler.before("link", "braces", _braces)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _colon_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    match = _COLONS.match(line)
    two = None if match else _TWO_COLONS.match(line)
    if two and not two["words"]:
        two = None
    if not (match or two) or state.is_code_block(start):
        return False
    if silent:
        return True
    words = (match or two)["words"]  # type: ignore[index]
    if words:
        _push_block(state, words, start, end, two_colons=bool(two))
    else:
        token = state.push("colon_stray", "", 0)
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def _push_block(state: StateBlock, words: str, start: int, end: int, *, two_colons: bool) -> None:
    scan = _Scan(state, words)
    last = scan.last_line(start + 1, end)
    token = state.push("colon_open", "", 1)
    token.info, token.map = words, [start, last]
    two = [start] if two_colons else []
    token.meta = {"closed": scan.closed, "two_colons": two + ([last] if scan.two_colons else [])}
    parent, line_max = state.parentType, state.lineMax
    # Lets no paragraph inside run on past the closing line.
    state.parentType, state.lineMax = "colon", last
    state.md.block.tokenize(state, start + 1, last)
    state.parentType, state.lineMax = parent, line_max
    state.push("colon_close", "", -1)
    state.line = last + 1 if scan.closed else last


@dataclass
class _Open:
    """A block that is open: its first word, and the level of its first heading."""

    word: str
    level: int = 0

    def cannot_hold(self, line: "_Marked") -> bool:
        """Whether a line shows that this block has ended, and its `:::` was forgotten.

        Where the next colons close a block, it is the line that is out of place.
        """
        if line.word:
            return self.word in ("easy-read", "contact")
        least = {"easy-read": 7, "contact": 7, "steps": self.level}.get(self.word, 0)
        return not line.closes_next and 0 < line.level < least


@dataclass
class _Marked:
    """A line outside code: the level of a heading, the word of a block, or what closes one."""

    number: int
    level: int
    word: str
    closes: bool
    two_colons: bool
    closes_next: bool = False


@dataclass
class _Scan:
    """Looks for the line of `:::` that closes a block, blocks inside it counted.

    A closing line that was forgotten is noticed where the block cannot go on, so that one
    slip does not make the rest of the leaflet part of it.
    """

    state: StateBlock
    words: str
    closed: bool = False
    two_colons: bool = False

    def last_line(self, start: int, end: int) -> int:
        """Return the closing line, or the line that the block cannot go past."""
        if self.state.blkIndent:
            end = next((n for n in range(start, end) if _is_outside(self.state, n)), end)
        opened = [_Open(_first(self.words))]
        for line in self._marked(start, end):
            while opened and opened[-1].cannot_hold(line):
                opened.pop()
            if not opened:
                return line.number
            opened[-1].level = opened[-1].level or line.level
            if line.word:
                opened.append(_Open(line.word))
            elif line.closes:
                opened.pop()
            if not opened:
                self.closed, self.two_colons = True, line.two_colons
                return line.number
        return end

    def _marked(self, start: int, end: int) -> Iterator[_Marked]:
        """Yield the lines that count, each as soon as the next colons after it are known.

        Looking on to the end of the leaflet from each block would take minutes for a book.
        """
        waiting: list[_Marked] = []
        for line in self._lines(start, end):
            if line.closes or line.word:
                for before in waiting:
                    before.closes_next = line.closes
                yield from waiting
                waiting = []
            waiting.append(line)
        yield from waiting

    def _lines(self, start: int, end: int) -> Iterator[_Marked]:
        fence = ""
        for number in range(start, end):
            text = _line(self.state, number)
            # A block or code may begin right behind the mark of a list item, and never ends there.
            begun = _ITEM.sub("", text, count=1) if _ITEM.match(text) else ""
            fence = _fence_after(begun or text, fence)
            if not fence:
                yield from _marks(begun or text, number, may_close=not begun)


def _marks(text: str, number: int, *, may_close: bool) -> list[_Marked]:
    colons = _COLONS.match(text)
    match = colons or _TWO_COLONS.match(text)
    heading = _HEADING.match(text)
    word = _first(match["words"]) if match else ""
    closes = may_close and bool(match) and not word
    if not (heading or word or closes):
        return []
    return [_Marked(number, len(heading[1]) if heading else 0, word, closes, not colons)]


def _first(words: str) -> str:
    return next(iter(words.split()), "")


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


def _braces(state: StateInline, silent: bool) -> bool:
    """Take `{: .x}` and `{{ … }}` whole, for `inlines` to report."""
    if state.src[state.pos] != "{":
        return False
    template = TEMPLATE.match(state.src, state.pos, state.posMax)
    match = template or _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("template" if template else "attributes", "", 0)
        token.content = match[0]
        named = _ID.search(match[0])
        token.meta = {"id": named[1] if named and not template else ""}
    state.pos = match.end()
    return True
