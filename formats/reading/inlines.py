"""Markdown inlines -> model inlines."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from markdown_it.tree import SyntaxTreeNode

from formats.errors import SourceError
from formats.model import (
    CodeText,
    Emphasis,
    Inline,
    InlinePicture,
    Language,
    LineBreak,
    Link,
    NoteReference,
    Picture,
    Strong,
    Text,
)
from formats.reading.context import Context
from formats.text.language import TAG

LINK_SCHEMES = ("http", "https", "mailto", "tel")


def inlines(node: SyntaxTreeNode, context: Context, line: int) -> tuple[Inline, ...]:
    """Return the inlines of a block's `inline` node, or of the children of an inline."""
    if node.type == "inline":
        return _edges_trimmed(_merged(_each(node.children, context, line)))
    return _merged(_each(node.children, context, line))


def _each(nodes: Iterable[SyntaxTreeNode], context: Context, line: int) -> Iterable[Inline]:
    for node in nodes:
        yield from _inline(node, context, line)


def _inline(node: SyntaxTreeNode, context: Context, line: int) -> Iterable[Inline]:
    match node.type:
        case "text" | "text_special":
            return [Text(node.content)]
        case "softbreak":
            return [Text(" ")]
        case "hardbreak":
            return [LineBreak()]
        case "strong":
            return [Strong(inlines(node, context, line))]
        case "em":
            return [Emphasis(inlines(node, context, line))]
        case "code_inline":
            return [CodeText(node.content)]
        case "link":
            return _link(node, context, line)
        case "image":
            return _inline_picture(node, context, line)
        case "footnote_ref":
            return [_note_reference(node, context, line)]
        case "language":
            return _language(node, context, line)
        case "html_inline":
            context.error("source-html", line, html_message(node.content))
            return [Text(node.content)]
        case _:
            raise AssertionError(f"markdown-it gave an inline unknown to us: {node.type}")


def html_message(html: str) -> str:
    """Return what to say of HTML, in one line."""
    start = " ".join(html.split())[:40]
    return f"HTML cannot be used here: “{start}”. Write it in Markdown, or delete it."


def _link(node: SyntaxTreeNode, context: Context, line: int) -> Iterable[Inline]:
    target = str(node.attrs.get("href", ""))
    children = inlines(node, context, line)
    if node.attrs.get("title"):
        context.warn(
            "source-link-title", line,
            f"The words “{node.attrs['title']}” in a link are shown by no format. "
            "Write them in the text.",
        )  # fmt: skip
    if not children:
        context.error("source-link-empty", line, f"The link to {target} has no words. Write some.")
        return children
    if target.startswith("#") and target != "#":
        return [Link(target, children)]
    return _outside_link(target, children, context, line)


def _outside_link(
    target: str, children: tuple[Inline, ...], context: Context, line: int
) -> Iterable[Inline]:
    try:
        parts = urlsplit(target)
        scheme, somewhere = parts.scheme.lower(), parts.netloc or parts.path
    except ValueError:
        scheme, somewhere = "", ""
    if scheme in LINK_SCHEMES and somewhere:
        return [Link(target, children)]
    message = f"A link to “{target[:80]}” cannot be followed from paper or sound. "
    asked = "Write a whole address such as https://www.example.org/page."
    if scheme or not target:
        context.error("source-link-scheme", line, message + asked)
    else:
        context.warn("source-link-relative", line, message + asked + " Its words are kept.")
    return children


def picture(node: SyntaxTreeNode, context: Context, line: int) -> list[Picture]:
    """Return the picture of an `image` node, or none after reporting why not."""
    source = str(node.attrs.get("src", ""))
    alt = " ".join("".join(map(_words, node.children)).split())
    try:
        return [context.shared.pictures.find(source, alt, context.folder)]
    except SourceError as error:
        # A fault in pictures.toml has a place of its own.
        where = f" ({error.place})" if error.place else ""
        context.error("source-picture", line, error.message + where)
        return []


def _inline_picture(node: SyntaxTreeNode, context: Context, line: int) -> list[Inline]:
    if node.attrs.get("title"):
        context.error(
            "source-picture-title", line,
            f"The words “{node.attrs['title']}” cannot be shown under a picture among words. "
            "Write them in the text, or let the picture stand alone in its paragraph.",
        )  # fmt: skip
    return [InlinePicture(p) for p in picture(node, context, line)]


def _words(node: SyntaxTreeNode) -> str:
    """Return the words inside `node`, whatever marks they bear."""
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return "".join(map(_words, node.children)) or node.content


def _note_reference(node: SyntaxTreeNode, context: Context, line: int) -> NoteReference:
    label = node.meta["label"]
    context.calls.setdefault(label, line)
    return NoteReference(context.notes.setdefault(label, len(context.notes) + 1))


def _language(node: SyntaxTreeNode, context: Context, line: int) -> Iterable[Inline]:
    tag = node.meta["lang"]
    if not TAG.fullmatch(tag):
        context.error(
            "source-language", line, f"“{tag}” is no language tag. Write one such as cy or pl."
        )
    return [Language(tag, inlines(node, context, line))]


def _merged(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return `nodes` with neighbouring texts joined and runs of white space made one space."""
    merged: list[Inline] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if node == Text(""):  # markdown-it leaves one where marks end
            continue
        if isinstance(node, Text) and isinstance(last, Text):
            merged[-1] = Text(last.text + node.text)
        else:
            merged.append(node)
    return tuple(_folded(n) if isinstance(n, Text) else n for n in merged)


def _folded(text: Text) -> Text:
    # Not \s: a no-break space is the author's wish and stays.
    return Text(re.sub(r"[ \t\n]+", " ", text.text))


def _edges_trimmed(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
    trimmed = list(nodes)
    if trimmed and isinstance(trimmed[0], Text):
        trimmed[0] = Text(trimmed[0].text.lstrip(" "))
    if trimmed and isinstance(trimmed[-1], Text):
        trimmed[-1] = Text(trimmed[-1].text.rstrip(" "))
    return tuple(n for n in trimmed if n != Text(""))
