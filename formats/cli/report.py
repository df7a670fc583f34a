"""Saying what happens while something is built: on a terminal, or in plain lines.

Plain lines are for log files and screen readers: every line is whole, says what it is
about, and is never changed afterwards.
"""

import sys
import time
from collections import Counter
from typing import TextIO

from formats.building.build import Event, Notice
from formats.building.plan import Plan, Refusal
from formats.building.publication import Outcome
from formats.model.findings import Finding

_ENOUGH = 4  # files that are done, before it is said how long the rest may take
_MINUTE = 60  # seconds
_CLEAR_LINE = "\r\x1b[2K"


class Report:
    """Prints what is published to standard output, and everything else to standard error.

    `explain` has it say of each file why it is made anew, or that it holds.
    """

    def __init__(self, *, plain: bool, explain: bool = False) -> None:
        self.live = not plain and sys.stderr.isatty()
        self.explain = explain
        self.status = ""
        self.planned = 0
        self.start = time.monotonic()
        self.counts: Counter[str] = Counter()

    @property
    def failed(self) -> bool:
        """Whether something that was wanted could not be made."""
        return bool(self.counts["failed"])

    @property
    def changed(self) -> bool:
        """Whether there is a file that is other than before, or there no more."""
        return bool(self.counts["made"] or self.counts["restored"] or self.counts["deleted"])

    def waiting(self) -> None:
        """Say that another build holds the output folder."""
        self._line("Another build of this output folder is running. Waiting for it …", sys.stderr)

    def event(self, event: Event) -> None:
        """Print what became known."""
        match event:
            case Plan():
                self._plan(event)
            case Notice():
                self.counts[event.kind] += 1
                self._line(event.message, sys.stderr)
            case Outcome():
                self.outcome(event)
        self._progress()

    def summary(self) -> None:
        """Say how many files held, and which were only put back."""
        counts = self.counts
        if counts["current"]:
            held = f"{counts['current']} of {counts['current'] + self._done()} files held"
            self._line(f"{held}, {counts['restored']} came from the store.", sys.stderr)

    def _done(self) -> int:
        return sum(self.counts[how] for how in ("made", "restored", "failed"))

    def _plan(self, plan: Plan) -> None:
        self.planned += len(plan.jobs)
        for finding in plan.findings:
            self.finding(finding)
        for refusal in plan.refusals:
            self.refusal(refusal)

    def _progress(self) -> None:
        """Show how far it is; on a terminal only."""
        if self.live:
            done = self._done() + self.counts["current"]
            going_on = done < self.planned
            self.status = f"{done} of {self.planned} done{self._left(done)} …" if going_on else ""
            print(_CLEAR_LINE + self.status, end="", file=sys.stderr, flush=True)

    def _left(self, done: int) -> str:
        """Return about how long what is planned will take, once there is something to go by."""
        if done < _ENOUGH:
            return ""
        seconds = (time.monotonic() - self.start) / done * (self.planned - done)
        return (
            f", about {seconds:.0f} s left"
            if seconds < _MINUTE
            else (f", about {seconds / _MINUTE:.0f} min left")
        )

    def finding(self, finding: Finding) -> None:
        """Print what a check says."""
        self._line(str(finding), sys.stderr)

    def refusal(self, refusal: Refusal) -> None:
        """Print why something is not made."""
        what = f"{refusal.slug}, {refusal.format}" if refusal.format else refusal.slug
        kind = "error: " if refusal.wanted else "not made: "
        self.counts["failed"] += refusal.wanted
        self._line(f"{what}: {kind}{refusal.reason}", sys.stderr)

    def outcome(self, outcome: Outcome) -> None:
        """Print what became of one rendition."""
        self.counts[outcome.how] += 1
        for finding in outcome.findings:
            self.finding(finding)
        name = f"{outcome.job.edition.slug}, {outcome.job.format.name}"
        if self.explain:
            self._line(f"{name}: {outcome.why or 'holds'}", sys.stderr)
        if not outcome.published:
            self._line(f"{name}: error: {outcome.reason}", sys.stderr)
        elif outcome.how != "current":
            size = f"{max(1, round(outcome.size / 1000)):,} kB"
            how = f"{outcome.seconds:.1f} s" if outcome.how == "made" else "from the store"
            self._line(f"{outcome.path}  ({size}, {how})", sys.stdout)

    def _line(self, words: str, stream: TextIO) -> None:
        if self.live and self.status:
            print(_CLEAR_LINE, end="", file=sys.stderr, flush=True)
        print(words, file=stream, flush=True)
        if self.live and self.status:
            print(self.status, end="", file=sys.stderr, flush=True)
