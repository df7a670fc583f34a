"""Word documents opened for a test: their XML, and what LibreOffice makes of it."""

import io
import zipfile
from typing import Any

from lxml import etree

from formats.model import Edition
from tests.rendering import rendered

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element


def w(name: str) -> str:
    return f"{_W}{name}"


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def root(edition: Edition, name: str = "word/document.xml", **options: Any) -> Element:
    return etree.fromstring(part(rendered("docx", edition, **options), name).encode())


def words(element: Element) -> str:
    return "".join(node.text or "" for node in element.iter(w("t"))).replace("\u00a0", " ")


def value(element: Element, path: str, attribute: str = "val") -> str:
    """Return an attribute of what `path` ("pPr/ind") leads to, or nothing."""
    found = element.find("/".join(w(step) for step in path.split("/")))
    return found.get(w(attribute), "") if found is not None else ""
