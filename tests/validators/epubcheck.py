"""EPUBCheck 5, the W3C's validator of EPUB."""

import json
from pathlib import Path

from tests.validators import jvm

_SEVERITIES = ("FATAL", "ERROR", "WARNING")


def complaints(path: Path) -> list[str]:
    """Return the errors and warnings of EPUBCheck, such as "ERROR RSC-005 nav.xhtml: …"."""
    jvm.start()
    written = jvm.java("java.io.StringWriter")()
    writer = jvm.java("java.io.PrintWriter")(written)
    report = jvm.java("com.adobe.epubcheck.reporting.CheckingReport")(writer, str(path))
    report.initialize()
    file = jvm.java("java.io.File")(str(path))
    jvm.java("com.adobe.epubcheck.api.EpubCheck")(file, report).doValidate()
    report.generate()
    messages = json.loads(str(written))["messages"]
    return [
        f"{m['severity']} {m['ID']} {_where(m)}: {m['message']}"
        for m in messages
        if m["severity"] in _SEVERITIES
    ]


def _where(message: dict[str, list[dict[str, str]]]) -> str:
    return ", ".join(f"{at['path']}:{at['line']}" for at in message["locations"])
