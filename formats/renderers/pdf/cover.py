"""How large what stands on a cover is: as large as leaves it on one page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from formats.typesetting.boxes import Box, height_of
from formats.typesetting.setting import Setting

_LEAST_PITCH = 1.25  # in sizes of the text (US Access Board)


@dataclass(frozen=True, slots=True)
class CoverLook:
    """The look of a cover: its setting, and how wide its pictures are, in widths of the text."""

    setting: Setting
    figure_width: float


def looks(setting: Setting) -> Iterator[CoverLook]:
    """Yield looks of a cover, each with less space or a smaller title than the one before.

    No words are ever smaller than the text (UKAAF G003:2019).
    """
    for title, between, figure in (
        (1.6, 1.0, 0.45), (1.6, 0.5, 0.45), (1.4, 0.5, 0.35), (1.2, 0.25, 0.3), (1.0, 0.25, 0.25),
    ):  # fmt: skip
        sizes = tuple(min(each, title) for each in setting.headings)
        yield CoverLook(replace(setting, headings=sizes, between=between), figure)
    closer = replace(setting, headings=(1.0,), between=0.25, pitch=_LEAST_PITCH * setting.size)
    yield from (CoverLook(closer, figure) for figure in (0.25, 0.12))


def fitted(setting: Setting, boxes: Callable[[CoverLook], list[Box]]) -> CoverLook:
    """Return the first look with which the `boxes` of a cover fit one page, or the last."""
    for look in looks(setting):
        if height_of(boxes(look)) <= setting.height:
            break
    return look
