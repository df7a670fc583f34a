"""The place on the page, and in the structure tree, that blocks are laid out into."""

from __future__ import annotations

from dataclasses import dataclass, replace

from formats.typesetting.boxes import Bar
from formats.typesetting.setting import Setting
from formats.typesetting.tagging import Element

_FEWEST_EMS = 8  # wide


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

    def indented(self, setting: Setting, by: float, least: float = 0.0) -> Frame:
        """Return the column indented `by` points, or less where little would be left of it.

        It is never indented less than `least`, the room of a label, while half of it is left.
        """
        step = max(0.0, min(by, self.width - _FEWEST_EMS * setting.size))
        step = max(step, min(least, self.width / 2))
        return replace(self, x=self.x + step, width=self.width - step)
