"""Reading words as a leaflet in a test."""

from collections.abc import Collection
from pathlib import Path

from formats.model import Block
from formats.model.findings import Finding
from formats.reading.leaflet import Reading
from formats.reading.library import Entry, Library

NAMES = ("audio", "epub", "large-print", "pdf")
SHARED = {
    "organisation.toml": '[contact.helpline]\nphone = "01234"\n',
    "authorities.toml": '[send-code]\ntitle = "SEND Code of Practice"\n',
    "pictures.toml": '[school]\nopenmoji = "1F3EB"\nalt = "A school"\n',
    "glossary.toml": '[SEN]\nfull = "special educational needs"\n',
}


def library(folder: Path, text: str | bytes, **shared: str) -> Library:
    """Return a source folder with one leaflet, "a-leaflet"; `shared` are files by their stems."""
    own = folder / "leaflets" / "a-leaflet"
    own.mkdir(parents=True, exist_ok=True)
    data = text if isinstance(text, bytes) else text.encode()
    (own / "leaflet.md").write_bytes(data)
    for name, words in {**SHARED, **{f"{k}.toml": v for k, v in shared.items()}}.items():
        (folder / name).write_text(words, encoding="utf-8")
    return Library(folder)


def read(folder: Path, text: str | bytes, names: Collection[str] = NAMES, **shared: str) -> Reading:
    """Return the reading of that leaflet."""
    found = library(folder, text, **shared)
    (entry,) = found.entries()
    return found.read(Entry(entry.slug, entry.path), names)


def blocks(folder: Path, text: str) -> tuple[Block, ...]:
    """Return the blocks of `text`, in which nothing may be wrong."""
    reading = read(folder, text)
    assert reading.findings == ()
    return reading.leaflet.blocks


def said(reading: Reading) -> list[tuple[str, int]]:
    """Return the code and the line of each finding."""
    return [(f.code, _line(f)) for f in reading.findings]


def _line(finding: Finding) -> int:
    assert finding.place
    return finding.place.line
