"""What a renderer is: the whole of it, no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Protocol, runtime_checkable

if TYPE_CHECKING:
    from formats.model import Leaflet


@dataclass(frozen=True, slots=True)
class FileKind:
    """The suffix (".pdf") and the media type ("application/pdf") of a file."""

    suffix: str
    media_type: str


class Renderer(Protocol):
    """Turns a viewed leaflet into the bytes of one rendition.

    Pure: the same leaflet, options, version and libraries give the same bytes. No clock,
    no environment, no network. Pictures travel in the leaflet. The class is made without
    arguments and must be quick to import: heavy libraries are imported by `render`.
    """

    name: ClassVar[str]
    """As in `formats.toml`: "pdf"."""
    suffix: ClassVar[str]
    """Of the file: ".pdf"."""
    media_type: ClassVar[str]
    """Of the file: "application/pdf"."""
    version: ClassVar[str]
    """Raised whenever the output changes."""
    Options: ClassVar[type]
    """A frozen dataclass whose fields are made by `formats.options.option`."""

    def render(self, leaflet: Leaflet, options: Any, out: BinaryIO) -> None:
        """Write the rendition to `out`, a seekable file that is new and empty.

        A stream and not `bytes`, so that hours of speech need no more memory than minutes.
        Raises `RenderError`, with a place, for what cannot be rendered without harm.
        """


@runtime_checkable
class OfSeveralKinds(Protocol):
    """What a renderer has besides, if its options decide which kind of file it makes.

    Its own `suffix` and `media_type` are then those of the default options.
    """

    def kind(self, options: Any) -> FileKind:
        """Return the kind of the file that `options` ask for."""


@runtime_checkable
class OfPart(Protocol):
    """What a renderer has besides, if its file shows other words than the leaflet's: a label.

    The file is then checked against what this returns, every word of it.
    """

    def part(self, leaflet: Leaflet) -> Leaflet:
        """Return what the file of `leaflet` shows, as a leaflet."""
