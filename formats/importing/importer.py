"""A document of any kind -> what is to be written for it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from formats.errors import Place, SourceError, UsageError
from formats.importing import docx, html, markdown, md, odt, structure, text
from formats.importing.draft import Draft, Image, LeftOut, paragraphs
from formats.importing.package import MAX_FILE
from formats.model.findings import Finding


@dataclass(frozen=True)
class Imported:
    """A document as a leaflet: its Markdown, its pictures by file name, and what was left out.

    `original` has all words of the document; `findings` name lines of the Markdown; `missing`
    is what is said of pictures that could not be had.
    """

    markdown: str
    pictures: dict[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    original: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kind:
    read: Callable[[bytes, str], Draft]
    words: Callable[[bytes, str], str]


_KINDS = {
    ".docx": _Kind(docx.read, docx.words),
    ".docm": _Kind(docx.read, docx.words),
    ".odt": _Kind(odt.read, odt.words),
    ".html": _Kind(html.read, html.words),
    ".htm": _Kind(html.read, html.words),
    ".txt": _Kind(text.read, text.words),
}
SUFFIXES = (*_KINDS, ".md")
_OLD = (".doc", ".rtf", ".pages", ".wps")


def data_of(path: Path) -> bytes:
    """Return the bytes of a document. Raises `UsageError` if it is none that can be imported."""
    suffix = path.suffix.lower()
    if suffix in _OLD:
        raise UsageError(f"{path} is of an old kind. Open it and save it as .docx or .odt.")
    if suffix == ".pdf":
        raise UsageError(f"{path} is a PDF, which has lost its structure. Ask for the Word file.")
    if suffix not in SUFFIXES:
        raise UsageError(f"{path} is of no kind that can be imported: {', '.join(SUFFIXES)}.")
    if not path.is_file():
        raise UsageError(f"There is no file {path}.")
    try:
        if path.stat().st_size > MAX_FILE:
            message = f"The file is larger than {MAX_FILE // 10**6} MB. Make its pictures smaller."
            raise SourceError(message, Place(str(path)))
        return path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        raise SourceError(message, Place(str(path))) from None


def imported(data: bytes, path: Path, leaflet: Path) -> Imported:
    """Return the leaflet of a document. Findings name `leaflet`. Raises `SourceError`."""
    file = str(path)
    if path.suffix.lower() == ".md":
        words, beside = md.read(data, file)
        return Imported(words, beside)
    kind = _KINDS[path.suffix.lower()]
    draft = kind.read(data, file)
    structure.structured(draft)
    draft.title = draft.title or _title(path)
    written = markdown.write(draft, str(leaflet))
    return Imported(
        written.text, _pictures(draft), written.findings, tuple(draft.left_out),
        kind.words(data, file), tuple(i.alt for i in _images(draft) if i.alt and not i.data),
    )  # fmt: skip


def _title(path: Path) -> str:
    words = " ".join(PurePosixPath(path.name).stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


def _pictures(draft: Draft) -> dict[str, bytes]:
    return {image.name: image.data for image in _images(draft) if image.data}


def _images(draft: Draft) -> list[Image]:
    blocks = [*draft.blocks, *(block for note in draft.notes.values() for block in note)]
    spans = (span for paragraph in paragraphs(blocks) for span in paragraph.spans)
    return [span for span in spans if isinstance(span, Image)]
