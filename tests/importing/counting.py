"""The words of a file, counted by no code of the program: text between tags, out of the zip."""

import html
import re
import unicodedata
import zipfile
from collections import Counter
from io import BytesIO

_TEXT = re.compile(
    r"<(?:w:t|w:delText|a:t|m:t|c:v)(?: [^>]*)?>([^<]*)<"
    r"|(<w:p[ >]|<w:tab/>|<w:br|<w:cr|</?w:(?:ins|del)[ >])"
)
_ALTERNATIVE = re.compile(r'<wp:docPr [^>]*?descr="([^"]*)"')
_PART = re.compile(
    r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*|charts/.*|diagrams/data\d*)"
    r"\.xml"
)


def tokens(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text)))


def of_docx(data: bytes) -> Counter[str]:
    """Return how often each word stands in a DOCX, the second of two alternatives left out."""
    words: Counter[str] = Counter()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if _PART.fullmatch(name):
                part = archive.read(name).decode()
                part = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", part, flags=re.DOTALL)
                text = "".join(t or (" " if p else "") for t, p in _TEXT.findall(part))
                words += tokens(html.unescape(text))
                words += tokens(html.unescape(" ".join(_ALTERNATIVE.findall(part))))
    return words
