"""What a check says: a stable code, a severity, a place, and a message that says what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from formats.errors import Place


class Severity(Enum):
    """How much a finding weighs. Only an error stops a leaflet."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    NOTE = "note"
    """Something was taken as it can only be meant. Nothing need be done."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has to say. `code` is stable (`source-heading-skipped`)."""

    code: str
    severity: Severity
    message: str
    place: Place | None = None

    def as_data(self) -> dict[str, str | int]:
        """Return this as plain data: code, severity, message, file and line."""
        place = self.place or Place("")
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "file": place.file,
            "line": place.line,
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Finding":
        """Return what `as_data` was made of. Raises `ValueError`, `KeyError` or `TypeError`."""
        place = Place(str(data["file"]), int(data["line"])) if data["file"] else None
        severity = Severity(data["severity"])
        return cls(str(data["code"]), severity, str(data["message"]), place)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.severity.value}: {self.message} [{self.code}]"


def strict(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return `findings` with every warning an error."""
    return tuple(
        replace(f, severity=Severity.ERROR) if f.severity is Severity.WARNING else f
        for f in findings
    )


def errors_in(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that stop a leaflet."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)
