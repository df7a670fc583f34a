"""What elements of a web page mean for the words inside them."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from formats.importing.draft import Draft, Marker, Run, Span

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
    ol p pre section summary table tbody td tfoot th thead tr ul""".split()  # noqa: SIM905
)
UNSEEN = ("script", "style", "template", "noscript", "head", "meta", "link", "title", "iframe")
ASIDE = {"nav": "navigation", "button": "button", "select": "choice in a form",
         "textarea": "field of a form", "footer": "footer"}  # fmt: skip
# How Word, Google Docs, LibreOffice and others name the notes of a page, and the way back.
NOTE = re.compile(r"#?_?(?:ftn|ftnt|fn|edn|footnote-?|endnote-?|sd(?:foot|end)note)(\d+)(?:sym)?$")
BACK = re.compile(
    r"#_?(?:(?:ftn|ftnt|fn|edn|footnote-?|endnote-?)_?ref-?\d+|sd(?:foot|end)note\d+anc)$"
)
_PLAIN = Run("")


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for the words inside an element: the look, and the list that they are in."""

    run: Run = _PLAIN
    marker: Marker | None = None
    depth: int = -1
    quoted: bool = False
    folder: Path = Path()


@dataclass
class Reader:
    """One reading of one page. `waiting` are words that no block has ended yet."""

    draft: Draft
    pictures: int = 0
    lists: int = 0
    waiting: list[Span] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)


def folded(words: str) -> str:
    """Return words with white space as browsers show it."""
    return re.sub(r"[ \t\r\n\f]+", " ", words)


def run_of(element: etree._Element, run: Run) -> Run:
    """Return `run` as the words inside `element` look."""
    style = element.get("style", "").replace(" ", "").lower()
    if element.tag in ("b", "strong") or re.search(r"font-weight:(bold|[6-9]00)", style):
        run = replace(run, bold=True)
    if element.tag in ("i", "em") or "font-style:italic" in style:
        run = replace(run, italic=True)
    if element.tag == "a" and element.get("href"):
        run = replace(run, target=element.get("href", ""))
    if element.tag == "sup":
        run = replace(run, raised="superscript")
    language = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        run = replace(run, language=language)
    size = re.search(r"font-size:([\d.]+)pt", style)
    return replace(run, size=float(size[1])) if size else run


def is_hidden(element: etree._Element) -> bool:
    """Whether browsers do not show an element."""
    style = element.get("style", "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def words(element: etree._Element) -> str:
    """Return the words inside `element`."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return ""
    inside = (f"{words(child)} {child.tail or ''}" for child in element)
    return f"{element.text or ''} {' '.join(inside)}".strip()
