"""Rendering an edition in a test, as the program does."""

import io
from pathlib import Path
from typing import Any

from formats import options
from formats.model import Edition
from formats.renderers import registry


def rendered(name: str, edition: Edition, **values: Any) -> bytes:
    """Return the bytes of `edition` by the renderer `name` with option `values`."""
    out = io.BytesIO()
    registry.load(name).render(edition, _options(name, values), out)
    return out.getvalue()


def written(folder: Path, name: str, edition: Edition, **values: Any) -> Path:
    """Return the path of a new file with those bytes."""
    kind = registry.kind(name, registry.load(name), _options(name, values))
    path = folder / f"{edition.slug}{kind.suffix}"
    path.write_bytes(rendered(name, edition, **values))
    return path


def _options(name: str, values: dict[str, Any]) -> Any:
    layer = options.Layer({key.replace("_", "-"): value for key, value in values.items()})
    return options.make(registry.load(name).Options, layer)
