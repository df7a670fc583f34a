"""An edition -> one HTML document."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from formats import wording
from formats.model import Edition, Part, Picture, Section, Table
from formats.model.walk import plain_text
from formats.renderers.html import HtmlOptions
from formats.text.language import is_right_to_left
from formats.typesetting import colours
from formats.xhtml import faces, images
from formats.xhtml.drawing import Drawing
from formats.xhtml.markup import Element, element, html

# Paper is white, and who forces colours has better reasons than who chose these.
_SCREEN = "@media screen and (forced-colors: none)"


def page(edition: Edition, options: HtmlOptions) -> bytes:
    """Return the page of `edition`."""

    def source(picture: Picture) -> str:
        media = images.safe(picture, tone=options.skin_tone, style=options.picture_style)
        return _data(media.media_type, media.data)

    drawing = Drawing(edition.language, str, source, own={Section: _section, Table: _table})
    direction = "rtl" if is_right_to_left(edition.language) else "ltr"
    body = element("body", _body(edition, drawing))
    head = element("head", _head(edition, options))
    return html(element("html", [head, body], lang=edition.language, dir=direction))


def _data(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{b64encode(data).decode()}"


def _head(edition: Edition, options: HtmlOptions) -> Iterator[Element]:
    yield element("meta", charset="utf-8")
    yield element("title", [": ".join([edition.title, *_kind(edition)])])
    yield element("meta", name="viewport", content="width=device-width, initial-scale=1")
    if edition.description:
        yield element("meta", name="description", content=edition.description)
    yield element("style", [_style(options)])


def _kind(edition: Edition) -> list[str]:
    return [edition.kind.text] if edition.kind else []


def _style(options: HtmlOptions) -> str:
    style = (Path(__file__).parent / "style.css").read_text("utf-8")
    chosen = f"html {{ font-size: {options.font_size:g}%; }}\n"
    if options.colours != faces.READER:
        pair = colours.pair(options.colours)
        scheme = "dark" if pair.dark else "light"
        named = {"text": pair.text, "page": pair.page, "link": pair.link}
        written = "".join(f" --{name}: {_hex(colour)};" for name, colour in named.items())
        chosen += f"{_SCREEN} {{ :root {{ color-scheme: {scheme};{written} }} }}\n"
    embedded = faces.style(options.typeface, lambda _, data: _data("font/ttf", data))
    return style + chosen + embedded


def _hex(colour: colours.Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _body(edition: Edition, drawing: Drawing) -> Iterator[Element]:
    """Yield the landmarks: what comes before the text, the text and what follows it, the foot."""
    skip = drawing.added(wording.of(edition.language)("skip"))
    yield element("a", [skip], href="#part.text", class_="skip")
    parts = list(edition.parts)
    yield from (_part(p, drawing, "header") for p in parts if p.kind == "cover")
    yield from (_part(p, drawing) for p in parts if p.kind == "contents")
    inside = [_part(p, drawing) for p in parts if p.kind not in ("cover", "contents", "about")]
    yield element("main", inside, tabindex="-1")
    yield from (_part(p, drawing, "footer") for p in parts if p.kind == "about")


def _part(part: Part, drawing: Drawing, name: str = "") -> Element:
    """Return a part as the landmark called `name`, or as `Drawing` has it."""
    made = drawing.part(part)
    if not part.heading:
        made.set("id", part.id)
    if name:
        made.attrib.clear()
        made.tag = element(name).tag
    return made


def _section(drawing: Drawing, node: Section) -> Element:
    """Return a section that is no landmark: dozens of them would hide the four that help."""
    made = drawing.section(node)
    made.attrib.clear()
    return made


def _table(drawing: Drawing, node: Table) -> Element:
    """Return a table each of whose cells knows its head, for narrow screens."""
    made = drawing.table(node)
    heads = [plain_text(cell) for cell in node.header]
    for row in made.iterfind("{*}tbody/{*}tr"):
        for cell, head in zip(row, heads, strict=True):
            cell.set("data-head", f"{head}: ")
    return made
