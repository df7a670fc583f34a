"""What stands after the text: notes, web addresses in full, and what this document is."""

from collections.abc import Iterator

from formats import wording
from formats.model import NOWHERE, Leaflet
from formats.model.walk import pictures
from formats.renderers.pdf.boxes import Box, keep_together, keep_with_next
from formats.renderers.pdf.compose import Composer
from formats.renderers.pdf.frame import Frame
from formats.renderers.pdf.lists import list_element
from formats.renderers.pdf.runs import Look
from formats.renderers.pdf.setting import Setting
from formats.renderers.pdf.tagging import Element
from formats.text import addresses


def notes(
    composer: Composer, leaflet: Leaflet, frame: Frame, pages: dict[Element, int], before: int
) -> list[Box]:
    """Return the boxes of the notes, each with the page that calls it and a link back.

    `pages` are those of the calls, from 0, and `before` how many pages stand before them.
    """
    if not leaflet.notes:
        return []
    inner = frame.within(frame.element.add("Sect"))
    boxes = composer.heading(wording.NOTES, 2, inner, leaflet.place)
    for note in leaflet.notes:
        element = inner.element.adopt(composer.anchors[f"note {note.number}"])
        element.identifier = f"note-{note.number}"
        element.attributes = {"O": "/FENote", "NoteType": "/Endnote"}
        call = composer.runs.calls.get(note.number)
        if call:
            element.refers, call.refers = [call], [element]
        page = f", page {pages[call] + before + 1}" if call in pages else ""
        words = f"Note {note.number}{page}"
        label = element.add("Lbl", language=composer.own_language)
        link = composer.runs.linked(words, call, label, note.place)
        head = composer.text(link, inner)
        head[0].anchors.append(element)
        head[-1].after = composer.setting.pitch / 4
        boxes += keep_with_next(head) + composer.blocks(note.blocks, inner.within(element))
    return boxes


def web_addresses(composer: Composer, frame: Frame) -> list[Box]:
    """Return the boxes of the addresses that stand behind words, for readers of paper."""
    hidden = _hidden(composer)
    if not hidden:
        return []
    inner = frame.within(frame.element.add("Sect"))
    boxes = composer.heading(wording.WEB_ADDRESSES, 2, inner, NOWHERE)
    element = list_element(inner.element, "Description")
    for address, words in _by_address(hidden):
        item = element.add("LI")
        runs = composer.runs.words(f"{words}: ", item.add("Lbl"), NOWHERE, Look(bold=True))
        shown = addresses.shown(address)
        runs += composer.runs.words(shown, item.add("LBody"), NOWHERE)
        boxes += composer.text(runs, inner)
    return boxes


def _hidden(composer: Composer) -> list[tuple[str, str]]:
    """Return the words and address of each link whose words do not show the address."""
    links = dict.fromkeys(composer.runs.links)
    return [link for link in links if not addresses.stands_in(*link)]


def headings(composer: Composer, leaflet: Leaflet) -> Iterator[str]:
    """Yield the headings of what will stand after the text, once that is composed."""
    if leaflet.notes:
        yield wording.NOTES
    if _hidden(composer):
        yield wording.WEB_ADDRESSES
    yield wording.ABOUT


def _by_address(links: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each address once, with all the words that lead to it."""
    found: dict[str, list[str]] = {}
    for words, address in links:
        found.setdefault(address, []).append(words)
    for address, words_of in found.items():
        yield address, "; ".join(dict.fromkeys(words_of))


def colophon(composer: Composer, leaflet: Leaflet, frame: Frame) -> list[Box]:
    """Return the boxes that say what this document is, and how to ask for another format."""
    inner = frame.within(frame.element.add("Sect"))
    boxes = composer.heading(wording.ABOUT, 2, inner, leaflet.place)
    lines = [
        wording.signoff(leaflet.signoff) if leaflet.view == "easy-read" else "",
        wording.edition_line(leaflet),
        _made(composer.setting),
        wording.how_to_ask(leaflet.organisation),
        wording.picture_credits(picture.credit for picture in pictures(leaflet)),
    ]
    for line in filter(None, lines):
        boxes += composer.said(line, inner, leaflet.place)
    return keep_together(boxes)


def _made(setting: Setting) -> str:
    guideline = setting.guideline
    words = f"{setting.size:g} point {setting.typeface.name}, laid out by {guideline.name}."
    if guideline.typeface and guideline.typeface not in setting.typeface.name:
        words += f" That guideline asks for the typeface {guideline.typeface}."
    return words
