"""Inlines: what stands in a line of text. The union `Inline` is closed."""

from __future__ import annotations

from dataclasses import dataclass

from formats.model.pictures import Picture
from formats.model.shared import Term


@dataclass(frozen=True, slots=True)
class Text:
    """Words. White space inside is as in the source, line ends folded to one space."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words. Large print shows them in bold: it has no italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeText:
    """Words in a code span: to be shown letter for letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: `target` is an http(s), mailto or tel address, or `#id`."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """Words in another language than those around them (`lang` is BCP 47)."""

    lang: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation of the glossary, found in the text by the view.

    `text` is as it stands; `term` its row of the glossary. The view writes the full
    words beside the first use as ordinary `Text`, so a renderer never has to.
    """

    text: str
    term: Term


@dataclass(frozen=True, slots=True)
class InlinePicture:
    """A picture among words."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The call of a note; `number` counts from 1 in order of first call.

    `label` is what the call says ("note 1"), in an edition.
    """

    number: int
    label: Added | None = None


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end the author asked for."""


@dataclass(frozen=True, slots=True)
class Added:
    """Words that the program itself adds (`formats.wording`), in `language` (BCP 47).

    Only an edition has them. A renderer marks the language where it is not that around.
    """

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an edition. `id` is unique in it, and no heading can have one like it."""

    id: str
    children: tuple[Inline, ...]


Inline = (
    Text
    | Strong
    | Emphasis
    | CodeText
    | Link
    | Language
    | Abbreviation
    | InlinePicture
    | NoteReference
    | LineBreak
    | Added
    | Sentence
)
