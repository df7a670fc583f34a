"""What people see of a viewed leaflet, piece by piece, and what changes between two of it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from formats import model
from formats.model.walk import parts, plain_text, walk


@dataclass(frozen=True, slots=True)
class Seen:
    """One piece of what people saw: words, and the picture beside them (its SHA-256 and words)."""

    words: str = ""
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A piece that was signed (`before`) and what stands there now (`after`); None is nothing."""

    before: Seen | None
    after: Seen | None

    def __str__(self) -> str:
        if self.before is None and self.after:
            return f"New: “{self.after.words or self.after.alt}”"
        if self.after is None and self.before:
            return f"Gone: “{self.before.words or self.before.alt}”"
        before, after = self.before or Seen(), self.after or Seen()
        if before.words != after.words:
            return f"“{before.words}” is now “{after.words}”"
        if before.picture != after.picture:
            return f"Another picture beside “{after.words or after.alt}”"
        return f"The picture beside “{after.words}” was “{before.alt}” and is now “{after.alt}”"


def seen(leaflet: model.Leaflet) -> tuple[Seen, ...]:
    """Return what people see of a viewed leaflet: its words and pictures, in order."""
    titles = (Seen(folded(words)) for words in (leaflet.title, leaflet.subtitle) if words)
    notes = (block for note in leaflet.notes for block in note.blocks)
    return (*titles, *_seen((*leaflet.blocks, *notes)))


def digest(pieces: Iterable[Seen]) -> str:
    """Return the SHA-256, in hex, of the words, pictures and their words in `pieces`."""
    # JSON, so that anybody can compute it again without this program.
    text = json.dumps([[s.words, s.picture, s.alt] for s in pieces], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def changes(old: Sequence[Seen], new: Sequence[Seen]) -> tuple[Change, ...]:
    """Return what is different between two sequences of pieces, in order."""
    found: list[Change] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _paired(old[i:j], new[k:m])
    return tuple(found)


def _seen(blocks: Iterable[model.Block]) -> Iterator[Seen]:
    for block in blocks:
        match block:
            case model.Idea():
                yield _piece(plain_text(block.children), block.picture)
                yield from map(_explained, block.explained)
            case model.Figure():
                yield _piece(plain_text(block.caption), block.picture)
            case model.Preformatted():
                yield _piece(block.text)
            case model.Steps():
                yield from _seen(block.blocks)
                for step in block.steps:
                    yield from _run(step.heading)
                    yield from _seen(step.blocks)
            case _:
                for part in parts(block):
                    yield from _run(tuple(n for n in part if isinstance(n, model.Inline)))
                    yield from _seen(n for n in part if not isinstance(n, model.Inline))
                yield from _own(block)


def _explained(definition: model.Definition) -> Seen:
    words = filter(None, (plain_text(definition.term), plain_text(definition.meaning)))
    return _piece(": ".join(words))


def _run(inlines: tuple[model.Inline, ...]) -> Iterator[Seen]:
    words = _piece(plain_text(inlines))
    if words.words:
        yield words
    for node in walk(inlines):
        if isinstance(node, model.InlinePicture):
            yield _piece("", node.picture)


def _own(block: model.Block) -> Iterator[Seen]:
    if isinstance(block, model.Quotation) and block.citation:
        yield _piece(f"{block.citation.authority.title} {block.citation.locator}")
    if isinstance(block, model.Contact):
        for entry in block.organisation.contacts:
            yield _piece(" ".join((entry.label, *entry.value, entry.note)), entry.picture)


def _piece(words: str, picture: model.Picture | None = None) -> Seen:
    if picture is None:
        return Seen(folded(words))
    return Seen(folded(words), picture.media.digest, folded(picture.alt))


def folded(words: str) -> str:
    """Return `words` with each run of white space made one space."""
    return " ".join(words.split())


def _paired(old: Sequence[Seen], new: Sequence[Seen]) -> Iterator[Change]:
    """Yield the changes between two runs that share no piece, like beside like."""
    if len(old) == len(new):
        yield from map(Change, old, new)
        return
    yield from (Change(piece, None) for piece in old)
    yield from (Change(None, piece) for piece in new)
