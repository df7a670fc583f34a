"""Making Word documents with python-docx, and with the XML for which it has no name."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

_MORE = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(build: Callable[[Document], None]) -> bytes:
    """Return the document that `build` fills, as a file."""
    document = docx.Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def png(colour: str = "red") -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(stream, "PNG")
    stream.seek(0)
    return stream


def with_part(data: bytes, name: str, content: bytes, kind: str, media_type: str) -> bytes:
    """Return the document with one more part, which its text calls."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "[Content_Types].xml":
                override = f'<Override PartName="/word/{name}" ContentType="{media_type}"/></Types>'
                part = part.replace(b"</Types>", override.encode())
            if info.filename == "word/_rels/document.xml.rels":
                called = (
                    f'<Relationship Id="rId99" Target="{name}" Type="http://schemas.openxmlformats'
                    f'.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
                )
                part = part.replace(b"</Relationships>", called.encode())
            new.writestr(info.filename, part)
        new.writestr(f"word/{name}", content)
    return stream.getvalue()


def xml(inner: str) -> Any:
    """Return an element of WordprocessingML; `inner` is one element."""
    end = inner.index(" " if " " in inner[: inner.index(">")] else ">")
    names = nsdecls("w", "r", "wp", "a", "pic") + _MORE
    return parse_xml(f"{inner[:end]} {names}{inner[end:]}")


def add(document: Document, inner: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, xml(inner))


def lines(document: Document, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text)
