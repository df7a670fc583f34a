"""Deciding which renditions to make: opening each leaflet, and putting options together."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from formats import options
from formats.building.edition import Opened, open_entry
from formats.building.summary import summary
from formats.errors import FormatsError, Place, SourceError, nearest
from formats.model import Edition
from formats.model.findings import Finding, errors_in
from formats.options import Layer
from formats.reading.catalogue import Catalogue, Format
from formats.reading.library import Entry, Library
from formats.renderers import registry
from formats.renderers.contract import FileKind, Renderer


@dataclass(frozen=True, slots=True)
class Job:
    """One rendition to make: an edition, the format that names its renderer, and its options."""

    edition: Edition
    format: Format
    options: Any
    kind: FileKind

    @property
    def name(self) -> str:
        """The name of the file: "sen-support-large-print.pdf"."""
        return f"{self.edition.slug}-{self.format.name}{self.kind.suffix}"


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
    text: str = ""
    """The SHA-256 of the leaflet as it was read: renditions of one edition have the same."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """What there is to say of the leaflet: its title, the formats it can be had in, and so on."""


class Planner:
    """Plans leaflets of one library in the formats of one catalogue."""

    def __init__(
        self, library: Library, catalogue: Catalogue, today: date, *, strict: bool = False
    ) -> None:
        self.library = library
        self.catalogue = catalogue
        self.today = today
        self.strict = strict
        self.names = {*catalogue, *registry.names()}

    def open(self, entry: Entry) -> Opened:
        """Read one leaflet. Raises `SourceError`."""
        opened = open_entry(entry, self.library, self.names, self.today)
        return replace(opened, strict=self.strict)

    def plan(
        self, entry: Entry, wanted: Sequence[str] = (), asked: Mapping[str, Any] | None = None
    ) -> Plan:
        """Return the plan for one leaflet.

        `wanted` are the formats asked for (none: all that it can have); `asked` are option
        values from the command line. A fault of the leaflet's own is in the plan, not raised.
        """
        try:
            opened = self.open(entry)
            self._check_names(opened)
            return self._plan(opened, wanted, asked or {})
        except SourceError as error:
            return Plan(entry.slug, refusals=(Refusal(entry.slug, "", str(error)),))

    def _plan(self, opened: Opened, wanted: Sequence[str], asked: Mapping[str, Any]) -> Plan:
        slug, matter = opened.entry.slug, opened.front_matter
        about = summary(opened, self.catalogue)
        errors = errors_in(opened.findings)
        if errors:
            count = f"{len(errors)} error{'s' if len(errors) > 1 else ''} in the source"
            refusal = Refusal(slug, "", f"not built, because of {count}")
            return Plan(slug, (), (refusal,), opened.findings, about=about)
        names = dict.fromkeys(wanted or matter.formats or self.catalogue)
        made = [self._job(opened, name, asked, wanted=bool(wanted)) for name in names]
        jobs = tuple(each for each in made if isinstance(each, Job))
        refusals = tuple(each for each in made if isinstance(each, Refusal))
        text = hashlib.sha256(repr(opened.leaflet).encode()).hexdigest()
        return Plan(slug, jobs, refusals, opened.findings, text, about)

    def _check_names(self, opened: Opened) -> None:
        matter = opened.front_matter
        for name in (*(matter.formats or ()), *matter.options):
            if name not in self.catalogue:
                message = f"There is no format “{name}”. {nearest(name, self.catalogue)}"
                raise SourceError(message, Place(str(opened.entry.path), 1))

    def _job(
        self, opened: Opened, name: str, asked: Mapping[str, Any], *, wanted: bool
    ) -> Job | Refusal:
        chosen, slug = self.catalogue.find(name), opened.entry.slug
        reason = opened.why_not(chosen)
        if reason:
            return Refusal(slug, name, reason, wanted)
        own = opened.front_matter.options.get(name, {})
        layers = (
            Layer(chosen.options, chosen.place),
            Layer(own, Place(str(opened.entry.path), 1)),
            Layer(asked),
        )
        try:
            renderer = _loaded(chosen)
            made: Any = options.make(renderer.Options, *layers)
            kind = _kind(chosen, renderer, made)
            edition = opened.in_format(chosen, made)
        except SourceError as error:
            return Refusal(slug, name, str(error))
        return Job(edition, chosen, made, kind)


def _loaded(chosen: Format) -> Renderer[Any]:
    """Return the renderer of a format. Raises `SourceError` if it cannot be used."""
    with _blamed_on(chosen):
        return registry.load(chosen.renderer)


def _kind(chosen: Format, renderer: Renderer[Any], made: Any) -> FileKind:
    with _blamed_on(chosen):
        return registry.kind(chosen.renderer, renderer, made)


@contextmanager
def _blamed_on(chosen: Format) -> Iterator[None]:
    """Say of what goes wrong with a plug-in which format asks for it: the others are built."""
    try:
        yield
    except FormatsError as error:
        raise SourceError(error.message, chosen.place) from None


def one(plan: Plan) -> Job:
    """Return the single job of a plan. Raises `FormatsError` with the reason if there is none."""
    if plan.jobs:
        return plan.jobs[0]
    reasons = "; ".join(refusal.reason for refusal in plan.refusals)
    raise FormatsError(f"“{plan.slug}” cannot be made: {reasons}.")
