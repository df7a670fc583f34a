"""Drawing marked content on the pages of a reportlab canvas."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from formats.typesetting.tagging.elements import Content, Element


class TaggedPages:
    """Gives out the marked-content identifiers of each page of one canvas.

    `owners[page][mcid]` is the element whose content it is: the parent tree.
    """

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._open: Content | None = None
        self.owners: list[list[Element]] = [[]]

    @property
    def page(self) -> int:
        """The page that is drawn on, from 0."""
        return len(self.owners) - 1

    def mark(self, content: Content) -> None:
        """Let what is drawn from now on be `content`; what was open ends, unless it is the same."""
        if self._open is content:
            return
        self.end()
        owners = self.owners[-1]
        content.marks.append((self.page, len(owners)))
        self._write(f"/{content.element.kind} <</MCID {len(owners)}>> BDC")
        owners.append(content.element)
        self._open = content

    def end(self) -> None:
        """End the content that is open, if any."""
        if self._open is not None:
            self._write("EMC")
            self._open = None

    @contextmanager
    def marked(self, content: Content) -> Iterator[None]:
        """Let what is drawn inside be `content`."""
        self.mark(content)
        yield
        self.end()

    def begin_artifact(self, kind: str) -> None:
        """Let what is drawn from now on be no part of the text, until `end_artifact`.

        `kind` is "Pagination", "Background" or "Layout" (ISO 32000-1, 14.8.2.2).
        """
        self.end()
        self._write(f"/Artifact <</Type /{kind}>> BDC")

    def end_artifact(self) -> None:
        """End the artifact that was begun."""
        self._write("EMC")

    @contextmanager
    def artifact(self, kind: str) -> Iterator[None]:
        """Let what is drawn inside be no part of the text."""
        self.begin_artifact(kind)
        yield
        self.end_artifact()

    def next_page(self) -> None:
        """End the page."""
        self.end()
        self._canvas.showPage()
        self.owners.append([])

    def _write(self, operator: str) -> None:
        self._canvas._code.append(operator)  # noqa: SLF001 - reportlab has no call for it
