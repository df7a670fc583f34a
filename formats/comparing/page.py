"""A comparison -> a web page: everything inside, what was taken out and added said in words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from formats.comparing import lines
from formats.comparing.changes import Change, Comparison, Edit, Grade
from formats.text.language import is_right_to_left
from formats.xhtml.markup import Child, Element, element, html

_LANGUAGE: Final = "en-GB"
"""Of the page: it is for staff. Words of a leaflet in another are marked (WCAG 2.2, 3.1.2)."""


def page(comparison: Comparison) -> bytes:
    """Return the page."""
    head = element("head", _head(comparison))
    body = element("body", [element("main", _main(comparison))])
    return html(element("html", [head, body], lang=_LANGUAGE, dir="ltr"))


def _head(comparison: Comparison) -> Iterator[Element]:
    yield element("meta", charset="utf-8")
    yield element("title", [f"{lines.summary(comparison)} {comparison.title}"])
    yield element("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield element("style", [(Path(__file__).parent / "page.css").read_text("utf-8")])


def _main(comparison: Comparison) -> Iterator[Element]:
    title = element("span", [comparison.title], **_marks(comparison.language))
    yield element("h1", ["What changed in ", title])
    before, after = lines.side(comparison.before), lines.side(comparison.after)
    yield element("p", [f"From {before} to {after}."])
    yield from (element("p", [f"Note: {note}"]) for note in comparison.notes)
    yield element("p", [element("strong", [lines.summary(comparison)])])
    yield from fragments(comparison)


def fragments(comparison: Comparison, level: int = 2) -> Iterator[Element]:
    """Yield a part for each grade that there is, with a heading of `level`, for any page."""
    for grade in lines.GRADES:
        changes = lines.ordered(comparison, grade)
        if changes:
            words = f"{grade.label.capitalize()}: {lines.count(len(changes), 'change')}"
            yield element("h" + str(level), [words])
            yield element("ol", [_change(change) for change in changes], class_=_class(grade))
    if comparison.lags:
        yield element("h" + str(level), ["What has not followed"])
        yield element("ul", [element("li", [lines.lag(lag)]) for lag in comparison.lags])


def _class(grade: Grade) -> str:
    return grade.name.lower()


def _change(change: Change) -> Element:
    made = [
        element("p", [element("strong", [lines.headline(change)])]),
        element("p", [f"Where: {lines.where(change)}"]),
    ]
    more = lines.others(change)
    if more:
        made.append(element("ul", [element("li", [f"Also: {reason.says}."]) for reason in more]))
    if change.edits:
        made.append(element("p", ["Both: ", _words(change, _edited(change.edits))]))
    for name, words in lines.forms(change):
        made.append(element("p", [f"{name}: ", _words(change, _lines(words))]))
    return element("li", made)


def _words(change: Change, children: list[Child]) -> Element:
    return element("span", children, class_="words", **_marks(change.language))


def _marks(language: str) -> dict[str, str]:
    if not language or language == _LANGUAGE:
        return {}
    return {"lang": language, "dir": "rtl" if is_right_to_left(language) else ""}


def _lines(words: str) -> list[Child]:
    children: list[Child] = []
    for number, line in enumerate(words.split("\n")):
        children += [element("br"), line] if number else [line]
    return children


def _edited(edits: tuple[Edit, ...]) -> list[Child]:
    """Return both forms in one, each word that differs between brackets that say how."""
    children: list[Child] = []
    for edit in edits:
        if children:
            children.append(" ")
        children.append(edit.words if edit.kind == "kept" else _marked(edit))
    return children


def _marked(edit: Edit) -> Element:
    out = edit.kind == "out"
    says = element("span", ["[taken out: " if out else "[added: "], lang=_LANGUAGE)
    return element("del" if out else "ins", [says, edit.words, "]"])
