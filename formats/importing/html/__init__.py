"""A web page -> a draft, with lxml's reader of HTML, which takes what browsers take.

Nothing is fetched: a picture is taken if it stands in the page or beside it.
"""

import re
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from formats.errors import Place, SourceError
from formats.importing.draft import Draft
from formats.importing.html.blocks import blocks
from formats.importing.html.page import BLOCKS, UNSEEN, Around, Reader
from formats.importing.text import decoded

_CHARSET = re.compile(rb"<meta[^>]+charset", re.I)


def read(data: bytes, file: str) -> Draft:
    """Return the draft of a page. Raises `SourceError` if it cannot be read."""
    draft = Draft()
    root = _root(data, file, draft)
    draft.language = root.get("lang", "")
    title = root.find(".//title")
    draft.title = " ".join((title.text or "").split()) if title is not None else ""
    body = root.find("body")
    reader = Reader(draft)
    draft.blocks += blocks(root if body is None else body, Around(folder=Path(file).parent), reader)
    return draft


def _root(data: bytes, file: str, draft: Draft) -> etree._Element:
    given: str | bytes = data if _CHARSET.search(data[:4096]) else decoded(data, file, draft)
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        if isinstance(given, str):
            given = re.sub(r"^\s*<\?xml[^>]*\?>", "", given)
        root: etree._Element = lxml_html.document_fromstring(given, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(f"The page cannot be read: {error}.", Place(file)) from None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        # libxml2 leaves out what stands deeper, and goes on (HTML_PARSE_HUGE lifts the limit).
        message = "Parts of the page stand within one another too deep to read. Save it anew."
        raise SourceError(message, Place(file))
    return root


def words(data: bytes, file: str) -> str:
    """Return all words of the page, for the account of them."""
    root = _root(data, file, Draft())
    body = root.find("body")
    lines = []
    for each in (root if body is None else body).iter():
        if not isinstance(each.tag, str):
            continue
        if each.text and each.tag not in UNSEEN:
            lines.append(f"\n{each.text}" if each.tag in BLOCKS or each.tag == "br" else each.text)
        if each.tag == "img":
            lines.append(f" {each.get('alt', '')} ")
        if each.tail:
            lines.append(f"\n{each.tail}" if each.tag in BLOCKS or each.tag == "br" else each.tail)
    return "".join(lines)
