"""Bullets as word processors paste them -> the marks of Markdown's lists."""

import re
from collections.abc import Iterator

from formats.reading.context import Context

_BULLET = re.compile(
    r"(?P<before>[ \t]*(?:>[ \t]?)*)(?:[•▪◦‣●∙·○■➢➤](?P<gap>[ \t\u00a0]*)|o(?P<tab>\t)[ \t]*)(?=\S)"
)
_INNER = "◦o"
_CODE = re.compile(r"[ \t>]*(?P<mark>`{3,}(?=[^`]*$)|~{3,})")


def lists(text: str, context: Context) -> str:
    """Return `text` with each line that begins with a bullet made an item of a list.

    No line is added or taken away. Code keeps its letters.
    """
    lines: list[str] = []
    changed: list[int] = []
    for number, (line, is_code) in enumerate(_with_code(text.split("\n"))):
        match = None if is_code else _BULLET.match(line)
        if match:
            changed.append(number)
            inner = "  " if line[match.end("before")] in _INNER and _follows(lines) else ""
            lines.append(f"{match['before']}{inner}- {line[match.end() :]}")
        else:
            lines.append(line)
    if changed:
        _report(changed, context)
    return "\n".join(lines)


def _follows(lines: list[str]) -> bool:
    return bool(lines) and lines[-1].lstrip().startswith("- ")


def _with_code(lines: list[str]) -> Iterator[tuple[str, bool]]:
    fence = ""
    for line in lines:
        match = _CODE.match(line)
        if match and not fence:
            fence = match["mark"]
            yield line, True
        elif match and match["mark"].startswith(fence):
            fence = ""
            yield line, True
        else:
            yield line, bool(fence)


def _report(changed: list[int], context: Context) -> None:
    context.warn(
        "source-bullet", changed[0],
        f"Bullets pasted from another program stand on {context.on(changed)}, and are read as a "
        "list. Begin each item with “- ” instead.",
    )  # fmt: skip
