"""Items of flat lists -> the indents and marks of nested ones."""

from dataclasses import dataclass, field

from formats.importing.draft import Marker

_DEEPEST = 5  # a list in a list counts four levels of the 24 that a leaflet may have


@dataclass
class _Level:
    depth: int
    marker: Marker
    content: int
    sign: str


@dataclass
class Indents:
    """The lists that are open. Two that stand together need different signs."""

    _open: list[_Level] = field(default_factory=list)
    _last: _Level | None = None

    def end(self) -> None:
        """Note that something other than an item comes, so no list goes on."""
        self._open.clear()
        self._last = None

    @property
    def content(self) -> str:
        """The indent of what belongs to the last item."""
        return " " * (self._open[-1].content if self._open else 0)

    def begin(self, marker: Marker) -> tuple[str, str]:
        """Return the indent and sign of the next item, and the indent of its further lines."""
        while self._open and self._open[-1].depth > marker.depth:
            self._last = self._open.pop()
        beside = self._open[-1] if self._open and self._open[-1].depth == marker.depth else None
        if beside:
            self._last = self._open.pop()
        while len(self._open) >= _DEEPEST:
            self._last = self._open.pop()
        indent = self._open[-1].content if self._open else 0
        sign = self._sign(marker, beside)
        self._open.append(_Level(marker.depth, marker, indent + len(sign) + 1, sign))
        return " " * indent + sign + " ", " " * (indent + len(sign) + 1)

    def _sign(self, marker: Marker, beside: _Level | None) -> str:
        goes_on = beside is not None and _goes_on(beside.marker, marker)
        was = beside.sign[-1] if beside else ""
        if marker.ordered:
            end = was if goes_on else (")" if was == "." else ".")
            return f"{marker.number}{end}"
        if goes_on:
            return was
        return "*" if was == "-" else "-"


def _goes_on(before: Marker, marker: Marker) -> bool:
    if before.ordered != marker.ordered or before.key != marker.key:
        return False
    return not marker.ordered or marker.number == before.number + 1
