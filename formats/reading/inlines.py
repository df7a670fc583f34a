"""Markdown inlines -> model inlines."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from markdown_it.tree import SyntaxTreeNode

from formats import model
from formats.errors import SourceError
from formats.reading import letters, slips
from formats.reading.context import Context
from formats.reading.pictures import NotHereError
from formats.reading.syntax import TEMPLATE
from formats.text.language import TAG

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WHOLE_ADDRESS = "Write a whole address such as https://www.example.org/page. Its words are kept."
LINK_SCHEMES = ("http", "https", "mailto", "tel")


def inlines(node: SyntaxTreeNode, context: Context, line: int) -> tuple[model.Inline, ...]:
    """Return the inlines of a block's `inline` node, or of the children of an inline."""
    if node.type == "inline":
        slips.report(node, context, line)
        return _edges_trimmed(_merged(_each(node.children, context, line)))
    return _merged(_each(node.children, context, line))


def _each(nodes: Iterable[SyntaxTreeNode], context: Context, line: int) -> Iterable[model.Inline]:
    for node in nodes:
        yield from _inline(node, context, line)
        line += node.type in ("softbreak", "hardbreak")


def _inline(node: SyntaxTreeNode, context: Context, line: int) -> Iterable[model.Inline]:
    match node.type:
        case "text" | "text_special":
            return [_text(node.content, context, line)]
        case "softbreak":
            return [model.Text(" ")]
        case "hardbreak":
            return [model.LineBreak()]
        case "strong":
            return [model.Strong(inlines(node, context, line))]
        case "em":
            return [model.Emphasis(inlines(node, context, line))]
        case "code_inline":
            return [model.CodeText(node.content)]
        case "link":
            return _link(node, context, line)
        case "image":
            return _inline_picture(node, context, line)
        case "footnote_ref":
            return [_note_reference(node, context, line)]
        case "language":
            return _language(node, context, line)
        case "s":
            return _struck(node, context, line)
        case "anchor" | "attributes":
            return _attributes(node, context, line)
        case "template":
            unfilled(node.content, context, line)
            return [model.Text(node.content)]
        case _:
            raise AssertionError(f"markdown-it gave an inline unknown to us: {node.type}")


def _text(written: str, context: Context, line: int) -> model.Text:
    for at, name in letters.odd(written):
        meant = letters.meant(written[at])
        shown = f"“{meant}”" if meant.strip() else "a space" if meant else "nothing"
        how = "Letters that cannot be seen or shown are read as what they mean"
        below = line + written.count("\n", 0, at)
        context.taken("source-letters", below, f"{name} as {shown}", how)
    return model.Text(letters.meant(written))


def _struck(node: SyntaxTreeNode, context: Context, line: int) -> Iterable[model.Inline]:
    words = "".join(map(_words, node.children))
    context.warn(
        "source-struck", line,
        f"“{words[:400]}” is struck out, which a voice would not say, so it is left out. "
        "Delete it, or take away the marks around it.",
    )  # fmt: skip
    return ()


def _attributes(node: SyntaxTreeNode, context: Context, line: int) -> Iterable[model.Inline]:
    name = node.meta.get("name") or node.meta.get("id")
    if name:
        context.anchors.setdefault(name, line)
    if node.type == "attributes":
        how = "Marks for looks are left out"
        context.taken("source-attributes", line, node.content, how)
    return ()


def unfilled(written: str, context: Context, line: int) -> None:
    """Report words that another program was to fill in, once for each line."""
    if ("source-template", context.place(line)) in [(f.code, f.place) for f in context.findings]:
        return
    context.error(
        "source-template", line,
        f"“{' '.join(written.split())[:60]}” is for another program to fill in. "
        "Write the words that belong here.",
    )  # fmt: skip


def _link(node: SyntaxTreeNode, context: Context, line: int) -> Iterable[model.Inline]:
    target = str(node.attrs.get("href", ""))
    children = inlines(node, context, line)
    if node.attrs.get("title"):
        context.warn(
            "source-link-title", line,
            f"The words “{node.attrs['title']}” in a link are shown by no format. "
            "Write them in the text.",
        )  # fmt: skip
    if TEMPLATE.search(unquote(target)):
        message = f"“{unquote(target)[:60]}” is for another program to fill in. "
        context.warn("source-link-relative", line, message + _WHOLE_ADDRESS)
        return children
    if not children and (target.startswith("#") or _can_be_followed(target)):
        context.error("source-link-empty", line, f"The link to {target} has no words. Write some.")
        return children
    if target.startswith("#"):
        context.jumps.setdefault(target[1:], line)
        return [model.Link(target, children)]
    return _outside_link(target, children, context, line)


def _outside_link(
    target: str, children: tuple[model.Inline, ...], context: Context, line: int
) -> Iterable[model.Inline]:
    if _can_be_followed(target):
        return [model.Link(target, children)]
    message = f"A link to “{target[:80]}” cannot be followed from paper or sound. "
    code = "source-link-scheme" if _SCHEME.match(target) or not target else "source-link-relative"
    context.warn(code, line, message + _WHOLE_ADDRESS)
    return children


def _can_be_followed(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return parts.scheme.lower() in LINK_SCHEMES and bool(parts.netloc or parts.path)


def picture(
    node: SyntaxTreeNode, context: Context, line: int
) -> model.Picture | tuple[model.Inline, ...]:
    """Return the picture of an `image` node, or else words in its place after saying why."""
    source = str(node.attrs.get("src", ""))
    alt = " ".join("".join(map(_words, node.children)).split())
    try:
        if TEMPLATE.search(unquote(source)):
            shown = unquote(source)[:60]
            raise NotHereError(f"“{shown}” is for another program to fill in. Name the file.")
        return context.shared.pictures.find(source, alt, context.folder)
    except NotHereError as error:
        return _instead(node, alt, error, context, line)
    except SourceError as error:
        # A fault in pictures.toml has a place of its own.
        where = f" ({error.place})" if error.place else ""
        context.error("source-picture", line, error.message + where)
        return ()


def _instead(
    node: SyntaxTreeNode, alt: str, error: NotHereError, context: Context, line: int
) -> tuple[model.Inline, ...]:
    words = ". ".join(filter(None, (alt, str(node.attrs.get("title", "")))))
    now = "Until then its words stand there instead." if words else "It has no words of its own."
    context.warn("source-picture-away", line, f"{error.message} {now}")
    if not words:
        return ()
    return (model.Text("("), context.added("no-picture"), model.Text(f": {letters.meant(words)})"))


def _inline_picture(node: SyntaxTreeNode, context: Context, line: int) -> list[model.Inline]:
    found = picture(node, context, line)
    if not isinstance(found, model.Picture):
        return list(found)
    if node.attrs.get("title"):
        context.error(
            "source-picture-title", line,
            f"The words “{node.attrs['title']}” cannot be shown under a picture among words. "
            "Write them in the text, or let the picture stand alone in its paragraph.",
        )  # fmt: skip
    return [model.InlinePicture(found)]


def _words(node: SyntaxTreeNode) -> str:
    """Return the words inside `node`, whatever marks they bear."""
    if node.type in ("softbreak", "hardbreak"):
        return " "
    if node.type in ("anchor", "attributes"):
        return ""
    return "".join(map(_words, node.children)) or node.content


def _note_reference(node: SyntaxTreeNode, context: Context, line: int) -> model.NoteReference:
    label = node.meta["label"]
    context.calls.setdefault(label, line)
    return model.NoteReference(context.notes.setdefault(label, len(context.notes) + 1))


def _language(node: SyntaxTreeNode, context: Context, line: int) -> Iterable[model.Inline]:
    tag = node.meta["lang"]
    if not TAG.fullmatch(tag):
        context.error(
            "source-language", line, f"“{tag}” is no language tag. Write one such as cy or pl."
        )
    return [model.Language(tag, inlines(node, context, line))]


def _merged(nodes: Iterable[model.Inline]) -> tuple[model.Inline, ...]:
    """Return `nodes` with neighbouring texts joined and runs of white space made one space."""
    merged: list[model.Inline] = []
    for node in nodes:
        last = merged[-1] if merged else None
        if node == model.Text(""):  # markdown-it leaves one where marks end
            continue
        if isinstance(node, model.Text) and isinstance(last, model.Text):
            merged[-1] = model.Text(last.text + node.text)
        else:
            merged.append(node)
    return tuple(_folded(n) if isinstance(n, model.Text) else n for n in merged)


def _folded(text: model.Text) -> model.Text:
    # Not \s: a no-break space is the author's wish and stays.
    return model.Text(re.sub(r"[ \t\n]+", " ", text.text))


def _edges_trimmed(nodes: tuple[model.Inline, ...]) -> tuple[model.Inline, ...]:
    trimmed = list(nodes)
    if trimmed and isinstance(trimmed[0], model.Text):
        trimmed[0] = model.Text(trimmed[0].text.lstrip(" "))
    if trimmed and isinstance(trimmed[-1], model.Text):
        trimmed[-1] = model.Text(trimmed[-1].text.rstrip(" "))
    return tuple(n for n in trimmed if n != model.Text(""))
