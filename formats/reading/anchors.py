"""Links within a leaflet: to headings, by the names that other programs give them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from formats import model
from formats.model.rebuild import rebuild, rebuild_inline
from formats.model.walk import parts, plain_text, walk
from formats.reading.context import Context

Inlines = tuple[model.Inline, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    words: str
    id: str
    line: int
    some_formats: bool


def led(blocks: tuple[model.Block, ...], context: Context) -> tuple[model.Block, ...]:
    """Return `blocks` with every link inside the leaflet leading to the id of a heading.

    A link that leads nowhere is reported, and its words are kept.
    """
    if not context.jumps:
        return blocks
    headings = list(_headings(blocks))
    ids = {name: _resolved(name, headings, context) for name in context.jumps}
    for name, line in context.jumps.items():
        _report(name, ids[name], line, context)
    kept = {name: heading.id for name, heading in ids.items() if heading and _everywhere(heading)}
    return tuple(_block(block, kept) for block in blocks)


def _everywhere(heading: _Heading) -> bool:
    return not heading.some_formats


def _report(name: str, heading: _Heading | None, line: int, context: Context) -> None:
    if name in ("", "top") or _bare(unquote(name)) == _bare(context.title):
        context.taken("source-link-top", line, f"#{name}", "Links to the top are read as words")
    elif heading is None:
        context.warn(
            "source-link-target", line,
            f"“#{name[:60]}” names no heading of this leaflet, so the link leads nowhere and only "
            "its words are kept. Write the words of a heading, in small letters with hyphens.",
        )  # fmt: skip
    elif heading.some_formats:
        context.warn(
            "source-link-target", line,
            f"“#{name[:60]}” leads to a heading that only some formats have, so only the words of "
            "the link are kept. Let it lead to a heading outside “::: only” and “::: not”.",
        )  # fmt: skip


def _headings(
    blocks: Iterable[model.Block | model.Step], *, some_formats: bool = False
) -> Iterator[_Heading]:
    for block in blocks:
        inside = some_formats or isinstance(block, model.Only | model.EasyRead)
        if isinstance(block, model.Section | model.Step):
            yield _Heading(plain_text(block.heading), block.id, block.place.line, inside)
        if isinstance(block, model.Steps):
            yield from _headings(block.blocks, some_formats=inside)
            yield from _headings(block.steps, some_formats=inside)
        else:
            for part in parts(block):
                nodes = [node for node in part if not isinstance(node, model.Inline)]
                yield from _headings(nodes, some_formats=inside)


def _resolved(name: str, headings: list[_Heading], context: Context) -> _Heading | None:
    wanted = unquote(name)
    for heading in headings:
        if heading.id == wanted:
            return heading
    if wanted in context.anchors:
        return _at(context.anchors[wanted] + context.offset, headings)
    for slugs in (_github(headings), _kramdown(headings)):
        if wanted.casefold() in slugs:
            return slugs[wanted.casefold()]
    bare = [heading for heading in headings if _bare(heading.words) == _bare(wanted) != ""]
    return bare[0] if len(bare) == 1 else None


def _at(line: int, headings: list[_Heading]) -> _Heading | None:
    """Return the heading that a place in the source stands just before, or else under."""
    after = [h for h in headings if line <= h.line <= line + 2]
    before = [h for h in headings if h.line <= line]
    return after[0] if after else before[-1] if before else None


def _github(headings: list[_Heading]) -> dict[str, _Heading]:
    """Return the headings by the names that GitHub gives them."""
    return _numbered(headings, lambda words: re.sub(r"[^\w\- ]", "", words.lower()))


def _kramdown(headings: list[_Heading]) -> dict[str, _Heading]:
    """Return the headings by the names that kramdown and Jekyll give them."""

    def slug(words: str) -> str:
        plain = unicodedata.normalize("NFC", words)
        return re.sub(r"[^a-z0-9 -]", "", re.sub(r"^[^A-Za-z]+", "", plain).lower())

    return _numbered(headings, slug)


def _numbered(headings: list[_Heading], slug: Callable[[str], str]) -> dict[str, _Heading]:
    named: dict[str, _Heading] = {}
    counts: dict[str, int] = {}
    for heading in headings:
        base = slug(heading.words).strip().replace(" ", "-")
        count = counts.get(base, 0)
        counts[base] = count + 1
        named.setdefault(f"{base}-{count}" if count else base, heading)
    return named


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.casefold())


def _block(block: model.Block, ids: dict[str, str]) -> model.Block:
    return rebuild(
        block,
        lambda blocks: tuple(_block(inside, ids) for inside in blocks),
        lambda inlines: _inlines(inlines, ids),
    )


def _inlines(inlines: Inlines, ids: dict[str, str]) -> Inlines:
    if not any(isinstance(node, model.Link) for node in walk(inlines)):
        return inlines
    led: list[model.Inline] = []
    for node in inlines:
        if isinstance(node, model.Link) and node.target.startswith("#"):
            name = node.target[1:]
            inside = _inlines(node.children, ids)
            led += [model.Link(f"#{ids[name]}", inside)] if name in ids else inside
        else:
            led.append(rebuild_inline(node, lambda within: _inlines(within, ids)))
    return tuple(led)
