"""XHTML elements, built with lxml so that escaping is right by construction."""

from collections.abc import Iterable
from typing import cast

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
XML = "http://www.w3.org/XML/1998/namespace"
_NAMESPACES = {None: XHTML, "epub": OPS}
Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
Child = Element | str


def element(name: str, children: Iterable[Child] = (), /, **attributes: str) -> Element:
    """Return an XHTML element with `children`, in order.

    Attributes are named as Python names them: `epub_type` is `epub:type`, `class_` is
    `class`, `aria_label` is `aria-label`; `lang` is written as `xml:lang` too. An empty
    value leaves the attribute out, save for `alt`.
    """
    made = etree.Element(f"{{{XHTML}}}{name}", nsmap=cast("dict[str, str]", _NAMESPACES))
    for key, value in attributes.items():
        if value or key == "alt":
            made.set(_attribute(key), value)
    if attributes.get("lang"):
        made.set(f"{{{XML}}}lang", attributes["lang"])
    append(made, children)
    return made


def append(parent: Element, children: Iterable[Child]) -> None:
    """Add `children`, elements and words, to the end of `parent`."""
    for child in children:
        if isinstance(child, str):
            _append_words(parent, child)
        else:
            parent.append(child)


def _append_words(parent: Element, words: str) -> None:
    last = parent[-1] if len(parent) else None
    if last is None:
        parent.text = (parent.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def _attribute(key: str) -> str:
    if key == "epub_type":
        return f"{{{OPS}}}type"
    return key.rstrip("_").replace("_", "-")


def document(title: str, language: str, body: Iterable[Child], **attributes: str) -> bytes:
    """Return a whole XHTML document, with the style sheet of the e-book."""
    head = element("head", [
        element("title", [title]),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("link", rel="stylesheet", type="text/css", href="style.css"),
    ])  # fmt: skip
    root = element("html", [head, element("body", body, **attributes)], lang=language)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epub"])
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
