"""Model blocks and parts of an edition -> XHTML."""

from collections.abc import Iterable
from typing import assert_never

from formats import model
from formats.model.walk import Inlines
from formats.xhtml.inlines import InlineDrawing
from formats.xhtml.markup import Child, Element, append, element


class Drawing(InlineDrawing):
    """Draws the blocks and parts of one edition."""

    def blocks(self, nodes: Iterable[model.Block]) -> list[Element]:
        """Return the elements of `nodes`, in order."""
        return [self.block(node) for node in nodes]

    def block(self, node: model.Block) -> Element:
        """Return the element of one block, drawn as `own` says, if it does."""
        drawn = self.own.get(type(node))
        return drawn(self, node) if drawn else self.plain_block(node)

    def plain_block(self, node: model.Block) -> Element:
        """Return the element of one block, whatever `own` says of it.

        Raises `RenderError` for a block that only a source may have.
        """
        match model.viewed(node):
            case model.Paragraph(children=children, large=large):
                return element("p", self.inlines(children), class_="large" if large else "")
            case model.Section() as section:
                return self.section(section)
            case model.BulletList(items=items):
                return element("ul", map(self.item, items))
            case model.NumberedList(items=items, start=start):
                return element("ol", map(self.item, items), start="" if start == 1 else str(start))
            case model.Table() as table:
                return self.table(table)
            case model.Figure() as figure:
                return self.figure(figure)
            case model.Quotation() as quotation:
                return self.quotation(quotation)
            case model.Steps() as steps:
                return self.steps(steps)
            case model.ContactList(ways=ways):
                return element("ul", map(self.way, ways), class_="contact")
            case model.LanguageBlock(lang=lang, blocks=blocks):
                return element("div", self.within(lang).blocks(blocks), **self.languages(lang))
            case model.Preformatted(lines=lines):
                return element("pre", self.lines(lines, "\n"))
            case model.Idea() as idea:
                return self.idea(idea)
            case model.WordList(definitions=definitions):
                shown = [element("li", self.explained(each)) for each in definitions]
                return element("ul", shown, class_="word-list")
            case model.Contents(entries=entries):
                return element("ol", map(self.entry, entries))
            case model.NoteList(notes=notes):
                return element("ol", map(self.note, notes), class_="notes")
            case unknown:
                assert_never(unknown)

    # --- Headings and parts

    def heading(self, level: int, words: Iterable[Child], id_: str) -> Element:
        """Return a heading. `level` is that of the model, where 1 is the title."""
        return element(f"h{min(max(level - self.base, 1), 6)}", words, id=id_)

    def part(self, part: model.Part) -> Element:
        """Return a part with its heading; the contents are for finding one's way about."""
        children = self.blocks(part.blocks)
        if part.heading:
            level = 1 if part.kind in ("cover", "label") else 2
            children.insert(0, self.heading(level, self.inlines(part.heading), part.id))
        named = "nav" if part.kind == "contents" else "section"
        name = named if part.heading else "div"
        return element(name, children, aria_labelledby=part.id if part.heading else "")

    def section(self, node: model.Section) -> Element:
        """Return a section, named by its heading."""
        heading = self.heading(node.level, self.inlines(node.heading), node.id)
        return element("section", [heading, *self.blocks(node.blocks)], aria_labelledby=node.id)

    def steps(self, node: model.Steps) -> Element:
        """Return a process. Its number stands in each heading, so the list itself shows none."""
        steps = element("ol", map(self.step, node.steps), class_="steps")
        return element("div", [*self.blocks(node.blocks), steps])

    def step(self, node: model.Step) -> Element:
        """Return one step of a process."""
        label: list[Child] = [self.added(node.label), ": "] if node.label else []
        heading = self.heading(node.level, [*label, *self.inlines(node.heading)], node.id)
        return element("li", [heading, *self.blocks(node.blocks)])

    def entry(self, node: model.ContentsEntry) -> Element:
        """Return a line of the contents, and those under it."""
        link = element("a", self.inlines(node.words), href=self.address(f"#{node.target}"))
        inside = [element("ol", map(self.entry, node.entries))] if node.entries else []
        return element("li", [link, *inside])

    # --- Lists and tables

    def item(self, node: model.ListItem) -> Element:
        """Return an item of a list."""
        match node.blocks:
            case (model.Paragraph() as only,) if model.Paragraph not in self.own:
                return element("li", self.inlines(only.children))
            case blocks:
                return element("li", self.blocks(blocks))

    def table(self, node: model.Table) -> Element:
        """Return a table with its head."""
        head = [element("th", self.inlines(cell), scope="col") for cell in node.header]
        rows = [
            element("tr", [element("td", self.inlines(cell)) for cell in row]) for row in node.rows
        ]
        body = [element("tbody", rows)] if rows else []
        return element("table", [element("thead", [element("tr", head)]), *body])

    def lines(self, lines: Iterable[Inlines], end: str = "") -> list[Child]:
        """Return lines, each but the first after `end`, or after a break if that is empty."""
        children: list[Child] = []
        for number, line in enumerate(lines):
            if number:
                children.append(end or element("br"))
            children += self.inlines(line)
        return children

    # --- What else there is

    def figure(self, node: model.Figure) -> Element:
        """Return a picture that stands alone."""
        caption = [element("figcaption", self.inlines(node.caption))] if node.caption else []
        spoken = node.id if node.id in self.spoken else ""
        return element("figure", [self.image(node.picture, id=spoken), *caption])

    def quotation(self, node: model.Quotation) -> Element:
        """Return a quotation with its source."""
        children = self.blocks(node.blocks)
        if node.source:
            cite = element("cite", self.inlines(node.source))
            children.append(element("p", ["— ", cite], class_="source"))
        return element("blockquote", children)

    def way(self, node: model.Way) -> Element:
        """Return one way to get in touch."""
        label = element("strong", [*self.inlines(node.label), ":"])
        words: list[Child] = [label, " ", *self.lines(node.lines)]
        words += [element("br"), *self.inlines(node.note)] if node.note else []
        if node.picture is None:
            return element("li", words)
        shown = self.image(node.picture, class_="idea")
        return element("li", [shown, element("div", words, class_="words")], class_="idea")

    def idea(self, node: model.Idea) -> Element:
        """Return an idea: the picture left, the words right."""
        words = [element("p", self.inlines(node.children))]
        words += [element("p", self.explained(d), class_="explained") for d in node.explained]
        shown = [self.image(node.picture, class_="idea")] if node.picture else []
        return element("div", [*shown, element("div", words, class_="words")], class_="idea")

    def explained(self, node: model.Definition) -> list[Child]:
        """Return a hard word and its explanation, which may say the word itself."""
        term: list[Child] = [element("strong", self.inlines(node.term)), ": "] if node.term else []
        return [*term, *self.inlines(node.meaning)]

    def note(self, node: model.Note) -> Element:
        """Return a note, with its label and its way back."""
        made = element("li", id=f"note.{node.number}")
        if node.label:
            append(made, [element("p", [element("strong", [self.added(node.label)])])])
        append(made, self.blocks(node.blocks))
        if node.back:
            href = self.address(f"#call.{node.number}")
            link = element("a", [self.added(node.back)], href=href, role="doc-backlink")
            append(made, [element("p", [link])])
        return made
