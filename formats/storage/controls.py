"""Control characters, which no format can carry and no person types on purpose."""

import re
from typing import Final

# XML 1.0 (2.2) allows none of these, so neither EPUB nor DOCX could carry them.
CONTROLS: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]"
)


def message(character: str) -> str:
    """Return what to say of a control character."""
    return f"A control character (U+{ord(character):04X}) stands here. Delete it and type again."
