"""Headings and what follows them -> sections within sections."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from formats.errors import Place
from formats.model import Block, Inline, Section
from formats.model.walk import plain_text
from formats.text.slugs import slug


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the reader meets it, before it becomes a section or a step."""

    level: int
    inlines: tuple[Inline, ...]
    place: Place


Item = Block | Heading


def nested(items: Iterable[Item], ids: dict[str, int]) -> tuple[Block, ...]:
    """Return `items` with each heading made a section of all that stands under it."""
    return tuple(_collected(deque(items), 0, ids))


def _collected(items: deque[Item], level: int, ids: dict[str, int]) -> Iterator[Block]:
    """Take items, and yield blocks, up to the next heading of `level` or above."""
    while items:
        item = items[0]
        if not isinstance(item, Heading):
            yield item
            items.popleft()
        elif item.level > level:
            items.popleft()
            name = unique_id(plain_text(item.inlines), ids)
            under = tuple(_collected(items, item.level, ids))
            yield Section(item.level, item.inlines, name, under, item.place)
        else:
            return


_LONGEST = 60  # letters


def unique_id(words: str, ids: dict[str, int]) -> str:
    """Return a fragment for `words` that nothing else has. `ids` counts those given out.

    >>> unique_id("Who decides?", {"who-decides": 1})
    'who-decides-2'
    """
    base = slug(words, longest=_LONGEST) or "section"
    # An id of XML may not begin with a digit.
    name = base = f"s-{base}" if base[0].isdigit() else base
    while name in ids:
        ids[base] += 1
        name = f"{base}-{ids[base]}"
    ids[name] = 1
    return name
