"""What a renderer is: the whole of it, no more.

Its name is its entry point in the group `formats.renderers`. Its class is made without arguments
and must be quick to import: heavy libraries are imported by `render`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, ClassVar, Protocol, TypeVar

from formats.model import Edition
from formats.model.findings import Finding

OptionsT_contra = TypeVar("OptionsT_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class FileKind:
    """The suffix (".pdf") and the media type ("application/pdf") of a file."""

    suffix: str
    media_type: str


class Renderer(Protocol[OptionsT_contra]):
    """Turns an edition into the bytes of one rendition.

    Pure: the same edition, options, code and libraries give the same bytes. No clock, no
    environment, no network. Pictures travel in the edition. It adds no words to it but those of
    its own machinery (page numbers), which come from `formats.wording`.
    """

    Options: ClassVar[type]
    """A frozen dataclass whose fields are made by `formats.options.option`."""
    codes: ClassVar[Mapping[str, str]]
    """Every code that its findings can have, with a sentence that says what it means."""

    def kind(self, options: OptionsT_contra) -> FileKind:
        """Return the kind of the file that `options` ask for."""

    def render(
        self, edition: Edition, options: OptionsT_contra, out: BinaryIO
    ) -> Iterable[Finding]:
        """Write the rendition to `out`, a seekable file that is new and empty.

        A stream and not `bytes`, so that hours of speech need no more memory than minutes.
        Returns what there is to say of it ("this table became a list"), for staff. Raises
        `RenderError`, with a place, for what cannot be rendered without harm.
        """
