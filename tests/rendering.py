"""Rendering a viewed leaflet in a test, as the program does."""

import io
from pathlib import Path
from typing import Any

from formats import options
from formats.model import Leaflet
from formats.renderers import registry


def rendered(name: str, leaflet: Leaflet, **values: Any) -> bytes:
    """Return the bytes of `leaflet` by the renderer `name` with option `values`."""
    renderer = registry.load(name)
    layer = options.Layer({key.replace("_", "-"): value for key, value in values.items()})
    out = io.BytesIO()
    renderer.render(leaflet, options.make(renderer.Options, layer), out)
    return out.getvalue()


def written(folder: Path, name: str, leaflet: Leaflet, **values: Any) -> Path:
    """Return the path of a new file with those bytes."""
    path = folder / f"{leaflet.slug}{registry.load(name).suffix}"
    path.write_bytes(rendered(name, leaflet, **values))
    return path
