"""What the command prints, though nobody may be there to read it: the work goes on."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast


class Output:
    """Standard output that can be lost: a full disk, or a reader who has seen enough."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.lost: OSError | None = None

    def write(self, words: str) -> int:
        """Write, as far as anybody can still read it."""
        return self._tried(self._stream.write, words) or 0

    def flush(self) -> None:
        """Hand on what was written."""
        self._tried(self._stream.flush)

    def _tried(self, work: Any, *arguments: str) -> Any:
        if self.lost is None:
            try:
                return work(*arguments)
            except OSError as error:
                self.lost = error
                # What is left in its buffer goes nowhere, too, when the program ends.
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self._stream.fileno())
                os.close(nowhere)
        return None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    @property
    def message(self) -> str:
        """What is to be said of what was lost: nothing, if the reader wanted no more."""
        if self.lost is None or self.lost.errno == errno.EPIPE:
            return ""
        return f"what was to be printed is lost: {self.lost.strerror}. All else was done."


@contextmanager
def ready() -> Iterator[Output]:
    """Make the three streams fit to be written to, and give standard output."""
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows a “?” and not a traceback.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    before, output = sys.stdout, Output(sys.stdout)
    sys.stdout = cast("TextIO", output)
    try:
        yield output
    finally:
        output.flush()
        sys.stdout = before


def _open_closed() -> None:
    """Open what was closed, lest the first file that is opened be taken for a stream."""
    for handle in range(3):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
    if sys.stderr is None:
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
        print("formats: standard output is closed: what is printed there is lost.", file=sys.stderr)
