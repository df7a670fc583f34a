"""Finding renderers: by entry point, loading no more of them than is asked for."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final

from formats import options
from formats.errors import FormatsError, UsageError, nearest
from formats.renderers.contract import FileKind, Renderer

GROUP: Final = "formats.renderers"
_FIRST_CONTRACT = ("name", "suffix", "media_type", "version")
"""What a renderer had to have in the first edition of the contract."""


def names() -> list[str]:
    """Return the names of all renderers installed, in order of the alphabet."""
    return sorted(_entries())


def load(name: str) -> Renderer[Any]:
    """Return the renderer called `name`.

    Raises `UsageError` if there is none, or if a plug-in does not load or is no whole renderer.
    """
    entries = _entries()
    if name not in entries:
        raise UsageError(f"There is no renderer “{name}”. {nearest(name, entries)}")
    try:
        renderer: Renderer[Any] = entries[name].load()()
    except Exception as error:
        where = f"{entries[name].value}: {type(error).__name__}: {error}"
        raise UsageError(
            f"The renderer “{name}” does not load ({where}). Mend or uninstall that plug-in."
        ) from error
    _check(name, renderer)
    return renderer


def distribution(name: str) -> str:
    """Return the name of the installed distribution that the renderer called `name` is of."""
    dist = _entries()[name].dist
    return dist.name if dist else ""


def _check(name: str, renderer: Renderer[Any]) -> None:
    """Raise `UsageError` for a plug-in that is no whole renderer, or is one of another time."""
    if not hasattr(renderer, "kind") and all(hasattr(renderer, key) for key in _FIRST_CONTRACT):
        raise UsageError(
            f"The renderer “{name}” is written for an earlier version of this program. It now "
            "needs kind(options) in place of suffix and media_type, its render() is given an "
            "edition and returns its findings, and version is gone: see formats.renderers.contract."
        )
    try:
        for needed in ("render", "kind", "codes"):
            getattr(renderer, needed)
        options.details(renderer.Options)
    except (AttributeError, TypeError) as error:
        raise UsageError(
            f"The renderer “{name}” is no whole renderer: {error}. Mend or uninstall that plug-in."
        ) from None


def kind(name: str, renderer: Renderer[Any], made: Any) -> FileKind:
    """Return the kind of file that `renderer` makes with the options `made`.

    Raises `UsageError` for a plug-in that cannot say it.
    """
    try:
        answer = renderer.kind(made)
    except FormatsError:
        raise
    except Exception as error:
        raise UsageError(
            f"The renderer “{name}” cannot say which kind of file it makes "
            f"({type(error).__name__}: {error}). Mend or uninstall that plug-in."
        ) from error
    if not isinstance(answer, FileKind):
        raise UsageError(f"The renderer “{name}” gave {answer!r} for a kind of file.")
    return answer


def codes() -> dict[str, str]:
    """Return every code that the findings of a renderer installed here can have."""
    known: dict[str, str] = {}
    for name in names():
        known.update(load(name).codes)
    return known


@cache
def _entries() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in entry_points(group=GROUP)}
