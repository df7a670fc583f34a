"""What the package says of itself. Each statement is true of this very file, or not made."""

from collections.abc import Iterator
from dataclasses import dataclass

from formats import wording
from formats.model import Edition
from formats.model.walk import pictures
from formats.renderers.epub import EpubOptions
from formats.xhtml.markup import XML

CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


@dataclass(frozen=True, slots=True)
class Meta:
    """A `meta` element. `refines` and `id` join statements that belong together.

    `language` is that of its words (BCP 47).
    """

    name: str
    value: str
    id: str = ""
    refines: str = ""
    language: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of the element."""
        named = {
            "property": self.name, "id": self.id, "refines": self.refines,
            f"{{{XML}}}lang": self.language,
        }  # fmt: skip
        return {key: value for key, value in named.items() if value}


def accessibility(edition: Edition, options: EpubOptions) -> Iterator[Meta]:
    """Yield the metadata of EPUB Accessibility 1.1, section 2."""
    shown = list(pictures(edition.blocks()))
    # The cover is a picture of words that stand in the text, with an alternative.
    modes = ["textual", "visual", *(["auditory"] if options.audio else [])]
    yield from (Meta("schema:accessMode", mode) for mode in modes)
    yield Meta("schema:accessModeSufficient", "textual")
    features = [
        "tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability",
        *(["alternativeText"] if any(picture.alt for picture in shown) else []),
        *(["synchronizedAudioText"] if options.audio else []),
    ]  # fmt: skip
    yield from (Meta("schema:accessibilityFeature", feature) for feature in features)
    for hazard in ("noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"):
        yield Meta("schema:accessibilityHazard", hazard)
    yield _summary(edition, bool(shown), options.audio)
    if options.certified_by:
        yield Meta("dcterms:conformsTo", CONFORMANCE, id="conformance")
        yield Meta("a11y:certifiedBy", options.certified_by, refines="#conformance")


def _summary(edition: Edition, has_pictures: bool, speaks: bool) -> Meta:
    words = wording.of(edition.language)
    said = [words("marked-text")]
    said += [words("marked-pictures")] if has_pictures else []
    described = [f"{each.text}." for each in (edition.kind, edition.status) if each]
    said += [words("book-speaks")] if speaks else []
    text = " ".join([*(each.text for each in said), *described])
    return Meta("schema:accessibilitySummary", text, language=said[0].language)
