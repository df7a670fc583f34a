"""Views: pure functions from the leaflet as read to the edition that one kind of reader needs.

::

    audience       what is meant for other formats goes
    abbreviations  the standard text, its abbreviations marked and given in full once
    easy_read      the easy-read text alone, its hard words explained
    notes          the notes that are still called
    resolving      contact details, sources, labels: nothing left to look up
    apparatus      cover, contents, word list, notes, addresses, colophon; labels
    contents       (of `apparatus`) headings -> their contents
    links          (of `apparatus`) addresses that paper would lose
    sentences      an identifier for each sentence
    languages      words of shared files that are in another language

`text` is the first half, the leaflet in a view: what people check and sign. `edition` makes the
whole publication of it.
"""

from collections.abc import Iterable
from dataclasses import replace

from formats.errors import FormatsError
from formats.model import EasyRead, Leaflet, Note, ViewName
from formats.model.walk import walk
from formats.views.abbreviations import Abbreviations
from formats.views.apparatus import Described, edition
from formats.views.audience import addressed
from formats.views.easy_read import Explainer, only_easy_read, without_easy_read
from formats.views.notes import only_called

__all__ = ["Described", "ViewError", "edition", "text", "why_not"]


class ViewError(FormatsError):
    """The leaflet cannot be had in this view; the message says why."""


def why_not(leaflet: Leaflet, name: ViewName, audience: Iterable[str] = ()) -> str:
    """Return why `leaflet` cannot be had in the view by `audience`, or nothing if it can."""
    return _why_not(addressed(leaflet, frozenset(audience)), name)


def _is_easy(name: ViewName) -> bool:
    return name in ("easy-read", "easy-read-label")


def _why_not(leaflet: Leaflet, name: ViewName) -> str:
    if not _is_easy(name):
        return "" if leaflet.blocks else "it has no text for this format"
    has_ideas = any(isinstance(n, EasyRead) and n.ideas for n in walk(leaflet.blocks))
    return "" if has_ideas else "it has no easy-read text"


def text(leaflet: Leaflet, name: ViewName, audience: Iterable[str] = ()) -> Leaflet:
    """Return the text of `leaflet` in the view called `name`.

    `audience` are the names that `::: only` may call this rendition by: its format and its
    renderer. Raises `ViewError` if there is no such view of it.
    """
    kept = addressed(leaflet, frozenset(audience))
    reason = _why_not(kept, name)
    if reason:
        raise ViewError(f"“{leaflet.slug}” cannot be had as {name}: {reason}.", leaflet.place)
    return only_called(_easy_read(kept) if _is_easy(name) else _standard(kept))


def _standard(leaflet: Leaflet) -> Leaflet:
    marker = Abbreviations(leaflet)
    blocks = marker.marked(without_easy_read(leaflet.blocks))
    notes = tuple(replace(n, blocks=marker.marked(n.blocks)) for n in _plain_notes(leaflet))
    return replace(leaflet, blocks=blocks, notes=notes, view="standard")


def _plain_notes(leaflet: Leaflet) -> tuple[Note, ...]:
    return tuple(replace(n, blocks=without_easy_read(n.blocks)) for n in leaflet.notes)


def _easy_read(leaflet: Leaflet) -> Leaflet:
    explainer = Explainer(leaflet)
    blocks = explainer.explained(only_easy_read(leaflet.blocks))
    easy = replace(leaflet, blocks=blocks, notes=_plain_notes(leaflet), view="easy-read")
    return replace(easy, title=leaflet.easy_title, short_title="") if leaflet.easy_title else easy
