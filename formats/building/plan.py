"""Deciding which renditions to make: reading, checking and viewing each leaflet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from formats import options, signoffs, views
from formats.catalogue import Catalogue, Format
from formats.checks import registry as checks
from formats.errors import FormatsError, Place, SourceError, nearest
from formats.findings import Finding, errors_in
from formats.model import Leaflet
from formats.options import Layer
from formats.reading.library import Entry, Library
from formats.renderers import registry
from formats.renderers.contract import Renderer


@dataclass(frozen=True, slots=True)
class Job:
    """One rendition to make: a viewed leaflet, a renderer by name, and its options."""

    leaflet: Leaflet
    format: Format
    options: Any
    suffix: str
    media_type: str

    @property
    def name(self) -> str:
        """The name of the file: "sen-support-large-print.pdf"."""
        return f"{self.leaflet.slug}-{self.format.name}{self.suffix}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a leaflet, or one format of it, is not made. `wanted` if somebody asked for it."""

    slug: str
    format: str
    reason: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made for one leaflet, what is not, and what the checks say of its source."""

    slug: str
    jobs: tuple[Job, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    findings: tuple[Finding, ...] = ()


class Planner:
    """Plans leaflets of one library in the formats of one catalogue."""

    def __init__(self, library: Library, catalogue: Catalogue, today: date) -> None:
        self.library = library
        self.catalogue = catalogue
        self.today = today
        self.names = {*catalogue, *registry.names()}

    def plan(
        self, entry: Entry, wanted: Sequence[str] = (), asked: Mapping[str, Any] | None = None
    ) -> Plan:
        """Return the plan for one leaflet.

        `wanted` are the formats asked for (none: all that it can have); `asked` are option
        values from the command line. A fault of the leaflet's own is in the plan, not raised.
        """
        try:
            return self._plan(entry, wanted, asked or {})
        except SourceError as error:
            return Plan(entry.slug, refusals=(Refusal(entry.slug, "", str(error)),))

    def _plan(self, entry: Entry, wanted: Sequence[str], asked: Mapping[str, Any]) -> Plan:
        reading = self.library.read(entry, self.names)
        leaflet, matter = reading.leaflet, reading.front_matter
        self._check_names(entry, [*(matter.formats or ()), *matter.options])
        findings = (*reading.findings, *checks.check_source(leaflet, self.today))
        errors = errors_in(findings)
        if errors:
            count = f"{len(errors)} error{'s' if len(errors) > 1 else ''} in the source"
            refusal = Refusal(entry.slug, "", f"not built, because of {count}")
            return Plan(entry.slug, refusals=(refusal,), findings=findings)
        jobs: list[Job] = []
        refusals: list[Refusal] = []
        for name in dict.fromkeys(wanted or matter.formats or self.catalogue):
            layer = Layer(matter.options.get(name, {}), Place(str(entry.path), 1))
            made = self._job(entry, leaflet, name, (layer, Layer(asked)), wanted=bool(wanted))
            if isinstance(made, Job):
                jobs.append(made)
            else:
                refusals.append(made)
        return Plan(entry.slug, tuple(jobs), tuple(refusals), findings)

    def _check_names(self, entry: Entry, names: Iterable[str]) -> None:
        for name in names:
            if name not in self.catalogue:
                message = f"There is no format “{name}”. {nearest(name, self.catalogue)}"
                raise SourceError(message, Place(str(entry.path), 1))

    def _job(
        self, entry: Entry, leaflet: Leaflet, name: str, layers: tuple[Layer, ...], *, wanted: bool
    ) -> Job | Refusal:
        chosen = self.catalogue.find(name)
        reason = views.why_not(leaflet, chosen.view, {name, chosen.renderer})
        if reason:
            return Refusal(entry.slug, name, reason, wanted)
        try:
            renderer = _loaded(chosen)
            first = Layer(chosen.options, chosen.place)
            made: Any = options.make(renderer.Options, first, *layers)
            viewed = views.view(leaflet, chosen.view, {name, chosen.renderer})
            viewed = signoffs.signed(viewed, entry.path.parent)
        except SourceError as error:
            return Refusal(entry.slug, name, str(error))
        kind = registry.kind(renderer, made)
        return Job(viewed, chosen, made, kind.suffix, kind.media_type)


def _loaded(chosen: Format) -> Renderer:
    """Return the renderer of a format. Raises `SourceError` if it cannot be used."""
    try:
        renderer = registry.load(chosen.renderer)
        for needed in ("render", "suffix", "media_type", "version"):
            getattr(renderer, needed)
        options.details(renderer.Options)
    except FormatsError as error:
        raise SourceError(error.message, chosen.place) from None
    except (AttributeError, TypeError) as error:
        raise SourceError(
            f"The renderer “{chosen.renderer}” is no whole renderer: {error}. "
            "Mend or uninstall that plug-in.",
            chosen.place,
        ) from None
    return renderer


def one(plan: Plan) -> Job:
    """Return the single job of a plan. Raises `FormatsError` with the reason if there is none."""
    if plan.jobs:
        return plan.jobs[0]
    reasons = "; ".join(refusal.reason for refusal in plan.refusals)
    raise FormatsError(f"“{plan.slug}” cannot be made: {reasons}.")
