"""Text -> a tree of Markdown, with the limits that keep hostile or broken text from harm."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from formats.errors import Place, SourceError
from formats.reading import pasted
from formats.reading.context import Context
from formats.reading.html_blocks import HtmlBlocks
from formats.reading.letters import meant
from formats.reading.syntax import additions
from formats.storage import controls

MAX_BYTES = 2_000_000
MAX_WORD = 2_000
"""Letters. Longer than any address; a longer "word" is a paste gone wrong."""
MAX_NESTING = 24
"""Levels, where a list in a list counts as four."""
MAX_COLUMNS = 40
MAX_BRACKETS = 2_000
"""In one paragraph: markdown-it needs time in proportion to their square."""
_LINE_START = re.compile("^[\u200b\ufeff\u2060\uf000-\uf0ff\u202f ]+", re.MULTILINE)
_FILLED_IN = re.compile(
    r"\]\( *((?:[^\s()<>{}]*(?:\{\{[^{}<>\n]*\}\}|\{%[^{}<>\n]*%\})){1,4}[^()<>\s]*) *\)"
)
_LINKS = ("link_open", "image")
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1},}}")


def decoded(data: bytes, file: str) -> str:
    """Return the text of a source file, with Unix line ends. Raises `SourceError`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            "A letter here is not UTF-8. Save the file with the encoding UTF-8.",
            Place(file, line),
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise SourceError("The file is empty. Write the leaflet's text in it.", Place(file, 1))
    match = controls.CONTROLS.search(text)
    if match:
        raise _error_at(text, match.start(), file, controls.message(match[0]))
    return text


def _error_at(text: str, index: int, file: str, message: str) -> SourceError:
    return SourceError(message, Place(file, text.count("\n", 0, index) + 1))


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree of Markdown, and the lines of `[name]: address` that no link uses, from 0."""

    tree: SyntaxTreeNode
    unused: tuple[int, ...]


def parse(text: str, context: Context) -> Parsed:
    """Return the tree of `text`, HTML and what else is meant by it as Markdown.

    Raises `SourceError` where a limit is passed.
    """
    _check_limits(text, context.file, context.offset)
    env: dict[str, Any] = {}
    tokens = _parser().parse(pasted.lists(_without_tricks(text), context), env)
    _check_nesting(tokens, context.file, context.offset)
    unused = tuple(_unused(tokens, env))
    tree = SyntaxTreeNode(HtmlBlocks(context).take(tokens))
    return Parsed(tree, unused)


def _without_tricks(text: str) -> str:
    """Return `text` with the letters at the start of lines as they are meant.

    Behind a zero-width space a heading is none, and Word's own bullet is no letter. An address
    that another program was to fill in is made one that Markdown knows for an address.
    """
    text = _LINE_START.sub(lambda match: meant(match[0]), text)
    # Spaces inside would make it no link at all.
    return _FILLED_IN.sub(r"](<\1>)", text)


def _check_nesting(tokens: Sequence[Token], file: str, first_line: int) -> None:
    line = first_line
    for token in tokens:
        line = token.map[0] + first_line if token.map else line
        inside = max((child.level for child in token.children or ()), default=0)
        if max(token.level, inside) > MAX_NESTING:
            what = "Bold, italics or links" if inside > MAX_NESTING else "Lists and quotations"
            message = f"{what} are nested too deep here. Use fewer levels."
            raise SourceError(message, Place(file, line))


def _unused(tokens: Sequence[Token], env: Mapping[str, Any]) -> list[int]:
    """Return the lines of the addresses that no link uses: markdown-it drops them."""
    used = {token.meta.get("label") for token in _all(tokens) if token.type in _LINKS}
    unused = [row for name, row in env.get("references", {}).items() if name not in used]
    return sorted(row["map"][0] for row in (*unused, *env.get("duplicate_refs", ())))


def _all(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or ())


def _parser() -> MarkdownIt:
    # `store_labels` says on each link which `[name]: address` it uses.
    options = {
        "maxNesting": MAX_NESTING + 4,
        "store_labels": True,
        "tasklists": True,
        "alerts": True,
        "strikethrough_single_tilde": True,
    }
    md = MarkdownIt("commonmark", options).enable("table")
    # Every address is let through here, so that `inlines` can report those that are unfit;
    # otherwise markdown-it prints "[x](javascript:…)" as it stands.
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    # Definitions stay where they are written and every call is a token, so that none is
    # dropped: a note never called, a call of no note.
    footnote_plugin(md, inline=False, move_to_end=False, always_match_refs=True)
    md.use(gfm_autolink_plugin).use(deflist_plugin).use(admon_plugin)
    md.enable("strikethrough")
    # So that `slips` can tell a star that was escaped from one that was forgotten.
    md.disable("text_join")
    additions(md)
    return md


def _check_limits(text: str, file: str, first_line: int) -> None:
    index = 0
    for paragraph in text.split("\n\n"):
        if max(map(paragraph.count, "[]*_`")) > MAX_BRACKETS:
            message = "This paragraph has too many brackets, stars or other marks. Break it up."
            raise _shifted(text, index, file, first_line, message)
        if paragraph.count("<!") + paragraph.count("<?") > MAX_BRACKETS:
            message = "This paragraph has too many comments of HTML. Delete them."
            raise _shifted(text, index, file, first_line, message)
        if any(line.count("|") > MAX_COLUMNS + 1 for line in paragraph.split("\n")):
            message = f"A line here has more than {MAX_COLUMNS} columns. Make smaller tables."
            raise _shifted(text, index, file, first_line, message)
        index += len(paragraph) + 2
    match = _LONG_WORD.search(text)
    if match:
        message = f"A word of {len(match[0]):,} letters stands here. Break it up."
        raise _shifted(text, match.start(), file, first_line, message)


def _shifted(text: str, index: int, file: str, first_line: int, message: str) -> SourceError:
    line = text.count("\n", 0, index) + first_line
    return SourceError(message, Place(file, line))
