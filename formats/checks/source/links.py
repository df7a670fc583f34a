"""The words of a link must say where it leads, even read alone (WCAG 2.2, 2.4.4)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar, Final, Literal

from formats.checks import places
from formats.errors import Place
from formats.model import InlinePicture, Leaflet, Link
from formats.model.findings import Finding, Severity
from formats.model.walk import plain_text, walk

_SAYS_NOTHING: Final = {
    *("here", "click", "click here", "link", "this link", "web page link", "go", "this"),
    *("more", "read more", "find out more", "learn more", "more information"),
    *("page", "this page", "web page", "website", "this website"),
}
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+/\S+)", re.IGNORECASE)
"""An address as words. A host alone ("www.iask.org.uk") can be read out and typed."""


class Links:
    """Every link has words, and they say where it leads."""

    subject: ClassVar[Literal["source"]] = "source"
    codes: ClassVar[Mapping[str, str]] = {
        "source-link-empty": "A link has no words.",
        "source-link-words": "The words of a link do not say where it leads.",
        "source-link-address": "The words of a link are a web address.",
    }

    def check(self, leaflet: Leaflet, today: date) -> Iterator[Finding]:  # noqa: ARG002
        """Yield what is wrong with the words of links."""
        for place, node in places.inlines(leaflet):
            if isinstance(node, Link):
                yield from _of(node, place)


def _of(link: Link, place: Place) -> Iterator[Finding]:
    words = " ".join(plain_text(link.children).split())
    if not words and not any(_alternatives(link)):
        message = f"The link to {link.target} has no words. Write what it leads to."
        yield Finding("source-link-empty", Severity.ERROR, message, place)
    elif words.casefold().strip(" .:>»→") in _SAYS_NOTHING:
        message = f"“{words}” does not say where the link leads. Write what is there instead."
        yield Finding("source-link-words", Severity.WARNING, message, place)
    elif _ADDRESS.fullmatch(words):
        message = (
            f"The words of this link are its address, “{words}”, which a voice spells out. "
            "Write what is there instead: [words](address)."
        )
        yield Finding("source-link-address", Severity.WARNING, message, place)


def _alternatives(link: Link) -> Iterator[str]:
    for node in walk(link.children):
        if isinstance(node, InlinePicture):
            yield node.picture.alt
