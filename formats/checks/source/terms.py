"""One spelling for one thing: the glossary knows which spellings are variants."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar, Literal

from formats.checks import places
from formats.errors import Place
from formats.model import Leaflet, Quotation
from formats.model.findings import Finding, Severity
from formats.model.walk import plain_text


class Terms:
    """No variant of a term of the glossary is used, save in a quotation, which keeps its words."""

    subject: ClassVar[Literal["source"]] = "source"
    codes: ClassVar[Mapping[str, str]] = {
        "source-term-variant": "A term is spelt in a way that the glossary calls a variant.",
    }

    def check(self, leaflet: Leaflet, today: date) -> Iterator[Finding]:  # noqa: ARG002
        """Yield each variant in each run of text once."""
        keys = {variant: term.key for term in leaflet.glossary for variant in term.variants}
        if not keys:
            return
        names = "|".join(sorted(map(re.escape, keys), key=len, reverse=True))
        pattern = re.compile(rf"(?<!\w)(?:{names})(?=s?(?!\w))")
        quoted = set(_quoted(leaflet))
        for place, run in places.runs(leaflet):
            if place not in quoted:
                for found in dict.fromkeys(pattern.findall(plain_text(run))):
                    yield _variant(found, keys[found], place)


def _quoted(leaflet: Leaflet) -> Iterator[Place]:
    for place, node in places.blocks(leaflet):
        if isinstance(node, Quotation):
            yield from (inside for inside, _ in places.within(node.blocks, place))


def _variant(found: str, key: str, place: Place) -> Finding:
    message = f"“{found}” is another spelling of “{key}”. Write “{key}” everywhere."
    return Finding("source-term-variant", Severity.WARNING, message, place)
