"""Markdown made up by Hypothesis: whole leaflets with the words they must not lose.

`sources()` draws leaflets as people write them, with their words known beforehand; `scraps()`
draws anything built of the marks that Markdown and our dialect react to.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st

Words = tuple[str, ...]
_LETTERS = "abcdefgxyzABCXYZ0123456789éüñłžŵ中عש"


@dataclass
class Written:
    """Lines of Markdown, the words that stand in them in order, and the notes they call.

    The number of a word makes it unique, so that no other can stand in for it.
    """

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __add__(self, other: "Written") -> "Written":
        return Written([*self.lines, *other.lines], [*self.words, *other.words])


def joined(parts: Iterable[Written], between: tuple[str, ...] = ("",)) -> Written:
    """Return `parts` one after another, with the lines of `between` after each."""
    whole = Written()
    for part in parts:
        whole += part + Written([*between])
    return whole


class Drawing:
    """Draws one source. Each word it writes is one that no other has."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.numbers = count(1)
        self.notes: list[Written] = []

    def word(self) -> str:
        letters = self.draw(st.text(_LETTERS, min_size=1, max_size=6))
        return f"w{next(self.numbers)}{letters}"

    def one_of(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def run(self, most: int = 6) -> tuple[str, list[str]]:
        """Return some words with marks around a few, and the words."""
        written, words = [], []
        for _ in range(self.draw(st.integers(1, most))):
            word = self.word()
            words.append(word)
            written.append(self.marked(word))
        return self.one_of(" ", "  ").join(written), words

    def marked(self, word: str) -> str:
        form = self.one_of(
            "{}", "{}", "{}", "**{}**", "*{}*", "_{}_", "`{}`", "***{}***", "[{}](https://a.example)",
            "[**{}**](mailto:a@b.example)", "[{}]{{lang=pl}}", "[*{}*]{{lang=cy-GB}}", "<https://{}.example>",
            "{}\\\n", "({})", "“{}”", "{}—", "&lt;{}&gt;", "\\*{}\\*", "{}!", "note",
        )  # fmt: skip
        if form == "note":
            return word + self.note()
        return form.format(word)

    def note(self) -> str:
        if len(self.notes) > 3:
            return ""
        place = len(self.notes)
        self.notes.append(Written())
        words = [self.word() for _ in range(2)]
        self.notes[place] = Written([f"[^n{place}]: {words[0]}", "", f"    {words[1]}", ""], words)
        return f"[^n{place}]"

    def one_line(self, most: int = 4) -> tuple[str, list[str]]:
        """Return words in one line, as a heading or a cell needs them."""
        text, words = self.run(most)
        return text.replace("\\\n", "").replace("\n", " "), words

    def block(self, depth: int) -> Written:
        kinds = ["paragraph", "paragraph", "table", "code", "contact"]
        if depth < 3:
            kinds += ["list", "quotation", "lang", "only", "not", "steps"]
        match self.one_of(*kinds):
            case "paragraph":
                return self._paragraph()
            case "table":
                return self._table()
            case "code":
                return self._code()
            case "contact":
                return self._contact()
            case "list":
                return self._list(depth)
            case "quotation":
                return self._quotation(depth)
            case "steps":
                return self._steps(depth)
            case kind:
                return self._around(kind, depth)

    def blocks(self, depth: int) -> Written:
        return joined(self.block(depth + 1) for _ in range(self.draw(st.integers(1, 3))))

    def _paragraph(self) -> Written:
        text, words = self.run()
        return Written(text.rstrip("\\\n").split("\n"), words)

    def _table(self) -> Written:
        columns = self.draw(st.integers(1, 3))
        bar = "| " if columns == 1 or self.draw(st.booleans()) else ""
        made = Written()
        for number in range(self.draw(st.integers(2, 4))):
            # A row may be short, and a header may not.
            width = columns if number == 0 else self.draw(st.integers(1, columns))
            cells = [self.one_line(2) for _ in range(width)]
            line = bar + " | ".join(text.replace("|", "\\|") for text, _ in cells)
            made += Written([line.strip()], [w for _, words in cells for w in words])
            if number == 0:
                made += Written([bar + " | ".join(["---"] * columns)])
        return made

    def _code(self) -> Written:
        words = [self.word() for _ in range(3)]
        return Written(["```", f"{words[0]}  <{words[1]}>", f"  ::: {words[2]}", "```"], words)

    def _contact(self) -> Written:
        inside = self._paragraph()
        return Written(["::: contact", *inside.lines, ":::"], [*inside.words, "Helpline", "01234"])

    def _list(self, depth: int) -> Written:
        mark = self.one_of("- ", "* ", "1. ", "7) ")
        made = Written()
        for _ in range(self.draw(st.integers(1, 3))):
            inside = self.blocks(depth)
            lines = [(" " * len(mark) + line).rstrip() for line in inside.lines]
            made += Written([mark + lines[0].lstrip(), *lines[1:]], inside.words)
        return made

    def _quotation(self, depth: int) -> Written:
        inside = self.blocks(depth)
        quoted = Written([f"> {line}".rstrip() for line in inside.lines], inside.words)
        if self.draw(st.booleans()):
            return quoted
        place = self.word()
        cited = Written([">", f"> — send-code {place}"], ["SEND", "Code", "of", "Practice", place])
        return quoted + cited

    def _around(self, kind: str, depth: int) -> Written:
        inside = self.blocks(depth)
        first = "lang pl" if kind == "lang" else f"{kind} audio"
        return Written([f"::: {first}", *inside.lines, ":::"], inside.words)

    def _steps(self, depth: int) -> Written:
        made = self._paragraph() + Written([""])
        for _ in range(self.draw(st.integers(1, 2))):
            title, words = self.one_line()
            made += Written([f"#### {title}", ""], words) + self.blocks(depth)
        return Written(["::: steps", *made.lines, ":::"], made.words)

    def section(self, level: int) -> Written:
        title, words = self.one_line()
        made = Written([f"{'#' * level} {title}", ""], words) + self.blocks(0)
        return made + (self._easy_read() if self.draw(st.booleans()) else Written())

    def _easy_read(self) -> Written:
        ideas = []
        for _ in range(self.draw(st.integers(1, 3))):
            idea = self._paragraph()
            picture = self.one_of("", "![A school](picture:school) ")
            ideas.append(Written([picture + idea.lines[0], *idea.lines[1:]], idea.words))
        made = joined(ideas)
        return Written(["::: easy-read", *made.lines, ":::", ""], made.words)


@dataclass(frozen=True)
class Source:
    """A leaflet's Markdown, the words of its body in order, and those of each note by name."""

    text: str
    words: Words
    notes: tuple[Words, ...]


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """Draw a leaflet as a person would write it, with nothing wrong in it."""
    drawing = Drawing(draw)
    parts = [drawing.blocks(0)]
    parts += [
        drawing.section(level) for level in draw(st.sampled_from([(2,), (2, 3), (2, 2, 3, 4)]))
    ]
    body = joined(parts)
    lines = ["# A title", "", *body.lines, *(line for note in drawing.notes for line in note.lines)]
    notes = tuple(tuple(note.words) for note in drawing.notes)
    return Source("\n".join(lines) + "\n", tuple(body.words), notes)


_PIECES = (
    "\n", "\n", "\n\n", " ", "  ", "    ", "\t", "# ", "## ", "- ", "* ", "1. ", "> ", "---", "***",
    "===", "```", "~~~", "`", "*", "**", "_", "[", "]", "(", ")", "!", "![", "](", "](#x)", "[^1]",
    "[^1]: ", "[x]: ", "<", ">", "<b>", "<!--", "-->", "&amp;", "&#0;", "\\", "|", "|--|--|", "--|--",
    ":::", "::: ", "::: lang pl", "::: only audio", "::: steps", "::: contact", "::: easy-read",
    "::: box", "{lang=pl}", "{lang=", "}", "— send-code 1", "\u00a0", "\u2028", "'", '"', "https://a.example",
    "![a](picture:school)", "]{lang=pl}", "~~", "~", "{: .x}", "{#x}", "{{", "}}", "{%", "%}",
    "\n: ", "\n!!! note\n    ", "> [!NOTE]\n> ", "• ", "\no\t", "[ ] ", "<br>", "<div>\n", "</div>\n",
    "<p>", "</p>", "<ul><li>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "<th>", "</td>", "</table>",
    "<b>", "</b>", '<a href="https://a.example">', '<a name="x">', "</a>", "<img alt=", "<h3>", "</h3>",
    "<dl><dt>", "<dd>", "</dl>", "<pre>", "</pre>", "<q>", "<script>", "</script>", "<unknown>",
    ":: easy-read", "::", "\u200b", "\ufb01", "+++", "www.a.example", "a@b.example",
)  # fmt: skip


@st.composite
def scraps(draw: st.DrawFn) -> Source:
    """Draw marks and words in any order, each word known by its number."""
    pieces: list[str] = []
    words: list[str] = []
    for number in range(draw(st.integers(1, 30))):
        if draw(st.booleans()):
            word = f"w{number}q"
            words.append(word)
            pieces.append(draw(st.sampled_from([word, f" {word} ", f"{word}\n"])))
        else:
            pieces.append(draw(st.sampled_from(_PIECES)))
    return Source("".join(pieces), tuple(words), ())
