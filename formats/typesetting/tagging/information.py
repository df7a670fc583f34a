"""What a PDF says of itself: in XMP, and in the older Info dictionary the same again."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

_CREATOR = "leaflet-formats"
_PRODUCER = "reportlab, pikepdf"


@dataclass(frozen=True)
class Information:
    """Title, language, author, subject, and a date: YYYY, YYYY-MM, YYYY-MM-DD or empty."""

    title: str
    language: str
    author: str
    subject: str
    date: str

    def dictionary(self) -> dict[str, str]:
        """Return the entries of the Info dictionary (ISO 32000-1, 14.3.3) that have a value."""
        # The parts of a date after the year may be left out (7.9.4).
        date = f"D:{self.date.replace('-', '')}" if self.date else ""
        entries = {
            "Title": self.title, "Author": self.author, "Subject": self.subject,
            "Creator": _CREATOR, "Producer": _PRODUCER,
            "CreationDate": date, "ModDate": date,
        }  # fmt: skip
        return {key: value for key, value in entries.items() if value}

    def xmp(self, part: int) -> bytes:
        """Return the metadata of ISO 14289-1, 5 (or 14289-2, 5, where `part` is 2)."""
        body = "\n".join(self._properties(part))
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
            'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n'
            f"{body}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
            '<?xpacket end="w"?>'
        ).encode()

    def _properties(self, part: int) -> Iterator[str]:
        yield _alternatives("dc:title", self.title)
        if self.author:
            author = f"<rdf:Seq><rdf:li>{escape(self.author)}</rdf:li></rdf:Seq>"
            yield f"<dc:creator>{author}</dc:creator>"
        if self.subject:
            yield _alternatives("dc:description", self.subject)
        yield f"<dc:language><rdf:Bag><rdf:li>{self.language}</rdf:li></rdf:Bag></dc:language>"
        yield f"<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool>"
        yield f"<pdf:Producer>{_PRODUCER}</pdf:Producer>"
        if self.date:
            yield f"<xmp:CreateDate>{self.date}</xmp:CreateDate>"
            yield f"<xmp:ModifyDate>{self.date}</xmp:ModifyDate>"
        yield f"<pdfuaid:part>{part}</pdfuaid:part>"
        if part == 2:  # noqa: PLR2004
            yield "<pdfuaid:rev>2024</pdfuaid:rev>"


def _alternatives(name: str, words: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(words)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>"
