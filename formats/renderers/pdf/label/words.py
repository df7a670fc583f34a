"""A viewed leaflet -> what each label says."""

from dataclasses import dataclass, replace

from formats import wording
from formats.model import Inline, Language, Leaflet, Paragraph, Text


@dataclass(frozen=True, slots=True)
class Label:
    """A label of at most `width` by `height` mm. The first of its paragraphs is the title."""

    name: str
    width: float
    height: float
    paragraphs: tuple[Paragraph, ...]


def labels(leaflet: Leaflet) -> tuple[Label, Label]:
    """Return the labels of the recording of `leaflet`, the larger one first."""
    title = _paragraph(Text(leaflet.title))
    edition, asked = (
        _added(wording.edition_line(leaflet)),
        _given(wording.ask(leaflet.organisation)),
    )
    publisher = _given(leaflet.organisation.name)
    checked = _added(wording.signoff(leaflet.signoff) if leaflet.view == "easy-read" else "")
    kind = _added(wording.spoken_audio(leaflet))
    return (
        # A CD's case takes 120 mm each way; a card of 85 by 55 mm hangs from a memory stick.
        Label("CD case", 120, 120, (title, *kind, *publisher, *edition, *asked, *checked)),
        Label("memory stick", 85, 55, (title, *kind, *edition, *asked)),
    )


def part(leaflet: Leaflet) -> Leaflet:
    """Return a leaflet that has the words of all labels and no others."""
    [first, *others] = (label.paragraphs for label in labels(leaflet))
    blocks = (*first[1:], *(paragraph for label in others for paragraph in label))
    return replace(leaflet, blocks=blocks, notes=(), glossary=())


def _given(words: str) -> tuple[Paragraph, ...]:
    return (_paragraph(Text(words)),) if words else ()


def _added(words: str) -> tuple[Paragraph, ...]:
    """Return words of the program's own, which are English in every leaflet."""
    return (_paragraph(Language(wording.LANGUAGE, (Text(words),))),) if words else ()


def _paragraph(inline: Inline) -> Paragraph:
    return Paragraph((inline,))
