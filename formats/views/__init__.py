"""Views: pure functions from the leaflet as read to the leaflet as one kind of reader needs it.

`standard` keeps the standard text, its abbreviations marked and given in full once;
`easy-read` only the easy-read text, its hard words explained. Both leave out what is meant
for other formats, and the notes that nothing calls any more.
"""

from collections.abc import Iterable
from dataclasses import replace

from formats.errors import FormatsError
from formats.model import EasyRead, Leaflet
from formats.names import VIEWS, ViewName
from formats.views.abbreviations import Abbreviations
from formats.views.audience import addressed
from formats.views.easy_read import Explainer, only_easy_read, without_easy_read
from formats.views.notes import only_called
from formats.walk import walk

NAMES = VIEWS


class ViewError(FormatsError):
    """The leaflet cannot be had in this view; the message says why."""


def why_not(leaflet: Leaflet, name: ViewName) -> str:
    """Return why `leaflet` cannot be had in the view, or nothing if it can."""
    if name == "easy-read" and not any(isinstance(n, EasyRead) for n in walk(leaflet.blocks)):
        return "it has no easy-read text"
    return ""


def view(leaflet: Leaflet, name: ViewName, audience: Iterable[str] = ()) -> Leaflet:
    """Return `leaflet` in the view called `name`.

    `audience` are the names that `::: only` may call this rendition by: its format and its
    renderer. Raises `ViewError` if there is no such view of it.
    """
    reason = why_not(leaflet, name)
    if reason:
        raise ViewError(f"“{leaflet.slug}” cannot be had as {name}: {reason}.", leaflet.place)
    kept = addressed(leaflet, frozenset(audience))
    return only_called(_easy_read(kept) if name == "easy-read" else _standard(kept))


def _standard(leaflet: Leaflet) -> Leaflet:
    marker = Abbreviations(leaflet)
    blocks = marker.marked(without_easy_read(leaflet.blocks))
    notes = tuple(
        replace(n, blocks=marker.marked(without_easy_read(n.blocks))) for n in leaflet.notes
    )
    return replace(leaflet, blocks=blocks, notes=notes, view="standard")


def _easy_read(leaflet: Leaflet) -> Leaflet:
    explainer = Explainer(leaflet)
    blocks = explainer.explained(only_easy_read(leaflet.blocks))
    return replace(leaflet, blocks=(*blocks, *explainer.word_list()), view="easy-read")
