"""Lists as Word keeps them: `numbering.xml` says what each level looks like and counts from."""

from collections import defaultdict

from lxml import etree

from formats.importing.docx.styles import Styles, W, local, value
from formats.importing.draft import Marker

_DEEPEST = 8


class Numbering:
    """The lists of one document, counting as its paragraphs come."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        found = [] if root is None else list(root)
        self._abstract = _by_id(found, "abstractNum", "abstractNumId")
        self._numbers = _by_id(found, "num", "numId")
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def marker(self, number: str, level: str) -> Marker | None:
        """Return the marker of the next item of a list, or None if it has none to show."""
        depth = min(int(level), _DEEPEST) if level.isdigit() else 0
        num = self._numbers.get(number)
        if num is None:
            return None
        key, abstract = self._abstract_of(num)
        row = _level(abstract, depth)
        kind = value(row, "numFmt") or "bullet"
        if kind == "none":
            return None
        if number not in self._begun:
            self._begun.add(number)
            self._restart(num, key)
        counted = self._count(key, depth, _whole(value(row, "start")))
        return Marker(depth, kind != "bullet", counted, key)

    def _abstract_of(self, num: etree._Element) -> tuple[str, etree._Element | None]:
        key = value(num, "abstractNumId") or ""
        abstract = self._abstract.get(key)
        linked = value(abstract, "numStyleLink")
        for style in self._styles.chain(linked) if linked else ():
            numbered = style.find(f"{W}pPr/{W}numPr")
            other = self._numbers.get(value(numbered, "numId") or "")
            if other is not None and other is not num:
                key = value(other, "abstractNumId") or ""
                return key, self._abstract.get(key)
        return key, abstract

    def _restart(self, num: etree._Element, key: str) -> None:
        for override in num.findall(W + "lvlOverride"):
            start, level = value(override, "startOverride"), override.get(W + "ilvl", "0")
            if start is not None and level.isdigit():
                self._counts[key][int(level)] = _whole(start) - 1

    def _count(self, key: str, depth: int, start: int) -> int:
        counts = self._counts[key]
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return counts[depth]


def _by_id(found: list[etree._Element], name: str, key: str) -> dict[str, etree._Element]:
    return {each.get(W + key, ""): each for each in found if local(each) == name}


def _level(abstract: etree._Element | None, depth: int) -> etree._Element | None:
    levels = [] if abstract is None else abstract.findall(W + "lvl")
    return next((each for each in levels if each.get(W + "ilvl") == str(depth)), None)


def _whole(written: str | None) -> int:
    return int(written) if written and written.isdigit() else 1
