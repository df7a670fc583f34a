"""The documents that an edition is cut into, and which of them each thing stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, groupby

from formats import model
from formats.model.walk import headings, pictures, plain_text, walk
from formats.xhtml import images

NAV_FILE = "nav.xhtml"
_COVER_FILE = "title.xhtml"


@dataclass(frozen=True, slots=True)
class Page:
    """One document. What it shows is `part`: a part of the edition, or a piece of its text."""

    file: str
    title: str
    part: model.Part


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as the e-book holds it, once however often it is shown."""

    file: str
    media_type: str
    data: bytes = field(repr=False)


def pages(edition: model.Edition) -> tuple[Page, ...]:
    """Return the documents of `edition` in reading order, but for its contents."""
    made: list[Page] = []
    for part in edition.parts:
        if part.kind == "text":
            made += _text(edition, part)
        elif part.kind != "contents":
            file = _COVER_FILE if part.kind == "cover" else f"{part.kind}.xhtml"
            made.append(Page(file, plain_text(part.heading), part))
    return tuple(made)


def _text(edition: model.Edition, text: model.Part) -> Iterator[Page]:
    """Yield a document for each section, and for what stands before, or between them."""
    numbers, others = count(1), count(1)
    for is_section, run in groupby(text.blocks, lambda block: isinstance(block, model.Section)):
        if not is_section:
            number = next(others)
            file = "start.xhtml" if number == 1 else f"text-{number:02}.xhtml"
            yield Page(
                file, edition.title, model.Part("text", f"{text.id}.{number}", (), tuple(run))
            )
            continue
        for block in run:
            assert isinstance(block, model.Section)
            part = model.Part("text", "", (), (block,))
            yield Page(f"section-{next(numbers):02}.xhtml", plain_text(block.heading), part)


class Index:
    """Where links lead, and where pictures lie."""

    def __init__(self, edition: model.Edition, made: tuple[Page, ...]) -> None:
        self._files: dict[str, str] = {}
        for page in made:
            for each in (page.part.id, *_ids(page.part.blocks)):
                self._files.setdefault(each, page.file)
        self._images = {p.media.digest: _image(p) for p in pictures(edition.blocks())}

    def address(self, target: str) -> str:
        """Return a link's address: `#id` becomes the file it stands in."""
        file = self._files.get(target[1:], "") if target.startswith("#") else ""
        return file + target

    def source(self, picture: model.Picture) -> str:
        """Return the file that shows `picture`."""
        return self._images[picture.media.digest].file

    def images(self) -> list[Image]:
        """Return the pictures of the e-book, each once."""
        return list({image.file: image for image in self._images.values()}.values())


def _ids(blocks: tuple[model.Block, ...]) -> Iterator[str]:
    yield from (head.id for head in headings(blocks))
    for node in walk(blocks):
        if isinstance(node, model.NoteReference):
            yield f"call.{node.number}"
        elif isinstance(node, model.NoteList):
            yield from (f"note.{note.number}" for note in node.notes)


def _image(picture: model.Picture) -> Image:
    media = images.safe(picture)
    suffix = images.SUFFIXES[media.media_type]
    return Image(f"media/{media.digest[:16]}.{suffix}", media.media_type, media.data)
