"""HTML among words -> the markdown-it tokens of the Markdown that means the same."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from markdown_it.token import Token

from formats.reading.context import Context
from formats.reading.tags import VOID, Tag, tag

AS_MARKDOWN: Final = {
    **dict.fromkeys(("b", "strong"), ("strong", "strong")),
    **dict.fromkeys(("i", "em", "dfn"), ("em", "em")),
    **dict.fromkeys(("s", "del", "strike"), ("s", "s")),
    "a": ("link", "a"),
}
"""Elements that Markdown has marks for: the type of their tokens, and its tag."""
UNMARKED: Final = {
    *("abbr", "acronym", "bdi", "bdo", "big", "cite", "code", "data", "font", "ins", "kbd"),
    *("label", "mark", "nobr", "q", "small", "samp", "span", "sub", "sup", "time", "tt", "u"),
    *("var", "wbr"),
}
"""Elements whose words are read, and for whose looks Markdown has no mark."""
UNSEEN: Final = ("script", "style", "template", "noscript", "head", "title")
"""Elements whose inside is no text for readers."""
_LINE_ENDS: Final = {"br", "p", "div", "li", "hr", "tr"}
_INSTEAD: Final = {
    "iframe": "a link to what it shows", "video": "a link to it, and its words as text",
    "audio": "a link to it, and its words as text", "input": "the words of the form",
    "button": "a link with the same words", "select": "the choices as a list",
}  # fmt: skip
_HOW_READ = "HTML is read as the Markdown that means the same"
_HOW_COMMENT = "Comments are left out"
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_MOST_OPEN = 40
_SHOWN = 60  # letters


@dataclass
class Inlines:
    """The children of one `inline` token, rewritten: tags become tokens, or go."""

    context: Context
    line: int
    out: list[Token] = field(default_factory=list)
    open: list[Tag | None] = field(default_factory=list)
    """The elements that are open now; None stands for a mark of Markdown's own."""

    def take(self, tokens: Iterable[Token]) -> list[Token]:
        """Return `tokens` with their tags as Markdown, every one that opens closed."""
        for token in tokens:
            if token.type == "html_inline":
                self._tag(tag(token.content), reported="reported" in token.meta)
            elif token.nesting > 0:
                self.open.append(None)
                self.out.append(token)
            elif token.nesting < 0:
                self._close_down_to_mark()
                self.out.append(token)
            else:
                self._leaf(token)
        while self.open:
            self._unclosed()
        return self.out

    def _leaf(self, token: Token) -> None:
        if token.type == "image" and token.children:
            token.children = Inlines(self.context, self.line).take(token.children)
        elif token.type == "softbreak":
            self.line += 1
        elif self._raised() and token.type == "text":
            token.content = token.content.translate(_SUPERSCRIPTS)
        self.out.append(token)
        self.line += token.type == "hardbreak"

    def _raised(self) -> bool:
        return bool(self.open and self.open[-1] and self.open[-1].name == "sup")

    def _tag(self, found: Tag, *, reported: bool) -> None:
        if not reported:
            report(found, self.context, self.line)
        if not found.name:
            return
        if found.name in _LINE_ENDS:
            self._line_end()
        elif found.name == "img":
            self.out.append(image(found))
        elif found.closes:
            self._close(found.name)
        elif found.name not in VOID:
            self._open(found)

    def _line_end(self) -> None:
        if self.out and self.out[-1].type not in ("hardbreak", "anchor"):
            self.out.append(Token("hardbreak", "br", 0))

    def _open(self, found: Tag) -> None:
        for key in ("id", "name"):
            if found.attributes.get(key):
                self.out.append(Token("anchor", "", 0, meta={"name": found.attributes[key]}))
        if found.name == "a" and "href" not in found.attributes:
            return
        if len(self.open) >= _MOST_OPEN:
            self.context.error("source-html-broken", self.line, "Too many tags are open here.")
            return
        self.open.append(found)
        if found.name in AS_MARKDOWN:
            kind, name = AS_MARKDOWN[found.name]
            attributes = {k: v for k, v in found.attributes.items() if k in ("href", "title")}
            self.out.append(Token(f"{kind}_open", name, 1, attrs=dict(attributes)))
        elif found.name == "q":
            self._words("“")

    def _close(self, name: str) -> None:
        inside = self.open[len(self.open) - self._depth() :]
        if name not in [one.name for one in inside if one]:
            return  # an anchor's end, or a stray one: it marks nothing
        while (last := self.open[-1]) and last.name != name:
            self._unclosed()
        self._pop()

    def _pop(self) -> None:
        last = self.open.pop()
        assert last
        if last.name in AS_MARKDOWN:
            kind, name = AS_MARKDOWN[last.name]
            self.out.append(Token(f"{kind}_close", name, -1))
        elif last.name == "q":
            self._words("”")
        elif last.name in ("abbr", "acronym") and last.attributes.get("title"):
            self._words(f" ({last.attributes['title']})")

    def _depth(self) -> int:
        """Return how many elements are open inside Markdown's innermost mark."""
        marks = [at for at, one in enumerate(self.open) if one is None]
        return len(self.open) - (marks[-1] + 1 if marks else 0)

    def _close_down_to_mark(self) -> None:
        for _ in range(self._depth()):
            self._unclosed()
        if self.open:
            self.open.pop()

    def _unclosed(self) -> None:
        last = self.open[-1]
        if last and last.name in AS_MARKDOWN:
            self.context.warn(
                "source-html", self.line,
                f"“{last.written[:_SHOWN]}” is not closed where it should be. Write "
                f"“</{last.name}>” after the words it is for, or use Markdown's own marks.",
            )  # fmt: skip
        self._pop()

    def _words(self, words: str) -> None:
        self.out.append(Token("text", "", 0, content=words))


def image(found: Tag) -> Token:
    """Return the token of an `<img>`."""
    alt = " ".join(found.attributes.get("alt", "").split())
    children = [Token("text", "", 0, content=alt)] if alt else []
    attributes: dict[str, str | int | float] = {"src": found.attributes.get("src", "")}
    if title := found.attributes.get("title", ""):
        attributes["title"] = title
    return Token("image", "img", 0, attrs=attributes, children=children, content=alt)


def report(found: Tag, context: Context, line: int, known: Iterable[str] = ()) -> None:
    """Say how a tag is read; `known` are elements that are read here besides those of words."""
    if found.written.startswith("<!--"):
        context.taken("source-comment", line, found.written, _HOW_COMMENT)
    elif found.name in {*AS_MARKDOWN, *UNMARKED, *_LINE_ENDS, *known, "img"}:
        if not found.closes:
            context.taken("source-html-read", line, f"<{found.name}>", _HOW_READ)
    elif not found.closes:
        what = found.written[:_SHOWN]
        inside = " with what is inside it" if found.name in UNSEEN else ", and words in it are kept"
        instead = _INSTEAD.get(found.name)
        advice = f"Write {instead}." if instead else "Write what readers need in Markdown."
        context.warn(
            "source-html", line,
            f"“{' '.join(what.split())}” is HTML that cannot be shown in other formats, so it is "
            f"left out{inside}. {advice}",
        )  # fmt: skip


def reported(written: str) -> Token:
    """Return the token of a tag among words that has been reported."""
    return Token("html_inline", "", 0, content=written, meta={"reported": True})


def still_open(tokens: Iterable[Token]) -> list[Token]:
    """Return the tags among `tokens` that are opened and not closed."""
    left: list[Token] = []
    for token in tokens:
        if token.type != "html_inline":
            continue
        found = tag(token.content)
        if not found.closes and found.name not in VOID:
            left.append(token)
        elif found.closes and found.name in [tag(t.content).name for t in left]:
            while tag(left.pop().content).name != found.name:
                continue
    # An anchor marks a place, and holds nothing.
    return [
        t for t in left if not t.content.startswith("<a") or "href" in tag(t.content).attributes
    ]
