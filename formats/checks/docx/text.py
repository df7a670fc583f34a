"""The words of a Word document, each run in the language that it or a style above it says.

ISO/IEC 29500-1, 17.7.2: what the run itself says comes before its character style, the style of
its paragraph and what that is based on, and the defaults of the document.
"""

from collections.abc import Iterator

from lxml import etree

from formats.model.walk import Piece

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
_OFF = ("0", "false", "off")


def w(name: str) -> str:
    """Return the name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


_SPACES = {w("br"): " ", w("tab"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_LANG, _STYLED = f"{w('rPr')}/{w('lang')}", f"{w('pPr')}/{w('pStyle')}"


class Styles:
    """The languages that the styles of a document say."""

    def __init__(self, root: Element) -> None:
        self._styles = {style.get(w("styleId"), ""): style for style in root.iter(w("style"))}
        defaults = (s for s in self._styles.values() if s.get(w("default")) == "1")
        kinds = {style.get(w("type")): style.get(w("styleId"), "") for style in defaults}
        self.paragraph: str = kinds.get("paragraph", "")
        """The style of a paragraph that names none."""
        self._defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_LANG}")

    @property
    def default(self) -> str:
        """The language of words that nothing else says the language of."""
        return self._of(self._defaults, "val")

    def language(self, names: tuple[str, ...], kind: str) -> str:
        """Return the language by styles, the nearest first. `kind` is "val" or "bidi"."""
        for name in names:
            for style in self._chain(name):
                if said := self._of(style.find(_LANG), kind):
                    return said
        return self._of(self._defaults, kind)

    def _chain(self, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = _value(self._styles[name].find(w("basedOn")))

    @staticmethod
    def _of(lang: Element | None, kind: str) -> str:
        return lang.get(w(kind), "") if lang is not None else ""


def passages(document: Element, styles: Styles) -> Iterator[list[Piece]]:
    """Yield the words of each paragraph with their language, in reading order."""
    for paragraph in document.iter(w("p")):
        style = _value(paragraph.find(_STYLED)) or styles.paragraph
        runs = (run for run in paragraph.iter(w("r")) if not _is_on(run, "vanish"))
        yield [(_text(run), _language(run, style, styles)) for run in runs]


def _language(run: Element, style: str, styles: Styles) -> str:
    # Word keeps a language of its own for scripts that it calls complex (17.3.2.20).
    kind = "bidi" if _is_on(run, "rtl") or _is_on(run, "cs") else "val"
    said = run.find(_LANG)
    own = said.get(w(kind), "") if said is not None else ""
    named = _value(run.find(f"{w('rPr')}/{w('rStyle')}"))
    return own or styles.language((named, style), kind)


def _is_on(run: Element, name: str) -> bool:
    found = run.find(f"{w('rPr')}/{w(name)}")
    return found is not None and found.get(w("val"), "1") not in _OFF


def _value(found: Element | None) -> str:
    return found.get(w("val"), "") if found is not None else ""


def _text(run: Element) -> str:
    return "".join(
        (node.text or "") if node.tag == w("t") else _SPACES.get(str(node.tag), "") for node in run
    )


def plain(found: Element) -> str:
    """Return the words in an element, for a message."""
    return " ".join("".join(map(_text, found.iter(w("r")))).split())
