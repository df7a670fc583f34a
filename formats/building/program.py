"""The program as an ingredient: the code and the libraries that shape a rendition's bytes.

Nobody raises a version by hand: the digest of a renderer is that of its module, of all that it
imports from its own package or from `formats`, and of the files beside them. A module that also
takes something from outside of Python packages (a voice, a program of the system) defines
`outside()`, which returns its version and the path of its file by name; it is found here.
"""

import hashlib
import importlib.metadata
import importlib.util
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from formats.building.index import installed
from formats.storage.cache import Cache
from formats.storage.cache import key as key_of

_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n]+)|import[ \t]+([^\n]+))", re.M
)
_OUTSIDE = re.compile(r"^def outside\(", re.M)
_REQUIREMENT = re.compile(r"[\w.-]+")
_HOUSE = "formats"


@cache
def code(module: str) -> str:
    """Return the digest of a module's code, with all that it imports from `formats` or its own."""
    digest = hashlib.sha256()
    for name, path in sorted(_closure(module).items()):
        digest.update(name.encode() + b"\0" + _digest(path))
    return digest.hexdigest()


@cache
def outside(module: str) -> dict[str, tuple[str, str]]:
    """Return what a module and those it imports take from outside of packages, by name."""
    versions: dict[str, tuple[str, str]] = {}
    for name, path in sorted(_closure(module).items()):
        if path.suffix == ".py" and _OUTSIDE.search(_text(path)):
            versions.update(import_module(name).outside())
    return versions


@cache
def packages(module: str) -> frozenset[str]:
    """Return the names of all packages that a module and those it imports from here name."""
    files = {name: path for name, path in _closure(module).items() if path.suffix == ".py"}
    named = (each for name, path in files.items() for each in _imports(path, name))
    return frozenset(each.partition(".")[0] for each in named)


def watched(module: str) -> set[str]:
    """Return the paths of files that a module depends on and that are no part of the program."""
    strangers = {
        str(path) for name, path in _closure(module).items() if not name.startswith(_HOUSE)
    }
    return strangers | {path for _, path in outside(module).values() if path}


@cache
def libraries(distribution: str) -> dict[str, str]:
    """Return the versions of a distribution that is installed and of all that it needs, by name.

    All, and not what one renderer imports: fonts and voices are libraries that no import names.
    A new version of any makes all renditions anew.
    """
    kept = Cache("libraries", closed=True)
    key = key_of(distribution, *installed())
    listed = kept.get_or_make(key, lambda: json.dumps(_installed(distribution)).encode())
    versions: dict[str, str] = json.loads(listed)
    return versions


def _installed(distribution: str) -> dict[str, str]:
    versions: dict[str, str] = {}
    waiting = [distribution]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name or "").lower()
        if not name or key in versions:
            continue
        try:
            found = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system, or of an extra that is not installed
        versions[key] = found.version
        waiting += [_name(each) for each in found.requires or () if "extra ==" not in each]
    return dict(sorted(versions.items()))


def _name(requirement: str) -> str:
    found = _REQUIREMENT.match(requirement)
    return found[0] if found else ""


@cache
def _closure(module: str) -> dict[str, Path]:
    """Return the files of a module and of all that it imports from here, by dotted name."""
    homes = {top: _home(top) for top in (_HOUSE, module.partition(".")[0])}
    files: dict[str, Path] = {}
    waiting = [module]
    while waiting:
        name = waiting.pop()
        home = homes.get(name.partition(".")[0])
        path = home and _file(name, home)
        if not path or name in files:
            continue
        files[name] = path
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        files.update({f"{package}/{each.name}": each for each in _beside(path.parent)})
        waiting += [package, *_imports(path, package)]
    return files


@cache
def _home(top: str) -> Path | None:
    """Return the folder that a package or module on the import path stands in."""
    spec = importlib.util.find_spec(top)
    if spec is None or spec.origin is None:
        return None
    origin = Path(spec.origin)
    return origin.parent.parent if origin.name == "__init__.py" else origin.parent


def _file(name: str, home: Path) -> Path | None:
    path = home.joinpath(*name.split("."))
    return next((p for p in (path / "__init__.py", path.with_suffix(".py")) if p.is_file()), None)


@cache
def _beside(folder: Path) -> tuple[Path, ...]:
    """Return the files beside modules that are none: tables, styles, pictures."""
    if not (folder / "__init__.py").is_file():
        return ()  # the folder of all installed packages
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix not in (".py", ".pyc") and path.is_file()
    )


@cache
def _imports(path: Path, package: str) -> tuple[str, ...]:
    return tuple(_named(_IMPORT.findall(_text(path)), package))


def _named(found: Iterable[tuple[str, str, str]], package: str) -> Iterator[str]:
    for origin, names, modules in found:
        if modules:
            yield from (each.split()[0] for each in modules.split(",") if each.strip())
            continue
        base = _absolute(origin, package)
        yield base
        for each in names.strip("()").split(","):
            if each.strip():
                yield f"{base}.{each.split()[0]}"


def _absolute(origin: str, package: str) -> str:
    dots = len(origin) - len(origin.lstrip("."))
    if not dots:
        return origin
    above = package.split(".")[: len(package.split(".")) - dots + 1]
    return ".".join([*above, *filter(None, [origin.lstrip(".")])])


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def changed(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Yield in words what differs between two sets of versions."""
    for name in sorted({*old, *new}):
        before, after = old.get(name, ""), new.get(name, "")
        if before != after:
            yield f"{name} {before or 'was not there'} → {after or 'is gone'}"
