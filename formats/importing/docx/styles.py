"""What a Word document's styles say: names, looks, levels of headings, membership of lists."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_DEEPEST = 20  # styles based on styles; more is a circle


def local(element: etree._Element) -> str:
    """Return the name of an element without its vocabulary ("" for a comment)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return `w:val` of the child `name` of `parent`, or None if there is no such child."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val", "")


def _is_on(child: etree._Element) -> bool:
    return child.get(W + "val", "1") not in _OFF


def look(properties: etree._Element | None) -> dict[str, Any]:
    """Return the looks that a `w:rPr` sets, and no others."""
    given: dict[str, Any] = {}
    for child in properties if properties is not None else ():
        match local(child):
            case "b":
                given["bold"] = _is_on(child)
            case "i":
                given["italic"] = _is_on(child)
            case "strike" | "dstrike":
                given["struck"] = given.get("struck", False) or _is_on(child)
            case "vanish":
                given["hidden"] = _is_on(child)
            case "vertAlign":
                raised = child.get(W + "val", "")
                given["raised"] = raised if raised in ("superscript", "subscript") else ""
            case "sz":
                given["size"] = _points(child.get(W + "val", ""))
            case "lang":
                given["language"] = child.get(W + "val", "")
    return given


def _points(half_points: str) -> float:
    try:
        return float(half_points) / 2
    except ValueError:
        return 0.0


class Styles:
    """The styles of one document. Unknown ones say nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in found}
        default = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default = look(default)
        self._looks: dict[str | None, Mapping[str, Any]] = {}
        self._chains: dict[str | None, list[etree._Element]] = {}
        usual = (s for s in found if s.get(W + "type") == "paragraph" and s.get(W + "default"))
        self._usual = next((s.get(W + "styleId", "") for s in usual), "")

    def chain(self, style: str | None) -> list[etree._Element]:
        """Return a style and those it is based on, nearest first; by default the usual one."""
        if style in self._chains:
            return self._chains[style]
        found: list[etree._Element] = []
        name = style or self._usual
        while name in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[name])
            name = value(found[-1], "basedOn") or ""
        self._chains[style] = found
        return found

    def names(self, style: str | None) -> list[str]:
        """Return the names of a style and of those it is based on, in small letters."""
        return [(value(each, "name") or "").lower() for each in self.chain(style)]

    def look(self, style: str | None) -> Mapping[str, Any]:
        """Return the look that a style gives."""
        if style not in self._looks:
            made: dict[str, Any] = {}
            for each in reversed(self.chain(style)):
                made.update(look(each.find(W + "rPr")))
            self._looks[style] = made
        return self._looks[style]

    def setting(self, own: etree._Element | None, style: str | None, name: str) -> str | None:
        """Return `w:val` of a paragraph's setting: its own, else that of its styles."""
        found = value(own, name)
        for each in self.chain(style):
            if found is None:
                found = value(each.find(W + "pPr"), name)
        return found

    def numbering(self, own: etree._Element | None, style: str | None) -> tuple[str, str] | None:
        """Return the number of the list that a paragraph belongs to, and its level there."""
        for properties in (own, *(each.find(W + "pPr") for each in self.chain(style))):
            numbered = None if properties is None else properties.find(W + "numPr")
            if numbered is not None and value(numbered, "numId") is not None:
                return value(numbered, "numId") or "0", value(numbered, "ilvl") or "0"
        return None
