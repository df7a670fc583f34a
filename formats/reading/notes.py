"""The notes of a leaflet, `[^1]: …`, wherever they are written."""

from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from formats.model import Note
from formats.reading.blocks import blocks, line_of
from formats.reading.context import Context


def notes(tree: SyntaxTreeNode, context: Context) -> tuple[Note, ...]:
    """Return the notes of the whole leaflet, after its blocks have been read."""
    found = {node.meta["label"]: node for node in _definitions(tree, context)}
    read: dict[int, Note] = {}
    # A note may call another, which then gets the next number while it is read.
    while waiting := [label for label, n in context.notes.items() if n not in read]:
        label = waiting[0]
        read[context.notes[label]] = _note(label, found.pop(label, None), context)
    for label, node in found.items():
        context.error(
            "source-note-unused", line_of(node),
            f"The note [^{label}] is called nowhere. Write [^{label}] where it belongs.",
        )  # fmt: skip
    return tuple(read[number] for number in sorted(read))


def _definitions(tree: SyntaxTreeNode, context: Context) -> Iterator[SyntaxTreeNode]:
    seen = set()
    for node in tree.walk():
        if node.type != "footnote_reference":
            continue
        label = node.meta["label"]
        if label in seen:
            context.error(
                "source-note-twice", line_of(node),
                f"The note [^{label}] is written twice. Give one another name.",
            )  # fmt: skip
        seen.add(label)
        yield node


def _note(label: str, node: SyntaxTreeNode | None, context: Context) -> Note:
    number = context.notes[label]
    if node is None:
        context.error(
            "source-note-missing", context.calls.get(label, 0),
            f"[^{label}] calls a note that is not there. Write it as “[^{label}]: …”.",
        )  # fmt: skip
        return Note(number, ())
    return Note(number, blocks(node.children, context), context.place(line_of(node)))
