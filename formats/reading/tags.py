"""HTML -> its tags, comments and words. What each means is for `html` to say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from markdown_it.common.html_re import HTML_TAG_RE, attr_name, attr_value

_ATTRIBUTE = re.compile(rf"({attr_name})(?:\s*=\s*({attr_value}))?")
_NAME = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9-]*)")
_BEGUN = re.compile(r"<[/!?]?[A-Za-z\[-]")
VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr")  # fmt: skip
"""Elements that have no end (HTML, 13.1.2)."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, the words of a comment left out: `name` is empty for what is no element."""

    written: str
    name: str = ""
    closes: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """Words between tags; `broken` if a tag begins among them and never ends."""

    text: str
    broken: bool = False


def tag(written: str) -> Tag:
    """Return the tag that `written` is, all of it."""
    found = _NAME.match(written)
    if not found:
        return Tag(written)
    rest = written[found.end() :].rstrip(">").rstrip("/")
    attributes = {
        name.lower(): unescape(_unquoted(value)) for name, value in _ATTRIBUTE.findall(rest)
    }
    return Tag(written, found[1].lower(), written.startswith("</"), attributes)


def pieces(html: str) -> Iterator[tuple[int, Tag | Words]]:
    """Yield the tags and words of `html`, each with the number of line ends before it."""
    at, line = 0, 0
    while at < len(html):
        start = html.find("<", at)
        found = HTML_TAG_RE.match(html, start) if start >= 0 else None
        while start >= 0 and not found:
            start = html.find("<", start + 1)
            found = HTML_TAG_RE.match(html, start) if start >= 0 else None
        words = html[at : start if found else len(html)]
        if words:
            yield line, Words(unescape(words), bool(_BEGUN.search(words)))
        if not found:
            return
        line += words.count("\n")
        yield line, tag(found[0])
        line += found[0].count("\n")
        at = found.end()


def _unquoted(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') and len(value) > 1 else value
