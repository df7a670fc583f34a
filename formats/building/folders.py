"""Where renditions go: a folder for each leaflet, and nowhere else."""

from pathlib import Path

from formats.errors import FormatsError

MANIFEST = "manifest.json"
"""Of all leaflets, in the output folder."""
CACHE = ".cache"
"""The cache of an account that has no home, in the output folder."""
RECORD = ".manifest.json"
"""Of one leaflet, in its own folder."""


def folder_for(output: Path, slug: str) -> Path:
    """Return the folder of a leaflet's renditions, made if need be.

    Raises `FormatsError` if it cannot be made, or leads out of the output folder by a link.
    """
    folder = output / slug
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FormatsError(f"The folder {folder} cannot be made: {error.strerror}.") from None
    if not folder.resolve().is_relative_to(output.resolve()):
        raise FormatsError(f"{folder} leads out of the output folder. Delete that link.")
    return folder
