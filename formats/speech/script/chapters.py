"""Edition -> chapters: its cover, each section and step of its text, and its other parts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from formats import model, wording
from formats.model.walk import Inlines, texts, walk
from formats.speech.script.utterances import Chapter, Utterance, chapter
from formats.speech.script.writer import Beginning, Writer
from formats.text import addresses

_URL = re.compile(r"(?:https?://|www\.)[^\s<>“”\"]+")


def script(edition: model.Edition) -> tuple[Chapter, ...]:
    """Return the chapters of all that an edition says, its cover first."""
    writer = Writer(edition)
    return tuple(
        made for part in _parts(edition) for made in _chapters(writer.part(part), part.kind)
    )


def _chapters(said: Iterable[Utterance | Beginning], part: model.PartKind) -> Iterator[Chapter]:
    heading: Inlines = ()
    waiting: list[Utterance] = []
    for each in said:
        if isinstance(each, Utterance):
            waiting.append(each)
            continue
        if waiting:
            yield chapter(heading, waiting, part)
            waiting = []
        heading = each.heading
    if waiting:
        yield chapter(heading, waiting, part)


def _parts(edition: model.Edition) -> Iterator[model.Part]:
    """Yield the parts, with the addresses that are written out in the text among the others.

    The eye has them there; speech says only the name of the site, so that the sentence is heard.
    """
    items = tuple(map(_item, _written(edition)))
    if not items:
        yield from edition.parts
        return
    heading = (wording.of(edition.language)("web-addresses"),)
    own = edition.part("addresses") or model.Part("addresses", "", heading, ())
    whole = replace(own, blocks=(*own.blocks, model.BulletList(items, edition.place)))
    kept = [part for part in edition.parts if part.kind != "addresses"]
    about = [part for part in kept if part.kind == "about"]
    yield from (part for part in kept if part.kind != "about")
    yield whole
    yield from about


def _written(edition: model.Edition) -> list[str]:
    """Return the addresses of pages written out in the text, and not said in full elsewhere."""
    blocks = list(edition.blocks("text", "notes"))
    elsewhere = {
        addresses.shown(node.target)
        for node in walk(edition.blocks("addresses"))
        if isinstance(node, model.Link)
    }
    matches = (match for text in texts(blocks) for match in _URL.finditer(text))
    shown = (addresses.shown(match[0].rstrip(".,;:!?)’'")) for match in matches)
    return [each for each in dict.fromkeys(shown) if "/" in each and each not in elsewhere]


def _item(url: str) -> model.ListItem:
    host = url.partition("/")[0]
    words = (model.Text(f"{host}: "), model.Link(f"https://{url}", (model.Text(url),)))
    return model.ListItem((model.Paragraph((model.Sentence("", words),)),))
