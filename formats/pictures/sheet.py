"""A contact sheet: pictures to look at and choose from, with what to write to have them.

One HTML page that holds its pictures, so that it can be opened anywhere, its code points
copied, and its names read by a screen reader.
"""

import base64
from collections.abc import Iterable, Iterator
from html import escape

from formats.model import Picture
from formats.pictures import openmoji
from formats.pictures.search import Found

_STYLE = """
body { font: 112.5%/1.5 sans-serif; margin: 1.5rem; color: #111; background: #fff }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
     gap: 1.5rem; padding: 0; list-style: none }
li { border: 1px solid #767676; padding: 1rem; overflow-wrap: anywhere }
img { display: block; height: 8rem; max-width: 100% }
p > img { display: inline-block; height: 3rem; vertical-align: middle }
h3 { font-size: 1em; margin: .5rem 0 }
p { margin: .25rem 0 }
"""


def html(words: str, house: Iterable[Picture], found: Iterable[Found]) -> str:
    """Return the page for the pictures found for `words` (none: all of the house)."""
    title = f"Pictures for “{words}”" if words else "Pictures of the house"
    parts = (
        *_section("In pictures.toml", [_house_item(picture) for picture in house]),
        *_section("In OpenMoji", [_found_item(each) for each in found]),
    )
    body = "\n".join(parts) or f"<p>There are none. {escape(ADVICE)}</p>"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{body}\n<p>{escape(openmoji.CREDIT)}</p>\n"
        "</main>\n</body>\n</html>\n"
    )


ADVICE = "Try another word for it, or a shorter one: “teach” finds teachers and teaching."
"""What to do where nothing is found."""


def _section(heading: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"<h2>{escape(heading)}</h2>\n<ul>"
        yield from items
        yield "</ul>"


def _house_item(picture: Picture) -> str:
    media = picture.media
    written = f"![{picture.alt}](picture:{picture.name})"
    lines = [f"<code>{escape(written)}</code>"]
    if picture.openmoji:
        lines.append(f"OpenMoji {escape(picture.openmoji)}")
    return _item(picture.name, _image(media.data, media.media_type), lines)


def _found_item(found: Found) -> str:
    lines = [f'<code>openmoji = "{found.code}"</code>']
    if found.words:
        lines.append(escape(", ".join(found.words)))
    others = [code for code in found.variants if code != found.code]
    if others:
        tones = "".join(f"<p>{_openmoji(code)}<code>{code}</code></p>" for code in others)
        lines.append(f"In other skin tones:</p>{tones}<p>")
    return _item(found.name or found.code, _openmoji(found.code), lines)


def _openmoji(code: str) -> str:
    return _image(openmoji.svg(code) or b"", "image/svg+xml")


def _image(data: bytes, media_type: str) -> str:
    # Its name stands beside each picture, so that a text alternative would only repeat it.
    return f'<img src="data:{media_type};base64,{base64.b64encode(data).decode()}" alt="">'


def _item(name: str, image: str, lines: list[str]) -> str:
    texts = "".join(f"<p>{line}</p>" for line in lines).replace("<p></p>", "")
    return f"<li>{image}<h3>{escape(name)}</h3>{texts}</li>"
