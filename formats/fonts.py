"""Where the bundled typeface is: Atkinson Hyperlegible, OFL, by the Braille Institute.

Its package is found without being imported, which takes longer than reading the font.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

Face = Literal["Regular", "Bold"]


@cache
def _folder() -> Path:
    spec = find_spec("fontpkg_atkinson_hyperlegible")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fontpkg_atkinson_hyperlegible")
    return Path(spec.origin).parent / "files"


def atkinson(face: Face) -> Path:
    """Return the TrueType file of a face."""
    return _folder() / f"AtkinsonHyperlegible-{face}.ttf"
