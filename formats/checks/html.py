"""Reading a web page back, with nothing that wrote it: words, languages, links, pictures."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from lxml import etree, html

from formats.checks import marked_up, words
from formats.errors import Place
from formats.model import Edition
from formats.model.findings import Finding, Severity

_LOADING = ("src", "srcset", "data", "poster", "background")
_FOREIGN = frozenset({"script", "link", "iframe", "object", "embed", "base"})

_Found = tuple[str, str]  # a code and a message


class HtmlCheck:
    """Is every word there, in order and in its language, and is the page whole on its own?"""

    subject = "rendition"
    media_type = "text/html"
    codes: ClassVar[Mapping[str, str]] = {
        "html-broken": "The web page cannot be read back.",
        "html-words": "Words of the edition are missing from the web page, or out of order.",
        "html-language": "Words of the web page are not marked as in their language.",
        "html-heading": "The web page has no title as its one heading of the first level.",
        "html-link": "A link inside the web page leads nowhere, or an identifier stands twice.",
        "html-alt": "A picture has neither a text alternative nor the mark of decoration.",
        "html-outside": "The web page loads something from outside, or runs a script.",
    }

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what is wrong with the page at `path`, made from `edition`."""
        try:
            root = html.document_fromstring(path.read_bytes(), html.HTMLParser(encoding="utf-8"))
        except etree.ParserError as error:
            found = [("html-broken", f"The web page cannot be read back: {error}.")]
        else:
            found = [*_words(root, edition), *_structure(root)]
        for code, message in found:
            yield Finding(code, Severity.ERROR, message, Place(str(path)))


def _words(root: marked_up.Element, edition: Edition) -> Iterator[_Found]:
    for each in words.differences(edition, marked_up.passages(root)):
        if each.is_of_language:
            message = f"“{each.words}” is marked as {each.found}, and is {each.expected}."
            yield "html-language", message
        else:
            yield "html-words", f"These words are not there in this order: “{each.words}”."


def _structure(root: marked_up.Element) -> Iterator[_Found]:
    titles = len(root.findall(".//h1"))
    if titles != 1:
        yield "html-heading", f"The page has {titles} headings of the first level, and needs 1."
    ids = Counter(str(node.get("id")) for node in root.iter() if node.get("id"))
    for each in (key for key, times in ids.items() if times > 1):
        yield "html-link", f"The identifier {each} stands {ids[each]} times."
    for href in marked_up.lost_links(root, ids):
        yield "html-link", f"The link {href} leads nowhere."
    for _ in marked_up.without_alternative(root):
        yield "html-alt", "A picture has no alternative."
    for address in _outside(root):
        yield "html-outside", f"The page needs {address}, which is not in it."


def _outside(root: marked_up.Element) -> Iterator[str]:
    for node in root.iter():
        if marked_up.name(node) in _FOREIGN:
            yield f"<{marked_up.name(node)}>"
        for key in _LOADING:
            value = node.get(key, "data:")
            if not value.startswith("data:"):
                yield value
        style = (node.text or "") if marked_up.name(node) == "style" else node.get("style", "")
        if "@import" in style or "url(" in style.replace("url(data:", ""):
            yield "what its style names"
