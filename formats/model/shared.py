"""What leaflets share: terms, works that are quoted, who publishes and how to reach them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from formats.model.pictures import Picture


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the glossary: an abbreviation, or a hard word.

    `key` is as written in the text ("SENCO", "SEN support"); `full` the words an
    abbreviation stands for; `easy` a whole sentence in easy words; `say` how a voice is
    given it, `sounds` the same in the International Phonetic Alphabet; `variants` other
    spellings that a check reports. `language` is that of the words in the glossary (BCP 47;
    empty: that of the leaflet).
    """

    key: str
    full: str = ""
    easy: str = ""
    say: str = ""
    variants: tuple[str, ...] = ()
    language: str = ""
    sounds: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """A work that leaflets quote. `locator` is the word before a place in it ("paragraph").

    `language` is that of its title and locator (BCP 47; empty: that of the leaflet).
    """

    key: str
    title: str
    edition: str = ""
    url: str = ""
    superseded: str = ""
    locator: str = "paragraph"
    language: str = ""


ContactKind = Literal["phone", "email", "web", "post", "social"]


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One way to reach the organisation. `value` has one item but for a postal address.

    `picture` is the house picture of that name, if `pictures.toml` has one.
    """

    key: str
    kind: ContactKind
    label: str
    value: tuple[str, ...]
    note: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who publishes, how to reach them, and their offer of other formats.

    `offer` is the sentence of the offer; `ask` the key of the contact to ask; `language` that
    of all these words (BCP 47; empty: that of the leaflet); `voices` those of the house, as pairs
    of a language ("english", or a BCP 47 tag) and the name of its voice; `logo` shows the name,
    and has it as its text alternative.
    """

    name: str
    strapline: str = ""
    about: str = ""
    contacts: tuple[ContactEntry, ...] = ()
    offer: str = ""
    ask: str = ""
    language: str = ""
    voices: tuple[tuple[str, str], ...] = ()
    logo: Picture | None = None
