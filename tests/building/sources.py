"""Source folders for the tests of building."""

from pathlib import Path


def leaflet(folder: Path, text: str, name: str = "a-leaflet") -> Path:
    """Write a leaflet into the source folder `folder`/source, and return its file."""
    path = folder / "source" / "leaflets" / name / "leaflet.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
