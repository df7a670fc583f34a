"""The parts of a DOCX, and how they call one another (ISO/IEC 29500-2, Open Packaging)."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from formats.errors import Place, SourceError
from formats.importing import package

_DOCUMENT = "officeDocument"


@dataclass(frozen=True, slots=True)
class Relation:
    """A call of another part (`target` is its name), or of an address outside."""

    kind: str
    target: str
    external: bool


class Parts:
    """The parts of one DOCX by name. Raises `SourceError` if it is no Word document."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self._parts = package.transitional(package.members(data, file))

    @cached_property
    def main(self) -> str:
        """The name of the part with the text."""
        for relation in self.relations("").values():
            if relation.kind == _DOCUMENT and relation.target in self._parts:
                return relation.target
        raise SourceError(
            "This is no Word document. Save it in Word as “Word document (.docx)”.",
            Place(self.file),
        )

    def relations(self, name: str) -> dict[str, Relation]:
        """Return what a part calls, by id."""
        folder, base = posixpath.split(name)
        root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        rows = [] if root is None else [row for row in root if isinstance(row.tag, str)]
        return {row.get("Id", ""): _relation(row, folder) for row in rows}

    def related(self, kind: str) -> Iterator[str]:
        """Yield the names of the parts of one kind that the text calls."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and not relation.external and relation.target in self._parts:
                yield relation.target

    def first(self, kind: str) -> str:
        """Return the name of the first such part, or ""."""
        return next(self.related(kind), "")

    def data(self, name: str) -> bytes | None:
        """Return the bytes of a part."""
        return self._parts.get(name)

    def root(self, name: str) -> etree._Element | None:
        """Return the root of an XML part, or None if there is no such part."""
        data = self._parts.get(name)
        return None if data is None else package.parsed(data, self.file)

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._parts)


def _relation(row: etree._Element, folder: str) -> Relation:
    kind = row.get("Type", "").rpartition("/")[2]
    target, external = row.get("Target", ""), row.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join(folder, unquote(target))).lstrip("/")
    return Relation(kind, target, external)
