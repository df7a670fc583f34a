"""Finding checks by entry point and running them.

A check that does not load, or that fails while it runs, is an error finding that names it:
what could not be checked was not verified, but the other checks and leaflets go on.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Final

from formats.checks import file
from formats.checks.contract import Check, RenditionCheck, SourceCheck
from formats.errors import FormatsError, Place
from formats.model import Edition, Leaflet
from formats.model.findings import Finding, Severity

GROUP: Final = "formats.checks"
CODES: Final = {
    "check-not-loaded": "A check that is installed cannot be loaded.",
    "check-failed": "A check broke off before it had looked at everything.",
}


def check_source(leaflet: Leaflet, today: date) -> tuple[Finding, ...]:
    """Return what all source checks say of `leaflet` as read, in order of places."""
    checks, said = source_checks()
    for check in checks:
        said += _run(check, partial(check.check, leaflet, today), leaflet.place)
    return tuple(sorted(said, key=_place))


def check_rendition(path: Path, edition: Edition, media_type: str) -> tuple[Finding, ...]:
    """Return what all checks for `media_type` say of the file made from `edition`.

    A file that is missing, empty or of another kind is reported as that and looked at no further.
    """
    if unfit := tuple(file.findings(path, media_type)):
        return unfit
    checks, said = rendition_checks(media_type)
    place = Place(str(path))
    for check in checks:
        said += _run(check, partial(check.check, path, edition), place)
    return said


def source_checks() -> tuple[tuple[SourceCheck, ...], tuple[Finding, ...]]:
    """Return the source checks in order of their names, and findings for those that do not load."""
    checks, said = _load()
    return tuple(c for c in checks if c.subject == "source"), said


def rendition_checks(media_type: str) -> tuple[tuple[RenditionCheck, ...], tuple[Finding, ...]]:
    """Return the checks of renditions of `media_type`, and findings for those that do not load."""
    checks, said = _load()
    renditions = (c for c in checks if c.subject == "rendition")
    return tuple(c for c in renditions if c.media_type == media_type), said


def modules(media_type: str) -> tuple[str, ...]:
    """Return the modules of the checks of renditions of `media_type`, sorted."""
    return tuple(sorted({type(check).__module__ for check in rendition_checks(media_type)[0]}))


def codes() -> dict[str, str]:
    """Return every code that a check installed here can give, with what it means."""
    checks, _ = _load()
    known = {**CODES, **file.CODES}
    for check in checks:
        known.update(check.codes)
    return dict(sorted(known.items()))


@cache
def _load() -> tuple[tuple[Check, ...], tuple[Finding, ...]]:
    checks: list[Check] = []
    said: list[Finding] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name):
        try:
            checks.append(_made(entry))
        except Exception as error:  # noqa: BLE001 - a stranger's plug-in can raise anything
            said.append(_not_loaded(entry, error))
    return tuple(checks), tuple(said)


def _made(entry: EntryPoint) -> Check:
    check: Check = entry.load()()
    attributes = ("codes", "check") + (("media_type",) if check.subject == "rendition" else ())
    if check.subject not in ("source", "rendition"):
        raise TypeError(f"its subject is {check.subject!r}, not 'source' or 'rendition'")
    for name in attributes:
        getattr(check, name)
    return check


def _not_loaded(entry: EntryPoint, error: Exception) -> Finding:
    why = f"{entry.value}: {type(error).__name__}: {error}"
    message = f"The check “{entry.name}” does not load ({why}). Mend or uninstall that plug-in."
    return Finding("check-not-loaded", Severity.ERROR, message)


def _run(
    check: Check, findings: Callable[[], Iterable[Finding]], place: Place
) -> tuple[Finding, ...]:
    said: list[Finding] = []
    try:
        said.extend(_each(findings()))
    except FormatsError as error:
        said.append(Finding("check-failed", Severity.ERROR, error.message, error.place or place))
    except Exception as error:  # noqa: BLE001 - a stranger's plug-in can raise anything
        name = f"{type(check).__module__}.{type(check).__qualname__}"
        why = f"{type(error).__name__}: {error}"
        message = f"The check {name} broke off ({why}). Report this to whoever keeps it."
        said.append(Finding("check-failed", Severity.ERROR, message, place))
    return tuple(said)


def _each(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        if not isinstance(finding, Finding):
            raise TypeError(f"it gave {finding!r}, which is no finding")
        yield finding


def _place(finding: Finding) -> tuple[str, int]:
    return (finding.place.file, finding.place.line) if finding.place else ("", 0)
