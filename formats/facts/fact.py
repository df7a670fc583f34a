"""A fact found in a text: its kind, its value, and where it stands."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

FactKind = Literal[
    "telephone", "email", "web", "post", "name", "date", "time", "sum", "percentage", "duration",
    "paragraph", "number",
]  # fmt: skip
KINDS: Final[tuple[FactKind, ...]] = get_args(FactKind)
"""In the order of how much harm a wrong one does: who cannot reach anybody cannot ask."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact. `value` is one for all the ways to write it; `start` and `end` are its letters.

    Values by kind: `telephone` E.164 ("+443000413000"), or its digits where it can be dialled
    from here only; `email` and `web` without scheme, host in small letters; `post` words without
    commas; `date` ISO 8601, with what is not said left out ("2026-05", "--05-01") or a day of the
    week ("weekday-1"); `time` "09:30"; `sum` "GBP 12.50"; `percentage` "50"; `duration`
    "45 minute"; `paragraph` "paragraph 6.17"; `number` its digits; `name` words, of an account.
    """

    kind: FactKind
    value: str
    start: int
    end: int

    @property
    def same_as(self) -> tuple[FactKind, str]:
        """What two facts that are the same have in common."""
        return self.kind, self.value
