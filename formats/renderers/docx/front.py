"""What stands before the text and after it: cover and contents; notes, edition, credits."""

from collections.abc import Iterator

from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm

from formats import wording
from formats.model import Idea, Leaflet, Section
from formats.model.walk import pictures, plain_text, walk, words
from formats.renderers.docx.styles import CONTENTS, SMALL_PRINT
from formats.renderers.docx.writer import Writer
from formats.renderers.docx.xml import field

_COVER_PICTURE = 8.0  # cm
_CONTENTS_FROM = 4  # pages: a longer document has contents
_IDEAS_A_PAGE, _WORDS_A_PAGE = 5, 190  # at 16 to 18 pt; only for the first guess of pages


def cover(writer: Writer, leaflet: Leaflet) -> None:
    """Add title, picture, publisher, edition, and whether people have checked the text."""
    document, inlines = writer.document, writer.inlines
    inlines.words(document.add_paragraph(style="Title"), leaflet.title)
    easy_read = leaflet.view == "easy-read"
    if easy_read:
        shown = next(pictures(leaflet), None)
        if shown:
            writer.figures.add(document.add_paragraph(), shown, _COVER_PICTURE, leaflet.place)
        inlines.words(document.add_paragraph(), "Easy read", bold=True)
    for line in _cover_lines(leaflet):
        inlines.words(document.add_paragraph(), line)
    if easy_read:
        inlines.words(document.add_paragraph(), wording.signoff(leaflet.signoff), bold=True)


def _cover_lines(leaflet: Leaflet) -> Iterator[str]:
    organisation = leaflet.organisation
    lines = (leaflet.subtitle, organisation.name, organisation.about, organisation.strapline)
    yield from (line for line in (*lines, wording.edition_line(leaflet)) if line)


def contents(writer: Writer, leaflet: Leaflet, text_width: float) -> None:
    """Add the contents of a longer document, each entry a link with its page.

    The pages are guesses until Word or LibreOffice works them out (PAGEREF), as both do
    when the document is printed.
    """
    entries = list(_entries(leaflet))
    if not entries or entries[-1][1] <= _CONTENTS_FROM:
        return
    heading = writer.document.add_paragraph(style="Heading 1")
    writer.inlines.words(heading, wording.CONTENTS)
    for section, page in entries:
        paragraph = writer.document.add_paragraph(style=CONTENTS)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(text_width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        writer.inlines.link_inside(paragraph, section.id, plain_text(section.heading))
        paragraph.add_run("\t")
        for part in field(f"PAGEREF {section.id[:40]}", str(page)):
            paragraph._p.append(part)


def _entries(leaflet: Leaflet) -> Iterator[tuple[Section, int]]:
    pages = 2.0
    for block in leaflet.blocks:
        if isinstance(block, Section):
            yield block, int(pages)
            ideas = sum(isinstance(node, Idea) for node in walk((block,)))
            count = len(words(Leaflet("", "", "", (block,))))
            pages += ideas / _IDEAS_A_PAGE if ideas else count / _WORDS_A_PAGE


def page_break(writer: Writer) -> None:
    """Begin a new page after the cover, unless every section does so by itself."""
    last = writer.document.paragraphs[-1]
    if not writer.options.section_pages:
        last.add_run().add_break(WD_BREAK.PAGE)


def notes(writer: Writer, leaflet: Leaflet) -> None:
    """Add the notes, each with a way back to where it is called."""
    if not leaflet.notes:
        return
    heading = writer.document.add_paragraph(style="Heading 1")
    writer.inlines.words(heading, wording.NOTES)
    for note in leaflet.notes:
        head = writer.document.add_paragraph(style="Heading 2")
        writer.inlines.words(head, f"Note {note.number}")
        writer.inlines.bookmarked(head, f"note-{note.number}")
        writer.blocks(note.blocks)
        back = writer.document.add_paragraph()
        writer.inlines.link_inside(back, f"call-{note.number}", f"Back to note {note.number}")


def about(writer: Writer, leaflet: Leaflet) -> None:
    """Add the last lines: edition, how to ask for another format, credits of the pictures."""
    heading = writer.document.add_paragraph(style="Heading 1")
    writer.inlines.words(heading, wording.ABOUT)
    lines = [
        wording.edition_line(leaflet),
        wording.how_to_ask(leaflet.organisation),
        wording.picture_credits(picture.credit for picture in pictures(leaflet)),
    ]
    if leaflet.view == "easy-read":
        lines.insert(0, wording.signoff(leaflet.signoff))
    for line in filter(None, lines):
        writer.inlines.words(writer.document.add_paragraph(style=SMALL_PRINT), line)
