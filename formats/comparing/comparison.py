"""Two leaflets -> all that is different between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from formats import model
from formats.comparing import following, judging, properties, sections, terms, words
from formats.comparing.changes import (
    EASY_READ,
    Change,
    ChangeKind,
    Comparison,
    Grade,
    Part,
    Reason,
    Side,
)
from formats.comparing.outline import SectionText, outline
from formats.comparing.sections import Pair
from formats.comparing.sentences import Sentence, matches
from formats.comparing.shared import publisher, shared
from formats.model.walk import plain_text, walk

_NAMES = {"paragraph": "sentence", "lines": "lines", "contact": "contact details"}
_BEFORE, _AFTER = Side("before"), Side("after")


@dataclass(frozen=True)
class _Met:
    """A sentence and what became of it, in a pair of sections; `old` or `new` may be None."""

    pair: Pair
    part: Part
    old: Sentence | None
    new: Sentence | None
    moved: bool = False

    @property
    def one(self) -> Sentence:
        """The newer form, or the older if it is gone."""
        one = self.new or self.old
        assert one is not None
        return one

    @property
    def what(self) -> str:
        """What kind of thing it is."""
        return _NAMES.get(self.one.passage.kind, self.one.passage.kind)

    @property
    def kind(self) -> ChangeKind:
        """What became of it."""
        if self.old and self.new:
            return "moved" if self.moved else "changed"
        return "added" if self.new else "gone"


def compare(
    before: model.Leaflet,
    after: model.Leaflet,
    sides: tuple[Side, Side] = (_BEFORE, _AFTER),
    notes: tuple[str, ...] = (),
) -> Comparison:
    """Return what is different between two editions of a leaflet, as they were read."""
    old, new = outline(before), outline(after)
    pairs = sections.paired(old, new)
    pairs += [Pair(one, other) for one, other in shared(before, after)]
    met = _with_moves([each for pair in pairs for each in _met(pair, before, after)])
    hard = _explained(before, old) ^ _explained(after, new)
    glossary = {*before.glossary, *after.glossary}
    changes = (*properties.changes(before, after), *_changes(pairs, met, hard, glossary))
    return Comparison(
        after.slug, after.title, after.language, *sides, changes,
        following.lags(changes, new, lambda: publisher(after)), notes,
    )  # fmt: skip


def _explained(leaflet: model.Leaflet, sections: Sequence[SectionText]) -> frozenset[str]:
    """Return the hard words that easy read marks and the glossary explains, in small letters."""
    keys = {term.key.casefold() for term in leaflet.glossary if term.easy}
    marked = (
        plain_text(node.children).casefold()
        for section in sections
        for passage in section.passages
        if passage.part.audience == EASY_READ
        for node in walk(passage.inlines)
        if isinstance(node, model.Strong)
    )
    return frozenset(keys.intersection(marked))


def _met(pair: Pair, before: model.Leaflet, after: model.Leaflet) -> Iterator[_Met]:
    """Yield the sentences of a pair of sections that are not the same in every way."""
    tags = before.language, after.language
    old, new = pair.old or SectionText(()), pair.new or SectionText(())
    for part in dict.fromkeys([*new.parts, *old.parts]):
        for one, other in matches(old.of(part), new.of(part), tags):
            if one is None or other is None or one.passage != other.passage:
                yield _Met(pair, part, one, other)


def _with_moves(met: Sequence[_Met]) -> list[_Met]:
    """Return `met` with what is gone here and new there taken for moved."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(met):
        if each.old and not each.new and each.old.words and _can_move(each.old):
            waiting[each.old.words].append(number)
    kept: list[_Met | None] = list(met)
    for number, each in enumerate(met):
        if each.new and not each.old and waiting[each.new.words]:
            found = _nearest(each, waiting[each.new.words], met)
            if found is not None:
                waiting[each.new.words].remove(found)
                kept[found], kept[number] = None, replace(each, old=met[found].old, moved=True)
    return [each for each in kept if each]


def _can_move(sentence: Sentence) -> bool:
    return sentence.passage.kind != "heading"


def _nearest(new: _Met, numbers: Sequence[int], met: Sequence[_Met]) -> int | None:
    """Return which of the sentences gone was moved: one meant for the same readers."""
    same = [n for n in numbers if met[n].part.audience == new.part.audience]
    return min(
        same, key=lambda n: (met[n].part != new.part, met[n].pair is not new.pair), default=None
    )


def _changes(
    pairs: Sequence[Pair], met: Sequence[_Met], hard: frozenset[str], glossary: Iterable[model.Term]
) -> Iterator[Change]:
    by_pair: dict[int, list[_Met]] = defaultdict(list)
    for each in met:
        by_pair[id(each.pair)].append(each)
    both = [(id(each), each.old, each.new) for each in met if each.old and each.new]
    renamed = terms.renamed([(old, new) for _, old, new in both], glossary)
    extra = {both[number][0]: reasons for number, reasons in renamed.items()}
    for pair in pairs:
        yield from _of_pair(pair, by_pair[id(pair)], hard, extra)


def _of_pair(
    pair: Pair, met: Sequence[_Met], hard: frozenset[str], extra: dict[int, list[Reason]]
) -> Iterator[Change]:
    """Yield the changes of a pair of sections, those of the section itself first."""
    if pair.old is None or pair.new is None:
        yield _whole(pair, [each for each in met if not each.moved])
        met = [each for each in met if each.moved]
    else:
        yield from _placed(pair, pair.old, pair.new)
    for each in met:
        change = _change(each, hard, extra.get(id(each), []))
        if change:
            yield change


def _whole(pair: Pair, met: Sequence[_Met]) -> Change:
    """Return that a section is new or gone, with all that stands in it and nowhere else."""
    section, new = pair.new or pair.old, pair.new is not None
    assert section is not None
    what = section.kind
    sentences = [each.one for each in met]
    reasons = [Reason(Grade.MEANING, "section", f"{what} {'new' if new else 'gone'}")]
    for sentence in sentences:
        reasons += judging.inside(sentence, new=new)
    text = "\n".join(sentence.words for sentence in sentences if sentence.words)
    tag = sentences[0].tag if sentences else ""
    return Change(
        "added" if new else "gone", what, Part(), pair.path, "" if new else text,
        text if new else "", judging.ordered(reasons), tag,
        None if new else section.place, section.place if new else None,
    )  # fmt: skip


def _placed(pair: Pair, old: SectionText, new: SectionText) -> Iterator[Change]:
    """Yield that a section stands elsewhere, or on another level."""
    found: list[Reason] = []
    if pair.moved and new.kind == "step":
        says = f"step {old.number} is now step {new.number}"
        found.append(Reason(Grade.MEANING, "place", says, str(old.number), str(new.number)))
    elif pair.moved:
        found.append(Reason(Grade.LAYOUT, "place", f"{new.kind} moved"))
    if (old.level, old.kind) != (new.level, new.kind) and new.kind != "file":
        names = f"{old.kind}, level {old.level}", f"{new.kind}, level {new.level}"
        says = f"what it is: {names[0]} is now {names[1]}"
        found.append(Reason(Grade.LAYOUT, "kind", says, *names))
    if found:
        name = new.path[-1] if new.path else ""
        kind: ChangeKind = "moved" if pair.moved else "changed"
        yield Change(
            kind, new.kind, Part(), pair.path, name, name, tuple(found), "", old.place, new.place
        )


def _change(each: _Met, hard: frozenset[str], extra: list[Reason]) -> Change | None:
    """Return the change of one sentence, or None if readers cannot tell."""
    old, new, one = each.old, each.new, each.one
    if old and new:
        moves = [_move(new, each.what)] if each.moved else []
        reasons = judging.ordered([*judging.different(old, new, hard), *extra, *moves])
    else:
        reasons = judging.alone(one, each.what, new=new is not None)
    if not reasons:
        return None
    before, after = (sentence.words if sentence else "" for sentence in (old, new))
    edits = words.edits(before, after) if before != after and old and new else ()
    return Change(
        each.kind, each.what, each.part, each.pair.path, before, after, reasons, one.tag,
        old.place if old else None, new.place if new else None, edits,
    )  # fmt: skip


def _move(new: Sentence, what: str) -> Reason:
    numbered = "numbered list" in new.passage.within
    says = f"{what} moved" + (" in a list whose order counts" if numbered else "")
    return Reason(Grade.MEANING if numbered else Grade.LAYOUT, "place", says)
