"""The easy-read text of a leaflet as the rules see it.

A leaflet is a tree of scopes: itself, its sections and its steps. A scope has its own
standard words, its own rows (ideas), and scopes inside it. A passage is a run of easy-read
words: those of a row, or the explanation of a hard word, which the reader of the rendition
meets right after the row that first uses it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from formats import model
from formats.errors import Place
from formats.model.findings import Finding, Severity
from formats.model.walk import parts, plain_text, walk
from formats.text import sentences

# An address or a telephone number is one word. Each part begins where only one match can, so
# that a word of 200,000 letters takes no longer than as many short ones.
_WORD = re.compile(
    r"(?<!\S)[^\s@]+@\S+|(?<!\S)(?:https?://|www\.)\S+|"
    r"\d+(?:[ .,:/-]\d+)*\w*|[^\W\d_]\w*(?:[-'’][^\W_]\w*)*"
)
_EXCERPT = 60  # letters


@dataclass(frozen=True)
class Passage:
    """A run of easy-read words. `term` is the hard word that it explains, if it does."""

    text: str
    place: Place
    term: str = ""

    @cached_property
    def sentences(self) -> tuple["Sentence", ...]:
        """The sentences of the passage."""
        found = (Sentence(plain_text(s).strip()) for s in sentences.split((model.Text(self.text),)))
        return tuple(sentence for sentence in found if sentence.words)

    def finding(self, code: str, severity: Severity, message: str) -> Finding:
        """Return a finding here; `message` says first what was met, then what to do."""
        if self.term:
            message = f"In glossary.toml, the easy words for “{self.term}”: {message}"
        return Finding(code, severity, message, self.place)


@dataclass(frozen=True)
class Sentence:
    """One sentence."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as written; a number counts as one, as does a word with hyphens."""
        return tuple(_WORD.findall(self.text))

    @property
    def excerpt(self) -> str:
        """The sentence in quotation marks, cut if it is long."""
        return excerpt(self.text)


@dataclass(frozen=True)
class Row:
    """One idea as it stands in the source, and its words."""

    idea: model.Idea
    passage: Passage

    @cached_property
    def marked(self) -> tuple[str, ...]:
        """The words marked as hard, in order."""
        strong = (node for node in walk(self.idea.children) if isinstance(node, model.Strong))
        return tuple(plain_text(node.children).strip() for node in strong)


@dataclass
class Scope:
    """The leaflet, a section or a step: its own standard words and rows, and scopes inside it."""

    heading: str
    place: Place
    words: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    inside: list["Scope"] = field(default_factory=list)
    is_whole: bool = False

    def walk(self) -> Iterator["Scope"]:
        """Yield this scope and all inside it, in reading order."""
        yield self
        for scope in self.inside:
            yield from scope.walk()

    @property
    def all_rows(self) -> list[Row]:
        """The rows of this scope and of all inside it."""
        return [row for scope in self.walk() for row in scope.rows]

    @property
    def standard(self) -> str:
        """The standard words that the rows of this scope stand for.

        They are its own, and those of scopes inside it that have no easy-read text at all. Rows
        before the first section stand for no section.
        """
        spoken_for = [*self.words]
        for scope in self.inside:
            if not (self.is_whole or scope.all_rows):
                spoken_for += [scope.heading, scope.standard]
        return "\n".join(spoken_for)


class EasyText:
    """The easy-read text of a leaflet as read."""

    def __init__(self, leaflet: model.Leaflet) -> None:
        self.leaflet = leaflet
        self.root = Scope(leaflet.title, leaflet.place, is_whole=True)
        _gather(leaflet.blocks, self.root)
        self.rows = self.root.all_rows
        self.hard_words = {t.key.casefold(): t for t in leaflet.glossary if t.easy}

    @property
    def is_english(self) -> bool:
        """Whether the rules about English words apply."""
        return self.leaflet.language.lower().split("-")[0] == "en"

    @cached_property
    def explained(self) -> dict[str, int]:
        """The number of the row, from 0, that explains each hard word (by its folded key)."""
        first: dict[str, int] = {}
        for number, row in enumerate(self.rows):
            for word in row.marked:
                if word.casefold() in self.hard_words:
                    first.setdefault(word.casefold(), number)
        return first

    @cached_property
    def hard_word(self) -> re.Pattern[str]:
        """What finds the hard words of the glossary in a text, longer ones before shorter."""
        keys = sorted((t.key for t in self.hard_words.values()), key=len, reverse=True)
        # A key in capitals is met in capitals only: [PLAN] is no plan.
        each = "|".join(re.escape(k) if k.isupper() else f"(?i:{re.escape(k)})" for k in keys)
        return re.compile(rf"(?<!\w)(?P<word>{each})(?:s|es)?(?!\w)" if keys else r"(?!)")

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words of each row, then the explanations that follow it."""
        explanations: dict[int, list[model.Term]] = {}
        for key, number in self.explained.items():
            explanations.setdefault(number, []).append(self.hard_words[key])
        return tuple(
            passage
            for number, row in enumerate(self.rows)
            for passage in (
                row.passage,
                *(Passage(t.easy, row.passage.place, t.key) for t in explanations.get(number, ())),
            )
        )

    def sentences(self) -> Iterator[tuple[Passage, Sentence]]:
        """Yield every sentence with its passage."""
        for passage in self.passages:
            for sentence in passage.sentences:
                yield passage, sentence


def excerpt(text: str) -> str:
    """Return `text` in quotation marks, cut at a word if it is long."""
    if len(text) <= _EXCERPT:
        return f"“{text}”"
    return f"“{text[:_EXCERPT].rsplit(' ', 1)[0]} …”"


def _gather(blocks: Iterable[model.Block], scope: Scope) -> None:
    for block in blocks:
        match block:
            case model.EasyRead():
                scope.rows += [_row(idea, scope.place) for idea in block.ideas]
            case model.Section():
                scope.inside.append(_inner(block, scope))
            case model.Steps():
                _gather(block.blocks, scope)
                scope.inside += [_inner(step, scope) for step in block.steps]
            case model.Preformatted():
                scope.words.append(block.text)
            case _:
                _gather_parts(block, scope)


def _gather_parts(block: model.Block, scope: Scope) -> None:
    for part in parts(block):
        run = plain_text(node for node in part if isinstance(node, model.Inline))
        if run.strip():
            scope.words.append(run)
        _gather((node for node in part if not isinstance(node, model.Inline)), scope)


def _inner(node: model.Section | model.Step, outer: Scope) -> Scope:
    place = node.place if node.place.file else outer.place
    scope = Scope(plain_text(node.heading), place)
    _gather(node.blocks, scope)
    return scope


def _row(idea: model.Idea, place: Place) -> Row:
    own = idea.place if idea.place.file else place
    return Row(idea, Passage(plain_text(idea.children).strip(), own))
