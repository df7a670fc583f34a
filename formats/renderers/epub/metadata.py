"""What the package says of itself. Each statement is true of this very file, or not made."""

from collections.abc import Iterator
from dataclasses import dataclass

from formats import wording
from formats.model import Leaflet
from formats.model.walk import pictures
from formats.renderers.epub import EpubOptions

CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


@dataclass(frozen=True, slots=True)
class Meta:
    """A `meta` element. `refines` and `id` join statements that belong together."""

    name: str
    value: str
    id: str = ""
    refines: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of the element."""
        named = {"property": self.name, "id": self.id, "refines": self.refines}
        return {key: value for key, value in named.items() if value}


def accessibility(leaflet: Leaflet, options: EpubOptions) -> Iterator[Meta]:
    """Yield the metadata of EPUB Accessibility 1.1, section 2."""
    shown = list(pictures(leaflet))
    # The cover is a picture of words that stand in the text, with an alternative.
    yield Meta("schema:accessMode", "textual")
    yield Meta("schema:accessMode", "visual")
    if options.audio:
        yield Meta("schema:accessMode", "auditory")
    yield Meta("schema:accessModeSufficient", "textual")
    features = [
        "tableOfContents",
        "readingOrder",
        "structuralNavigation",
        "displayTransformability",
    ]
    if any(picture.alt for picture in shown):
        features.append("alternativeText")
    if options.audio:
        features.append("synchronizedAudioText")
    for feature in features:
        yield Meta("schema:accessibilityFeature", feature)
    for hazard in ("noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"):
        yield Meta("schema:accessibilityHazard", hazard)
    summary = _summary(leaflet, bool(shown))
    if options.audio:
        summary += " Each sentence is read aloud by a synthetic voice and highlighted."
    yield Meta("schema:accessibilitySummary", summary)
    if options.certified_by:
        yield Meta("dcterms:conformsTo", CONFORMANCE, id="conformance")
        yield Meta("a11y:certifiedBy", options.certified_by, refines="#conformance")


def _summary(leaflet: Leaflet, has_pictures: bool) -> str:
    words = "Headings, lists, tables and quotations are marked up, and the text can be resized."
    if has_pictures:
        words += " Pictures have text alternatives or are marked as decoration."
    if leaflet.view == "easy-read":
        words += f" Easy-read text. {wording.signoff(leaflet.signoff)}."
    return words
