"""What an edition says of itself, that is no passage of its text."""

from collections.abc import Iterator

from formats import model
from formats.comparing.changes import Change, Grade, Part, Reason
from formats.text import language

_NAMES = ("edition", "language", "review", "identifier")


def changes(before: model.Leaflet, after: model.Leaflet) -> Iterator[Change]:
    """Yield the properties that are others."""
    for name in _NAMES:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            shown = old or "none", new or "none"
            says = f"{name}: “{shown[0]}” is now “{shown[1]}”"
            reason = Reason(_grade(name, old, new), "property", says, old, new)
            yield Change(
                "changed", name, Part(), (), old, new, (reason,), "", before.place, after.place
            )


def _grade(name: str, old: str, new: str) -> Grade:
    """Return the grade: another language is heard all through, an edition is read once."""
    if name == "language":
        return Grade.WORDING if language.same(old, new) else Grade.MEANING
    return Grade.WORDING if name == "edition" else Grade.LAYOUT
