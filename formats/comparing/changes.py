"""What a comparison comes to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, Literal

from formats.errors import Place


class Grade(IntEnum):
    """How much a change matters to those who have the older edition."""

    LAYOUT = 1
    WORDING = 2
    MEANING = 3
    FACTS = 4

    @property
    def label(self) -> str:
        """The grade in words."""
        return "layout only" if self is Grade.LAYOUT else self.name.lower()


STANDARD: Final = "standard"
EASY_READ: Final = "easy-read"
SHARED: Final = "shared"


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Which text of a leaflet: for whom (`STANDARD`, `EASY_READ`, `SHARED`) and in what language.

    `language` is a base language, where it is not the leaflet's. What is shared stands in files
    that other leaflets use too.
    """

    audience: str = STANDARD
    language: str = ""

    def __str__(self) -> str:
        return f"{self.audience}:{self.language}" if self.language else self.audience


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is different, in words, and its grade.

    `kind` is stable, for programs: a `FactKind`, or "link", "force", "actor", "deed", "section",
    "sentence", "term", "definition", "picture", "alternative", "language", "audience", "place",
    "words", "order", "marks", "emphasis", "kind", "property". `before` and `after` are what it
    is about.
    """

    grade: Grade
    kind: str
    says: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that both forms of a sentence have (`kept`), or one alone (`out`, `in`)."""

    kind: Literal["kept", "out", "in"]
    words: str


ChangeKind = Literal["changed", "added", "gone", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change, at one place: `what` ("sentence", "item", "section" …) was `kind`.

    `section` is the way to it by headings, in the newer edition unless it is gone. `before` and
    `after` are the words, empty where there is nothing; `language` is theirs (BCP 47).
    """

    kind: ChangeKind
    what: str
    part: Part
    section: tuple[str, ...]
    before: str
    after: str
    reasons: tuple[Reason, ...]
    language: str
    old_place: Place | None = None
    new_place: Place | None = None
    edits: tuple[Edit, ...] = ()

    @property
    def grade(self) -> Grade:
        """The highest grade of its reasons."""
        return max((reason.grade for reason in self.reasons), default=Grade.LAYOUT)


@dataclass(frozen=True, slots=True)
class Lag:
    """A text that has not followed what changed in another of the same section.

    `follows` is what changed, `part` what stays behind; `still` are facts, as they are written,
    that stand in `part` and have changed.
    """

    section: tuple[str, ...]
    part: Part
    follows: Part
    grade: Grade
    still: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: what to call it, and its edition, if it names one."""

    name: str
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is different between two editions of a leaflet.

    `notes` are what there is to say of the comparing itself: a side that could be read in part.
    """

    slug: str
    title: str
    language: str
    before: Side
    after: Side
    changes: tuple[Change, ...]
    lags: tuple[Lag, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def grade(self) -> Grade | None:
        """The highest grade of the changes, or None if there are none."""
        return max((change.grade for change in self.changes), default=None)

    def graded(self, grade: Grade) -> Iterator[Change]:
        """Yield the changes of a grade, in reading order."""
        return (change for change in self.changes if change.grade is grade)
