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
    `class`, `aria_label` is `aria-label`. An empty value leaves the attribute out, save
    for `alt`.
    """
    made = etree.Element(f"{{{XHTML}}}{name}", nsmap=cast("dict[str, str]", _NAMESPACES))
    for key, value in attributes.items():
        if value or key == "alt":
            made.set(_attribute(key), value)
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


def xhtml(root: Element) -> bytes:
    """Return a whole document for e-books: XML, in which each `lang` is an `xml:lang` too."""
    for node in root.iter():
        if node.get("lang"):
            node.set(f"{{{XML}}}lang", node.get("lang", ""))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epub"])
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def html(root: Element) -> bytes:
    """Return a whole document for the web: HTML, in which names have no namespace."""
    for node in root.iter():
        node.tag = etree.QName(node).localname
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", method="html", doctype="<!DOCTYPE html>")
