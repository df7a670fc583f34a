"""A contact sheet: pictures and people to choose from, with what to write to have them.

One HTML page that holds its pictures, so that it can be opened anywhere, its code points
copied, and its names read by a screen reader.
"""

import base64
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from formats.model import Picture
from formats.pictures import offers, openmoji, people, stage
from formats.pictures.people import Cast
from formats.pictures.search import Found

_SVG = "image/svg+xml"
_STYLE = """
body { font: 112.5%/1.5 sans-serif; margin: 1.5rem; color: #111; background: #fff }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
     gap: 1.5rem; padding: 0; list-style: none }
li { border: 1px solid #767676; padding: 1rem; overflow-wrap: anywhere }
img { display: block; height: 8rem; max-width: 100% }
p > img { display: inline-block; height: 3rem; vertical-align: middle }
h3 { font-size: 1em; margin: .5rem 0 }
p { margin: .25rem 0 }
pre { white-space: pre-wrap; margin: .5rem 0 }
"""


def html(words: str, house: Iterable[Picture], found: Sequence[Found], cast: Cast) -> str:
    """Return the page for the pictures found for `words` (none: all of the house).

    It ends with scenes to copy, the cast, and the faces that people can make.
    """
    title = f"Pictures for “{words}”" if words else "Pictures of the house"
    parts = (
        *_section("In pictures.toml", [_house_item(picture) for picture in house]),
        *_section("In OpenMoji", [_found_item(each) for each in found]),
    )
    credits_ = f"{openmoji.CREDIT} {people.CREDIT}"
    pictures = "\n".join(parts) or f"<p>There are none. {escape(ADVICE)}</p>"
    body = "\n".join((pictures, *_people(cast, offers.scenes(cast, found))))
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{body}\n<p>{escape(credits_)}</p>\n"
        "</main>\n</body>\n</html>\n"
    )


ADVICE = "Try another word for it, or a shorter one: “teach” finds teachers and teaching."
"""What to do where nothing is found."""


def _section(heading: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"<h2>{escape(heading)}</h2>\n<ul>"
        yield from items
        yield "</ul>"


def _people(cast: Cast, scenes: Iterable[offers.Offer]) -> Iterator[str]:
    """Yield what shows how a scene is made: some to copy, who can be in it, with which face."""
    copied = [
        _item("", _image(offer.svg, _SVG), [f"<pre>{escape(offer.lines)}</pre>"])
        for offer in scenes
    ]
    yield from _section("Scenes to copy", copied)
    everybody = [_person(cast, name, f'"{name}"', stage.USUAL) for name in cast.looks]
    yield from _section("The cast", everybody)
    first = next(iter(cast.looks))
    faces = [_person(cast, first, f'"{first}: {each}"', each) for each in people.EXPRESSIONS]
    yield from _section("The faces of each of them", faces)


def _person(cast: Cast, name: str, written: str, expression: str) -> str:
    svg = stage.drawn(cast, [stage.Person(name, expression)], None)
    return _item("", _image(svg, _SVG), [f"<code>{escape(written)}</code>"])


def _house_item(picture: Picture) -> str:
    media = picture.media
    written = f"![{picture.alt}](picture:{picture.name})"
    lines = [f"<code>{escape(written)}</code>"]
    if picture.openmoji:
        source = "" if stage.is_scene(picture.openmoji) else "OpenMoji "
        lines.append(f"{source}{escape(picture.openmoji)}")
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
    return _image(openmoji.svg(code) or b"", _SVG)


def _image(data: bytes, media_type: str) -> str:
    # Its name stands beside each picture, so that a text alternative would only repeat it.
    return f'<img src="data:{media_type};base64,{base64.b64encode(data).decode()}" alt="">'


def _item(name: str, image: str, lines: list[str]) -> str:
    texts = "".join(line if line.startswith("<pre>") else f"<p>{line}</p>" for line in lines)
    texts = texts.replace("<p></p>", "")
    heading = f"<h3>{escape(name)}</h3>" if name else ""
    return f"<li>{image}{heading}{texts}</li>"
