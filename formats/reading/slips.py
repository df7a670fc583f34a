"""Marks that were meant and do not work: each is found where it stands, and said once.

What is looked at are the words of one paragraph, heading or cell as readers would get them,
so what the author escaped or wrote as code is never in doubt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markdown_it.tree import SyntaxTreeNode

from formats.reading.context import Context

_MARK = "\ue000"  # stands for something that is no plain letter
_LINK = "\ue001"  # for a link


@dataclass(frozen=True, slots=True)
class _Slip:
    pattern: re.Pattern[str]
    code: str
    message: str


_SLIPS: Final = (
    _Slip(
        re.compile(r"!\[(?!\])"), "source-mark",
        "“![” begins a picture, but no picture follows. Write it as ![words](file.png), "
        "all on one line.",
    ),
    _Slip(
        re.compile(
            rf"\](?:[ \t\u00a0]{{1,3}}|{_MARK})\("
            rf"(?:{_LINK}|https?:|www\.|mailto:|tel:|/\w|\.\.?/|#\w)"
        ),
        "source-mark",
        "The address in round brackets stands apart from its words, so this is no link. "
        "Delete the space between “]” and “(”.",
    ),
    _Slip(
        re.compile(r"\]\((?!\))"), "source-mark",
        "This link does not work, so its marks and address would be read out. Write it as "
        "[words](address), with no space in the address.",
    ),
    _Slip(
        re.compile(r"\]\[|\[\["), "source-mark",
        "These square brackets are no link, because no line gives their address. "
        "Write [words](address), or delete the brackets.",
    ),
    _Slip(
        re.compile(r"\]\s?\{\s?lang"), "source-mark",
        "This does not mark a language. Write it as [words]{lang=cy}, with no spaces in between.",
    ),
    _Slip(
        re.compile(r"(?<!\*)\*\*(?!\*)"), "source-mark",
        "“**” stands here without the other “**” that belongs to it, so readers would see and hear "
        "stars. Write **words**, with no space next to the words, or delete the stars.",
    ),
    _Slip(
        re.compile(r"(?<![_\w])__(?=\w)|(?<=\w)__(?![_\w])"), "source-mark",
        "“__” stands here without the other “__” that belongs to it. Write **words**, or "
        "delete it.",
    ),
    _Slip(
        re.compile(r"(?<!~)~~(?!~)"), "source-mark",
        "“~~” stands here without the other “~~” that belongs to it. Delete the words that are "
        "struck out, or delete the marks.",
    ),
    _Slip(
        re.compile(r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*(])\*(?![\w*])"), "source-mark",
        "A single star stands here, which a voice reads as “asterisk”. If it calls a note, write "
        "[^1] and the note as “[^1]: …”; if words should be stressed, write **words**.",
    ),
    _Slip(
        re.compile(r"(?m)^#{2,6}(?=[\w“\"'(])|^#(?=[A-Z][a-z]+ )"), "source-heading-mark",
        "This looks like a heading, but is none without a space. Write a space after the “#” "
        "marks.",
    ),
    _Slip(
        re.compile(rf"(?<![`\w])`(?=\w)(?![^`]*[`{_MARK}])"), "source-mark",
        "“`” stands here without the other “`” that belongs to it. Delete it.",
    ),
    _Slip(
        re.compile(r"(?<![=\w])==(?=\w)[^=\n]+=="), "source-mark",
        "“==” marks nothing here. Write **words** for words that matter.",
    ),
    _Slip(
        re.compile(r"(?m)^:{2,}\s?\w"), "source-mark",
        "A line that begins with colons is no block here. Write “:::”, a space and its name.",
    ),
    _Slip(
        re.compile(r"(?m)^[-+](?=\w).*\n[-+](?=\w)"), "source-mark",
        "These lines look like a list, but are none without a space. Write “- ” before each item.",
    ),
)  # fmt: skip
_TABLE: Final = (
    "These lines look like a table, but have no line of dashes under their first row. "
    "Write one such as “| --- | --- |” there, and leave no empty line inside the table."
)
_BRACKET: Final = (
    "“[” opens here and is not closed, so it marks nothing. Write [words](address) for a link, "
    "or delete the bracket."
)


def report(node: SyntaxTreeNode, context: Context, line: int) -> None:
    """Report the first slip in an `inline` node that begins on `line`."""
    words = "".join(_letters(node))
    if "\ue002" in words:  # a template is an error of its own
        return
    at = _table(words)
    if at >= 0:
        context.error("source-table-rule", line + words.count("\n", 0, at), _TABLE)
        return
    for slip in _SLIPS:
        match = slip.pattern.search(words)
        if match:
            place = line + words.count("\n", 0, match.start())
            context.warn(slip.code, place, slip.message)
            return
    at = _unclosed_bracket(words)
    if at >= 0:
        context.warn("source-mark", line + words.count("\n", 0, at), _BRACKET)


def _letters(node: SyntaxTreeNode) -> Iterator[str]:
    """Yield the letters that stand as they were typed, and one for each thing that does not."""
    for child in node.children:
        match child.type:
            case "text":
                yield child.content
            case "softbreak" | "hardbreak":
                yield "\n"
            case "link":
                yield _LINK if child.info == "auto" else _MARK
            case "template":
                yield "\ue002"
            case "strong" | "em" | "s" | "language":
                yield _MARK
                yield from _letters(child)
                yield _MARK
            case "text_special":
                yield _MARK if child.markup.startswith("\\") else child.content
            case "anchor" | "attributes":
                continue
            case _:
                yield _MARK


def _table(words: str) -> int:
    """Return where lines begin that are rows of a table and stand in none, or -1."""
    lines = words.split("\n")
    bars = [line.count("|") for line in lines]
    for number, line in enumerate(lines):
        framed = bars[number] > 1 and line.strip().startswith("|") and line.strip().endswith("|")
        # Three lines of two cells, or two of more, are no chance.
        alike = bars[number : number + (3 if bars[number] == 1 else 2)]
        if framed or (len(alike) > 1 and bars[number] and set(alike) == {bars[number]}):
            return sum(len(before) + 1 for before in lines[:number])
    return -1


def _unclosed_bracket(words: str) -> int:
    """Return where the first “[” stands that no “]” closes, or -1."""
    opened: list[int] = []
    for match in re.finditer(r"[\[\]]", words):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            opened.pop()
    return opened[0] if opened else -1
