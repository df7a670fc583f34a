"""A TrueType font whose map to Unicode is right.

reportlab maps the unused codes of a subset to U+0000, which ISO 14289-1 (7.21.7) forbids,
and writes characters above U+FFFF as bad hex.
"""

import re
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_ROW = re.compile(r"^<([0-9A-F]{2})> <([0-9A-F]+)>$", re.MULTILINE)
_BLOCK = 100  # rows that one bfchar block may hold (ISO 32000-1, 9.10.3)


class TaggedFont(TTFont):
    """A font as ISO 14289 wants it. Use as reportlab's `TTFont`."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the subsets to a document, and write their maps to Unicode anew."""
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in set(doc.idToObject) - before:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _mended(stream.content)


def _mended(content: str) -> str:
    head, _, _ = content.partition("1 begincodespacerange")
    rows = [(code, int(value, 16)) for code, value in _ROW.findall(content)]
    # The first pair is the code space itself where a subset is full.
    used = [(code, value) for code, value in rows if value]
    lines = [f"<{code}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in used]
    blocks = [lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        f"{head}1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend"
    )
