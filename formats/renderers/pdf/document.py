"""A viewed leaflet -> a tagged PDF."""

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from formats.errors import RenderError
from formats.model import NOWHERE, Block, Leaflet, Section
from formats.renderers.pdf import PdfOptions, back, front, typefaces
from formats.renderers.pdf.boxes import Box
from formats.renderers.pdf.compose import Composer
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.pagination import Page, Pages, Placed, pages_of
from formats.renderers.pdf.painter import Painter
from formats.renderers.pdf.setting import Setting, setting
from formats.renderers.pdf.tagging import Content, Element, Tagging, finish

_NAMED = 10  # letters that an error names
_CONTENTS_OVER = 3  # pages: a longer document has contents


@dataclass(frozen=True)
class _Laid:
    """A leaflet that was laid out."""

    composer: Composer
    root: Element
    pages: list[Page]


def write(leaflet: Leaflet, options: PdfOptions, out: BinaryIO) -> None:
    """Write `leaflet` to `out`. Raises `RenderError` for letters that cannot be set right."""
    chosen = setting(options)
    laid = _laid_out(leaflet, chosen)
    refuse_lacking(laid.composer, chosen)
    drawn = BytesIO()
    tagged = Painter(chosen, leaflet.title, drawn).paint(laid.pages)
    tagging = Tagging(
        laid.root, leaflet.title, leaflet.language, leaflet.organisation.name,
        leaflet.description, options.pdf_ua, tuple(laid.composer.bookmarks), leaflet.edition,
    )  # fmt: skip
    finish(drawn.getvalue(), tagged, tagging, out)


def refuse_lacking(composer: Composer, chosen: Setting) -> None:
    """Raise `RenderError` if there are letters that the typeface cannot show."""
    lacking = composer.runs.letters.lacking
    if not lacking:
        return
    shown = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in list(lacking)[:_NAMED])
    more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
    fitting = typefaces.that_have("".join(lacking))
    if fitting:
        advice = f"Choose a typeface that has them: {' or '.join(fitting)}."
    elif any(map(typefaces.needs_shaping, lacking)):
        advice = (
            "Letters that join, stack or run from right to left cannot be set here. Ask for EPUB "
            "or Word, which use the reader's own typefaces."
        )
    else:
        advice = (
            "Name a typeface that has them (typeface = the path of a .ttf file), write the words "
            "in other letters, or ask for EPUB or Word, which use the reader's own typefaces."
        )
    message = f"{chosen.typeface.name} cannot show these letters: {shown}{more}. {advice}"
    raise RenderError(message, next(iter(lacking.values())))


def _laid_out(leaflet: Leaflet, chosen: Setting) -> _Laid:
    """Return the pages: a short leaflet begins under its title, a longer one after contents."""
    laid = _Layout(leaflet, chosen).with_contents()
    if len(laid.pages) > _CONTENTS_OVER + 1:
        return laid
    short = _Layout(leaflet, chosen).without_contents()
    return short if len(short.pages) <= _CONTENTS_OVER else laid


@dataclass(frozen=True, slots=True)
class _Group:
    """What may begin a volume: its first element, and the boxes of all."""

    element: Element | Content
    boxes: list[Box]


class _Layout:
    """One way of laying out a leaflet."""

    def __init__(self, leaflet: Leaflet, chosen: Setting) -> None:
        self.leaflet = leaflet
        self.setting = chosen
        self.composer = Composer(leaflet, chosen)
        self.root = Element("Document")
        self.frame = Frame(self.root, 0.0, chosen.width)
        self.pages = Pages(chosen.height)
        self.volumes: list[tuple[Page, Element | Content]] = []  # first page of each later one

    def without_contents(self) -> _Laid:
        """Return the leaflet under its title, without contents."""
        self.pages.add(front.title_block(self.composer, self.leaflet, self.frame))
        for group in self._body():
            self.pages.add(group.boxes)
        self._back(0)
        return _Laid(self.composer, self.root, self.pages.pages)

    def with_contents(self) -> _Laid:
        """Return the leaflet after a title page with contents.

        The text begins on a new page, so its pages are known before the contents name them;
        how many pages the contents take depends on their words alone.
        """
        front_frame = self.frame.within(self.root.add("Sect"))
        groups = self._body()
        expected = [*self._headings(), *back.headings(self.composer, self.leaflet)]
        tried = [front.Entry(words, self.root, 0) for words in expected]
        before = len(self._front(tried, self.frame.within(Element("Sect"))))
        self._volumes(groups, before)
        self._back(before)
        where = pages_of(self.pages.pages)
        entries = [
            front.Entry(words, element, where[element] + before + 1)
            for level, words, element in self.composer.bookmarks
            if level == 0
        ]
        pages = self._front(entries, front_frame)
        self._volume_pages()
        return _Laid(self.composer, self.root, pages + self.pages.pages)

    def _headings(self) -> list[str]:
        return [words for level, words, _ in self.composer.bookmarks if level == 0]

    def _body(self) -> list[_Group]:
        """Compose the text: each section, and what stands between sections."""
        groups = []
        for blocks in _by_section(self.leaflet.blocks):
            count = len(self.root.kids)
            boxes = self.composer.blocks(blocks, self.frame)
            groups.append(_Group(self.root.kids[count], boxes))
        return groups

    def _front(self, entries: list[front.Entry], frame: Frame) -> list[Page]:
        """Return the pages of title and contents, and put their bookmark first."""
        bookmarks, self.composer.bookmarks = self.composer.bookmarks, []
        pages = Pages(self.setting.height)
        pages.add(front.title_block(self.composer, self.leaflet, frame))
        pages.add(front.contents(self.composer, entries, frame))
        drawn = frame.element.parent is not None
        self.composer.bookmarks = (self.composer.bookmarks if drawn else []) + bookmarks
        return pages.pages

    def _volumes(self, groups: list[_Group], before: int) -> None:
        """Place the text, a new volume begun where the sheets of one are full."""
        full = 2 * self.setting.options.volume_sheets
        began = -before
        for group in groups:
            if self.setting.options.section_pages:
                self.pages.break_page()
            mark = self.pages.mark()
            self.pages.add(group.boxes)
            if full and len(self.pages.pages) - began > full and mark.pages - began > 1:
                self.pages.back_to(mark)
                self.pages.begin_volume()
                began = len(self.pages.pages) - 1
                self.volumes.append((self.pages.pages[-1], group.element))
                self.pages.leave_page()
                self.pages.add(group.boxes)

    def _volume_pages(self) -> None:
        """Say on the first page of each later volume which one it is."""
        volumes = self.pages.pages[-1].volume
        for number, (page, following) in enumerate(self.volumes, 2):
            element = Element("Sect", self.root)
            self.root.kids.insert(self.root.kids.index(following), element)
            words = f"Volume {number} of {volumes}"
            [box, *_] = self.composer.said(words, self.frame.within(element), NOWHERE, bold=True)
            page.placed.append(Placed(box, 0.0))

    def _back(self, before: int) -> None:
        """Place notes, web addresses and colophon."""
        calls = pages_of(self.pages.pages)
        self.pages.add(back.notes(self.composer, self.leaflet, self.frame, calls, before))
        self.pages.add(back.web_addresses(self.composer, self.frame))
        self.pages.add(back.colophon(self.composer, self.leaflet, self.frame))


def _by_section(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Return `blocks` in groups: each section, and the blocks that stand before one."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and not isinstance(block, Section) and not isinstance(groups[-1][-1], Section):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups
