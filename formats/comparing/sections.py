"""Which section of one edition is which of the other."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from formats.comparing.alignment import increasing, likeness
from formats.comparing.outline import SectionText

_ALIKE: Final = 0.5
_MOST: Final = 200
"""Sections without a namesake that are held against each other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A section of both editions, or of one. `moved` if it stands in another place."""

    old: SectionText | None
    new: SectionText | None
    moved: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """The way to it, in the newer edition unless it is gone."""
        section = self.new or self.old
        return section.path if section else ()


def paired(old: Sequence[SectionText], new: Sequence[SectionText]) -> list[Pair]:
    """Return the sections of both editions in reading order; what is gone where it stood."""
    partners = _partners(old, new)
    moved = _moved(old, new, partners)
    there = {id(partner) for partner in partners.values()}
    pairs: list[Pair] = []
    gone = iter([section for section in old if id(section) not in there])
    waiting = next(gone, None)
    places = {id(section): number for number, section in enumerate(old)}
    for section in new:
        partner = partners.get(id(section))
        while partner and waiting and places[id(waiting)] < places[id(partner)]:
            pairs.append(Pair(waiting, None))
            waiting = next(gone, None)
        pairs.append(Pair(partner, section, id(section) in moved))
    if waiting:
        pairs += [Pair(waiting, None), *(Pair(section, None) for section in gone)]
    return pairs


Partners = dict[int, SectionText]
"""The older section, by the identity of the newer."""


def _partners(old: Sequence[SectionText], new: Sequence[SectionText]) -> Partners:
    """Pair sections by their way, then by their heading, then by what they say."""
    partners: Partners = {}
    ways: tuple[Callable[[SectionText], Hashable], ...] = (
        lambda section: section.path,
        lambda section: section.path[-1:],
    )
    rest_old, rest_new = list(old), list(new)
    for way in ways:
        found = dict(_alike(rest_old, rest_new, way))
        partners |= found
        taken = {id(section) for section in found.values()}
        rest_old = [section for section in rest_old if id(section) not in taken]
        rest_new = [section for section in rest_new if id(section) not in found]
    return partners | _by_words(rest_old, rest_new)


def _alike(
    old: Sequence[SectionText], new: Sequence[SectionText], way: Callable[[SectionText], Hashable]
) -> Iterator[tuple[int, SectionText]]:
    waiting: dict[Hashable, list[SectionText]] = defaultdict(list)
    for section in old:
        waiting[way(section)].append(section)
    for section in new:
        if waiting[way(section)]:
            yield id(section), waiting[way(section)].pop(0)


def _by_words(old: Sequence[SectionText], new: Sequence[SectionText]) -> Partners:
    """Pair sections that were renamed: most of their words are the same."""
    old, new = old[:_MOST], new[:_MOST]
    olds, news = ([_words(section) for section in sections] for sections in (old, new))
    scored = sorted(
        (
            (likeness(one, other), -i, -j)
            for i, one in enumerate(olds)
            for j, other in enumerate(news)
        ),
        reverse=True,
    )
    partners: Partners = {}
    taken: set[int] = set()
    for alike, i, j in scored:
        if alike >= _ALIKE and -i not in taken and id(new[-j]) not in partners:
            partners[id(new[-j])] = old[-i]
            taken.add(-i)
    return partners


def _words(section: SectionText) -> Counter[str]:
    """Return the words of a section without its heading, or of the heading if it has no more."""
    said = [p.words for p in section.passages if p.kind != "heading"] or [*section.path[-1:]]
    return Counter(" ".join(said).casefold().split())


def _moved(old: Sequence[SectionText], new: Sequence[SectionText], partners: Partners) -> set[int]:
    """Return the newer sections that stand in another place; those inside move with them."""
    places = {id(section): number for number, section in enumerate(old)}
    kept = [section for section in new if id(section) in partners]
    orders = [places[id(partners[id(section)])] for section in kept]
    in_order = increasing(orders)
    astray = {id(section) for n, section in enumerate(kept) if n not in in_order}
    by_path = {section.path: section for section in new}
    moved: set[int] = set()
    for section in kept:
        parent = by_path.get(section.path[:-1])
        if parent is not None and id(parent) in astray:
            astray.add(id(section))  # with its parent, so nothing to say of its own
        elif id(section) in astray or _elsewhere(section, parent, partners):
            moved.add(id(section))
    return moved


def _elsewhere(section: SectionText, parent: SectionText | None, partners: Partners) -> bool:
    """Whether a section stands inside another than it did."""
    before = partners[id(section)].path[:-1]
    if parent is None or not section.path[:-1] or section.path[:-1] == before:
        return bool(before) and not section.path[:-1]
    old_parent = partners.get(id(parent))
    return old_parent is None or old_parent.path != before
