"""Markdown is what leaflets are written in: it is carried over letter for letter."""

import re
from pathlib import Path
from urllib.parse import unquote

from formats.importing.draft import Draft
from formats.importing.text import decoded

_PICTURE = re.compile(
    r"!\[[^\]]*\]\(\s*<?(?P<path>[^\s<>()]+)|<img\s[^>]*src=[\"'](?P<source>[^\"']+)"
)
_MAX_PICTURE = 20_000_000


def read(data: bytes, file: str) -> tuple[str, dict[str, bytes]]:
    """Return the text, and the pictures that lie beside it by their paths. Raises `SourceError`."""
    text = decoded(data, file, Draft())
    folder = Path(file).parent
    paths = [unquote(m["path"] or m["source"]) for m in _PICTURE.finditer(text)]
    found = {path: _picture(path, folder) for path in dict.fromkeys(paths)}
    return text.rstrip("\n") + "\n", {path: data for path, data in found.items() if data}


def _picture(path: str, folder: Path) -> bytes:
    """Return the bytes of a picture in `folder` or below, or nothing."""
    if ":" in path or "//" in path or Path(path).is_absolute() or ".." in Path(path).parts:
        return b""
    try:
        whole = (folder / path).resolve()
        inside = whole.is_relative_to(folder.resolve()) and whole.is_file()
        return whole.read_bytes() if inside and whole.stat().st_size <= _MAX_PICTURE else b""
    except (OSError, ValueError):
        return b""
