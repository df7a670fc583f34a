"""What the reader of one leaflet carries with it: names to look up, and findings so far."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from formats import wording
from formats.errors import Place
from formats.model import Added
from formats.model.findings import Finding, Severity
from formats.reading.shared import Shared
from formats.text.language import DEFAULT

_MOST_NAMED = 8
_SHOWN = 60  # letters


@dataclass
class Context:
    """One reading of one leaflet.

    `file` is the file as the person named it; `folder` the leaflet's own; `offset` what to
    add to a line of the tree; `names` the names that `::: only` may use; `notes` maps the
    label of a note to its number, in order of first call, and `calls` to the line of that call;
    `lines` are those of the tree's text; `ids` counts the fragments given to headings.
    `anchors` are the names that the source gives to places of its own, with their lines, and
    `jumps` the links within the leaflet, with theirs.
    """

    file: str
    folder: Path
    shared: Shared
    names: Collection[str] = ()
    offset: int = 1
    lines: Sequence[str] = ()
    findings: list[Finding] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    title: str = ""
    language: str = DEFAULT
    anchors: dict[str, int] = field(default_factory=dict)
    jumps: dict[str, int] = field(default_factory=dict)
    _taken: dict[tuple[str, str], dict[str, list[int]]] = field(default_factory=dict)

    def place(self, line: int) -> Place:
        """Return the place of a line of the tree, counted from 0."""
        return Place(self.file, line + self.offset)

    def added(self, key: str) -> Added:
        """Return words of the program's own, in the language of the leaflet."""
        return wording.of(self.language)(key)

    def error(self, code: str, line: int, message: str) -> None:
        """Report an error finding, which stops this leaflet."""
        self._report(code, Severity.ERROR, line, message)

    def warn(self, code: str, line: int, message: str) -> None:
        """Report a warning."""
        self._report(code, Severity.WARNING, line, message)

    def note(self, code: str, line: int, message: str) -> None:
        """Report something that was taken as it can only be meant."""
        self._report(code, Severity.NOTE, line, message)

    def taken(self, code: str, line: int, what: str, how: str) -> None:
        """Keep for one note on all that is alike: `how` it is taken, and `what` was written."""
        shown = " ".join(what.split())
        shown = f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown
        self._taken.setdefault((code, how), {}).setdefault(shown, []).append(line)

    def gathered(self) -> tuple[Finding, ...]:
        """Return all findings in order of their lines, with one note for what is alike."""
        for (code, how), written in self._taken.items():
            named = [f"{what} ({self.on(lines)})" for what, lines in written.items()]
            over = len(named) - _MOST_NAMED
            named = named[:_MOST_NAMED] + ([f"and {over} more"] if over > 0 else [])
            first = min(line for lines in written.values() for line in lines)
            self.note(code, first, f"{how}: {'; '.join(named)}.")
        self._taken.clear()
        return tuple(sorted(self.findings, key=lambda f: f.place.line if f.place else 0))

    def on(self, lines: Sequence[int]) -> str:
        """Return “line 3” or “lines 3, 5” for lines of the tree."""
        numbers = [str(line + self.offset) for line in dict.fromkeys(sorted(lines))]
        if len(numbers) == 1:
            return f"line {numbers[0]}"
        over = len(numbers) - _MOST_NAMED
        more = f" and {over} more" if over > 0 else ""
        return f"lines {', '.join(numbers[:_MOST_NAMED])}{more}"

    def _report(self, code: str, severity: Severity, line: int, message: str) -> None:
        self.findings.append(Finding(code, severity, message, self.place(line)))
