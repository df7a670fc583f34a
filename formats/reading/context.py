"""What the reader of one leaflet carries with it: names to look up, and findings so far."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from formats.errors import Place
from formats.model.findings import Finding, Severity
from formats.reading.shared import Shared


@dataclass
class Context:
    """One reading of one leaflet.

    `file` is the file as the person named it; `folder` the leaflet's own; `offset` what to
    add to a line of the tree; `names` the names that `::: only` may use; `notes` maps the
    label of a note to its number, in order of first call, and `calls` to the line of that call;
    `lines` are those of the tree's text; `ids` counts the fragments given to headings.
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

    def place(self, line: int) -> Place:
        """Return the place of a line of the tree, counted from 0."""
        return Place(self.file, line + self.offset)

    def error(self, code: str, line: int, message: str) -> None:
        """Report an error finding, which stops this leaflet."""
        self._report(code, Severity.ERROR, line, message)

    def warn(self, code: str, line: int, message: str) -> None:
        """Report a warning."""
        self._report(code, Severity.WARNING, line, message)

    def _report(self, code: str, severity: Severity, line: int, message: str) -> None:
        self.findings.append(Finding(code, severity, message, self.place(line)))
