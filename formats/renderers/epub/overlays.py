"""Media overlays: which clip says which words (EPUB 3.3, 9)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import splitext

from lxml import etree

from formats.renderers.epub.metadata import Meta
from formats.renderers.epub.narration import Clip, Track
from formats.xhtml.markup import OPS

_SMIL = "http://www.w3.org/ns/SMIL"
MEDIA_TYPE = "application/smil+xml"


@dataclass(frozen=True, slots=True)
class Overlay:
    """The overlay of one document: its own file, and how many seconds it plays."""

    document: str
    file: str
    data: bytes
    seconds: float


def places(documents: Mapping[str, bytes]) -> dict[str, str]:
    """Return the file of each identifier in `documents`."""
    return {
        str(node.get("id")): file
        for file, data in documents.items()
        for node in etree.fromstring(data).iter()
        if node.get("id")
    }


def overlays(tracks: Iterable[Track], places: Mapping[str, str]) -> list[Overlay]:
    """Return an overlay for each document that any clip of `tracks` says words of."""
    clips: dict[str, list[tuple[str, Clip]]] = {}
    for track in tracks:
        for clip in track.clips:
            clips.setdefault(places[clip.sentence], []).append((track.file, clip))
    return [_overlay(document, found) for document, found in clips.items()]


def _overlay(document: str, clips: list[tuple[str, Clip]]) -> Overlay:
    root = etree.Element(f"{{{_SMIL}}}smil", nsmap={None: _SMIL, "epub": OPS}, version="3.0")  # type: ignore[dict-item]
    body = etree.SubElement(root, f"{{{_SMIL}}}body")
    seconds = 0.0
    for number, (file, clip) in enumerate(clips, 1):
        pair = etree.SubElement(body, f"{{{_SMIL}}}par", id=f"par-{number}")
        etree.SubElement(pair, f"{{{_SMIL}}}text", src=f"{document}#{clip.sentence}")
        begin, end = round(clip.begin, 3), round(clip.end, 3)
        times = {"clipBegin": f"{begin:.3f}s", "clipEnd": f"{end:.3f}s"}
        etree.SubElement(pair, f"{{{_SMIL}}}audio", {"src": file, **times})
        seconds += end - begin
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return Overlay(document, f"{splitext(document)[0]}.smil", data, seconds)


def metadata(made: list[Overlay], identifier: dict[str, str]) -> Iterator[Meta]:
    """Yield the durations, and the class that marks what is being said.

    `identifier` are those of the overlays' files in the package.
    """
    for overlay in made:
        refines = f"#{identifier[overlay.file]}"
        yield Meta("media:duration", f"{overlay.seconds:.3f}s", refines=refines)
    total = sum(round(overlay.seconds, 3) for overlay in made)
    yield Meta("media:duration", f"{total:.3f}s")
    yield Meta("media:active-class", "-epub-media-overlay-active")
    yield Meta("media:playback-active-class", "-epub-media-overlay-playing")
