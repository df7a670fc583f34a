"""What a renderer is: the whole of it, no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Protocol

if TYPE_CHECKING:
    from formats.model import Leaflet


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
