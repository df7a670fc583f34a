"""What there is to say of a leaflet: its title and edition, the formats it can have, its sign-off.

It is kept in the manifest, so that a list of leaflets that did not change need not read them.
"""

from typing import Any

from formats import wording
from formats.building.edition import Opened
from formats.reading.catalogue import Catalogue
from formats.storage import opening


def summary(opened: Opened, formats: Catalogue) -> dict[str, Any]:
    """Return what there is to say of a leaflet as plain data. Raises `FormatsError`."""
    why = _why_not(opened, formats)
    return {
        "name": opened.entry.slug,
        "file": opening.printable(opened.entry.path),
        "title": opened.leaflet.title,
        "edition": opened.leaflet.edition,
        "language": opened.leaflet.language,
        "signoffs": _signoffs(opened, formats),
        "formats": [name for name, reason in why.items() if not reason],
        "not": {name: reason for name, reason in why.items() if reason},
    }


def _why_not(opened: Opened, formats: Catalogue) -> dict[str, str]:
    chosen = opened.front_matter.formats or tuple(formats)
    return {
        name: opened.why_not(formats[name]) if name in chosen else "the leaflet does not ask for it"
        for name in formats
    }


def _signoffs(opened: Opened, formats: Catalogue) -> dict[str, Any]:
    """Return where the sign-off of the easy-read view stands, if there is that view."""
    if "easy-read" not in formats or opened.why_not(formats["easy-read"]):
        return {}
    state = opened.signoff(opened.checked_text("easy-read", formats))
    says = wording.of(wording.ENGLISH).signoff(state).text
    return {"easy-read": {"state": state.state, "says": says, "changed": list(state.changed)}}
