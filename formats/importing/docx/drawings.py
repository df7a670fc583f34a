"""Pictures, text boxes, charts and diagrams in a Word document."""

from collections.abc import Iterator

from lxml import etree

from formats.importing import pictures
from formats.importing.docx.state import State
from formats.importing.docx.styles import W, local
from formats.importing.draft import Image, hint, shortened, warning

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ADDRESS = "it is kept elsewhere, not in the document"
_DRAWN = "it is a drawing that only Word can draw"


def images(element: etree._Element, state: State) -> list[Image]:
    """Return the pictures of a drawing. Its text boxes wait in `state.boxes`."""
    boxes = [each for each in _within(element) if local(each) == "txbxContent"]
    state.boxes += [list(box) for box in boxes]
    state.boxes += [_word_art(each) for each in _within(element) if _said(each)]
    found = list(_found(element, state))
    if not found and not boxes:
        found = list(_drawn(element, state))
    elif not found:
        _unused_alternative(element, state)
    return found


def _within(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what is inside, but neither the second of alternatives nor boxes within a box."""
    for child in element:
        if local(child) == "Fallback" and any(local(e) == "Choice" for e in element):
            continue
        yield child
        if local(child) != "txbxContent":
            yield from _within(child)


def _said(element: etree._Element) -> str:
    return element.get("string", "").strip() if local(element) == "textpath" else ""


def _word_art(element: etree._Element) -> list[etree._Element]:
    paragraph = etree.Element(W + "p")
    run = etree.SubElement(paragraph, W + "r")
    etree.SubElement(run, W + "t").text = _said(element)
    return [paragraph]


def _found(element: etree._Element, state: State) -> Iterator[Image]:
    calls = [each for each in _within(element) if local(each) in ("blip", "imagedata")]
    for call in calls:
        number = call.get(R + "embed") or call.get(R + "id") or call.get(R + "link") or ""
        relation = state.relations.get(number)
        alt = _alternative(element, call, alone=len(calls) == 1)
        if relation is None:
            continue
        data = None if relation.external else state.parts.data(relation.target)
        yield _image(data, alt, state, _ADDRESS)


def _image(data: bytes | None, alt: str | None, state: State, missing: str) -> Image:
    state.pictures += 1
    return pictures.image(data, alt, state.pictures, missing)


def _alternative(element: etree._Element, call: etree._Element, *, alone: bool) -> str | None:
    """Return the text alternative: that of the picture itself, else of the drawing around it."""
    own = [each for each in _above(call) if local(each) == "pic"]
    for holder in [*(e for p in own for e in p.iter()), *(_within(element) if alone else ())]:
        if local(holder) in ("cNvPr", "docPr") and (holder.get("descr") or holder.get("title")):
            return _described(holder)
        if local(holder) == "shape" and holder.get("alt"):
            return _described(holder)
        if local(holder) == "decorative" and holder.get("val") in ("1", "true"):
            return ""
    return None


def _above(element: etree._Element) -> Iterator[etree._Element]:
    parent = element.getparent()
    while parent is not None:
        yield parent
        parent = parent.getparent()


def _drawn(element: etree._Element, state: State) -> Iterator[Image]:
    """Yield what Word draws itself, a chart or shapes, if there is something to say of it."""
    numbers = [e.get(R + name) for e in _within(element) for name in ("id", "dm")]
    calls = [state.relations.get(number or "") for number in numbers]
    for relation in calls:
        if relation and relation.kind in ("chart", "diagramData"):
            _words_of(relation.target, relation.kind, state)
    alt = next((_described(e) for e in _within(element) if _described(e)), "")
    if alt or any(relation for relation in calls):
        yield _image(None, alt or None, state, _DRAWN)


def _described(element: etree._Element) -> str:
    return str(element.get("descr") or element.get("title") or element.get("alt") or "")


def _words_of(target: str, kind: str, state: State) -> None:
    root = state.parts.root(target)
    found = [] if root is None else [e for e in root.iter() if local(e) in ("p", "v")]
    lines = ["".join(e.text or "" for e in each.iter() if local(e) in ("t", "v")) for each in found]
    what = "chart" if kind == "chart" else "diagram"
    for line in lines:
        state.draft.leave_out(f"{what} (describe it in words)", line)
    words = shortened(" ".join(lines), 200)
    message = f"A {what} stands here, which says “{words}”. Say it in words or as a list."
    state.remarks.append(warning("import-chart", message))


def _unused_alternative(element: etree._Element, state: State) -> None:
    """Note the text alternative of a text box: its own words say more."""
    for alt in dict.fromkeys(filter(None, map(_described, _within(element)))):
        state.draft.leave_out("alternative text of a text box", alt)
        message = f"The text box here had the alternative text “{shortened(alt)}”. It is left out."
        state.remarks.append(hint("import-text-box-alt", message))
