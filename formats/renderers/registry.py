"""Finding renderers: by entry point, loading no more of them than is asked for."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any

from formats.errors import UsageError, nearest
from formats.renderers.contract import FileKind, OfPart, OfSeveralKinds, Renderer

if TYPE_CHECKING:
    from formats.model import Leaflet

GROUP = "formats.renderers"


def names() -> list[str]:
    """Return the names of all renderers installed, in order of the alphabet."""
    return sorted(_entries())


def load(name: str) -> Renderer:
    """Return the renderer called `name`.

    Raises `UsageError` if there is none, or if a plug-in does not load.
    """
    entries = _entries()
    if name not in entries:
        raise UsageError(f"There is no renderer “{name}”. {nearest(name, entries)}")
    try:
        renderer: Renderer = entries[name].load()()
    except Exception as error:
        where = f"{entries[name].value}: {type(error).__name__}: {error}"
        raise UsageError(
            f"The renderer “{name}” does not load ({where}). Mend or uninstall that plug-in."
        ) from error
    return renderer


def kind(renderer: Renderer, options: Any) -> FileKind:
    """Return the kind of file that `renderer` makes with `options`."""
    if isinstance(renderer, OfSeveralKinds):
        return renderer.kind(options)
    return FileKind(renderer.suffix, renderer.media_type)


def part(renderer: Renderer, leaflet: Leaflet) -> Leaflet:
    """Return what a file that `renderer` makes of `leaflet` shows of it."""
    return renderer.part(leaflet) if isinstance(renderer, OfPart) else leaflet


@cache
def _entries() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}
