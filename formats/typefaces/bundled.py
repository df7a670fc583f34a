"""The bundled typefaces: Atkinson Hyperlegible, Arimo (as wide as Arial), Lexend. All are OFL.

Their packages are found without being imported, which takes longer than reading a font.
Arimo and Lexend come as variable fonts, which reportlab would take for their default
weight in silence: a face of its own is cut out of them once, and cached.
"""

from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Literal, get_args

from formats.storage import cache as store

Face = Literal["Regular", "Bold"]
_FILES = {
    "atkinson-hyperlegible": (
        "Atkinson Hyperlegible", "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-{}.ttf",
    ),
    "arimo": ("Arimo", "fontpkg_arimo", "Arimo[wght].ttf"),
    "lexend": ("Lexend", "fontpkg_lexend", "Lexend[wght].ttf"),
}  # fmt: skip
NAMES = tuple(_FILES)
"""The typefaces that come with the program."""
_WEIGHTS = {"Regular": 400, "Bold": 700}
_VERSION = "2"  # raised whenever the cut faces change


def title(name: str) -> str:
    """Return the name that people know a bundled typeface by."""
    return _FILES[name][0]


def called(postscript: str) -> bytes | None:
    """Return the file of the bundled face with that PostScript name, or None if there is none."""
    for name in NAMES:
        for face in get_args(Face):
            if postscript == f"{title(name).replace(' ', '')}-{face}":
                return read(name, face)
    return None


def read(name: str, face: Face) -> bytes:
    """Return the TrueType file of one face of a bundled typeface."""
    _, package, file = _FILES[name]
    path = _folder(package) / file.format(face)
    if "[" not in file:
        return path.read_bytes()
    kept = store.Cache("fonts")
    key = store.key(_VERSION, name, face, path.stat().st_size)
    return kept.get_or_make(key, lambda: _cut(path, _WEIGHTS[face]))


@cache
def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent / "files"


def _cut(path: Path, weight: int) -> bytes:
    """Return the static font of one weight of a variable one."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    # A date of today would make other bytes of the same font.
    with TTFont(path, recalcTimestamp=False) as variable:
        # With names of its own: by their PostScript names a PDF tells fonts apart, and two
        # faces of one name are drawn with the outlines of the first.
        instancer.instantiateVariableFont(
            variable, {"wght": weight}, inplace=True, updateFontNames=True
        )
        out = BytesIO()
        variable.save(out)
    return out.getvalue()
