"""The blocks of `:::`: steps, contact, easy-read, only, not, lang."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from formats import model
from formats.errors import Place, nearest
from formats.reading.context import Context
from formats.reading.inlines import inlines
from formats.text.language import TAG

_STRAY = (
    "This “:::” closes nothing. If a block should end here, write the line that begins it, such as "
    "“::: easy-read”, above its first words. If none should, delete this line."
)
ReadBlocks = Callable[[Iterable[SyntaxTreeNode], Context], tuple[model.Block, ...]]


@dataclass(frozen=True, slots=True)
class _Directive:
    """One `::: word arguments` block, and how to read the blocks inside it."""

    word: str
    arguments: tuple[str, ...]
    node: SyntaxTreeNode
    context: Context
    line: int
    read: ReadBlocks

    @property
    def place(self) -> Place:
        return self.context.place(self.line)

    def inside(self) -> tuple[model.Block, ...]:
        return self.read(self.node.children, self.context)

    def error(self, code: str, message: str) -> None:
        self.context.error(code, self.line, message)

    def check_no_arguments(self) -> None:
        if self.arguments:
            more = " ".join(self.arguments)
            message = f"“::: {self.word}” takes no more words, but “{more}” follows it."
            self.error("source-block-argument", message)


def directive(
    node: SyntaxTreeNode, context: Context, line: int, read: ReadBlocks
) -> Iterable[model.Block]:
    """Return what a `:::` block means, or its words after reporting what is wrong."""
    if node.type == "colon_stray":
        context.error("source-block-stray", line, _STRAY)
        return ()
    word, *arguments = node.info.split()
    block = _Directive(word, tuple(arguments), node, context, line, read)
    if not node.meta["closed"]:
        block.error("source-block-unclosed", _unclosed(word, node, context))
    for at in node.meta["two_colons"]:
        context.error(
            "source-block-colons", at, "A block begins and ends with three colons: “:::”."
        )
    if word not in _READERS:
        message = f"There is no block “::: {word}”. {nearest(word, _READERS)}"
        block.error("source-block-unknown", message)
        return block.inside()
    return [_READERS[word](block)]


def _unclosed(word: str, node: SyntaxTreeNode, context: Context) -> str:
    last = node.map[1] if node.map else 0
    end = f"before line {last + context.offset}" if last < len(context.lines) else "at the end"
    return (
        f"The block “::: {word}” is not closed. Write a line of “:::” after its last words, {end}."
    )


def _steps(block: _Directive) -> model.Steps:
    block.check_no_arguments()
    inside = block.inside()
    sections = [b for b in inside if isinstance(b, model.Section)]
    if not sections:
        message = "“::: steps” has no headings. Give each step a heading."
        block.error("source-steps-empty", message)
    if len({section.level for section in sections}) > 1:
        message = "The headings of the steps differ in level. Use one level for them all."
        block.error("source-steps-levels", message)
    steps = tuple(
        model.Step(number, len(sections), s.level, s.heading, s.id, s.blocks, s.place)
        for number, s in enumerate(sections, 1)
    )
    before = tuple(b for b in inside if not isinstance(b, model.Section))
    return model.Steps(before, steps, block.place)


def _contact(block: _Directive) -> model.Contact:
    block.check_no_arguments()
    organisation = block.context.shared.organisation
    if not organisation.contacts:
        message = "There are no contact details to show. Write them in organisation.toml."
        block.error("source-contact-none", message)
    return model.Contact(block.inside(), organisation, block.place)


def _easy_read(block: _Directive) -> model.EasyRead:
    block.check_no_arguments()
    return model.EasyRead(_all_ideas(block), block.place)


def _easy_read_headed(block: _Directive) -> model.EasyRead:
    """Return easy-read text that gives its section a heading in easy words."""
    words = " ".join(block.arguments)
    if not words:
        message = "After “::: easy-read:” write the heading of this section in easy words."
        block.error("source-block-argument", message)
    return model.EasyRead(_all_ideas(block), block.place, (model.Text(words),) if words else ())


def _all_ideas(block: _Directive) -> tuple[model.Idea, ...]:
    return tuple(idea for child in block.node.children for idea in _ideas(child, block))


def _ideas(node: SyntaxTreeNode, block: _Directive) -> Iterable[model.Idea]:
    line = node.map[0] if node.map else block.line
    if node.type != "paragraph":
        message = "Easy-read text is paragraphs only: one for each idea, with its picture first."
        block.context.error("source-easy-read", line, message)
        return []
    words = inlines(node.children[0], block.context, line)
    picture = None
    if words and isinstance(words[0], model.InlinePicture):
        picture, words = words[0].picture, words[1:]
    if words and isinstance(words[0], model.Text):
        words = (model.Text(words[0].text.lstrip()), *words[1:])
    return [model.Idea(picture, words, (), block.context.place(line))]


def _only(block: _Directive) -> model.Only:
    if not block.arguments:
        message = f"Say for which formats, such as “::: {block.word} audio epub”."
        block.error("source-only-names", message)
    for name in block.arguments:
        if name not in block.context.names:
            message = f"There is no format “{name}”. {nearest(name, block.context.names)}"
            block.error("source-only-names", message)
    return model.Only(block.arguments, block.word == "not", block.inside(), block.place)


def _language(block: _Directive) -> model.LanguageBlock:
    tag = block.arguments[0] if block.arguments else ""
    if len(block.arguments) != 1 or not TAG.fullmatch(tag):
        message = "Follow “::: lang” with one language tag, such as “::: lang pl”."
        block.error("source-language", message)
    return model.LanguageBlock(tag, block.inside(), block.place)


_READERS: dict[str, Callable[[_Directive], model.Block]] = {
    "steps": _steps,
    "contact": _contact,
    "easy-read": _easy_read,
    "easy-read:": _easy_read_headed,
    "only": _only,
    "not": _only,
    "lang": _language,
}
