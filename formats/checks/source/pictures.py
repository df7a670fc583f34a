"""What is said of a picture to those who cannot see it (WCAG 2.2, 1.1.1)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar, Literal

from formats.checks import places
from formats.errors import Place
from formats.model import Figure, Idea, InlinePicture, Leaflet, Picture
from formats.model.findings import Finding, Severity

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|webp)|(?:img|dsc|image|photo)[-_ ]?\d+", re.I)
_SAYS_PICTURE = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|icon) of\b", re.I
)


class Pictures:
    """A text alternative describes, and is left out on purpose only."""

    subject: ClassVar[Literal["source"]] = "source"
    codes: ClassVar[Mapping[str, str]] = {
        "source-picture-alt": "The words for a picture are the name of a file.",
        "source-picture-asked": "The words for a picture are still to be written.",
        "source-picture-says-picture": "The words for a picture begin by saying that it is one.",
        "source-picture-decorative": "A picture that stands alone counts as decoration.",
    }

    def check(self, leaflet: Leaflet, today: date) -> Iterator[Finding]:  # noqa: ARG002
        """Yield what is wrong with text alternatives."""
        for place, node in places.blocks(leaflet):
            if isinstance(node, Figure):
                yield from _figure(node.picture, place)
            elif isinstance(node, Idea) and node.picture:
                yield from _words(node.picture, place)
        for place, inline in places.inlines(leaflet):
            if isinstance(inline, InlinePicture):
                yield from _words(inline.picture, place)


def _figure(picture: Picture, place: Place) -> Iterator[Finding]:
    yield from _words(picture, place)
    if not picture.alt:
        message = (
            f"“{picture.name}” has no words, so it counts as decoration and no voice will "
            "speak of it. If it says something, write that: ![words](file)."
        )
        yield Finding("source-picture-decorative", Severity.HINT, message, place)


def _words(picture: Picture, place: Place) -> Iterator[Finding]:
    if picture.alt and not any(letter.isalnum() for letter in picture.alt):
        message = (
            f"Nobody has said yet what {picture.name} shows. Write it for “{picture.alt}”, or "
            "leave the square brackets empty if it is decoration."
        )
        yield Finding("source-picture-asked", Severity.ERROR, message, place)
    elif _FILE_NAME.fullmatch(picture.alt.strip()):
        message = f"“{picture.alt}” is the name of a file. Write what the picture shows instead."
        yield Finding("source-picture-alt", Severity.WARNING, message, place)
    elif _SAYS_PICTURE.match(picture.alt):
        message = f"“{picture.alt}”: leave out that it is a picture. A screen reader says so."
        yield Finding("source-picture-says-picture", Severity.WARNING, message, place)
