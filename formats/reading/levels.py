"""Heading levels that skip one, made to follow: readers find their way by them (WCAG 1.3.1)."""

from collections.abc import Iterable
from dataclasses import replace

from formats import model
from formats.model.rebuild import rebuild
from formats.model.walk import plain_text
from formats.reading.context import Context

_TITLE = 1
_HOW = "Heading levels that do not follow the one above are made to"


def levelled(blocks: tuple[model.Block, ...], context: Context) -> tuple[model.Block, ...]:
    """Return `blocks` with no heading more than one level below the one it stands under."""
    return _all(blocks, _TITLE, _TITLE + 1, context)


def _all(
    blocks: Iterable[model.Block], above: int, least: int, context: Context
) -> tuple[model.Block, ...]:
    return tuple(_block(block, above, least, context) for block in blocks)


def _block(block: model.Block, above: int, least: int, context: Context) -> model.Block:
    match block:
        case model.Section():
            level = _level(block, above, least, context)
            return replace(block, level=level, blocks=_all(block.blocks, level, least, context))
        case model.Steps():
            steps = tuple(_step(step, above, least, context) for step in block.steps)
            return replace(block, blocks=_all(block.blocks, above, least, context), steps=steps)
        case model.Quotation() | model.BulletList() | model.NumberedList():
            # What stands inside is a part of it, whatever level it has where it comes from.
            least = min(above + 1, 6)
        case _:
            pass
    return rebuild(block, lambda inside: _all(inside, above, least, context), lambda words: words)


def _step(step: model.Step, above: int, least: int, context: Context) -> model.Step:
    level = _level(step, above, least, context)
    return replace(step, level=level, blocks=_all(step.blocks, level, least, context))


def _level(node: model.Section | model.Step, above: int, least: int, context: Context) -> int:
    level = max(least, min(node.level, above + 1, 6))
    if level != node.level:
        what = f"“{plain_text(node.heading)}” is read with “{'#' * level}”"
        context.taken("source-heading-level", node.place.line - context.offset, what, _HOW)
    return level
