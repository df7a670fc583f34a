"""One leaflet file -> `model.Leaflet`, with findings."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from formats import model
from formats.errors import Place, SourceError
from formats.model.findings import Finding
from formats.model.rebuild import rebuild
from formats.model.walk import plain_text, walk
from formats.reading import front_matter, markdown
from formats.reading.anchors import led
from formats.reading.blocks import items
from formats.reading.context import Context
from formats.reading.front_matter import FrontMatter
from formats.reading.levels import levelled
from formats.reading.notes import notes
from formats.reading.sections import Heading, Item, nested
from formats.reading.shared import Shared
from formats.storage import opening

_LONGEST_TITLE = 2_000  # letters


@dataclass(frozen=True, slots=True)
class Reading:
    """A leaflet as read, what its front matter said, and what there is to say about it."""

    leaflet: model.Leaflet
    front_matter: FrontMatter
    findings: tuple[Finding, ...]


def read(path: Path, slug: str, shared: Shared, names: Collection[str] = ()) -> Reading:
    """Read the leaflet in the file `path`.

    `names` are the formats and renderers that `::: only` may name. Raises `SourceError` for
    a file that cannot be read at all; everything else is in the findings.
    """
    file = opening.printable(path)
    text = markdown.decoded(opening.data(path, path.parent, markdown.MAX_BYTES), file)
    matter, body = front_matter.split(text, file)
    _check_typefaces(matter, (shared.folder or path.parent, path.parent), file)
    own = replace(
        shared,
        pictures=shared.pictures.overridden(path.parent),
        organisation=_publisher(matter, shared),
    )
    context = Context(file, path.parent, own, names, matter.lines + 1, body.split("\n"))
    context.language = matter.language
    parsed = markdown.parse(body, context)
    title, content = _titled(list(items(parsed.tree.children, context)), matter, path, context)
    context.title = title
    blocks = levelled(nested(content, context.ids), context)
    leaflet = _leaflet(slug, title, matter, led(blocks, context), context)
    leaflet = replace(leaflet, notes=notes(parsed.tree, context))
    for line in parsed.unused:
        context.warn(
            "source-link-unused", line,
            f"No link uses “{context.lines[line].strip()[:80]}”, so this line is left out. "
            "Delete it, or write it as ordinary words.",
        )  # fmt: skip
    if matter.said:
        context.note("source-keys", 1 - context.offset, matter.said)
    if not blocks and title in (matter.title, path.stem):
        context.error("source-empty", 0, "The leaflet has no text. Write some under its title.")
    elif not blocks:
        context.warn("source-title-alone", 0, "Nothing stands under the title. Write its text.")
    return Reading(leaflet, matter, context.gathered())


def _check_typefaces(matter: FrontMatter, folders: tuple[Path, ...], file: str) -> None:
    """Raise `SourceError` if front matter names a typeface by a path out of `folders`."""
    for options in matter.options.values():
        written = str(options.get("typeface", ""))
        if not re.search(r"[/\\]|\.[A-Za-z0-9]{3,5}$", written):
            continue
        try:
            inside = any(Path(written).resolve().is_relative_to(f.resolve()) for f in folders)
        except (OSError, ValueError, RuntimeError):
            inside = False
        if not inside or not Path(written).is_file():
            message = (
                f"The typeface “{opening.printable(written[:80])}” is no file in the source "
                "folder. Put it there, or name a typeface that comes with the program."
            )
            raise SourceError(message, Place(file, 1))


def _publisher(matter: FrontMatter, shared: Shared) -> model.Organisation:
    """Return who publishes: whom the leaflet names, with none of the house's contact details."""
    if matter.publisher in ("", shared.organisation.name):
        return shared.organisation
    return model.Organisation(matter.publisher)


def _leaflet(
    slug: str, title: str, matter: FrontMatter, blocks: tuple[model.Block, ...], context: Context
) -> model.Leaflet:
    name = context.shared.organisation.name
    return model.Leaflet(
        slug=slug,
        title=title,
        language=matter.language,
        blocks=blocks,
        edition=matter.edition,
        subtitle=matter.subtitle,
        description=matter.description,
        review=matter.review,
        identifier=matter.identifier or uuid5(NAMESPACE_URL, f"{name}/{slug}").urn,
        organisation=context.shared.organisation,
        glossary=context.shared.glossary,
        places=context.shared.places,
        short_title=matter.short_title,
        easy_title=matter.easy_title,
        place=Place(context.file, 1),
    )


def _titled(
    content: list[Item], matter: FrontMatter, path: Path, context: Context
) -> tuple[str, list[Item]]:
    """Return the title, and the content without the heading that gave it.

    The title is that of the front matter, else the first level-1 heading, else the file's name.
    """
    first = next((i for i in content if isinstance(i, Heading) and i.level == 1), None)
    words = " ".join(plain_text(first.inlines).split()) if first else ""
    if first and len(words) > _LONGEST_TITLE:
        message = f"This title has {len(words):,} letters. Write at most {_LONGEST_TITLE:,}."
        raise SourceError(message, first.place)
    if first and (not matter.title or matter.title == words):
        _check_title(first, context)
        content = [item for item in content if item is not first]
    return matter.title or words or path.stem, _lowered(content, context)


def _check_title(heading: Heading, context: Context) -> None:
    if any(
        isinstance(node, model.InlinePicture | model.NoteReference)
        for node in walk(heading.inlines)
    ):
        context.error(
            "source-title-marks", heading.place.line - context.offset,
            "A title is words alone. Move its picture or note into the text.",
        )  # fmt: skip


def _lowered(content: list[Item], context: Context) -> list[Item]:
    """Return `content` with all headings one level down if any besides the title has level 1."""
    tops = [item for item in content if isinstance(item, Heading) and item.level == 1]
    if not tops:
        return content
    context.warn(
        "source-title-twice", tops[0].place.line - context.offset,
        "“#” is for the title alone, so every heading is taken one level down. "
        "Begin sections with “##”.",
    )  # fmt: skip
    return [
        replace(item, level=_below(item.level)) if isinstance(item, Heading) else _lower(item)
        for item in content
    ]


def _lower(block: model.Block) -> model.Block:
    """Return `block` with the headings inside it one level down."""
    inside = rebuild(block, lambda blocks: tuple(map(_lower, blocks)), lambda inlines: inlines)
    if isinstance(inside, model.Section):
        return replace(inside, level=_below(inside.level))
    if isinstance(inside, model.Steps):
        steps = tuple(replace(step, level=_below(step.level)) for step in inside.steps)
        return replace(inside, steps=steps)
    return inside


def _below(level: int) -> int:
    return min(level + 1, 6)
