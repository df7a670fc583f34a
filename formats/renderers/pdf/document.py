"""An edition -> pages, volumes and page numbers -> one tagged file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

from formats.model import NOWHERE, Block, Edition, Part, Section, Strong
from formats.model.findings import Finding, Severity
from formats.renderers.pdf import PdfOptions, cover
from formats.renderers.pdf.compose import Call, Composer, composer
from formats.renderers.pdf.cover import CoverLook
from formats.renderers.pdf.setting import guideline, setting
from formats.typesetting.boxes import Box
from formats.typesetting.frame import Frame
from formats.typesetting.pagination import Page, Pages, Placed, boxes_of, page_numbers
from formats.typesetting.painter import Painter
from formats.typesetting.setting import Setting
from formats.typesetting.tagging import Content, Element, Tagging, finish
from formats.wording import Wording

_AS_WIDE_AS_ARIAL = "Arimo"  # and as good: guidelines that ask for Arial ask for its sizes


def write(edition: Edition, options: PdfOptions, out: BinaryIO) -> tuple[Finding, ...]:
    """Write `edition` to `out`. Raises `RenderError` for letters that cannot be set right."""
    chosen = setting(options)
    document = Layout(edition, options, chosen)
    pages = document.pages()
    document.composer.compositor.refuse_lacking()
    numbers = list(_numbers(pages, document.composer.words))
    drawn = BytesIO()
    tagged = Painter(chosen, edition.short_title or edition.title, drawn).paint(pages, numbers)
    bookmarks = tuple(mark for _, box in boxes_of(pages) for mark in box.bookmarks)
    tagging = Tagging(
        document.root, edition.title, edition.language, edition.publisher, edition.description,
        options.pdf_ua, bookmarks, edition.date,
    )  # fmt: skip
    finish(drawn.getvalue(), tagged, tagging, out)
    return (*document.composer.tables.findings, *_typeface(edition, options, chosen))


def _typeface(edition: Edition, options: PdfOptions, chosen: Setting) -> Iterator[Finding]:
    """Yield what staff should know of the typeface. Readers need not: they see it."""
    rules = guideline(options)
    if rules.typeface and chosen.typeface.name not in (rules.typeface, _AS_WIDE_AS_ARIAL):
        message = (
            f"{rules.name} asks for the typeface {rules.typeface}, and this is set in "
            f"{chosen.typeface.name}. Choose typeface = “arimo”, which is as wide."
        )
        yield Finding("pdf-typeface", Severity.HINT, message, edition.place)


def _numbers(pages: list[Page], words: Wording) -> Iterator[tuple[str, ...]]:
    """Yield the ways to say the number of each page, the first wanted most."""
    total, volumes = len(pages), pages[-1].volume
    for number, page in enumerate(pages, 1):
        key = "page-of-volume" if volumes > 1 else "page-of"
        whole = words(key, number=number, total=total, volume=page.volume)
        short = words("page-of-short", number=number, total=total)
        yield whole.text, short.text, str(number)


@dataclass(frozen=True, slots=True)
class _Group:
    """What may begin a volume: its first element, and the boxes of all."""

    element: Element | Content
    boxes: list[Box]


class Layout:
    """Lays out one edition."""

    def __init__(self, edition: Edition, options: PdfOptions, chosen: Setting) -> None:
        self.edition = edition
        self.options = options
        self.setting = chosen
        self.composer = composer(edition, options, chosen)
        self.root = Element("Document", language=edition.language)
        self.frame = Frame(self.root, 0.0, chosen.width)
        self._pages = Pages(chosen.height)
        self._volumes: list[tuple[Page, Element | Content]] = []  # first page of each later one

    def pages(self) -> list[Page]:
        """Return all pages, each number on them filled in."""
        for part in self.edition.parts:
            if part.kind == "text":
                self._text(part)
            else:
                made = self._composer(part).part(part, self.frame)
                self._pages.add(made)
        self._volume_pages()
        self._fill_in()
        return self._pages.pages

    def _composer(self, part: Part) -> Composer:
        """Return the composer of a part."""
        if part.kind == "about":  # lines of what it is, and no text
            close = CoverLook(replace(self.setting, between=0.25), self.composer.figure_width)
            return self.composer.with_look(close)
        if part.kind != "cover":
            return self._with_calls()

        def boxes(look: CoverLook) -> list[Box]:
            made = composer(self.edition, self.options, self.setting).with_look(look)
            return made.part(part, replace(self.frame, element=Element("Document")))

        return self.composer.with_look(cover.fitted(self.setting, boxes))

    def _with_calls(self) -> Composer:
        """Return a composer that knows which notes were called, and on which pages."""
        calls: dict[int, Call] = {}
        for page, box in boxes_of(self._pages.pages):
            for number, element in self.composer.calls_in((box,)):
                calls.setdefault(number, Call(element, page + 1))
        return replace(self.composer, calls=calls)

    # --- The text

    def _text(self, part: Part) -> None:
        """Place the text, a new volume begun where the sheets of one are full.

        After contents it begins on a new page.
        """
        if self.edition.part("contents"):
            self._pages.break_page()
        full, began = 2 * self.options.volume_sheets, 0
        for group in self._groups(part):
            if self.options.section_pages:
                self._pages.break_page()
            before = len(self._pages.pages)
            added = self._pages.with_added(group.boxes)
            if full and len(added.pages) - began > full and before - began > 1:
                self._pages.begin_volume()
                began = len(self._pages.pages) - 1
                self._volumes.append((self._pages.pages[-1], group.element))
                self._pages.leave_page()
                added = self._pages.with_added(group.boxes)
            self._pages = added

    def _groups(self, part: Part) -> Iterator[_Group]:
        """Compose the text: each section, and what stands between sections."""
        for blocks in _by_section(part.blocks):
            count = len(self.root.kids)
            boxes = self.composer.blocks(blocks, self.frame)
            yield _Group(self.root.kids[count], boxes)

    # --- What is known when all pages are

    def _volume_pages(self) -> None:
        """Say on the first page of each later volume which one it is."""
        volumes = self._pages.pages[-1].volume
        for number, (page, following) in enumerate(self._volumes, 2):
            element = Element("Sect", self.root)
            self.root.kids.insert(self.root.kids.index(following), element)
            said = Strong((self.composer.words("volume-of", number=number, total=volumes),))
            frame = self.frame.within(element)
            [box, *_] = self.composer.compositor.paragraph((said,), frame, NOWHERE)
            page.placed.append(Placed(box, 0.0))

    def _fill_in(self) -> None:
        """Fill in the pages that contents name, and let each note say where it is called."""
        words = self.composer.words
        for part, page in page_numbers(self._pages.pages):
            part.text = str(page)
            if part.run.link:
                entry = part.run.link.contents
                part.run.link.contents = words("entry-page", words=entry, page=page).text
        calls: dict[Element, list[Element]] = {}
        for number, element in self.composer.calls_in(
            box for _, box in boxes_of(self._pages.pages)
        ):
            del number
            calls.setdefault(element.refers[0], []).append(element)
        for note, references in calls.items():
            note.refers = references  # ISO 14289-2, 8.2.5.14


def _by_section(blocks: Iterable[Block]) -> list[list[Block]]:
    """Return `blocks` in groups: each section, and the blocks that stand before one."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and not isinstance(block, Section) and not isinstance(groups[-1][-1], Section):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups
