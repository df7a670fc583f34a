"""What can go wrong in ways a person can mend, and the exit code each way has.

Every message says what happened, where, and what to do next. Anything that is not a
`FormatsError` is a fault in the program and keeps its traceback.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of the command `formats`, all of them."""

    OK = 0
    """Everything asked for was made and verified."""
    FAILED = 1
    """Something could not be built, or has error findings."""
    USAGE = 2
    """The command was used wrongly: an unknown option, leaflet or format."""
    CHANGED = 3
    """All is well, and something changed or was made: for `--exit-changed` only."""
    INTERNAL = 70
    """A fault in the program itself (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    """Stopped from the keyboard."""
    HUNG_UP = 129
    """Stopped because the terminal closed (SIGHUP)."""
    TERMINATED = 143
    """Stopped by the system, or by whoever runs it (SIGTERM)."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a source: a file as the person named it, and a line from 1."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class FormatsError(Exception):
    """Base of every error that a person can mend. `place` is where, if it is known."""

    exit_code = ExitCode.FAILED

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message, place)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place and self.place.file else self.message


class SourceError(FormatsError):
    """A source that cannot be read as a leaflet or as one of the files leaflets share."""


class RenderError(FormatsError):
    """A renderer cannot give this leaflet in this format without harm, and says why."""


class RenditionError(FormatsError):
    """A finished rendition did not pass its checks, so the old one stands."""


class UsageError(FormatsError):
    """The person asked for something that does not exist or cannot be."""

    exit_code = ExitCode.USAGE


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a sentence that suggests the nearest of `known`, or lists them all.

    >>> nearest("font-sise", ["font-size", "paper"])
    'Did you mean “font-size”?'
    """
    import difflib

    names = sorted(known)
    match = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if match:
        return f"Did you mean “{match[0]}”?"
    return f"Use one of: {', '.join(names)}." if names else "There are none to choose from."
