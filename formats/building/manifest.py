"""The build manifest, `output/manifest.json`: what was built, from what, with what, checked how.

Written last, sorted, without times of the clock: the same build gives the same manifest.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from formats.building.plan import Job
from formats.building.render import Made
from formats.storage import files

NAME = "manifest.json"


def row(job: Job, made: Made) -> dict[str, Any]:
    """Return what the manifest says of one rendition."""
    return {
        "leaflet": job.edition.slug,
        "edition": job.edition.date,
        "format": job.format.name,
        "view": job.format.view,
        "renderer": job.format.renderer,
        "options": asdict(job.options),
        "content_sha256": hashlib.sha256(repr(job.edition).encode()).hexdigest(),
        "sha256": made.sha256,
        "bytes": made.size,
        "findings": [str(finding) for finding in made.findings],
    }


def update(output: Path, rows: Mapping[str, dict[str, Any]]) -> None:
    """Write the manifest with `rows`, by path under the output folder, in place of older ones.

    Rows of renditions that were not built now stay, as those files do.
    """
    kept = {name: old for name, old in _read(output).items() if (output / name).is_file()}
    text = json.dumps(
        {"renditions": {**kept, **rows}}, indent=1, sort_keys=True, ensure_ascii=False
    )
    files.write(text.encode() + b"\n", output / NAME)


def _read(output: Path) -> dict[str, Any]:
    try:
        renditions = json.loads((output / NAME).read_bytes())["renditions"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # none yet, or damaged: what is built now is written anew
    return renditions if isinstance(renditions, dict) else {}
