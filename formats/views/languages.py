"""Marking words of shared files that are in another language than the leaflet."""

from formats.model import Language, Text
from formats.model.walk import Inlines
from formats.text import language


def in_language(words: str, own: str, around: str) -> Inlines:
    """Return `words`, marked as in the language `own` where that is not the one `around` them.

    An empty `own` is that around; no words are no inlines.
    """
    return marked((Text(words),) if words else (), own, around)


def marked(inlines: Inlines, own: str, around: str) -> Inlines:
    """Return `inlines`, marked as `in_language` marks words."""
    if not inlines or not own or language.same(own, around):
        return inlines
    return (Language(own, inlines),)
