"""The folder of a service that begins: shared files, a first leaflet, a Makefile, `.gitignore`."""

from datetime import date
from importlib import resources
from pathlib import Path

from formats.errors import FormatsError, UsageError
from formats.service import leaflet
from formats.service.publisher import Publisher, organisation
from formats.storage import files

_SHARED = ("glossary.toml", "authorities.toml", "pictures.toml", "formats.toml", "README.md")
_AROUND = {"README.md": "first.md", "Makefile": "makefile.txt", ".gitignore": "gitignore.txt"}


def begin(folder: Path, publisher: Publisher, today: date) -> list[Path]:
    """Write the folder of a service, and return the files. Raises `FormatsError`.

    A `source` folder that is there already is left alone, with an error.
    """
    source = folder / "source"
    if source.exists():
        raise UsageError(f"{source} is there already. Name another folder, or delete it.")
    texts = {source / "organisation.toml": organisation(publisher)}
    texts |= {source / name: _packed(name) for name in _SHARED}
    texts |= {folder / name: _packed(packed) for name, packed in _AROUND.items()}
    first = leaflet.first(publisher, today)
    texts[source / "leaflets" / "alternative-formats" / "leaflet.md"] = first
    written = []
    for path, text in texts.items():
        if not path.exists():
            write(text, path)
            written.append(path)
    return written


def _packed(name: str) -> str:
    return resources.files("formats.service").joinpath("files", name).read_text("utf-8")


def write(text: str, path: Path) -> None:
    """Write a new file, and the folders that it stands in. Raises `FormatsError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {path.parent} cannot be made: {error.strerror}."
        raise FormatsError(message) from None
    files.write(text.encode(), path)
