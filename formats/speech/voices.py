"""Which voice says what: the choices a person makes, and the voice for each language."""

from dataclasses import dataclass, replace

ENGLISH = "en-gb-x-rp"
"""Received Pronunciation: of espeak-ng's English voices the one best understood."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice by its espeak-ng name or language, words a minute, and pitch (0 to 100)."""

    name: str = ENGLISH
    rate: int = 155
    pitch: int = 50

    def speaking(self, language: str, leaflet_language: str) -> "Voice":
        """Return the voice for words in `language`, a BCP 47 tag.

        The voice chosen speaks the leaflet's own language, others speak theirs.
        """
        if _base(language) == _base(leaflet_language):
            return self
        return replace(self, name=ENGLISH if _base(language) == "en" else _base(language))


def _base(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()


def default_name(language: str) -> str:
    """Return the name of the voice for a leaflet in `language`."""
    return ENGLISH if _base(language) == "en" else _base(language)
