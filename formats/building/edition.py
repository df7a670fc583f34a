"""From a source file to editions: the one way there is, for building, listing, speech, sign-off."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from formats import signoffs, views
from formats.checks import registry as checks
from formats.model import Edition, Leaflet, Signoff, ViewName
from formats.model.findings import Finding, strict
from formats.reading.catalogue import Catalogue, Format
from formats.reading.front_matter import FrontMatter
from formats.reading.library import Entry, Library


@dataclass(frozen=True)
class Opened:
    """A leaflet that was read. `front_matter` is what it says of itself before its text."""

    entry: Entry
    leaflet: Leaflet
    front_matter: FrontMatter
    reading_findings: tuple[Finding, ...]
    today: date
    strict: bool = False
    """Whether every warning about the source is an error."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the reader and the checks of the source have to say."""
        said = (*self.reading_findings, *checks.check_source(self.leaflet, self.today))
        return strict(said) if self.strict else said

    def why_not(self, chosen: Format) -> str:
        """Return why this leaflet cannot be had in a format, or nothing if it can."""
        return views.why_not(self.leaflet, chosen.view, audience(chosen))

    def text(self, view: ViewName, names: Iterable[str]) -> Leaflet:
        """Return the text in a view: what people check and sign. Raises `ViewError`.

        `names` are those that `::: only` may call its readers by.
        """
        return views.text(self.leaflet, view, names)

    def checked_text(self, view: ViewName, formats: Catalogue) -> Leaflet:
        """Return the text in a view as the format of that name shows it: what people check."""
        names = audience(formats[view]) if view in formats else {view}
        return self.text(view, names)

    def signoff(self, text: Leaflet) -> Signoff:
        """Return the sign-off of a text. Raises `SourceError` if their record is broken."""
        return signoffs.of(text, self.entry.path.parent)

    def in_format(self, chosen: Format, options: Any = None) -> Edition:
        """Return the edition in a format. Raises `ViewError` or `SourceError`.

        `options` are those that it will be rendered with: an edition says how large it is.
        """
        text = self.text(chosen.view, audience(chosen))
        size = getattr(options, "font_size", None)
        listed = getattr(options, "word_list", True)
        described = views.Described(chosen.label, chosen.language, size, listed)
        return views.edition(text, chosen.view, self.signoff(text), described)


def open_entry(entry: Entry, library: Library, names: Collection[str], today: date) -> Opened:
    """Read a leaflet. Raises `SourceError` if that cannot be done at all.

    `names` are those that `::: only` may use, of formats and of renderers.
    """
    reading = library.read(entry, names)
    return Opened(entry, reading.leaflet, reading.front_matter, reading.findings, today)


def audience(chosen: Format) -> frozenset[str]:
    """Return the names that `::: only` may call a format by."""
    return frozenset({chosen.name, chosen.renderer})
