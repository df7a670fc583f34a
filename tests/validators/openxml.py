"""openxml-audit: the Open XML schema, against which Word checks what it opens."""

from pathlib import Path

from openxml_audit import OpenXmlValidator


def complaints(path: Path) -> list[str]:
    """Return the errors that it finds."""
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
