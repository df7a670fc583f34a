"""What stands inside a block of a web page -> spans."""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from formats.importing import pictures
from formats.importing.draft import Break, Call, Image, Span
from formats.importing.html.page import (
    ASIDE,
    BACK,
    NOTE,
    UNSEEN,
    Around,
    Reader,
    folded,
    is_hidden,
    run_of,
    words,
)

_MAX_PICTURE = 20_000_000


def children(element: etree._Element, around: Around, reader: Reader) -> Iterator[Span]:
    """Yield the spans inside an element."""
    if element.text:
        yield replace(around.run, text=folded(element.text))
    for child in element:
        yield from spans(child, around, reader)
        if child.tail:
            yield replace(around.run, text=folded(child.tail))


def spans(element: etree._Element, around: Around, reader: Reader) -> Iterator[Span]:
    """Yield the spans of an element among words."""
    tag = element.tag
    if not isinstance(tag, str) or tag in UNSEEN:
        return
    if element.get("id") or (tag == "a" and element.get("name")):
        reader.bookmarks.append(element.get("id") or element.get("name") or "")
    if is_hidden(element) or tag in ("del", "s", "strike") or tag in ASIDE:
        kind = "hidden text" if is_hidden(element) else ASIDE.get(tag, "struck out")
        reader.draft.leave_out(kind, words(element))
    elif tag == "br":
        yield Break()
    elif tag == "img":
        yield _image(element, around, reader)
    elif tag == "a" and BACK.match(element.get("href", "")):
        reader.draft.leave_out("number of a note", words(element))
    elif tag == "a" and NOTE.match(element.get("href", "")):
        reader.draft.leave_out("number of a note", words(element))
        match = NOTE.match(element.get("href", ""))
        yield Call(match[1] if match else "")
    else:
        yield from children(element, replace(around, run=run_of(element, around.run)), reader)


def _image(element: etree._Element, around: Around, reader: Reader) -> Image:
    reader.pictures += 1
    source, alt = element.get("src", ""), element.get("alt")
    data, reason = _data(source, around.folder)
    return pictures.image(data, alt, reader.pictures, reason)


def _data(source: str, folder: Path) -> tuple[bytes | None, str]:
    """Return the bytes of a picture in the page or beside it, or why there are none."""
    if source.startswith("data:"):
        try:
            return base64.b64decode(source.partition(",")[2], validate=False), ""
        except (binascii.Error, ValueError):
            return None, "it is spoilt"
    if ":" in source.partition("/")[0] or source.startswith("//"):
        return None, f"it lies at {source[:80]}"
    try:
        path = (folder / unquote(source)).resolve()
        inside = path.is_relative_to(folder.resolve()) and path.is_file()
        if inside and path.stat().st_size <= _MAX_PICTURE:
            return path.read_bytes(), ""
    except (OSError, ValueError):
        pass
    return None, f"there is no picture {source[:80]} beside the page"
