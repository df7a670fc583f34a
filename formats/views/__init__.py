"""Views: pure functions from the leaflet as read to the leaflet as one kind of reader needs it.

`standard` keeps the standard text, its abbreviations marked and given in full once;
`easy-read` only the easy-read text, its hard words explained. Both leave out what is meant
for other formats, and the notes that nothing calls any more.
"""

from collections.abc import Iterable
from dataclasses import replace

from formats.errors import FormatsError
from formats.model import EasyRead, Leaflet, Note
from formats.names import VIEWS, ViewName
from formats.views.abbreviations import Abbreviations
from formats.views.audience import addressed
from formats.views.easy_read import Explainer, only_easy_read, without_easy_read
from formats.views.notes import only_called
from formats.walk import walk

NAMES = VIEWS


class ViewError(FormatsError):
    """The leaflet cannot be had in this view; the message says why."""


def why_not(leaflet: Leaflet, name: ViewName, audience: Iterable[str] = ()) -> str:
    """Return why `leaflet` cannot be had in the view by `audience`, or nothing if it can."""
    return _why_not(addressed(leaflet, frozenset(audience)), name)


def _why_not(leaflet: Leaflet, name: ViewName) -> str:
    if name == "standard":
        return "" if leaflet.blocks else "it has no text for this format"
    has_ideas = any(isinstance(n, EasyRead) and n.ideas for n in walk(leaflet.blocks))
    return "" if has_ideas else "it has no easy-read text"


def view(leaflet: Leaflet, name: ViewName, audience: Iterable[str] = ()) -> Leaflet:
    """Return `leaflet` in the view called `name`.

    `audience` are the names that `::: only` may call this rendition by: its format and its
    renderer. Raises `ViewError` if there is no such view of it.
    """
    kept = addressed(leaflet, frozenset(audience))
    reason = _why_not(kept, name)
    if reason:
        raise ViewError(f"“{leaflet.slug}” cannot be had as {name}: {reason}.", leaflet.place)
    return only_called(_easy_read(kept) if name == "easy-read" else _standard(kept))


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
    whole = (*blocks, *explainer.word_list())
    return replace(leaflet, blocks=whole, notes=_plain_notes(leaflet), view="easy-read")
