"""The contents and the landmarks of the e-book."""

from collections.abc import Iterable, Iterator

from formats import wording
from formats.model import Block, Leaflet, Section, Step, Steps
from formats.model.walk import plain_text
from formats.renderers.epub.documents import Document
from formats.renderers.epub.markup import Element, document, element

NAV_FILE = "nav.xhtml"
COVER_FILE = "cover.xhtml"


def navigation(leaflet: Leaflet, documents: Iterable[Document]) -> bytes:
    """Return the navigation document (EPUB 3.3, 7)."""
    made = list(documents)
    contents = element(
        "nav",
        [element("h1", [wording.CONTENTS], id="contents"), element("ol", _entries(made))],
        epub_type="toc", role="doc-toc", id="toc", aria_labelledby="contents",
    )  # fmt: skip
    landmarks = element(
        "nav",
        [element("h2", ["Landmarks"], id="landmarks"), element("ol", _landmarks(made))],
        epub_type="landmarks", aria_labelledby="landmarks", hidden="hidden",
    )  # fmt: skip
    return document(
        wording.CONTENTS, leaflet.language, [contents, landmarks], epub_type="frontmatter"
    )


def _entries(documents: Iterable[Document]) -> Iterator[Element]:
    for made in documents:
        inside = _sub_entries(made.section.blocks, made.file) if made.section else []
        yield _entry(made.file, made.title, inside)


def _sub_entries(blocks: Iterable[Block], file: str) -> list[Element]:
    return [
        _entry(f"{file}#{part.id}", title(part), _sub_entries(part.blocks, file))
        for part in headed(blocks)
    ]


def headed(blocks: Iterable[Block]) -> Iterator[Section | Step]:
    """Yield the sections and steps that stand directly in `blocks`."""
    for block in blocks:
        if isinstance(block, Section):
            yield block
        elif isinstance(block, Steps):
            yield from headed(block.blocks)
            yield from block.steps


def title(part: Section | Step) -> str:
    """Return the words of a heading, a step's number with it."""
    label = f"{wording.step_label(part)}: " if isinstance(part, Step) else ""
    return label + plain_text(part.heading)


def _entry(href: str, words: str, inside: list[Element]) -> Element:
    children = [element("a", [words], href=href)]
    children += [element("ol", inside)] if inside else []
    return element("li", children)


def _landmarks(documents: list[Document]) -> Iterator[Element]:
    yield _landmark("cover", COVER_FILE, "Cover")
    yield _landmark("toc", f"{NAV_FILE}#toc", wording.CONTENTS)
    seen: set[str] = set()
    for made in documents:
        if made.kind not in seen:
            seen.add(made.kind)
            words = "Start of the text" if made.kind == "bodymatter" else made.title
            yield _landmark(made.kind, made.file, words)


def _landmark(kind: str, href: str, words: str) -> Element:
    return element("li", [element("a", [words], href=href, epub_type=kind)])
