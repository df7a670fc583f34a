"""What a check is: the whole of it, no more. Found by the entry-point group `formats.checks`.

A check is made without arguments and its module must be quick to import: heavy libraries
are imported by `check`. It is pure but for reading the rendition it is given: no clock, no
environment, no network. `codes` holds every code that it can give, each with one sentence
that says what the code means; the documentation of findings is held against it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal, Protocol

from formats.model import Edition, Leaflet
from formats.model.findings import Finding


class SourceCheck(Protocol):
    """Looks at a leaflet as it was read, before any view is made of it."""

    subject: ClassVar[Literal["source"]]
    codes: ClassVar[Mapping[str, str]]

    def check(self, leaflet: Leaflet, today: date) -> Iterator[Finding]:
        """Yield what there is to say. `today` is the only clock a check has."""


class RenditionCheck(Protocol):
    """Looks at a finished file of one media type beside the edition it was made from.

    It is only asked about a file that is there, is not empty and begins as files of its
    media type do (`formats.checks.file` has seen to that).
    """

    subject: ClassVar[Literal["rendition"]]
    media_type: ClassVar[str]
    """As the renderer has it: "application/pdf"."""
    codes: ClassVar[Mapping[str, str]]

    def check(self, path: Path, edition: Edition) -> Iterator[Finding]:
        """Yield what there is to say of the file at `path`."""


Check = SourceCheck | RenditionCheck
