"""Is every word of a leaflet in a rendition, in order? The checks' own answer, for tests."""

from formats.checks.words import missing, tokens

__all__ = ["missing", "tokens"]
