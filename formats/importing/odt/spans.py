"""What stands inside a paragraph of an OpenDocument text -> spans."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lxml import etree

from formats.importing import pictures
from formats.importing.draft import Break, Call, Run, Span, hint, shortened, warning
from formats.importing.odt.styles import DRAW, TEXT, State, local, words

XLINK = "{http://www.w3.org/1999/xlink}"
DRAWINGS = ("frame", "custom-shape", "rect", "g", "ellipse", "line")
_PAGE_FIELDS = ("page-number", "page-count", "page-continuation")
_ADDRESS = "it is kept elsewhere, not in the document"


def spans(element: etree._Element, run: Run, state: State) -> Iterator[Span]:
    """Yield the spans of a paragraph, a link or a run of words; `run` is how they look."""
    if element.text:
        yield replace(run, text=_folded(element.text))
    for child in element:
        yield from _span(child, run, state)
        if child.tail:
            yield replace(run, text=_folded(child.tail))


def _folded(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _span(child: etree._Element, run: Run, state: State) -> Iterable[Span]:
    name = local(child)
    if name in _READERS:
        return _READERS[name](child, state)
    if name in ("s", "tab"):
        return [replace(run, text=" " if name == "s" else "\t")]
    if name == "line-break":
        return [Break()]
    if name == "span":
        style = child.get(TEXT + "style-name", "")
        kind = state.left_out(style)
        if kind:
            state.draft.leave_out(kind, words(child))
            return []
        run = state.run("text", style, run)
    if name == "a":
        run = replace(run, target=child.get(XLINK + "href", ""))
    return list(spans(child, run, state))


def _page(child: etree._Element, state: State) -> list[Span]:
    state.draft.leave_out("page number", words(child))
    return []


def _reference(child: etree._Element, state: State) -> Iterable[Span]:
    if child.get(TEXT + "reference-format") == "page":
        return _page(child, state)
    return list(spans(child, Run(""), state))


def _bookmark(child: etree._Element, state: State) -> list[Span]:
    state.bookmarks.append(child.get(TEXT + "name", ""))
    return []


def _note(child: etree._Element, state: State) -> list[Span]:
    citation, body = child.find(TEXT + "note-citation"), child.find(TEXT + "note-body")
    if citation is not None:
        state.draft.leave_out("number of a note", words(citation))
    state.notes += 1
    label = str(state.notes)
    if body is not None:
        state.waiting[label] = body
    return [Call(label)]


def _comment(child: etree._Element, state: State) -> list[Span]:
    text = words(child)
    state.draft.leave_out("comment", text)
    if text:
        message = f"A comment stands here: “{shortened(text, 200)}”. It is not in the leaflet."
        state.remarks.append(hint("import-comment", message))
    return []


def _change(child: etree._Element, state: State) -> list[Span]:
    change = state.changes.get(child.get(TEXT + "change-id", ""))
    if change is not None:
        message = "A tracked change inserts words here. They are taken in."
        if local(change) == "deletion":
            text = shortened(words(change))
            message = f"A tracked change deletes “{text}” here. It is left out."
        state.remarks.append(warning("import-change", message))
    return []


def drawing(element: etree._Element, state: State) -> list[Span]:
    """Return the pictures of a frame. Its text boxes wait until the paragraph is done."""
    alt = " ".join(words(e) for e in element if local(e) in ("title", "desc")).strip()
    images = [e for e in element.iter(DRAW + "image") if not _is_boxed(e, element)]
    boxes = list(element.iter(DRAW + "text-box")) or ([] if images else [element])
    state.boxes += [box for box in boxes if not _is_boxed(box, element)]
    if alt and not images:
        state.draft.leave_out("alternative text of a text box", alt)
    found: list[Span] = []
    for image in images[:1]:  # the others are the same picture in other forms
        data = state.parts.get(image.get(XLINK + "href", "").removeprefix("./"))
        state.pictures += 1
        found.append(pictures.image(data, alt or None, state.pictures, _ADDRESS))
    return found


def _is_boxed(element: etree._Element, outer: etree._Element) -> bool:
    """Whether there is a text box between `element` and `outer`."""
    for above in element.iterancestors():
        if above is outer:
            return False
        if local(above) == "text-box":
            return True
    return False


_READERS: dict[str, Callable[[etree._Element, State], Iterable[Span]]] = {
    **dict.fromkeys(_PAGE_FIELDS, _page),
    **dict.fromkeys(("bookmark-ref", "reference-ref"), _reference),
    **dict.fromkeys(("bookmark", "bookmark-start"), _bookmark),
    **dict.fromkeys(("change", "change-start"), _change),
    **dict.fromkeys(DRAWINGS, drawing),
    "note": _note,
    "annotation": _comment,
}
