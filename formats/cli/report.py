"""Saying what happens while something is built: on a terminal, or in plain lines.

Plain lines are for log files and screen readers: every line is whole, says what it is
about, and is never changed afterwards.
"""

import sys
from typing import TextIO

from formats.building.build import Outcome
from formats.building.plan import Refusal
from formats.model.findings import Finding

_CLEAR_LINE = "\r\x1b[2K"


class Report:
    """Prints what is published to standard output, and everything else to standard error."""

    def __init__(self, *, plain: bool) -> None:
        self.live = not plain and sys.stderr.isatty()
        self.status = ""

    def progress(self, done: int, total: int) -> None:
        """Show how far it is; on a terminal only."""
        if self.live:
            self.status = f"{done} of {total} done …" if done < total else ""
            print(_CLEAR_LINE + self.status, end="", file=sys.stderr, flush=True)

    def finding(self, finding: Finding) -> None:
        """Print what a check says."""
        self._line(str(finding), sys.stderr)

    def refusal(self, refusal: Refusal) -> None:
        """Print why something is not made."""
        what = f"{refusal.slug}, {refusal.format}" if refusal.format else refusal.slug
        kind = "error: " if refusal.wanted else "not made: "
        self._line(f"{what}: {kind}{refusal.reason}", sys.stderr)

    def outcome(self, outcome: Outcome) -> None:
        """Print what became of one rendition."""
        for finding in outcome.findings:
            self.finding(finding)
        name = f"{outcome.job.edition.slug}, {outcome.job.format.name}"
        if not outcome.published:
            self._line(f"{name}: error: {outcome.reason}", sys.stderr)
            return
        size = f"{max(1, round(outcome.size / 1000)):,} kB"
        self._line(f"{outcome.path}  ({size}, {outcome.seconds:.1f} s)", sys.stdout)

    def _line(self, words: str, stream: TextIO) -> None:
        if self.live and self.status:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)
        print(words, file=stream, flush=True)
        if self.live and self.status:
            print(self.status, end="", file=sys.stderr, flush=True)
