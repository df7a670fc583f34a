"""The place on the page, and in the structure tree, that blocks are laid out into."""

from __future__ import annotations

from dataclasses import dataclass, replace

from formats.typesetting.boxes import Bar
from formats.typesetting.setting import Setting
from formats.typesetting.tagging import Element


@dataclass(frozen=True, slots=True)
class Frame:
    """A column `width` points wide that begins `x` points right of the text's left edge.

    Blocks add their structure to `element`. `bars` are those of the quotations they stand in.
    """

    element: Element
    x: float
    width: float
    bars: tuple[Bar, ...] = ()

    def within(self, element: Element) -> Frame:
        """Return the same column for another element."""
        return replace(self, element=element)

    def indented(self, setting: Setting, by: float) -> Frame:
        """Return the column indented `by` points, or less where little would be left of it."""
        least = min(self.width, 8 * setting.size)
        step = max(0.0, min(by, self.width - least))
        return replace(self, x=self.x + step, width=self.width - step)
