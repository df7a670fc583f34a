"""What stands inside a paragraph of a Word document -> spans."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from formats.importing.docx import drawings
from formats.importing.docx.state import Field, State
from formats.importing.docx.styles import W, local, look, value
from formats.importing.draft import Break, Call, Run, Span, hint, shortened, warning

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_THROUGH = ("smartTag", "customXml", "dir", "bdo", "sdtContent", "moveTo", "ins", "rubyBase")
# Word's symbol typefaces draw these letters of the private use area (ECMA-376, w:sym).
_SYMBOLS = {"B7": "•", "A7": "▪", "A8": "▫", "D8": "➢", "FC": "✓", "FB": "✗", "E0": "→",
            "2D": "–", "76": "❖", "6F": "○", "FE": "☑"}  # fmt: skip


def spans(elements: Iterable[etree._Element], state: State, target: str = "") -> Iterator[Span]:
    """Yield the spans of the children of a paragraph, of a link, of a tracked change."""
    for element in elements:
        name = local(element)
        if name == "r":
            yield from _run(element, state, target)
        elif name == "hyperlink":
            yield from spans(element, state, _target(element, state))
        elif name in ("del", "moveFrom"):
            _deleted(element, state)
        elif name in _THROUGH:
            if name in ("ins", "moveTo"):
                _inserted(element, state)
            yield from spans(element, state, target)
        elif name in _OTHERS:
            yield from _OTHERS[name](element, state, target)


def _target(link: etree._Element, state: State) -> str:
    relation = state.relations.get(link.get(R + "id", ""))
    anchor = link.get(W + "anchor", "")
    address = relation.target if relation and relation.external else ""
    return f"{address}#{anchor}" if anchor else address


def text(element: etree._Element) -> str:
    """Return all the words inside `element`, deleted ones too."""
    letters = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "p": "\n"}
    found = (
        (each.text or "") if local(each) in ("t", "delText") else letters.get(local(each), "")
        for each in element.iter()
    )
    return "".join(found).strip("\n")


def _deleted(element: etree._Element, state: State) -> None:
    words = text(element)
    kind = "tracked change: deleted" if local(element) == "del" else "tracked change: moved away"
    state.draft.leave_out(kind, words)
    if words.strip():
        message = f"A tracked change deletes “{shortened(words)}” here. It is left out."
        state.remarks.append(warning("import-change", message))


def _inserted(element: etree._Element, state: State) -> None:
    words = text(element)
    if words.strip():
        what = "inserts" if local(element) == "ins" else "moves here"
        message = f"A tracked change {what} “{shortened(words)}”. It is taken in."
        state.remarks.append(warning("import-change", message))


def _simple_field(element: etree._Element, state: State, target: str) -> Iterator[Span]:
    state.fields.append(Field(element.get(W + "instr", ""), in_result=True))
    yield from spans(element, state, target or state.target())
    state.fields.pop()


def _bookmark(element: etree._Element, state: State, target: str) -> Iterator[Span]:  # noqa: ARG001
    state.bookmarks.append(element.get(W + "name", ""))
    return iter(())


def _content_control(element: etree._Element, state: State, target: str) -> Iterator[Span]:
    return spans(element.iterchildren(W + "sdtContent"), state, target)


def _mathematics(element: etree._Element, state: State, target: str) -> Iterator[Span]:
    letters = "".join(each.text or "" for each in element.iter() if local(each) == "t")
    if letters.strip():
        message = f"“{shortened(letters)}” is a formula. Write it so that it can be read aloud."
        state.remarks.append(warning("import-formula", message))
        yield Run(letters, target=target)


def _either(element: etree._Element, state: State, target: str) -> Iterator[Span]:
    return spans(alternative(element), state, target)


def alternative(element: etree._Element) -> etree._Element:
    """Return the first of Word's alternatives for one thing; they bear the same words."""
    choices = [each for each in element if local(each) == "Choice"]
    return next(iter([*choices, *element]), element)


_OTHERS: dict[str, Callable[[etree._Element, State, str], Iterator[Span]]] = {
    "fldSimple": _simple_field,
    "bookmarkStart": _bookmark,
    "sdt": _content_control,
    "oMath": _mathematics,
    "oMathPara": _mathematics,
    "AlternateContent": _either,
}


def _run(element: etree._Element, state: State, target: str) -> Iterator[Span]:
    properties = element.find(W + "rPr")
    own = {**state.styles.look(value(properties, "rStyle")), **look(properties)}
    shown = {**state.look, **(own if value(properties, "rStyle") else look(properties))}
    for child in element:
        yield from _piece(child, state, shown, target)


def _piece(
    child: etree._Element, state: State, shown: dict[str, Any], target: str
) -> Iterable[Span]:
    match local(child):
        case "t":
            return _text(child.text or "", state, shown, target)
        case "tab" | "ptab":
            return _text("\t", state, shown, target)
        case "noBreakHyphen":
            return _text("-", state, shown, target)
        case "br" | "cr":
            return [] if child.get(W + "type", "") in ("page", "column") else [Break()]
        case "sym":
            return _symbol(child, state, shown, target)
        case "fldChar" | "instrText":
            _field(child, state)
        case "footnoteReference" | "endnoteReference" as name:
            return [Call(state.label(name.removesuffix("Reference"), child.get(W + "id", "")))]
        case "commentReference":
            _comment(child.get(W + "id", ""), state)
        case "drawing" | "pict" | "object":
            return drawings.images(child, state)
        case "AlternateContent":
            inside = (_piece(each, state, shown, target) for each in alternative(child))
            return [span for piece in inside for span in piece]
        case "ruby":
            return _ruby(child, state, target)
    return []


def _text(words: str, state: State, shown: dict[str, Any], target: str) -> Iterable[Span]:
    if state.in_instruction():
        return
    kind = state.leaving()
    if shown.get("struck"):
        kind = kind or "struck out"
    if shown.get("hidden"):
        kind = kind or "hidden text"
    if kind:
        state.leave(kind, words)
        return
    state.flush()
    yield Run(
        words, shown.get("bold", False), shown.get("italic", False), shown.get("size", 0.0),
        target or state.target(), shown.get("language", ""), shown.get("raised", ""),
    )  # fmt: skip


def _symbol(
    child: etree._Element, state: State, shown: dict[str, Any], target: str
) -> Iterable[Span]:
    code = child.get(W + "char", "")[-2:].upper()
    if code in _SYMBOLS:
        return _text(_SYMBOLS[code], state, shown, target)
    font = child.get(W + "font", "a symbol typeface")
    message = f"A sign of {font} (number {code}) stands here. Write what it means in words."
    state.remarks.append(warning("import-sign", message))
    return []


def _field(child: etree._Element, state: State) -> None:
    if local(child) == "instrText":
        if state.fields:
            state.fields[-1].instruction += child.text or ""
        return
    match child.get(W + "fldCharType"):
        case "begin":
            state.fields.append(Field())
        case "separate" if state.fields:
            state.fields[-1].in_result = True
        case "end" if state.fields:
            state.flush()
            state.fields.pop()


def _comment(number: str, state: State) -> None:
    words = state.comments.get(number, "")
    if words.strip():
        message = f"A comment stands here: “{shortened(words, 200)}”. It is not in the leaflet."
        state.remarks.append(hint("import-comment", message))


def _ruby(child: etree._Element, state: State, target: str) -> list[Span]:
    base = [span for each in child.iterchildren(W + "rubyBase") for span in spans(each, state)]
    above = "".join(text(each) for each in child.iterchildren(W + "rt"))
    return [*base, Run(f" ({above})", target=target)] if above else base
