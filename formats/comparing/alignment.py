"""Which item of one sequence is which of another."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeVar

T = TypeVar("T")
LEAST_ALIKE: Final = 0.4
"""From this likeness on (0 to 1) two sentences are two forms of one."""
_MOST_PAIRS: Final = 40_000
"""Of sentences to be held against each other; more would take seconds."""
_JOINED = 0.5
"""What it costs to take two sentences for one, so that it is done only where it tells more."""
Words = Counter[str]


def runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[bool, slice, slice]]:
    """Yield runs that are the same in both (True), and the gaps between them (False), in order."""
    first = _same(old, new)
    last = _same(old[first:][::-1], new[first:][::-1])
    if first:
        yield True, slice(0, first), slice(0, first)
    middle_old, middle_new = old[first : len(old) - last], new[first : len(new) - last]
    # What stands there hundreds of times is no landmark: without autojunk it would take hours.
    matcher = SequenceMatcher(None, middle_old, middle_new)
    for name, i, j, k, m in matcher.get_opcodes():
        yield name == "equal", slice(i + first, j + first), slice(k + first, m + first)
    if last:
        yield True, slice(len(old) - last, len(old)), slice(len(new) - last, len(new))


def _same(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Return how many items from the beginning on are the same."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def increasing(numbers: Sequence[int]) -> set[int]:
    """Return the indexes of a longest increasing run of `numbers`: what has kept its order."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(ends, number)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [number]
        at[place : place + 1] = [index]
    kept, index = set[int](), at[-1] if at else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def likeness(old: Words, new: Words) -> float:
    """Return how much of the words of two texts they share, from 0 to 1 (Dice's coefficient)."""
    total = old.total() + new.total()
    return 2 * _shared(old, new) / total if total else 1.0


def _shared(old: Words, new: Words) -> int:
    few, many = (old, new) if len(old) <= len(new) else (new, old)
    return sum(min(count, many[word]) for word, count in few.items() if word in many)


Beads = list[tuple[slice, slice]]


def beads(old: Sequence[Words], new: Sequence[Words], bonus: Callable[[int, int], float]) -> Beads:
    """Return which sentences of `old` became which of `new`: one, two joined, or one divided.

    As texts are aligned with their translations (Gale and Church 1993), but by words. What is
    in no bead is gone, or new. `bonus` adds to the likeness of a pair what words do not say.
    """
    if len(old) * len(new) > _MOST_PAIRS:
        return _in_step(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    steps = [[(0, 0)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            if i or j:
                best[i][j], steps[i][j] = max(
                    (best[i - down][j - right] + gain, (down, right))
                    for down, right, gain in _steps(old, new, i, j, bonus)
                )
    return list(_traced(steps, len(old), len(new)))


def _steps(
    old: Sequence[Words], new: Sequence[Words], i: int, j: int, bonus: Callable[[int, int], float]
) -> Iterator[tuple[int, int, float]]:
    if i:
        yield 1, 0, 0.0
    if j:
        yield 0, 1, 0.0
    if i and j:
        yield 1, 1, _gain(old[i - 1], new[j - 1], bonus(i - 1, j - 1))
        if i > 1:
            yield 2, 1, _gain(old[i - 2] + old[i - 1], new[j - 1], -_JOINED)
        if j > 1:
            yield 1, 2, _gain(old[i - 1], new[j - 2] + new[j - 1], -_JOINED)


def _gain(old: Words, new: Words, more: float) -> float:
    gain = 2 * _shared(old, new) - LEAST_ALIKE * (old.total() + new.total()) + more
    return gain if gain >= 0 else -1.0


def _traced(steps: list[list[tuple[int, int]]], i: int, j: int) -> Iterator[tuple[slice, slice]]:
    while i or j:
        down, right = steps[i][j]
        if down and right:
            yield slice(i - down, i), slice(j - right, j)
        i, j = i - down, j - right


def _in_step(old: Sequence[Words], new: Sequence[Words]) -> Beads:
    """Return pairs at equal places that are alike: all that can be done with thousands."""
    pairs = enumerate(zip(old, new, strict=False))
    alike = (n for n, (one, other) in pairs if likeness(one, other) >= LEAST_ALIKE)
    return [(slice(n, n + 1), slice(n, n + 1)) for n in alike]
