"""Who has checked a view of a leaflet, and whether what they saw still stands.

::

    record  `signoffs.toml` beside `leaflet.md`: reading it, adding to it, where a sign-off stands
    seen    what people see of a viewed leaflet, and what has changed since

The file holds one `[[signoff]]` for each time that people checked a view: by which group (a role,
never a name), on which day, the SHA-256 of what they saw, and what they saw itself, piece by
piece. When the words or pictures change, the sign-off lapses, and it can be said what has changed.
Nothing is ever deleted from the file: where words that were signed come back, it holds again.
"""

from formats.signoffs.record import FILE, Entry, of, read, sign, state
from formats.signoffs.seen import Change, Seen, changes, digest, seen

__all__ = [
    "FILE", "Change", "Entry", "Seen", "changes", "digest", "of", "read", "seen", "sign",
    "state",
]  # fmt: skip
